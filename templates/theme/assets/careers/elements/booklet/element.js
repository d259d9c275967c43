/**
 * `<career-booklet>`: the plan and the worksheets as the reader has filled them in, to print. What is on the screen is
 * what is printed. Without anything written, or without scripts, it is an empty booklet.
 */
import { showAnswers } from "./answers.js";
import { PlanPart } from "./plan.js";
import { loadPlanning } from "../../data/planning.js";
import { loadEntries } from "../../kept/sheets.js";
import { isSaved } from "../../kept/store.js";
import { today } from "../../language/dates.js";
import { BOOKLET, findTarget } from "../../site/addresses.js";
import { findAll, items, link, make } from "../../site/dom.js";
import { date, fill } from "../../language/words.js";
import { Part } from "../part.js";

/**
 * @typedef {import("../../data/planning.js").Planning} Planning
 * @typedef {{name: string, title: string, count: number, show: () => Node[]}} Chapter
 */

/** What the reader leaves out, and whether empty sheets come along: kept when the page is fetched anew, as it is by the first link within it. */
const choice = { left: new Set(), blanks: false };

/** @extends {Part<Planning>} */
class CareerBooklet extends Part {
  async load() {
    try {
      return await loadPlanning();
    } catch (problem) {
      this.dataset.state = "failed";
      throw problem;
    }
  }

  start() {
    this.listen(this.find("options"), "change", ({ target }) => target instanceof HTMLInputElement && this.#choose(target));
    this.heed(null, () => this.#show());
    this.find("blanks", HTMLInputElement).checked = choice.blanks;
    this.#show();
    this.#arrive();
  }

  /** Goes to the part that the address names: it was not there when the browser looked for it. */
  #arrive() {
    const target = findTarget(this, location.hash);
    if (!target) return;
    target.tabIndex = -1;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  /** Draws all anew from what lies on the device. */
  #show() {
    const parts = this.#collect();
    this.dataset.state = parts.length ? "filled" : "empty";
    this.find("view").hidden = false;
    this.find("help").hidden = true;
    this.find("nothing").hidden = parts.length > 0;
    this.find("choosing").hidden = !parts.length;
    this.find("unsaved").hidden = isSaved();
    this.find("date").textContent = parts.length ? date(today()) : "";
    this.#offer(parts);
    this.find("filled").replaceChildren(...parts.map((part) => this.#draw(part)));
    const filled = new Set(parts.map(({ name }) => name));
    for (const blank of this.#blanks) blank.toggleAttribute("data-written", filled.has(blank.dataset.blank ?? ""));
    this.#apply(parts);
  }

  get #blanks() {
    return findAll(this, "[data-blank]");
  }

  /** What there is to print. @returns {Chapter[]} */
  #collect() {
    const planning = this.data;
    const words = planning.text.booklet;
    const plan = new PlanPart(planning.loadItems(), planning);
    const parts = [
      { name: "plan", title: words.plan, count: plan.count, show: () => plan.show() },
      { name: "journal", title: words.journal, count: plan.notes.length, show: () => plan.showJournal() },
      ...planning.sheets.map((sheet) => {
        const entries = loadEntries(sheet.key).filter(({ values }) => Object.keys(values).length);
        const show = () =>
          entries.flatMap((entry) => [
            make("h3", {}, fill(words.entry, { entry: sheet.entry ?? words.sheet, date: date(entry.made) })),
            showAnswers(entry, sheet, words),
          ]);
        return { name: sheet.key, title: fill(words.worksheet, { title: sheet.title }), count: entries.length, show };
      }),
    ];
    return parts.filter(({ count }) => count);
  }

  /** @param {Chapter} part */
  #draw({ name, title, show }) {
    const heading = make("h2", { id: BOOKLET.name(name), className: "cg-part__title" }, title);
    const section = make("section", { className: "cg-booklet__part" }, heading, ...show());
    section.dataset.part = name;
    section.setAttribute("aria-labelledby", heading.id);
    return section;
  }

  /** One box to tick for each part; the focus stays where it is. @param {Chapter[]} parts */
  #offer(parts) {
    const words = this.data.text.booklet;
    const place = this.find("parts");
    const focused = [...place.querySelectorAll("input")].find((box) => box === document.activeElement);
    const labels = parts.map(({ name, title, count }) => {
      const box = make("input", { type: "checkbox", value: name, checked: !choice.left.has(name) });
      return make("label", {}, box, make("span", {}, fill(words.counted, { title, count })));
    });
    place.replaceChildren(...labels);
    const same = [...place.querySelectorAll("input")].find(({ value }) => value === focused?.value);
    if (focused) (same ?? this.find("print")).focus();
  }

  /** @param {HTMLInputElement} box */
  #choose(box) {
    if (box.matches("[data-blanks]")) choice.blanks = box.checked;
    else if (box.checked) choice.left.delete(box.value);
    else choice.left.add(box.value);
    this.#apply(this.#collect());
  }

  /** Shows what is chosen, and lists it. @param {Chapter[]} parts */
  #apply(parts) {
    const words = this.data.text.booklet;
    const isBlank = !parts.length || choice.blanks;
    for (const section of findAll(this.find("filled"), "[data-part]")) section.hidden = choice.left.has(section.dataset.part);
    const blanks = this.#blanks;
    for (const blank of blanks) blank.hidden = !isBlank || blank.hasAttribute("data-written");
    const written = parts.filter(({ name }) => !choice.left.has(name));
    const lines = [
      ...written.map(({ name, title, count }) => link(BOOKLET.write(name), fill(words.counted, { title, count }))),
      ...blanks.filter(({ hidden }) => !hidden).flatMap((blank) => findAll(blank, "h2").slice(0, 1).map((head) => link(`#${head.id}`, head.textContent ?? ""))),
    ];
    this.find("contents").replaceChildren(...items(lines));
  }
}

customElements.define("career-booklet", CareerBooklet);
