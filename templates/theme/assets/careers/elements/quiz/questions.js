/** The items on the screen: one page of them, their progress, what is missing, and the digit keys. */
import { find, findAll } from "../../site/dom.js";
import { fill } from "../../language/words.js";
import { findMissing } from "./answers.js";

/** @typedef {import("./answers.js").Item} Item @typedef {import("../../scoring/assessments.js").Answers} Answers */

export class Questions {
  /** @type {Item[][]} */
  #pages = [];
  #page = 0;

  /**
   * @param {HTMLElement} element @param {import("../../data/types.d.ts").Texts["script"]["quiz"]} text
   * @param {import("./answers.js").Quiz} quiz
   */
  constructor(element, text, { items }) {
    this.element = element;
    this.text = text;
    this.items = items;
    /** Item -> its fieldset. */
    this.nodes = new Map(findAll(element, "[data-item]").map((node) => [node.dataset.item ?? "", node]));
  }

  /** @param {Item} item @returns {HTMLElement} */
  #locate({ key }) {
    const node = this.nodes.get(key);
    if (!node) throw new Error(`${key}: no such question on this page`);
    return node;
  }

  get #shown() {
    return this.#pages[this.#page] ?? [];
  }

  /** Puts answers into the radios. @param {Answers} answers */
  mark(answers) {
    for (const [key, node] of this.nodes) {
      for (const radio of node.querySelectorAll("input")) radio.checked = +radio.value === answers.get(key);
    }
  }

  /** @param {Item[][]} pages none when no item is to be seen @param {number} page @param {Answers} answers */
  show(pages, page, answers) {
    this.#pages = pages;
    this.#page = page;
    for (const item of this.items) this.#locate(item).hidden = !this.#shown.includes(item);
    this.#tell([]);
    this.update(answers);
  }

  /** After each answer. @param {Answers} answers */
  update(answers) {
    const { element, text } = this;
    const items = this.#pages.flat();
    const total = items.length;
    const answered = total - findMissing(items, answers).length;
    const pages = this.#pages.length;
    const page = this.#page + 1;
    const isLast = page === pages;
    find(element, "progress").textContent = fill(text.progress, { page, pages });
    Object.assign(find(element, "bar", HTMLProgressElement), { max: total || 1, value: answered });
    find(element, "next").textContent = isLast ? text.see : text.next;
    Object.assign(find(element, "finish"), { textContent: text.see, hidden: answered < total || isLast });
    if (!find(element, "error").hidden) this.#tell(findMissing(this.#shown, answers));
  }

  /** Says what is missing and goes to the first of it. @param {Item[]} missing @returns {boolean} whether anything is */
  complain(missing) {
    this.#tell(missing);
    if (!missing.length) return false;
    this.#locate(missing[0]).before(find(this.element, "error"));
    this.#focus(missing[0]);
    return true;
  }

  /** @param {Item[]} missing */
  #tell(missing) {
    const error = find(this.element, "error");
    const names = missing.map((item) => fill(this.text.quote, { text: this.#locate(item).querySelector("legend")?.textContent?.trim() }));
    error.hidden = !missing.length;
    error.textContent = fill(this.text.missing, { items: names.join(this.text.separator) });
    for (const item of this.items) {
      if (missing.includes(item)) this.#locate(item).setAttribute("aria-describedby", error.id);
      else this.#locate(item).removeAttribute("aria-describedby");
    }
  }

  /** @param {Item} item */
  #focus(item) {
    const radios = [...this.#locate(item).querySelectorAll("input")];
    (radios.find(({ checked }) => checked) ?? radios[0]).focus();
  }

  /** Whether all of the page have an answer and others follow: the last stays, so that the results are asked for. @param {Answers} answers */
  leadsOn(answers) {
    return this.#page < this.#pages.length - 1 && !findMissing(this.#shown, answers).length;
  }

  /** Where whoever has answered goes on: the answer there, or the first of them. */
  enter() {
    this.#focus(this.#shown[0]);
  }

  /** A digit answers the item it is pressed in; what is next has the focus then. @param {KeyboardEvent} event @returns {HTMLInputElement | null} the radio chosen */
  press({ key, target, repeat, ctrlKey, altKey, metaKey }) {
    const place = this.#shown.findIndex((item) => target instanceof Node && this.#locate(item).contains(target));
    if (place < 0 || !/^[1-5]$/.test(key) || repeat || ctrlKey || altKey || metaKey) return null;
    const radio = [...this.#locate(this.#shown[place]).querySelectorAll("input")].find(({ value }) => value === key);
    if (!radio) return null;
    radio.checked = true;
    if (place + 1 < this.#shown.length) this.#focus(this.#shown[place + 1]);
    else find(this.element, "next").focus();
    return radio;
  }
}
