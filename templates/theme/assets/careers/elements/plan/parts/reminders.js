/** The dates of plan and worksheets for the reader's own calendar. */
import { findGone, follow, keepHanded, loadHanded } from "../../../kept/files/handed.js";
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
    const gone = [...findGone(loadHanded(), due, today()).values()].filter((one) => !one.gone).length;
    const told = [
      due.length ? fill(text.dates, { count: due.length }) : gone ? "" : text.no_dates,
      gone ? fill(text.dates_gone, { count: gone }) : "",
    ];
    this.#find("calendar").setAttribute("aria-disabled", String(!due.length && !gone));
    this.#find("dates").textContent = told.filter(Boolean).join(" ");
  }

  async save() {
    if (this.#find("calendar").getAttribute("aria-disabled") === "true") return;
    const { text, site, address } = this.planning;
    const { writeCalendar } = await this.bring(() => import("../calendar.js"));
    const { events, gone, handed } = follow(makeEvents(this.#due, text.plan), loadHanded(), today());
    const content = writeCalendar(events, gone, { site, address, text: text.calendar, now: new Date() });
    const name = fill(text.calendar.file_name, { date: today() });
    download(name, content, "text/calendar");
    keepHanded(handed);
    this.show(this.#due);
    this.#find("offered").textContent = fill(text.plan.calendar_saved, { name });
  }
}
