/** The reader's occupations, experiments, goals, people and notes as lists of rows. */
import { moveItem } from "../../../kept/items.js";
import { findAll } from "../../../site/dom.js";
import { fill } from "../../../language/words.js";
import { isDated } from "../parts/due.js";
import { paintRow } from "./paint.js";
import { Rows } from "./rows.js";

/** @typedef {import("../../../kept/items.js").Item} Item @typedef {import("./paint.js").Sight} Sight */

/** In which list an item stands. @param {Item} item */
const findList = (item) => (item.done && isDated(item) ? `${item.kind}-done` : item.kind);

/** Newest first. @param {(item: Item) => string} day */
const byDay = (day) => (/** @type {Item} */ a, /** @type {Item} */ b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0);
const byDone = byDay(({ done }) => done ?? "");

export class Lists {
  /** @type {Map<string, Rows<Item>>} */
  #lists = new Map();
  /** @type {Sight} */
  #sight;

  /** @param {HTMLElement} root holds a place for each list, and the frames of their rows @param {Sight} sight */
  constructor(root, sight) {
    this.root = root;
    this.#sight = sight;
    for (const place of findAll(root, "[data-list]")) {
      const { list = "", frame = "" } = place.dataset;
      const [template] = findAll(root, `template[data-frame=${frame}]`, HTMLTemplateElement);
      /** @type {Rows<Item>} */
      const rows = new Rows(place, template, (row, item) => {
        paintRow(row, item, frame, this.#sight);
        this.#paintMoves(row, rows.things, item);
      });
      this.#lists.set(list, rows);
    }
  }

  /** At either end a button stays where it is, with the focus, and does nothing. @param {HTMLElement} row @param {Item[]} items @param {Item} item */
  #paintMoves(row, items, item) {
    const [up, down] = row.querySelectorAll("[data-move]");
    up?.setAttribute("aria-disabled", String(items[0] === item));
    down?.setAttribute("aria-disabled", String(items.at(-1) === item));
  }

  /** @param {Item[]} items @param {Sight} sight */
  show(items, sight) {
    this.#sight = sight;
    /** @type {Map<string, Item[]>} */
    const found = new Map([...this.#lists.keys()].map((name) => [name, []]));
    for (const item of items) found.get(findList(item))?.push(item);
    found.get("note")?.reverse().sort(byDay(({ date, made }) => date ?? made));
    for (const [name, some] of found) {
      if (name.endsWith("-done")) some.sort(byDone);
      this.#lists.get(name)?.show(some);
    }
    for (const section of findAll(this.root, "[data-kind]")) {
      const { kind = "" } = section.dataset;
      const done = found.get(`${kind}-done`)?.length ?? 0;
      section.toggleAttribute("data-nothing", !done && !found.get(kind)?.length);
      for (const details of findAll(section, "[data-done-list]")) {
        details.hidden = !done;
        for (const summary of findAll(details, "summary")) summary.textContent = fill(sight.text.done_count, { count: done });
      }
    }
  }

  /** @param {string} id @returns {{row: HTMLElement, item: Item, rows: Rows<Item>} | null} */
  find(id) {
    for (const rows of this.#lists.values()) {
      const found = rows.find(id);
      if (found) return { row: found.row, item: found.thing, rows };
    }
    return null;
  }

  /** Brings the row of an item onto the page. @param {string} id @returns {HTMLElement | null} */
  reveal(id) {
    for (const rows of this.#lists.values()) if (rows.things.some((item) => item.id === id)) rows.grow(id);
    const row = this.find(id)?.row ?? null;
    const details = row?.closest("details");
    if (details) details.open = true;
    return row;
  }

  /** Shows more of the list, or all, that stands in a place. @param {HTMLElement} place @returns {HTMLElement | null} the first that was not there yet */
  grow(place) {
    return this.#lists.get(place.dataset.list ?? "")?.growNext() ?? null;
  }

  /** Shows all of everything, as for paper. */
  growAll() {
    for (const rows of this.#lists.values()) rows.growAll();
  }

  /**
   * @param {string} id @param {number} step -1 up, 1 down
   * @returns {string} what to say of it
   */
  move(id, step) {
    const { rows, item } = this.find(id) ?? {};
    const { text } = this.#sight;
    if (!rows || !item) return "";
    const { things } = rows;
    const at = things.indexOf(item);
    const to = at + step;
    if (to < 0 || to >= things.length) return step < 0 ? text.first : text.last;
    moveItem(id, (step < 0 ? things[to] : things[to + 1])?.id ?? null);
    return fill(text.moved, { place: to + 1, total: things.length });
  }

  /** Where a row was dropped. @param {string} id @param {HTMLElement | null} next the row below it @returns {string} what to say of it */
  drop(id, next) {
    const { rows } = this.find(id) ?? {};
    if (!rows) return "";
    const others = rows.things.filter((item) => item.id !== id);
    const place = next ? others.findIndex((item) => item.id === next.dataset.id) : Math.min(rows.limit, rows.things.length) - 1;
    moveItem(id, others[place]?.id ?? null);
    return fill(this.#sight.text.moved, { place: place + 1, total: rows.things.length });
  }
}
