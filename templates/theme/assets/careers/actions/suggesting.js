/** Titles that a box offers: those in which stands what is typed, a few dozen, since thousands would hold up the page. */
import { MOST_CARDS } from "../site/constants.js";

/**
 * @param {HTMLInputElement} input @param {HTMLElement} list its datalist
 * @param {{title: string, isOutline: boolean}[]} occupations those with a guide first @param {string} mark stands beside outlines
 */
export function suggest(input, list, occupations, mark) {
  const offer = () => {
    const typed = input.value.trim().toLowerCase();
    const fitting = occupations.filter(({ title }) => title.toLowerCase().includes(typed));
    list.replaceChildren(...fitting.slice(0, MOST_CARDS).map(({ title, isOutline }) => new Option(isOutline ? mark : title, title)));
  };
  // Not one more each time that there are other titles.
  input.oninput = offer;
  offer();
}
