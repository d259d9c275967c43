/** The worksheets, and which of them the reader has begun. */
import { find, findAll } from "../../../site/dom.js";
import { date, fill } from "../../../language/words.js";
import { isBegun } from "./progress.js";
import { Rows } from "../lists/rows.js";

/** @import {Texts} from "../../../data/types.d.ts" */

/** @typedef {{uid: string, sheet: import("../../../kept/sheets.js").Sheet, state: string}} Shown */

/** The day of a moment, where the reader is. @param {number} time milliseconds; what is to come is now */
function findDay(time) {
  const moment = new Date(Math.min(time, Date.now()));
  return new Date(+moment - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export class Worksheets {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    const paint = (/** @type {HTMLElement} */ row, /** @type {Shown} */ { sheet, state }) => {
      for (const way of row.querySelectorAll("a")) Object.assign(way, { href: sheet.url, textContent: sheet.title });
      find(row, "state").textContent = state;
    };
    const [frame] = findAll(section, "template", HTMLTemplateElement);
    /** @type {Rows<Shown>} */
    this.begun = new Rows(this.#find("begun"), frame, paint);
    /** @type {Rows<Shown>} */
    this.others = new Rows(this.#find("not-begun"), frame, paint);
  }

  /** @param {string} name */
  #find(name) {
    return find(this.section, name);
  }

  /** @param {import("../../../kept/sheets.js").Sheet[]} sheets @param {(key: string) => import("../../../kept/sheets.js").Entry[]} load @param {Texts["planning"]["plan"]} text */
  show(sheets, load, text) {
    const begun = [];
    const others = [];
    for (const sheet of sheets) {
      const entries = load(sheet.key);
      if (!isBegun(entries)) {
        others.push({ uid: sheet.key, sheet, state: "" });
        continue;
      }
      const last = Math.max(...entries.map(({ changed }) => changed));
      const sentence = entries.length > 1 ? text.entries_changed : text.changed;
      begun.push({ uid: sheet.key, sheet, state: fill(sentence, { count: entries.length, date: date(findDay(last)) }) });
    }
    this.begun.show(begun);
    this.others.show(others);
    this.#find("none-begun").hidden = begun.length > 0;
    this.#find("not-begun").hidden = !others.length;
    this.#find("not-begun-title").textContent = fill(begun.length ? text.not_begun : text.all_sheets, { count: others.length });
  }
}
