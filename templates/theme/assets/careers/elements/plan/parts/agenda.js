/** What is due, by how soon: items of the plan and days in the worksheets. */
import { ENTRY, ITEM } from "../../../site/addresses.js";
import { find, findAll } from "../../../site/dom.js";
import { fill } from "../../../language/words.js";
import { groupDue } from "./due.js";
import { nameButtons, tellDay } from "../lists/paint.js";
import { Rows } from "../lists/rows.js";

/** @typedef {import("./due.js").Due} Due @typedef {import("../lists/paint.js").Sight} Sight */

/** What each kind of item is finished with: the button's name. */
const FINISHING = Object.freeze({ record: "experiment", review: "goal", done: "contact" });

export class Agenda {
  /** @type {Map<string, Rows<Due>>} */
  #groups = new Map();
  /** @type {Sight} */
  #sight;

  /** @param {HTMLElement} section @param {Sight} sight */
  constructor(section, sight) {
    this.section = section;
    this.#sight = sight;
    const [frame] = findAll(section, "template", HTMLTemplateElement);
    for (const place of findAll(section, "[data-group]")) {
      this.#groups.set(place.dataset.group ?? "", new Rows(place, frame, (row, due) => this.#paint(row, due)));
    }
  }

  /** @param {Due[]} due @param {Sight} sight */
  show(due, sight) {
    this.#sight = sight;
    const groups = groupDue(due, sight.day);
    for (const [name, rows] of this.#groups) {
      const found = groups[/** @type {keyof typeof groups} */ (name)];
      rows.show(found);
      find(this.section, `group=${name}`).hidden = !found.length;
    }
    const isQuiet = !groups.overdue.length && !groups.today.length && !groups.soon.length;
    const quiet = find(this.section, "quiet");
    quiet.hidden = !isQuiet;
    quiet.textContent = groups.later.length ? fill(sight.text.quiet, { when: tellDay(groups.later[0].day, sight.day, sight.text) }) : sight.text.nothing_dated;
    find(this.section, "later-title").textContent = fill(sight.text.later_count, { count: groups.later.length });
  }

  growAll() {
    for (const rows of this.#groups.values()) rows.growAll();
  }

  /** Shows more of one group. @param {HTMLElement} place @returns {HTMLElement | null} the first that was not there yet */
  grow(place) {
    return this.#groups.get(place.dataset.group ?? "")?.growNext() ?? null;
  }

  /** @param {HTMLElement} row @param {Due} due */
  #paint(row, { id, uid, day, text, item, sheet, entry }) {
    const { text: words, day: today } = this.#sight;
    find(row, "what").textContent = item ? words.kinds[item.kind] : fill(words.worksheet, { title: sheet?.title });
    find(row, "when").textContent = tellDay(day, today, words);
    const href = item ? ITEM.write(id ?? "") : `${sheet?.url}${ENTRY.write(entry?.id ?? "")}`;
    Object.assign(find(row, "go", HTMLAnchorElement), { textContent: text, href });
    row.dataset.uid = uid;
    find(row, "actions").hidden = !item;
    for (const [name, kind] of Object.entries(FINISHING)) find(row, name).hidden = item?.kind !== kind;
    nameButtons(row, text, words);
  }
}
