/** The list of occupations that fit: two bands, or a sentence in their place, and one to look up. */
import { loadOccupations } from "../../data/collection.js";
import { findLimits, findSources } from "../../reader/sources.js";
import { LEAST_BANDED, MATCHING } from "../../site/constants.js";
import { match } from "../../scoring/matching.js";
import { makePart } from "../../scoring/parts.js";
import { find, findAll } from "../../site/dom.js";
import { run } from "../../site/slices.js";
import { fill, list } from "../../language/words.js";
import { makeCard } from "./cards.js";
import { Lookup } from "./lookup.js";
import { Saying } from "./saying.js";

/**
 * @typedef {import("../../data/collection.js").Quiz["kind"]} Kind
 * @typedef {import("../../scoring/matching.js").Match} Match
 * @typedef {import("../../data/collection.js").Occupation} Occupation
 * @typedef {import("./cards.js").Ranked} Ranked
 * @typedef {{counts: Record<string, number>, shown: Occupation[], all: Occupation[]}} Outcome how many in each band; those in
 *   the bands; all of the collection
 */

export class Ranking {
  /** Ends one calculation when another begins. */
  #control = new AbortController();
  /** @type {((isOff: Ranked["isOff"]) => Record<string, number>) | null} */
  #redraw = null;

  /** @param {HTMLElement} root @param {import("../../data/collection.js").Assessments} assessments */
  constructor(root, assessments) {
    this.root = root;
    this.assessments = assessments;
    this.lookup = new Lookup(root, assessments.text);
  }

  /** Shows the same list with others left out. @param {Ranked["isOff"]} isOff */
  redraw(isOff) {
    this.#redraw?.(isOff);
  }

  stop() {
    this.#control.abort();
  }

  /**
   * @param {import("../../reader/reader.js").Reader} reader @param {import("./settings.js").Choice} choice
   * @param {boolean} again whether the list changes under the reader's hands: then the old one stands until the new one comes
   * @param {Ranked["isOff"]} isOff
   * @returns {Promise<Outcome | null>} null if there is none; never settles when another one begins
   */
  async show(reader, { levels, weights }, again, isOff) {
    this.stop();
    this.#control = new AbortController();
    const { signal } = this.#control;
    const { assessments } = this;
    if (!again) this.#showPart("loading");
    const all = await loadOccupations().catch((problem) => console.warn(problem));
    if (signal.aborted) await new Promise(() => {});
    if (!all) return this.#showPart("failed");
    const occupations = all.filter(({ preparation }) => !levels.length || (preparation !== null && levels.includes(preparation)));
    const sources = findSources(reader, weights, occupations);
    this.#tellSources(sources.map(({ assessed }) => assessed.quiz.kind), reader);
    if (!sources.length || !occupations.length) return this.#showPart(!occupations.length ? "none" : reader.size ? "nothing" : "empty");
    const parts = sources.map(({ assessed, weight, units }) => makePart(assessed, occupations, weight, units));
    const limits = findLimits(sources, occupations.length === all.length);
    const matches = await run(match(parts, occupations.length, limits), signal);
    const ranked = { reader, sources, occupations, assessments, limits, signal };
    this.#redraw = (isOff) => {
      const whole = { ...ranked, isOff, saying: new Saying(all, assessments.text.results.again) };
      this.lookup.offer(whole, matches, all);
      return this.#showBands(whole, matches);
    };
    const counts = this.#redraw(isOff);
    return { counts, shown: matches.filter(({ band }) => band).map(({ index }) => occupations[index]), all };
  }

  /** Shows both bands, or a sentence in their place. @param {string} name @returns {null} */
  #showPart(name) {
    for (const part of findAll(find(this.root, "list"), "[data-part]")) part.hidden = part.dataset.part !== name;
    find(this.root, "lookup").hidden = name !== "bands";
    return null;
  }

  /** What the list rests on, and what not, with the reason why: said here once, and on no card. @param {Kind[]} kinds @param {import("../../reader/reader.js").Reader} reader */
  #tellSources(kinds, reader) {
    const { text } = this.assessments;
    const rest = MATCHING.filter((kind) => !kinds.includes(kind)).map((kind) => {
      const why = !reader.has(kind) ? "not_taken" : reader.get(kind)?.flat ? "flat" : null;
      return why ? fill(text.reasons.missing[why], { kind: text.kinds[kind] }) : text.kinds[kind];
    });
    const sentence = text.results[rest.length ? "rests_on" : "rests_on_all"];
    find(this.root, "rests-on").textContent = kinds.length ? fill(sentence, { kinds: list(kinds.map((kind) => text.kinds[kind])), rest: list(rest) }) : "";
  }

  /** @param {Ranked} ranked @param {Match[]} matches @returns {Record<string, number>} how many in each band */
  #showBands(ranked, matches) {
    /** @type {Record<string, number>} */
    const counts = {};
    const frame = find(this.root, "card", HTMLTemplateElement);
    const isShort = matches.length < LEAST_BANDED;
    for (const part of findAll(this.root, "[data-length]")) part.hidden = (part.dataset.length === "short") !== isShort;
    find(this.root, "short-count").textContent = fill(this.assessments.text.results.short, { count: matches.length });
    for (const name of isShort ? ["short"] : ["strong", "possible"]) {
      const own = matches.filter(({ band }) => band === name);
      const shown = own.filter(({ index }) => !ranked.isOff?.(ranked.occupations[index]));
      counts[name] = shown.length;
      find(this.root, `${name}-help`).hidden = !shown.length;
      find(this.root, `${name}-empty`).hidden = own.length > 0;
      find(this.root, `${name}-off`).hidden = !own.length || shown.length > 0;
      find(this.root, `${name}-list`).replaceChildren(...shown.map(({ index, band }) => makeCard(ranked, index, band, frame)));
    }
    this.#showPart("bands");
    return counts;
  }
}
