/** The items on the screen: five at a time, their progress, what is missing, and the digit keys. */
import { fill } from "../../site/words.js";
import { findMissing } from "./answers.js";

/** @typedef {import("./answers.js").Item} Item @typedef {import("../../scoring/assessments.js").Answers} Answers */

export class Questions {
  /** @type {Item[][]} */
  #pages = [];
  #page = 0;

  /**
   * @param {HTMLElement & {find: (name: string) => any}} element @param {Record<string, string>} text
   * @param {import("./answers.js").Quiz} quiz
   */
  constructor(element, text, { items }) {
    this.element = element;
    this.text = text;
    this.items = items;
    /** @type {Map<string, any>} item -> its fieldset */
    this.nodes = new Map(Array.from(element.querySelectorAll("[data-item]"), (/** @type {any} */ node) => [node.dataset.item, node]));
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
    for (const item of this.items) this.nodes.get(item.key).hidden = !this.#shown.includes(item);
    this.#tell([]);
    this.update(answers);
  }

  /** After each answer. @param {Answers} answers */
  update(answers) {
    const { element: quiz, text } = this;
    const items = this.#pages.flat();
    const total = items.length;
    const answered = total - findMissing(items, answers).length;
    const pages = this.#pages.length;
    const page = this.#page + 1;
    quiz.find("progress").textContent = fill(text.progress, { page, pages, answered, total });
    Object.assign(quiz.find("bar"), { max: total || 1, value: answered });
    Object.assign(quiz.find("finish"), { textContent: text.see, hidden: answered < total || page === pages });
    if (!quiz.find("error").hidden) this.#tell(findMissing(this.#shown, answers));
  }

  /** Says what is missing and goes to the first of it. @param {Item[]} missing @returns {boolean} whether anything is */
  complain(missing) {
    this.#tell(missing);
    if (!missing.length) return false;
    this.nodes.get(missing[0].key).before(this.element.find("error"));
    this.#focus(missing[0]);
    return true;
  }

  /** @param {Item[]} missing */
  #tell(missing) {
    const error = this.element.find("error");
    const names = missing.map(({ key }) =>
      fill(this.text.quote, { text: this.nodes.get(key).querySelector("legend").textContent.trim() }),
    );
    error.hidden = !missing.length;
    error.textContent = fill(this.text.missing, { items: names.join(this.text.separator) });
    for (const item of this.items) {
      if (missing.includes(item)) this.nodes.get(item.key).setAttribute("aria-describedby", error.id);
      else this.nodes.get(item.key).removeAttribute("aria-describedby");
    }
  }

  /** @param {Item} item */
  #focus({ key }) {
    const node = this.nodes.get(key);
    (node.querySelector("input:checked") ?? node.querySelector("input")).focus();
  }

  /** A digit answers the item it is pressed in and moves on. @param {KeyboardEvent} event @returns {any} the radio chosen */
  press({ key, target, repeat, ctrlKey, altKey, metaKey }) {
    const place = this.#shown.findIndex((item) => this.nodes.get(item.key).contains(target));
    if (place < 0 || !/^[1-5]$/.test(key) || repeat || ctrlKey || altKey || metaKey) return null;
    const radio = this.nodes.get(this.#shown[place].key).querySelector(`[value="${key}"]`);
    if (!radio) return null;
    radio.checked = true;
    if (place + 1 < this.#shown.length) this.#focus(this.#shown[place + 1]);
    else this.element.find("next").focus();
    return radio;
  }
}
