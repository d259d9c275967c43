/** The boxes and sliders by which the reader says which occupations are ranked, and what counts how much. */
import { find, findAll } from "../../site/dom.js";
import { fill } from "../../language/words.js";

/** @typedef {Pick<import("../../kept/settings.js").Settings, "levels" | "weights">} Choice */

export class Settings {
  /** @param {HTMLElement} root @param {import("../../data/collection.js").Assessments["text"]} text the sentences */
  constructor(root, text) {
    this.root = root;
    this.text = text;
  }

  get #boxes() {
    return findAll(find(this.root, "levels"), "input", HTMLInputElement);
  }

  get #sliders() {
    return findAll(find(this.root, "weights"), "input", HTMLInputElement);
  }

  /** Puts what is chosen in its place. @param {Choice} choice @param {import("../../reader/reader.js").Reader} reader */
  show({ levels, weights }, reader) {
    for (const box of this.#boxes) box.checked = levels.includes(+box.value);
    for (const slider of this.#sliders) {
      slider.value = String(Math.round(100 * weights[slider.name]));
      const assessed = reader.get(slider.name);
      slider.disabled = !assessed || Boolean(assessed.flat);
    }
    this.tell();
  }

  /** Says what the sliders and boxes come to. */
  tell() {
    const { results } = this.text;
    const sliders = this.#sliders;
    const total = sliders.reduce((sum, { disabled, value }) => sum + (disabled ? 0 : +value), 0);
    for (const slider of sliders) {
      const percent = total ? Math.round((100 * +slider.value) / total) : 0;
      const share = slider.disabled ? results.left_out : fill(results.share, { percent });
      slider.setAttribute("aria-valuetext", share);
      for (const output of slider.parentElement?.querySelectorAll("output") ?? []) output.textContent = share;
    }
    find(this.root, "levels-empty").textContent = this.#boxes.some(({ checked }) => checked) ? "" : results.no_level;
  }

  /** What the reader has chosen. @returns {Choice} */
  read() {
    const levels = this.#boxes.filter(({ checked }) => checked).map(({ value }) => +value);
    return { levels, weights: Object.fromEntries(this.#sliders.map(({ name, value }) => [name, +value / 100])) };
  }
}

/** Whether an event says that something else is chosen: sliders tell so while they move, boxes once they are ticked. @param {Event} event */
export function isChoice({ type, target }) {
  const isOurs = target instanceof HTMLInputElement && target.matches("[data-levels] input, [data-weights] input");
  return isOurs && (type === "change") === (target.type === "checkbox");
}
