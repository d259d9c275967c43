/** Titles that a box offers: those in which stands what is typed, a few dozen, since thousands would hold up the page. */
import { MOST_CARDS } from "../site/constants.js";

/** @param {HTMLInputElement} input @param {HTMLElement} list its datalist @param {string[]} titles */
export function suggest(input, list, titles) {
  const offer = () => {
    const typed = input.value.trim().toLowerCase();
    const fitting = titles.filter((title) => title.toLowerCase().includes(typed));
    list.replaceChildren(...fitting.slice(0, MOST_CARDS).map((title) => new Option(title)));
  };
  // Not one more each time that there are other titles.
  input.oninput = offer;
  offer();
}
