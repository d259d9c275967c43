/** The results, drawn anew from the state each time: scores, what they say, and the occupations in bands. */
import { drawBars, drawHexagon } from "../figures.js";
import { html } from "../nodes.js";
import { date, decimal, fill, list } from "../words.js";
import { centre, match } from "./matching.js";
import { giveReasons } from "./reasons.js";
import { SCALES, findHigh, findTies, rankScales, score } from "./scoring.js";

/**
 * @typedef {import("./answers.js").State} State
 * @typedef {import("./answers.js").Item} Item
 * @typedef {import("./occupations.js").Occupation} Occupation
 * @typedef {{text: Record<string, any>, interests: Record<string, {label: string, short: string, description: string}>,
 *   levels: Record<string, string>}} Strings
 */

export class Results {
  /**
   * @param {HTMLElement} section
   * @param {Strings} strings
   * @param {Item[]} items of the form that was answered
   * @param {State} state
   */
  constructor(section, strings, items, state) {
    this.section = section;
    this.strings = strings;
    this.items = items;
    this.state = state;
    const lists = SCALES.map((scale) =>
      items.filter((item) => item.scale === scale).map((item) => state.answers.get(item.key) ?? 3),
    );
    this.scores = score(lists);
    this.labels = SCALES.map((scale) => strings.interests[scale].label);
  }

  /** @param {string} name */
  #find(name) {
    return /** @type {HTMLElement} */ (this.section.querySelector(`[data-${name}]`));
  }

  /** Everything that needs no occupations. */
  showScores() {
    const { scores, strings, labels } = this;
    const { text } = strings;
    const rows = labels.map((label, scale) => ({ label, value: scores.means[scale], text: decimal(scores.means[scale]) }));
    const error = decimal(scores.error);
    const barRows = rows.map((row) => ({ ...row, text: fill(text.error, { score: row.text, error }) }));
    const named = rows.map((row) => fill(text.named, { label: row.label, score: row.text }));
    this.#find("title").textContent = fill(text.title, { date: date(this.state.done ?? "") });
    this.#find("basis").textContent = fill(text.basis, { total: this.items.length, each: scores.k });
    this.#find("bars").replaceChildren(...drawBars(rankScales(scores.means).map((scale) => barRows[scale]), scores.error));
    this.#find("hexagon").replaceChildren(
      drawHexagon(rows, {
        id: "cg-quiz-hexagon",
        title: text.hexagon,
        description: fill(text.hexagon_help, { scores: list(named) }),
      }),
    );
    this.#find("findings").replaceChildren(scores.flat ? this.#tellFlat(scores.flat) : this.#tellHigh());
    this.#find("matches").hidden = scores.flat !== null;
    this.#find("more-place").hidden = this.state.form !== "quick";
  }

  /** @param {"flat" | "straight"} kind */
  #tellFlat(kind) {
    const { text } = this.strings;
    const title = kind === "flat" ? text.flat_title : text.straight_title;
    const steps = /** @type {HTMLTemplateElement} */ (this.#find("steps")).content.cloneNode(true);
    const part = html("div", { "data-flat": kind }, html("h3", { class: "cg-quiz__subtitle" }, title), html("p", {}, text[kind]), steps);
    if (this.state.form !== "quick") part.querySelector("[data-step-full]")?.remove();
    return part;
  }

  #tellHigh() {
    const { scores, labels } = this;
    const { text, interests } = this.strings;
    const high = findHigh(scores).map((scale) => interests[SCALES[scale]]);
    return html(
      "div",
      {},
      html("h3", { class: "cg-quiz__subtitle" }, text.high),
      html("ul", {}, ...high.map((interest) =>
        html("li", {}, html("strong", {}, fill(text.high_item, interest)), ": ", interest.description))),
      ...findTies(scores).map((tie) =>
        html("p", { "data-tie": true }, fill(text.tie, { names: list(tie.map((scale) => labels[scale])) }))),
    );
  }

  /** A sentence in place of the list, with a button if there is something to do. @param {string} name @param {string} [retry] */
  showMessage(name, retry) {
    const { text } = this.strings;
    const button = retry ? [" ", html("button", { class: "cg-quiz__button", type: "button", "data-retry": true }, text[retry])] : [];
    this.#find("bands").replaceChildren(html("p", { class: "cg-quiz__notice" }, text[name], ...button));
  }

  /**
   * @param {Occupation[]} occupations all of them
   * @returns {{strong: number, possible: number}} how many stand in each band
   */
  showBands(occupations) {
    const { levels, answers } = this.state;
    const within = occupations.filter(({ preparation }) => !levels.length || levels.includes(preparation));
    const matches = match(this.scores, within.map(({ unit }) => unit));
    const reader = { means: this.scores.means, unit: centre(this.scores.means), items: this.items, answers };
    const counts = { strong: 0, possible: 0 };
    if (!within.length) {
      this.showMessage("none");
      return counts;
    }
    const parts = /** @type {("strong" | "possible")[]} */ (["strong", "possible"]).map((band) => {
      const text = this.strings.text.bands[band];
      const entries = matches.filter((entry) => entry.band === band).map(({ index }) => this.#tell(within[index], band, reader));
      counts[band] = entries.length;
      return html(
        "section",
        { class: "cg-quiz__band" },
        html("h4", { class: "cg-quiz__subtitle" }, text.title),
        html("p", {}, entries.length ? text.help : text.empty),
        ...(entries.length ? [html("ul", { class: "cg-quiz__matches" }, ...entries)] : []),
      );
    });
    this.#find("bands").replaceChildren(...parts);
    return counts;
  }

  /**
   * @param {Occupation} occupation
   * @param {"strong" | "possible"} band
   * @param {import("./reasons.js").Reader} reader
   */
  #tell({ title, url, preparation, unit }, band, reader) {
    const { text, levels } = this.strings;
    return html(
      "li",
      {},
      html("a", { class: "cg-quiz__occupation", href: url, "data-band": band }, title),
      html("p", { class: "cg-quiz__note" }, fill(text.preparation, { level: preparation, label: levels[preparation] })),
      ...giveReasons(reader, unit, band, text, this.labels),
    );
  }
}
