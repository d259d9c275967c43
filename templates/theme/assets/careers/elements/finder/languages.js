/** Titles in other languages: what has been fetched of them, what may be worth it, and how they stand among what was found. No DOM. */
import { fill } from "../../language/words.js";
import { load } from "../../site/loading.js";
import { run } from "../../site/slices.js";
import { searchingTitles, suspect } from "./titles.js";

/** @import {TitlesFile} from "../../data/types.d.ts" @import {Names} from "./names.js" @import {Found, Result} from "./search.js" */

export class Languages {
  /** By language. @type {Map<string, TitlesFile>} */
  #files = new Map();

  /** @param {string} language */
  async fetch(language) {
    this.#files.set(language, await load(`titles/${language}`));
  }

  /** In all that has been fetched. @param {string} query @param {AbortSignal} signal @param {number} [profiled] @param {string} [jobs] */
  search(query, signal, profiled, jobs) {
    return run(searchingTitles(query, this.#files, profiled, jobs), signal);
  }

  /** What was found, with what all that has been fetched has. @param {Found} found @param {string} query @param {AbortSignal} signal @param {import("./search.js").Index} index @param {string} [close] @returns {Promise<Found>} */
  async join(found, query, signal, { data, jobs }, close) {
    return join(found, await this.search(query, signal, data.profiled, jobs), data, close);
  }

  /** Fetches the languages that may have what was typed, until one has. @param {string} query @param {AbortSignal} signal @returns {Promise<boolean>} whether one has that had not been fetched before */
  async suspect(query, signal) {
    let isNew = false;
    for (const language of suspect(query, await load("starts"))) {
      if (signal.aborted) return false;
      if (!this.#files.has(language)) {
        await this.fetch(language);
        isNew = true;
      }
      // Who searched again for what is known would do so for ever.
      if ((await this.search(query, signal)).length) return isNew;
    }
    return false;
  }
}

/**
 * What was found in other languages stands in the place of slips, behind deeds and before tasks. What has a word typed
 * only within one of its own is behind all of that.
 *
 * @param {Found} found @param {import("./titles.js").Found[]} elsewhere @param {Names} names @param {string} close what is said of a title of something close to it
 * @returns {Found}
 */
export function join(found, elsewhere, { profiled, slug, title }, close = "{name}") {
  // "Programer" is English, whatever it is elsewhere.
  const isWhole = !found.isHeard && elsewhere.some((one) => one.isWhole);
  const isBetter = !found.isHeard && elsewhere.some(({ isInside }) => !isInside);
  // Who types just a wish means no title that begins so elsewhere.
  const isWish = found.isSure && !found.results.length;
  if (!elsewhere.length || (isWish && !isWhole)) return found;
  const kept = found.isGuess && isBetter ? [] : found.results;
  const own = new Set(isWhole ? [] : kept.filter(({ kind }) => kind !== "task").map(({ place }) => place));
  /** @param {import("./titles.js").Found} one @returns {Result} */
  const tell = ({ place, title: name, language, isClose }) => ({ place, slug: slug[place], title: title[place], isOutline: place >= profiled, kind: "elsewhere", why: isClose ? fill(close, { name }) : name, language });
  const named = elsewhere.filter(({ place, isInside }) => !own.has(place) && (!isBetter || !isInside)).map(tell);
  const places = new Set(named.map(({ place }) => place));
  const left = kept.filter(({ place }) => !places.has(place));
  const tasks = left.filter(({ kind }) => kind === "task");
  const before = left.filter(({ kind }) => kind !== "task");
  const results = isWhole ? [...named, ...before, ...tasks] : isBetter ? [...before, ...named, ...tasks] : [...before, ...tasks, ...named];
  return { ...found, results, isGuess: found.isGuess && !isBetter, isSure: isWhole || (found.isSure && found.results.length > 0) };
}
