/** The occupations at one place of the map, as a list below it. */
import { fill, readSentence } from "../../language/words.js";
import { MOST_CARDS } from "../../site/constants.js";
import { find, items, link } from "../../site/dom.js";

export class Here {
  /** @type {import("./clusters.js").Point[]} */
  #points = [];
  /** Where the focus goes back to. @type {() => void} */
  #leave = () => {};

  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
  }

  /** @param {import("./clusters.js").Point[]} points @param {string} title @param {() => void} leave gives the focus back */
  open(points, title, leave) {
    this.#points = points;
    this.#leave = leave;
    const heading = find(this.place, "here-title");
    heading.textContent = title;
    find(this.place, "here-list").replaceChildren();
    this.place.hidden = false;
    this.#add();
    heading.focus();
  }

  more() {
    const list = find(this.place, "here-list");
    const before = list.children.length;
    this.#add();
    list.children[before]?.querySelector("a")?.focus();
  }

  close() {
    if (this.place.hidden) return;
    const hadFocus = this.place.contains(document.activeElement);
    this.place.hidden = true;
    if (hadFocus) this.#leave();
  }

  #add() {
    const list = find(this.place, "here-list");
    const shown = list.children.length;
    list.append(...items(this.#points.slice(shown, shown + MOST_CARDS).map(({ href, title }) => link(href, title))));
    const more = find(this.place, "here-more");
    const left = this.#points.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = fill(readSentence(more.dataset.sentence), { count: Math.min(left, MOST_CARDS) });
  }
}
