/** What waits for somebody who has been here before: what is due, results, a quiz that was begun, what was saved. */
import { loadPlan } from "../../kept/items.js";
import { findDay } from "../plan/parts/due.js";
import { today } from "../../language/dates.js";
import { fill } from "../../language/words.js";
import { find, link } from "../../site/dom.js";
import { ROOT } from "../../site/loading.js";

/** As many of what was saved are named: the plan has all. */
const NAMED = 5;

/**
 * @param {HTMLElement} place @param {string} address of an occupation, with {slug}
 * @param {import("../../data/types.d.ts").Texts["script"]["first"]} text
 * @param {{sentence: string, hasResults: boolean, answered: number, total: number}} standing
 */
export function showBack(place, address, text, { sentence, hasResults, answered, total }) {
  const items = loadPlan();
  const put = (/** @type {string} */ name, /** @type {boolean} */ isThere, /** @type {string} */ words, target = "a") => {
    find(place, name).hidden = !isThere;
    for (const node of find(place, name).querySelectorAll(target)) node.textContent = words;
  };
  const due = items.filter((item) => (findDay(item) ?? "9") <= today()).length;
  put("due", due > 0, fill(text.due, { count: due }));
  put("results", hasResults, sentence, "span");
  put("begun", !hasResults && answered > 0, fill(text.begun, { answered, total }));
  const saved = items.filter(({ kind, slug }) => kind === "occupation" && slug).slice(0, NAMED);
  find(place, "saved").hidden = !saved.length;
  const links = saved.map(({ slug = "", text: title }) => link(new URL(fill(address, { slug: encodeURIComponent(slug) }), ROOT).href, title));
  find(place, "titles").replaceChildren(...links.flatMap((one, at) => (at ? [" · ", one] : [one])));
}
