/** Results over time: the list of what was taken, and two of the same assessment side by side. */
import { findPair, findTwice, makeRows, nameRecord } from "../../reader/history.js";
import { assessRecord } from "../../reader/reader.js";
import { findLimits } from "../../reader/sources.js";
import { isCorrelated } from "../../scoring/kinds.js";
import { match } from "../../scoring/matching.js";
import { makePart, makeUnits } from "../../scoring/parts.js";
import { copy, find, items } from "../../site/dom.js";
import { run } from "../../site/slices.js";
import { date, fill, list, pairs } from "../../language/words.js";

/** @typedef {import("../../kept/records.js").Record} Record @typedef {import("../../data/collection.js").Assessments} Assessments */

export class History {
  /** @param {HTMLElement} section @param {Assessments} assessments */
  constructor(section, assessments) {
    this.section = section;
    this.assessments = assessments;
    /** @type {Record[]} */
    this.records = [];
  }

  /** @param {string} name */
  #find(name) {
    return find(this.section, name);
  }

  /** @param {string} name */
  #list(name) {
    return find(this.section, name, HTMLSelectElement);
  }

  /** @param {string} name */
  #frame(name) {
    return find(this.section, name, HTMLTemplateElement);
  }

  /** @param {Record[]} records oldest first @param {Record | null} dropped that can come back */
  show(records, dropped) {
    this.records = records;
    this.section.hidden = !records.length && !dropped;
    this.#find("dropped").hidden = !dropped;
    const rows = records.map((record, at) => {
      const row = copy(this.#frame("record"));
      const name = nameRecord(record, this.assessments);
      find(row, "name").textContent = name;
      const button = find(row, "drop");
      button.dataset.drop = String(at);
      button.setAttribute("aria-label", fill(this.assessments.text.results.drop, { name }));
      return row;
    });
    this.#find("records").replaceChildren(...rows.reverse());
    this.#offer();
  }

  /** Fills the two lists with what can be compared: assessments that were taken more than once. */
  #offer() {
    const { records } = this;
    const twice = findTwice(records);
    this.#find("comparing").hidden = !twice.length;
    this.#find("once").hidden = twice.length > 0;
    const options = twice.map((record) => ({ text: nameRecord(record, this.assessments), value: records.indexOf(record) }));
    const pair = findPair(records);
    ["earlier", "later"].forEach((name, at) => {
      this.#list(name).replaceChildren(...options.map(({ text, value }) => new Option(text, String(value))));
      this.#list(name).value = pair ? String(records.indexOf(pair[at])) : "";
    });
    this.#find("difference").hidden = true;
  }

  /** @param {import("../../data/collection.js").Occupation[]} occupations @param {AbortSignal} signal */
  async compare(occupations, signal) {
    const places = ["earlier", "later"].map((name) => +this.#list(name).value);
    const chosen = places.sort((a, b) => a - b).map((at) => this.records[at]);
    const [earlier, later] = chosen.map((record) => assessRecord(record, this.assessments));
    const { text } = this.assessments;
    const place = this.#find("difference");
    place.hidden = false;
    const same = earlier && later && earlier.quiz === later.quiz && chosen[0] !== chosen[1];
    this.#find("difference-title").textContent = same ? fill(text.results.side_by_side, { earlier: date(earlier.date), later: date(later.date) }) : text.results.not_comparable;
    this.#find("difference-table").hidden = this.#find("moved").hidden = !same;
    if (!same) return;
    this.#find("difference-rows").replaceChildren(...makeRows(this.#frame("difference-row"), earlier, later, this.assessments));
    this.#find("moved").replaceChildren();
    const lists = [];
    for (const assessed of [earlier, later]) lists.push(await this.#rank(assessed, occupations, signal));
    this.#tellMoved(lists);
  }

  /** The occupations in the bands by this assessment alone. @param {import("../../reader/reader.js").Assessed} assessed @param {import("../../data/collection.js").Occupation[]} occupations @param {AbortSignal} signal @returns {Promise<string[] | null>} */
  async #rank(assessed, occupations, signal) {
    const { kind } = assessed.quiz;
    if (assessed.flat || !isCorrelated(kind)) return null;
    const source = { assessed, weight: 1, units: makeUnits(assessed.quiz, occupations) };
    const part = makePart(assessed, occupations, 1, source.units);
    const found = await run(match([part], occupations.length, findLimits([source], true)), signal);
    return found.filter(({ band }) => band).map(({ index }) => occupations[index].title);
  }

  /** @param {(string[] | null)[]} lists */
  #tellMoved([before, after]) {
    const { text } = this.assessments;
    const words = text.results.moved;
    /** @type {string[]} */
    let sentences = [words.no_list];
    if (before && after) {
      const parts = {
        stayed: after.filter((title) => before.includes(title)),
        came: after.filter((title) => !before.includes(title)),
        went: before.filter((title) => !after.includes(title)),
      };
      sentences = pairs(parts).map(([kind, titles]) => fill(words[kind], { titles: titles.length ? list(titles) : words.none }));
    }
    this.#find("moved").replaceChildren(...items(sentences));
  }
}
