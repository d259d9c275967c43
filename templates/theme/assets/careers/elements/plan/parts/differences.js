/** The two latest results of one assessment, side by side. */
import { assessRecord } from "../../../reader/reader.js";
import { findPair, makeRows, nameRecord } from "../../../reader/history.js";
import { fill } from "../../../site/words.js";

/** @param {any} section holds the frames @param {import("./results.js").Results} results with two of the same assessment @param {any} text */
export function showDifferences(section, { assessments, records }, text) {
  /** @param {string} name */
  const find = (name) => section.querySelector(`[data-${name}]`);
  const pair = findPair(records);
  const [earlier, later] = pair?.map((record) => assessRecord(record, assessments)) ?? [];
  find("once").hidden = Boolean(earlier && later);
  find("difference").hidden = !earlier || !later;
  if (!pair || !earlier || !later) return;
  const [before, after] = pair.map((record) => nameRecord(record, assessments));
  find("difference-title").textContent = fill(text.two_results, { before, after });
  find("difference-rows").replaceChildren(...makeRows(find("difference-row"), earlier, later, assessments));
}
