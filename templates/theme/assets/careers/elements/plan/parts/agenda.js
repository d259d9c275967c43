/** What is due, by how soon: items of the plan and days in the worksheets. */
import { fill } from "../../../site/words.js";
import { groupDue } from "./due.js";
import { shorten, tellDay } from "../lists/paint.js";
import { Rows } from "../lists/rows.js";

/** @typedef {import("./due.js").Due} Due @typedef {import("../lists/paint.js").Sight} Sight */

export class Agenda {
  /** @type {Map<string, Rows<Due>>} */
  #groups = new Map();
  /** @type {Sight} */
  #sight;

  /** @param {any} section @param {Sight} sight */
  constructor(section, sight) {
    this.section = section;
    this.#sight = sight;
    const frame = section.querySelector("template");
    for (const place of section.querySelectorAll("[data-group]")) {
      this.#groups.set(place.dataset.group, new Rows(place, frame, (row, due) => this.#paint(row, due)));
    }
  }

  /** @param {Due[]} due @param {Sight} sight */
  show(due, sight) {
    this.#sight = sight;
    const groups = groupDue(due, sight.day);
    for (const [name, rows] of this.#groups) {
      const found = groups[/** @type {keyof typeof groups} */ (name)];
      rows.show(found);
      this.section.querySelector(`[data-group=${name}]`).hidden = !found.length;
    }
    const isQuiet = !groups.overdue.length && !groups.today.length && !groups.soon.length;
    const quiet = this.section.querySelector("[data-quiet]");
    quiet.hidden = !isQuiet;
    quiet.textContent = groups.later.length ? fill(sight.text.quiet, { when: tellDay(groups.later[0].day, sight.day, sight.text) }) : sight.text.nothing_dated;
    this.section.querySelector("[data-later-title]").textContent = fill(sight.text.later_count, { count: groups.later.length });
  }

  growAll() {
    for (const rows of this.#groups.values()) {
      rows.limit = Infinity;
      rows.show(rows.things);
    }
  }

  /** Shows more of one group. @param {any} place @returns {any} the first that was not there yet */
  grow(place) {
    const rows = this.#groups.get(place.dataset.group);
    const { limit = 0 } = rows ?? {};
    rows?.grow();
    return rows?.list.children[limit];
  }

  /** @param {any} row @param {Due} due */
  #paint(row, { id, uid, day, text, item, sheet, entry }) {
    const { text: words, day: today } = this.#sight;
    /** @param {string} name @returns {any} */
    const find = (name) => row.querySelector(`[data-${name}]`);
    find("what").textContent = item ? words.kinds[item.kind] : fill(words.worksheet, { title: sheet?.title });
    find("when").textContent = tellDay(day, today, words);
    find("go").textContent = text;
    find("go").href = item ? `#plan-item-${id}` : `${sheet?.url}#entry-${entry?.id}`;
    row.dataset.uid = uid;
    find("actions").hidden = !item;
    for (const name of ["record", "review", "done"]) {
      const button = find(name);
      if (button) button.hidden = item?.kind !== { record: "experiment", review: "goal", done: "contact" }[name];
    }
    for (const button of row.querySelectorAll("[data-named]")) {
      button.setAttribute("aria-label", fill(words.named, { action: button.textContent.trim(), text: shorten(text, words) }));
    }
  }
}
