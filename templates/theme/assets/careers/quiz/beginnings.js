/** The results of a quiz about the methods: how far the reader has come with each, and where to begin. */
import { drawBars } from "../figures.js";
import { date, decimal, fill } from "../words.js";
import { mean } from "./scoring.js";

export class Results {
  /** No list of occupations follows. */
  scores = { flat: true };

  /**
   * @param {HTMLElement} section
   * @param {any} strings what the page brings along: text, scales, basis
   * @param {import("./answers.js").Item[]} items
   * @param {import("./answers.js").State} state
   */
  constructor(section, strings, items, state) {
    Object.assign(this, { section, strings, items, state });
  }

  showScores() {
    const { section, strings, items, state } = /** @type {any} */ (this);
    /** @param {string} name */
    const find = (name) => section.querySelector(`[data-${name}]`);
    const rows = Object.entries(strings.scales).map(([scale, label]) => {
      const own = items.filter((/** @type {any} */ item) => item.scale === scale);
      const value = mean(own.map((/** @type {any} */ { key }) => state.answers.get(key)));
      return { scale, label: String(label), value, text: decimal(value), each: own.length };
    });
    rows.sort((a, b) => a.value - b.value);
    const [lowest] = rows;
    find("title").textContent = fill(strings.text.title, { date: date(state.done) });
    find("basis").textContent = fill(strings.basis, { total: items.length, each: lowest.each });
    find("bars").replaceChildren(...drawBars(rows, 0, find("bar-row").content));
    find("even").hidden = rows.some(({ value }) => value !== lowest.value);
    for (const { scale, value } of rows) find(`begin=${scale}`).hidden = value !== lowest.value;
  }
}
