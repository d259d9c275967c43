/** The six ways to explore an occupation, as its page has them: their only source. */
import { EXPLORE } from "../../site/addresses.js";
import { findAll } from "../../site/dom.js";

/** @typedef {{method: string, item: HTMLElement}} Way an entry of the list under the heading of its method */

/** @returns {Way[]} in the order of the page */
export function readWays() {
  const headings = findAll(document, `h3[id^=${EXPLORE.name("")}]`);
  return headings.flatMap((heading) => {
    const method = EXPLORE.read(`#${heading.id}`) ?? "";
    const items = [];
    // The first one stands in a list, the others in a list that is folded up.
    for (let node = heading.nextElementSibling; node && !/^H[23]$/.test(node.tagName); node = node.nextElementSibling) {
      items.push(...findAll(node, node.tagName === "UL" ? ":scope > li" : ":scope > ul > li"));
    }
    return items.map((item) => ({ method, item }));
  });
}

/** What an entry says, without what scripts have put into it. @param {HTMLElement} item @returns {{text: string, takes?: string, cost?: string}} */
export function readWay(item) {
  const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
  copy.querySelector("[data-adding]")?.remove();
  const [takes, cost] = [...copy.querySelectorAll("strong")].map(tell);
  return copy.querySelector("p") ? { text: tell(copy.querySelector("p")), takes, cost } : { text: tell(copy) };
}

/** @param {Element | null} node */
const tell = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
