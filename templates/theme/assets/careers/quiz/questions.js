/** The items on the screen: five at a time, their progress, what is missing, and the digit keys. */
import { fill } from "../words.js";
import { findMissing } from "./answers.js";

/** @typedef {import("./answers.js").Item} Item @typedef {import("./answers.js").Answers} Answers */

export class Questions {
  /** @type {Item[][]} */
  #pages = [];
  #page = 0;

  /** @param {HTMLElement & {find: (name: string) => any}} quiz @param {Record<string, string>} text */
  constructor(quiz, text) {
    this.quiz = quiz;
    this.text = text;
    /** @type {Item[]} */
    this.items = Array.from(quiz.querySelectorAll("[data-item]"), (/** @type {any} */ node) => {
      const { item: key, scale, quick } = node.dataset;
      return { key, scale, quick: quick !== undefined, text: node.querySelector("legend").textContent.trim(), node };
    });
  }

  get #shown() {
    return this.#pages[this.#page] ?? [];
  }

  /** Puts answers into the radios. @param {Answers} answers */
  mark(answers) {
    for (const { key, node } of this.items) {
      for (const radio of node.querySelectorAll("input")) radio.checked = +radio.value === answers.get(key);
    }
  }

  /** @param {Item[][]} pages none when no item is to be seen @param {number} page @param {Answers} answers */
  show(pages, page, answers) {
    this.#pages = pages;
    this.#page = page;
    for (const item of this.items) item.node.hidden = !this.#shown.includes(item);
    this.#tell([]);
    this.update(answers);
  }

  /** After each answer. @param {Answers} answers */
  update(answers) {
    const { quiz, text } = this;
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
    missing[0].node.before(this.quiz.find("error"));
    this.#focus(missing[0]);
    return true;
  }

  /** @param {Item[]} missing */
  #tell(missing) {
    const error = this.quiz.find("error");
    const names = missing.map(({ text }) => fill(this.text.quote, { text }));
    error.hidden = !missing.length;
    error.textContent = fill(this.text.missing, { items: names.join(this.text.separator) });
    for (const item of this.items) {
      if (missing.includes(item)) item.node.setAttribute("aria-describedby", error.id);
      else item.node.removeAttribute("aria-describedby");
    }
  }

  /** @param {Item} item */
  #focus({ node }) {
    (node.querySelector("input:checked") ?? node.querySelector("input")).focus();
  }

  /** A digit answers the item it is pressed in and moves on. @param {KeyboardEvent} event @returns {any} the radio chosen */
  press({ key, target, ctrlKey, altKey, metaKey }) {
    const place = this.#shown.findIndex(({ node }) => node.contains(target));
    if (place < 0 || !/^[1-5]$/.test(key) || ctrlKey || altKey || metaKey) return null;
    const radio = this.#shown[place].node.querySelector(`[value="${key}"]`);
    radio.checked = true;
    if (place + 1 < this.#shown.length) this.#focus(this.#shown[place + 1]);
    else this.quiz.find("next").focus();
    return radio;
  }
}
