/** The two latest results of one assessment, side by side. */
import { assessRecord } from "../../../reader/reader.js";
import { findPair, makeRows, nameRecord } from "../../../reader/history.js";
import { find } from "../../../site/dom.js";
import { fill } from "../../../language/words.js";

/** @import {Texts} from "../../../data/types.d.ts" */

/** @param {HTMLElement} section holds the frames @param {import("./results.js").Results} results with two of the same assessment @param {Texts["planning"]["plan"]} text */
export function showDifferences(section, { assessments, records }, text) {
  const pair = findPair(records);
  const [earlier, later] = pair?.map((record) => assessRecord(record, assessments)) ?? [];
  find(section, "once").hidden = Boolean(earlier && later);
  find(section, "difference").hidden = !earlier || !later;
  if (!pair || !earlier || !later) return;
  const [before, after] = pair.map((record) => nameRecord(record, assessments));
  find(section, "difference-title").textContent = fill(text.two_results, { before, after });
  find(section, "difference-rows").replaceChildren(...makeRows(find(section, "difference-row", HTMLTemplateElement), earlier, later, assessments));
}
