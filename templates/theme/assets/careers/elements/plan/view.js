/** All that stands on the page, drawn from what lies on the device. */
import { findTaken, hasRecords } from "../../kept/records.js";
import { today } from "../../language/dates.js";
import { findReminders, loadEntries } from "../../kept/sheets.js";
import { findUnreadable, isAllowed, isSaved } from "../../kept/store.js";
import { closest, find, findAll } from "../../site/dom.js";
import { Agenda } from "./parts/agenda.js";
import { findDue } from "./parts/due.js";
import { Hexagon } from "./parts/hexagon.js";
import { Lists } from "./lists/lists.js";
import { offerOccupations } from "./lists/paint.js";
import { countMethods, isBegun } from "./parts/progress.js";
import { Reminders } from "./parts/reminders.js";
import { Worksheets } from "./parts/worksheets.js";

/** @typedef {import("../../kept/items.js").Item} Item */

export class View {
  /** Where the reader stands in the methods, once it is known. @type {import("./parts/results.js").Standing | null} */
  #standing = null;

  /** @param {import("../part.js").Part<unknown>} root @param {import("../../data/planning.js").Planning} planning */
  constructor(root, planning) {
    this.root = root;
    /** @type {import("./lists/paint.js").Sight & {load: typeof loadEntries}} */
    this.sight = { text: planning.text.plan, planning, day: today(), names: new Map(), load: loadEntries };
    this.lists = new Lists(root, this.sight);
    this.agenda = new Agenda(this.#find("section=due"), this.sight);
    this.hexagon = new Hexagon(this.#find("section=progress"), this.#find("section=next"));
    this.worksheets = new Worksheets(this.#find("section=worksheets"));
    this.reminders = new Reminders(this.#find("section=calendar"), planning, (fetch) => root.bring(fetch));
  }

  /** @param {string} name */
  #find(name) {
    return this.root.find(name);
  }

  show() {
    const { sheets, text } = this.sight.planning;
    const items = this.sight.planning.loadItems();
    const starred = items.filter(({ kind, slug }) => kind === "occupation" && slug);
    this.sight = { ...this.sight, day: today(), names: new Map(starred.map(({ slug = "", text: title }) => [slug, title])) };
    const isEmpty = !items.length && !sheets.some(({ key }) => isBegun(loadEntries(key)));
    this.root.dataset.state = isEmpty ? "empty" : "filled";
    this.#find("begin").hidden = !isEmpty;
    this.#find("not-taken").hidden = hasRecords();
    this.#find("taken").hidden = !hasRecords();
    for (const name of ["due", "next"]) this.#find(`section=${name}`).hidden = isEmpty;
    const due = findDue(items, findReminders(sheets, loadEntries));
    this.agenda.show(due, this.sight);
    this.lists.show(items, this.sight);
    this.worksheets.show(sheets, loadEntries, text.plan);
    this.reminders.show(due);
    this.#showProgress(items);
    this.#showResults(items);
    this.showChart(items);
    for (const select of findAll(this.root, "form[data-adding] select[data-value=slug]", HTMLSelectElement)) offerOccupations(select, this.sight.names);
    this.#find("unsaved").hidden = isSaved() && isAllowed();
    // After the reading above, which sets aside what cannot be read.
    this.#find("unreadable").hidden = !findUnreadable().length;
  }

  /** @param {Item[]} items */
  #showProgress(items) {
    const { methods, sheets } = this.sight.planning;
    this.hexagon.show(countMethods(methods, items, sheets, loadEntries, findTaken()), this.#standing, this.sight);
  }

  /** What the assessments say, with modules that only those who took one need. @param {Item[]} items */
  async #showResults(items) {
    const section = this.#find("section=differences");
    const { root } = this;
    const module = hasRecords() ? await root.bring(() => import("./parts/results.js")) : null;
    const results = module && (await root.bring(module.loadResults));
    this.#standing = module && results ? module.findStanding(results) : null;
    const isRepeated = Boolean(module && results && module.isRepeated(results));
    section.toggleAttribute("data-nothing", !isRepeated);
    this.#find("see-difference").hidden = !isRepeated;
    if (this.#standing) this.#showProgress(items);
    if (!isRepeated || !results) return;
    const { showDifferences } = await root.bring(() => import("./parts/differences.js"));
    showDifferences(section, results, this.sight.text);
  }

  /** @param {Item[]} items */
  async showChart(items) {
    const part = this.#find("chart");
    part.hidden = !items.some(({ kind }) => kind === "note");
    if (part.hidden) return;
    const { Chart } = await this.root.bring(() => import("./parts/chart.js"));
    new Chart(part).show(items, this.sight);
  }

  /** Shows all that is folded away on the screen, as for paper. */
  unfold() {
    this.lists.growAll();
    this.agenda.growAll();
    for (const details of findAll(this.root, "details[data-opens]", HTMLDetailsElement)) details.open = true;
  }

  /** The item that a control stands with. @param {Element} control @returns {{id: string, row: HTMLElement | undefined, item: Item}} */
  locate(control) {
    const { id = "" } = closest(control, "[data-id]")?.dataset ?? {};
    const { row, item } = this.lists.find(id) ?? {};
    return { id, row, item: /** @type {Item} */ (item ?? this.sight.planning.loadItems().find((one) => one.id === id)) };
  }

  /** @param {string} id @returns {HTMLElement | null} what of the item can have the focus, once it stands on the page */
  reveal(id) {
    const row = this.lists.reveal(id);
    return row && find(row, "text");
  }
}
