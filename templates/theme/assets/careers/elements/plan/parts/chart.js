/** Interest over time: the line, and the same figures as a table. */
import { copy, draw, fillCells, find } from "../../../site/dom.js";
import { date, fill } from "../../../language/words.js";
import { nameOccupation, shorten } from "../lists/paint.js";

const WIDTH = 300;
const HEIGHT = 100;
const RADIUS = 4;

/** @typedef {import("../../../kept/items.js").Item} Item */

/** Notes that say how strong the interest was, the oldest first. @param {Item[]} notes @param {string} [slug] only those about one occupation @returns {Item[]} */
export const pickNotes = (notes, slug) =>
  notes
    .filter((note) => note.kind === "note" && note.interest && (!slug || note.slug === slug))
    .sort((a, b) => (findDay(a) < findDay(b) ? -1 : findDay(a) > findDay(b) ? 1 : 0));

const findDay = (/** @type {Item} */ { date: day, made }) => day ?? made;

/**
 * Places in a field of 300 by 100: across by time, upwards by interest. Where all is of one day, one after the other.
 *
 * @param {Item[]} notes the oldest first @returns {[x: number, y: number][]}
 */
export function placeNotes(notes) {
  const times = notes.map((note) => Date.parse(findDay(note)));
  const [first] = times;
  const span = times[times.length - 1] - first;
  return notes.map(({ interest = 1 }, at) => {
    const share = span ? (times[at] - first) / span : at / Math.max(1, notes.length - 1);
    return [Math.round(share * WIDTH * 10) / 10, HEIGHT - ((interest - 1) / 4) * HEIGHT];
  });
}

export class Chart {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
  }

  /** @param {string} name */
  #find(name) {
    return find(this.section, name);
  }

  /** @param {Item[]} items @param {import("../lists/paint.js").Sight} sight */
  show(items, sight) {
    const { text, names } = sight;
    const all = pickNotes(items);
    const select = find(this.section, "which", HTMLSelectElement);
    const slugs = [...new Set(all.flatMap(({ slug }) => slug ?? []))];
    const chosen = slugs.includes(select.value) ? select.value : "";
    select.replaceChildren(select.options[0], ...slugs.map((slug) => new Option(nameOccupation(slug, names), slug)));
    select.value = chosen;
    for (const label of select.labels ?? []) label.hidden = !slugs.length;
    const notes = pickNotes(items, chosen);
    this.#find("too-few").hidden = this.#find("line-part").hidden = true;
    if (notes.length < 2) {
      this.#find("too-few").textContent = notes.length ? text.one_point : text.no_point;
      this.#find("too-few").hidden = false;
      return;
    }
    this.#draw(notes, sight);
    this.#find("line-part").hidden = false;
  }

  /** @param {Item[]} notes @param {import("../lists/paint.js").Sight} sight */
  #draw(notes, { text, names }) {
    const places = placeNotes(notes);
    find(this.section, "line", SVGElement).setAttribute("points", places.map((place) => place.join(",")).join(" "));
    find(this.section, "dots", SVGElement).replaceChildren(...places.map(([cx, cy]) => draw("circle", { cx, cy, r: RADIUS })));
    const ends = [notes[0], notes[notes.length - 1]];
    const [first, last] = ends.map((note) => date(findDay(note)));
    this.#find("first").textContent = first;
    this.#find("last").textContent = last === first ? "" : last;
    const [from, to] = ends.map(({ interest }) => interest);
    find(this.section, "line-title", SVGElement).textContent = fill(text.line, { count: notes.length, first, last, from, to });
    const frame = find(this.section, "line-row", HTMLTemplateElement);
    const rows = notes.map((note) => {
      const row = copy(frame);
      const about = note.slug && nameOccupation(note.slug, names);
      const cells = [date(findDay(note)), fill(text.step_of, { step: note.interest }), shorten(note.text, text)];
      if (about) cells[2] = fill(text.named, { action: about, text: cells[2] });
      fillCells(row, cells);
      return row;
    });
    this.#find("line-rows").replaceChildren(...rows);
  }
}
