/** The dates of plan and worksheets for the reader's own calendar. */
import { today } from "../../../language/dates.js";
import { ENTRY } from "../../../site/addresses.js";
import { find } from "../../../site/dom.js";
import { download } from "../../../actions/downloading.js";
import { fill } from "../../../language/words.js";

/** @import {Texts} from "../../../data/types.d.ts" */

/**
 * @param {import("./due.js").Due[]} due @param {Texts["planning"]["plan"]} text
 * @returns {import("../calendar.js").Event[]}
 */
export const makeEvents = (due, text) =>
  due.map(({ uid, day, text: title, item, sheet, entry, revision, changed }) => ({
    uid,
    day,
    text: item ? fill(text.event[item.kind], { text: title }) : title,
    about: item?.about ?? (sheet && fill(text.worksheet, { title: sheet.title })),
    revision,
    changed,
    ...(sheet && { url: sheet.url + ENTRY.write(entry?.id ?? "") }),
  }));

export class Reminders {
  /** @type {import("./due.js").Due[]} */
  #due = [];

  /** @param {HTMLElement} section @param {import("../../../data/planning.js").Planning} planning @param {import("../../part.js").Part["bring"]} bring */
  constructor(section, planning, bring) {
    this.section = section;
    this.planning = planning;
    this.bring = bring;
  }

  /** @param {string} name */
  #find(name) {
    return find(this.section, name);
  }

  /** @param {import("./due.js").Due[]} due */
  show(due) {
    this.#due = due;
    const text = this.planning.text.plan;
    const button = this.#find("calendar");
    button.setAttribute("aria-disabled", String(!due.length));
    this.#find("dates").textContent = due.length ? fill(text.dates, { count: due.length }) : text.no_dates;
  }

  async save() {
    if (!this.#due.length) return;
    const { text, site, address } = this.planning;
    const { writeCalendar } = await this.bring(() => import("../calendar.js"));
    const content = writeCalendar(makeEvents(this.#due, text.plan), { site, address, text: text.calendar, now: new Date() });
    const name = fill(text.calendar.file_name, { date: today() });
    download(name, content, "text/calendar");
    this.#find("offered").textContent = fill(text.plan.calendar_saved, { name });
  }
}
