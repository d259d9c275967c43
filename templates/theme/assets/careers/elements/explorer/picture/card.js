/** The occupation that has been chosen in the picture: the mark on its dot, and what is known of it, with all one can do. */
import { fill, list } from "../../../language/words.js";
import { copy, find } from "../../../site/dom.js";
import { TIMES } from "./layout.js";

/** @import {Facets} from "../filtering.js" @import {Dot} from "./layout.js" @import {Listing} from "../listing.js" */

export class Card {
  /** @type {Dot | null} */
  dot = null;

  /** @param {HTMLElement} root the picture @param {Listing} listing */
  constructor(root, listing) {
    this.root = root;
    this.listing = listing;
    this.place = find(root, "card");
    this.marker = find(root, "marker", HTMLAnchorElement);
    /** @type {Record<string, string>} */
    this.takes = JSON.parse(root.dataset.takes ?? "{}");
  }

  /** @param {Dot} dot */
  title = ({ at }) => this.listing.facets.title[at];

  /** @param {Dot | null} dot null: none is chosen @param {Facets | undefined} facets @param {boolean} isSaid aloud to who cannot see it */
  show(dot, facets, isSaid) {
    const before = this.dot;
    this.dot = dot;
    find(this.root, "hint").hidden = Boolean(dot);
    this.#mark(dot);
    if (!dot || !facets) {
      this.place.replaceChildren();
      return;
    }
    if (before?.at !== dot.at || !this.place.firstChild) this.place.replaceChildren(copy(find(this.root, "card-frame", HTMLTemplateElement)));
    this.listing.link(this.place, dot.at);
    this.listing.mark(this.place, dot.at);
    this.place.dataset.field = facets.values.field[facets.columns.field[dot.at][0]];
    const facts = [this.listing.pay(dot.at), fill(this.root.dataset.time ?? "", { time: this.takes[TIMES[dot.time][0]] }), this.listing.field(dot.at)];
    find(this.place, "facts").textContent = facts.join(" · ");
    this.marker.href = find(this.place, "title", HTMLAnchorElement).href;
    this.marker.ariaLabel = `${this.title(dot)}: ${list(facts, "unit")}`;
    if (isSaid) find(this.root, "said").textContent = this.marker.ariaLabel;
  }

  /** The mark stands on the dot, and is the one stop of the Tab key. @param {Dot | null} dot */
  #mark(dot) {
    this.marker.toggleAttribute("data-on", Boolean(dot));
    if (!dot) {
      this.marker.removeAttribute("href");
      this.marker.tabIndex = 0;
      this.marker.ariaLabel = this.root.dataset.begin ?? "";
      return;
    }
    const { style } = this.marker;
    [style.left, style.top, style.width, style.height] = [dot.x, dot.y, 2 * dot.r + 6, 2 * dot.r + 6].map((pixels) => `${pixels}px`);
  }
}
