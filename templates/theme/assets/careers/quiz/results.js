/** The results, put into the page's frames anew each time: scores, what they say, and the occupations in bands. */
import { drawBars, drawShape } from "../figures.js";
import { date, decimal, fill, list } from "../words.js";
import { giveReasons } from "./reasons.js";
import { SCALES, centre, findHigh, findTies, match, rankScales, score } from "./scoring.js";

export class Results {
  /**
   * @param {HTMLElement} section
   * @param {any} strings what the page brings along: text, interests, levels
   * @param {import("./answers.js").Item[]} items of the form that was answered
   * @param {import("./answers.js").State} state
   */
  constructor(section, strings, items, state) {
    this.section = section;
    this.text = strings.text;
    this.basis = strings.basis;
    this.levels = strings.levels;
    this.items = items;
    this.state = state;
    const { answers } = state;
    this.scores = score(
      SCALES.map((scale) => items.filter((item) => item.scale === scale).map(({ key }) => answers.get(key) ?? 3)),
    );
    /** @type {string[]} */
    this.labels = SCALES.map((scale) => strings.scales[scale]);
  }

  /** @param {string} name @returns {any} */
  #find(name) {
    return this.section.querySelector(`[data-${name}]`);
  }

  /** Everything that needs no occupations. */
  showScores() {
    const { scores, labels, text, items } = this;
    const { means, k, flat } = scores;
    const error = decimal(scores.error);
    const rows = labels.map((label, scale) => {
      const value = means[scale];
      return { label, value, text: fill(text.error, { score: decimal(value), error }) };
    });
    const named = rows.map(({ label, value }) => fill(text.named, { label, score: decimal(value) }));
    this.#find("title").textContent = fill(text.title, { date: date(this.state.done ?? "") });
    this.#find("basis").textContent = fill(this.basis, { total: items.length, each: k });
    const ranked = rankScales(means).map((scale) => rows[scale]);
    this.#find("bars").replaceChildren(...drawBars(ranked, scores.error, this.#find("bar-row").content));
    this.#find("shape").setAttribute("points", drawShape(rows));
    this.#find("shape-text").textContent = fill(text.hexagon_help, { scores: list(named) });
    this.#find("more-place").hidden = items.some(({ quick }) => !quick);
    this.#find("matches").hidden = flat;
    const findings = this.#find("findings");
    findings.replaceChildren(this.#find(`${flat ?? "high"}-part`).content.cloneNode(true));
    if (flat) findings.querySelector("[data-step-full]").hidden = this.#find("more-place").hidden;
    else this.#tellHigh(findings);
  }

  /** @param {any} findings */
  #tellHigh(findings) {
    const high = findHigh(this.scores).map((scale) => findings.querySelector(`[data-high=${SCALES[scale]}]`));
    findings.querySelector("ul").replaceChildren(...high);
    const ties = findTies(this.scores).map((tie) =>
      fill(this.text.tie, { names: list(tie.map((scale) => this.labels[scale])) }),
    );
    findings.querySelector("[data-ties]").textContent = ties.join(" ");
  }

  /** Shows one part of the list: both bands, or a sentence in their place. @param {string} name */
  showPart(name) {
    for (const part of this.#find("list").children) part.hidden = part.dataset.part !== name;
  }

  /** @param {import("./occupations.js").Occupation[]} occupations @returns {Record<string, number>} how many in each band */
  showBands(occupations) {
    const { scores, items, state, text, labels } = this;
    const { levels, answers } = state;
    const within = occupations.filter(({ preparation }) => !levels.length || levels.includes(preparation));
    const matches = match(scores, within.map(({ unit }) => unit));
    const reader = { means: scores.means, unit: centre(scores.means), items, answers };
    /** @type {Record<string, number>} */
    const counts = {};
    for (const name of ["strong", "possible"]) {
      const entries = matches.filter(({ band }) => band === name).map(({ index }) => {
        const { title, url, preparation: level, unit } = within[index];
        const copy = this.#find("occupation").content.cloneNode(true);
        const link = Object.assign(copy.querySelector("a"), { href: url, textContent: title });
        link.dataset.band = name;
        const preparation = fill(text.preparation, { level, label: this.levels[level] });
        const reasons = giveReasons(reader, unit, name === "strong", text, labels);
        for (const [part, words] of Object.entries({ preparation, ...reasons })) {
          copy.querySelector(`[data-${part}]`).textContent = words;
        }
        return copy;
      });
      counts[name] = entries.length;
      this.#find(`${name}-help`).hidden = !entries.length;
      this.#find(`${name}-empty`).hidden = entries.length > 0;
      this.#find(`${name}-list`).replaceChildren(...entries);
    }
    this.showPart(within.length ? "bands" : "none");
    return counts;
  }
}
