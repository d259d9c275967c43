/** A list of things as rows on the page. A row stays the same node for as long as it stands, with what is typed in it. */
import { copy, find, findAll } from "../../../site/dom.js";

/** As many rows are shown at first, and more at a time. */
const SHOWN = 30;

/** @typedef {{id?: string, uid?: string}} Thing an item of the plan, or what is due */

/** Whether the reader is writing in a row. @param {HTMLElement} row */
const isBusy = (row) => row.contains(document.activeElement) && Boolean(document.activeElement?.matches("input, select, textarea"));

/** @template {Thing} T */
export class Rows {
  /** @type {Map<string, {row: HTMLElement, thing: T}>} */
  #rows = new Map();
  /** @type {T[]} all of them, shown or not */
  things = [];
  limit = SHOWN;

  /**
   * @param {ParentNode} place holds the list, and mostly the button that shows more of a long one
   * @param {HTMLTemplateElement} frame of one row
   * @param {(row: HTMLElement, thing: T) => void} paint
   */
  constructor(place, frame, paint) {
    this.list = find(place, "rows");
    this.more = findAll(place, "[data-more]");
    this.frame = frame;
    this.paint = paint;
    this.list.replaceChildren();
  }

  /** @param {T[]} things in their order */
  show(things) {
    this.things = things;
    const shown = things.slice(0, this.limit);
    const focused = document.activeElement;
    const keys = new Set(shown.map(key));
    for (const [name, { row }] of this.#rows) {
      // What is being written in is not taken away, even if another tab has deleted it.
      row.toggleAttribute("data-gone", !keys.has(name));
      if (keys.has(name) || isBusy(row)) continue;
      row.remove();
      this.#rows.delete(name);
    }
    const skip = (/** @type {Element | null} */ row) => {
      while (row?.hasAttribute("data-gone")) row = row.nextElementSibling;
      return row;
    };
    let next = skip(this.list.firstElementChild);
    for (const thing of shown) {
      const row = this.#rows.get(key(thing))?.row ?? this.#make();
      this.#rows.set(key(thing), { row, thing });
      row.dataset.id = thing.id ?? "";
      this.paint(row, thing);
      if (row === next) next = skip(next.nextElementSibling);
      else this.list.insertBefore(row, next);
    }
    // A row that has been moved lost the focus on its way.
    if (focused instanceof HTMLElement && this.list.contains(focused)) focused.focus({ preventScroll: true });
    for (const more of this.more) more.hidden = things.length <= this.limit;
  }

  /** @returns {HTMLElement} */
  #make() {
    return findAll(copy(this.frame), "li")[0];
  }

  /** @param {string} id */
  find(id) {
    return this.#rows.get(id);
  }

  /** Makes room for the row of a thing, or for some more. @param {string} [id] */
  grow(id) {
    const at = id ? this.things.findIndex((thing) => key(thing) === id) : this.limit;
    if (at >= this.limit) this.limit = at + SHOWN;
    this.show(this.things);
  }

  /** Shows some more. @returns {HTMLElement | null} the first that was not there yet */
  growNext() {
    const { limit } = this;
    this.grow();
    return findAll(this.list, ":scope > li")[limit] ?? null;
  }

  /** Shows all, as for paper. */
  growAll() {
    this.limit = Infinity;
    this.show(this.things);
  }
}

/** @param {Thing} thing @returns {string} */
const key = ({ uid, id }) => uid ?? id ?? "";
