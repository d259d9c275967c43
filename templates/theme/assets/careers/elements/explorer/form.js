/** The form of the filters: what is asked for by it, and what each further choice would leave. */
import { number } from "../../language/words.js";
import { find, findAll } from "../../site/dom.js";
import { makeEmpty } from "./state.js";

/** @typedef {import("./filtering.js").Wish & {view: string}} Wish */

export class Form {
  /** @param {HTMLElement} element the explorer */
  constructor(element) {
    this.element = element;
  }

  /** What the form asks for. @returns {Wish} */
  read() {
    const wish = makeEmpty();
    for (const box of this.#boxes) {
      if (!box.checked) continue;
      const facet = facetOf(box);
      wish.chosen[facet] = [...(wish.chosen[facet] ?? []), box.value];
    }
    wish.every = this.#switches.filter(({ checked }) => checked).map(({ dataset }) => dataset.every ?? "");
    const change = this.#list("change").value;
    wish.pay = this.#list("pay").value;
    wish.change = change === "" ? null : Number(change);
    wish.starred = this.#box("starred").checked;
    wish.guided = this.#box("guided").checked;
    wish.unsure = this.#box("unsure").checked;
    wish.sort = this.#list("sort").value;
    wish.view = this.#views.find(({ checked }) => checked)?.value ?? wish.view;
    return wish;
  }

  /** Puts what is asked for into the form. @param {Wish} wish */
  fillIn({ chosen, every, pay, change, starred, guided, unsure, sort, view }) {
    for (const box of this.#boxes) box.checked = (chosen[facetOf(box)] ?? []).includes(box.value);
    for (const box of this.#switches) box.checked = every.includes(box.dataset.every ?? "");
    this.view(view);
    this.#select("pay", pay);
    this.#select("change", change === null ? "" : String(change));
    this.#box("starred").checked = starred;
    this.#box("guided").checked = guided;
    this.#box("unsure").checked = unsure;
    this.#list("sort").value = sort;
  }

  /** @param {Record<string, number[]>} counts @param {Record<string, string[]>} values of each facet */
  count(counts, values) {
    for (const box of this.#boxes) {
      const facet = facetOf(box);
      const count = counts[facet][values[facet].indexOf(box.value)];
      // Not `labels`: to find these a browser goes through the whole page, for each box anew.
      const label = box.closest("label") ?? box;
      find(label, "count").textContent = number(count);
      // What would leave nothing stays in sight but steps back.
      label.toggleAttribute("data-nothing", !count && !box.checked);
    }
    for (const part of findAll(this.element, "form details")) {
      const checked = part.querySelectorAll("[data-facet]:checked").length;
      find(part, "chosen").textContent = checked ? `(${checked})` : "";
    }
  }

  /** All that narrows the list, in the order of the form. */
  get chosen() {
    const lists = [this.#list("pay"), this.#list("change")].filter(({ value }) => value);
    return [...this.#boxes, ...lists, this.#box("starred"), this.#box("guided")].filter((one) => one instanceof HTMLSelectElement || one.checked);
  }

  /** @param {string} view */
  view(view) {
    for (const box of this.#views) box.checked = box.value === view;
  }

  /** A field of work is asked for, or no more. @param {string} field */
  turnField(field) {
    for (const box of this.#boxes) if (facetOf(box) === "field" && box.value === field) box.checked = !box.checked;
  }

  /** A link may ask for an amount that the list does not offer. @param {string} name @param {string} value */
  #select(name, value) {
    const select = this.#list(name);
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(value.replace("-", " "), value));
    select.value = value;
  }

  get #boxes() {
    return findAll(this.element, "[data-facet]", HTMLInputElement);
  }

  /** The boxes that ask for all values chosen of a facet. */
  get #switches() {
    return findAll(this.element, "[data-every]", HTMLInputElement);
  }

  get #views() {
    return findAll(this.element, "[data-view-as]", HTMLInputElement);
  }

  /** @param {string} name */
  #box(name) {
    return find(this.element, name, HTMLInputElement);
  }

  /** @param {string} name */
  #list(name) {
    return find(this.element, name, HTMLSelectElement);
  }
}

/** @param {HTMLElement} box */
const facetOf = (box) => box.dataset.facet ?? "";
