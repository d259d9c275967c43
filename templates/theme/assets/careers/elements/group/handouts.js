/** What a session is to have on paper, by an address of the page. */
import { find, findAll } from "../../site/dom.js";
import { arriveAt } from "../../site/folds.js";

/** Before the names of handouts; beside the other addresses every page would bring it along. */
const PACK = "#pack=";

/** A link to the handouts of a session: these are checked, and no others. @param {HTMLElement} element */
export function checkHandouts(element) {
  if (!location.hash.startsWith(PACK)) return;
  const wanted = location.hash.slice(PACK.length).split(",");
  for (const box of findAll(element, "[data-pack]", HTMLInputElement)) box.checked = wanted.includes(box.dataset.pack ?? "");
  arriveAt(find(element, "packs"));
}
