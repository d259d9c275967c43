/**
 * `<career-booklet>`: the plan and the worksheets as the reader has filled them in, to print. What is on the screen is
 * what is printed. Without anything written, or without scripts, it is an empty booklet.
 */
import { showAnswers } from "./answers.js";
import { list, make } from "./nodes.js";
import { PlanPart } from "./plan.js";
import { loadPlan } from "../../kept/items.js";
import { loadPlanning } from "../../data/planning.js";
import { loadEntries } from "../../kept/sheets.js";
import { isSaved, watch } from "../../kept/store.js";
import { today } from "../../site/dates.js";
import { date, fill } from "../../site/words.js";

/**
 * @typedef {import("../../data/planning.js").Planning} Planning
 * @typedef {{name: string, title: string, count: number, show: () => Node[]}} Part
 */

/** What the reader leaves out, and whether empty sheets come along: kept when the page is fetched anew, as it is by the first link within it. */
const choice = { left: new Set(), blanks: false };

class CareerBooklet extends HTMLElement {
  #control = new AbortController();
  /** @type {Planning | null} */
  #planning = null;

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    try {
      this.#planning = await loadPlanning();
    } catch (problem) {
      console.warn(problem);
      this.dataset.state = "failed";
      this.find("failed").hidden = false;
      return;
    }
    if (signal.aborted) return;
    this.find("options").addEventListener("change", (/** @type {any} */ event) => this.#choose(event.target), { signal });
    for (const button of this.querySelectorAll("[data-print]")) button.addEventListener("click", () => print(), { signal });
    watch(null, () => this.#show(), signal);
    document.addEventListener("careers:changed", () => this.#show(), { signal });
    // A page that the browser had set aside was not told of changes.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#show(), { signal });
    this.find("blanks").checked = choice.blanks;
    this.#show();
    this.#arrive();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** Goes to the part that the address names: it was not there when the browser looked for it. */
  #arrive() {
    const target = /** @type {HTMLElement | null} */ (location.hash && this.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`));
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
    for (const blank of /** @type {any} */ (this.querySelectorAll("[data-blank]"))) {
      blank.toggleAttribute("data-written", filled.has(blank.dataset.blank));
    }
    this.#apply(parts);
  }

  /** What there is to print. @returns {Part[]} */
  #collect() {
    const planning = /** @type {Planning} */ (this.#planning);
    const words = planning.text.booklet;
    const plan = new PlanPart(loadPlan(), planning);
    const parts = [
      { name: "plan", title: words.plan, count: plan.count, show: () => plan.show() },
      { name: "journal", title: words.journal, count: plan.notes.length, show: () => plan.showJournal() },
      ...planning.sheets.map((sheet) => {
        const entries = loadEntries(sheet.key).filter(({ values }) => Object.keys(values).length);
        const show = () =>
          entries.flatMap((entry) => [
            make("h3", fill(words.entry, { entry: sheet.entry ?? words.sheet, date: date(entry.made) })),
            showAnswers(entry, sheet, words),
          ]);
        return { name: sheet.key, title: fill(words.worksheet, { title: sheet.title }), count: entries.length, show };
      }),
    ];
    return parts.filter(({ count }) => count);
  }

  /** @param {Part} part */
  #draw({ name, title, show }) {
    const heading = Object.assign(make("h2", title), { id: `booklet-${name}`, className: "cg-part__title" });
    const section = make("section", heading, ...show());
    section.className = "cg-booklet__part";
    section.dataset.part = name;
    section.setAttribute("aria-labelledby", heading.id);
    return section;
  }

  /** One box to tick for each part; the focus stays where it is. @param {Part[]} parts */
  #offer(parts) {
    const words = /** @type {Planning} */ (this.#planning).text.booklet;
    const focused = /** @type {any} */ (document.activeElement);
    const place = this.find("parts");
    const value = place.contains(focused) ? focused.value : "";
    const labels = parts.map(({ name, title, count }) => {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: name, checked: !choice.left.has(name) });
      return make("label", box, make("span", fill(words.counted, { title, count })));
    });
    place.replaceChildren(...labels);
    if (value) (place.querySelector(`[value="${value}"]`) ?? this.find("print")).focus();
  }

  /** @param {HTMLInputElement} box */
  #choose(box) {
    if (box.matches("[data-blanks]")) choice.blanks = box.checked;
    else if (box.checked) choice.left.delete(box.value);
    else choice.left.add(box.value);
    this.#apply(this.#collect());
  }

  /** Shows what is chosen, and lists it. @param {Part[]} parts */
  #apply(parts) {
    const words = /** @type {Planning} */ (this.#planning).text.booklet;
    const isBlank = !parts.length || choice.blanks;
    for (const section of this.find("filled").children) section.hidden = choice.left.has(section.dataset.part);
    const blanks = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-blank]")]);
    for (const blank of blanks) blank.hidden = !isBlank || blank.hasAttribute("data-written");
    const written = parts.filter(({ name }) => !choice.left.has(name));
    const lines = [
      ...written.map(({ name, title, count }) => link(`booklet-${name}`, fill(words.counted, { title, count }))),
      ...blanks.filter(({ hidden }) => !hidden).map((blank) => link(blank.querySelector("h2")?.id, blank.querySelector("h2")?.textContent)),
    ];
    this.find("contents").replaceChildren(...list("ul", lines).children);
  }
}

/** @param {string | undefined} id @param {string | null | undefined} text */
const link = (id, text) => Object.assign(make("a", text ?? ""), { href: `#${id}` });

customElements.define("career-booklet", CareerBooklet);
