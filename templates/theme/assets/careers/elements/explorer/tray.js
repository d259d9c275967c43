/** What each row of the list offers in place: to save the occupation, and to tick it for comparing. */
import { MOST_ITEMS, addItem, findSaved, loadPlan, removeItem } from "../../kept/items.js";
import { isSaved } from "../../kept/store.js";
import { fill, readSentence } from "../../language/words.js";
import { COMPARE } from "../../site/addresses.js";
import { find, findAll } from "../../site/dom.js";
import { MOST } from "../compare/choice.js";

export class Tray {
  /** Slugs, as they were ticked; other filters leave them. @type {string[]} */
  #ticked = [];
  /** Those before all were taken out. @type {string[]} */
  #before = [];

  /** @param {HTMLElement} element the explorer @param {import("./filtering.js").Facets} facets */
  constructor(element, { slug, title }) {
    this.element = element;
    /** @type {Record<string, string>} by slug */
    this.titles = Object.fromEntries(slug.map((one, at) => [one, title[at]]));
    this.bar = find(element, "tray");
  }

  /** Takes over what was ticked or not. @param {HTMLInputElement} box */
  tick(box) {
    const others = this.#ticked.filter((slug) => slug !== box.value);
    const isFull = box.checked && others.length >= MOST;
    this.#ticked = box.checked && !isFull ? [...others, box.value] : others;
    this.#before = [];
    this.show();
    if (isFull) this.#tell(this.bar.dataset.full);
  }

  /** Takes all out, or brings them back. */
  turn() {
    [this.#before, this.#ticked] = [this.#ticked, this.#before];
    this.show();
    find(this.bar, "turn").focus();
  }

  /** Saves it to the plan, or takes it out again. @param {HTMLElement} button */
  save(button) {
    const slug = button.dataset.save ?? "";
    const own = loadPlan().filter((one) => one.kind === "occupation" && one.slug === slug);
    for (const { id } of own) removeItem(id);
    const isFull = !own.length && !addItem({ kind: "occupation", text: this.titles[slug], slug });
    this.show();
    this.#tell(isFull ? fill(this.bar.dataset.overfull ?? "", { most: MOST_ITEMS }) : isSaved() ? "" : this.bar.dataset.unkept);
  }

  /** All rows that are there, and the tray. */
  show() {
    const [ticked, stars] = [this.#ticked, findSaved()];
    for (const box of findAll(this.element, "[data-tick]", HTMLInputElement)) {
      box.checked = ticked.includes(box.value);
      box.ariaLabel = `${box.nextElementSibling?.textContent}: ${this.titles[box.value]}`;
    }
    for (const button of findAll(this.element, "[data-save]")) {
      const { save: slug = "" } = button.dataset;
      button.textContent = (stars.has(slug) ? this.bar.dataset.saved : this.bar.dataset.unsaved) ?? "";
      button.ariaLabel = `${button.textContent}: ${this.titles[slug]}`;
    }
    find(this.element, "stars").textContent = String(stars.size);
    this.#tell("");
    this.bar.hidden = !ticked.length && !this.#before.length;
    find(this.bar, "names").textContent = ticked.map((slug) => this.titles[slug]).join(" · ");
    const go = find(this.bar, "go", HTMLAnchorElement);
    go.hidden = !ticked.length;
    go.textContent = fill(readSentence(go.dataset.sentence), { count: ticked.length });
    go.href = `${go.href.split("#")[0]}${COMPARE.write(ticked.join(","))}`;
    const turn = find(this.bar, "turn");
    turn.textContent = (ticked.length ? turn.dataset.clearWords : turn.dataset.undo) ?? "";
  }

  /** @param {string | undefined} sentence */
  #tell(sentence) {
    if (sentence) this.bar.hidden = false;
    find(this.bar, "tray-status").textContent = sentence ?? "";
  }
}
