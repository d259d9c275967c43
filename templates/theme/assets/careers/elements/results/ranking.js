/** The list of occupations that fit: two bands, or a sentence in their place, and one to look up. */
import { loadOccupations } from "../../data/collection.js";
import { findLimits, findSources } from "../../reader/sources.js";
import { LEAST_BANDED, MATCHING } from "../../site/constants.js";
import { match } from "../../scoring/matching.js";
import { makePart, prepare } from "../../scoring/parts.js";
import { find, findAll } from "../../site/dom.js";
import { load } from "../../site/loading.js";
import { pause, run } from "../../site/slices.js";
import { fill, list } from "../../language/words.js";
import { makeCard } from "./cards/making.js";
import { Lookup } from "./lookup.js";
import { Saying } from "./cards/saying.js";

/**
 * @typedef {import("../../data/collection.js").Quiz["kind"]} Kind
 * @typedef {import("../../scoring/matching.js").Match} Match
 * @typedef {import("../../data/collection.js").Occupation} Occupation
 * @typedef {import("./cards/making.js").Ranked} Ranked
 * @typedef {{counts: Record<string, number>, shown: Occupation[], all: Occupation[]}} Outcome how many in each band; those in
 *   the bands; all of the collection
 */

/** Cards to begin with: five can be weighed against each other, and each time that more are asked for. */
const FIRST = 5;
const NEXT = 10;

export class Ranking {
  /** Ends one calculation when another begins. */
  #control = new AbortController();
  /** @type {((isOff: Ranked["isOff"]) => Record<string, number>) | null} */
  #redraw = null;
  /** How many cards there are at most, and what stands below them. */
  #most = FIRST;
  /** @type {{name: string, match: Match}[]} */
  #rest = [];
  /** @type {Ranked | null} */
  #whole = null;
  /** Those of the levels that were wanted last: what is made of them is kept with them. */
  #chosen = { key: "", all: /** @type {Occupation[]} */ ([]), occupations: /** @type {Occupation[]} */ ([]) };

  /** @param {HTMLElement} root @param {import("../../data/collection.js").Assessments} assessments @param {() => unknown} hear of new cards */
  constructor(root, assessments, hear) {
    this.hear = hear;
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
    // Nothing has to come for that, and what stands below need not wait out of sight.
    if (!reader.size) {
      this.#tellSources([], reader);
      return this.#showPart("empty");
    }
    if (!again) {
      this.#most = FIRST;
      this.#showPart("loading");
    }
    const warn = (/** @type {unknown} */ problem) => console.warn(problem);
    const [all, facets] = await Promise.all([loadOccupations().catch(warn), load("facets").catch(warn)]);
    if (signal.aborted) await new Promise(() => {});
    if (!all) return this.#showPart("failed");
    const occupations = this.#choose(all, levels);
    for (const { quiz } of reader.values()) await run(prepare(quiz, occupations), signal);
    const sources = findSources(reader, weights, occupations);
    this.#tellSources(sources.map(({ assessed }) => assessed.quiz.kind), reader);
    if (!sources.length || !occupations.length) return this.#showPart(!occupations.length ? "none" : "nothing");
    const parts = sources.map(({ assessed, weight, units }) => makePart(assessed, occupations, weight, units));
    const limits = findLimits(sources, occupations.length === all.length);
    const matches = await run(match(parts, occupations.length, limits), signal);
    await pause();
    if (signal.aborted) await new Promise(() => {});
    const marks = find(this.root, "marks", HTMLTemplateElement);
    const ranked = { reader, sources, occupations, assessments, limits, signal, all, marks, figures: facets?.figures ?? null };
    this.#redraw = (isOff) => {
      const whole = { ...ranked, isOff, saying: new Saying(all, assessments.text.results.again) };
      this.lookup.offer(whole, matches, all);
      return this.#showBands(whole, matches);
    };
    const counts = this.#redraw(isOff);
    return { counts, shown: matches.filter(({ band }) => band).map(({ index }) => occupations[index]), all };
  }

  /** Those of some levels, or of all. @param {Occupation[]} all @param {number[]} levels */
  #choose(all, levels) {
    const key = levels.join();
    if (this.#chosen.key !== key || this.#chosen.all !== all) {
      const occupations = levels.length ? all.filter(({ preparation }) => preparation !== null && levels.includes(preparation)) : all;
      this.#chosen = { key, all, occupations };
    }
    return this.#chosen.occupations;
  }

  /** Shows both bands, or a sentence in their place. @param {string} name @returns {null} */
  #showPart(name) {
    for (const part of findAll(find(this.root, "list"), "[data-part]")) part.hidden = part.dataset.part !== name;
    find(this.root, "lookup").hidden = name !== "bands";
    // Why there is no list is told by the answers.
    if (name === "nothing") find(this.root, "sure", HTMLDetailsElement).open = true;
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
    const isShort = matches.length < LEAST_BANDED;
    for (const part of findAll(this.root, "[data-length]")) part.hidden = (part.dataset.length === "short") !== isShort;
    find(this.root, "short-count").textContent = fill(this.assessments.text.results.short, { count: matches.length });
    this.#whole = ranked;
    this.#rest = [];
    for (const name of isShort ? ["short"] : ["strong", "possible"]) {
      const own = matches.filter(({ band }) => band === name);
      const shown = own.filter(({ index }) => !ranked.isOff?.(ranked.occupations[index]));
      counts[name] = shown.length;
      find(this.root, `${name}-help`).hidden = !shown.length;
      this.#rest.push(...shown.map((match) => ({ name, match })));
      find(this.root, `${name}-empty`).hidden = own.length > 0;
      find(this.root, `${name}-off`).hidden = !own.length || shown.length > 0;
      find(this.root, `${name}-list`).replaceChildren();
    }
    this.#add(this.#most);
    this.#showPart("bands");
    return counts;
  }

  /** More of the list; the first of them takes the focus. */
  more() {
    const before = findAll(find(this.root, "list"), "a[data-band]").length;
    this.#most += NEXT;
    this.#add(NEXT);
    findAll(find(this.root, "list"), "a[data-band]")[before]?.focus();
  }

  /** @param {number} count */
  #add(count) {
    const frame = find(this.root, "card", HTMLTemplateElement);
    for (const { name, match } of this.#rest.splice(0, count)) {
      if (this.#whole) find(this.root, `${name}-list`).append(makeCard(this.#whole, match.index, match.band, frame));
    }
    // A group of which all stand below has no heading yet.
    for (const { name } of this.#rest) find(this.root, `group=${name}`).hidden = !find(this.root, `${name}-list`).children.length;
    this.hear();
    const more = find(this.root, "more");
    more.hidden = !this.#rest.length;
    more.textContent = fill(this.assessments.text.results.more, { count: Math.min(NEXT, this.#rest.length) });
  }
}
