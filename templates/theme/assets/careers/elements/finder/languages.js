/** Titles in other languages: what has been fetched of them, what may be worth it, and how they stand among what was found. No DOM. */
import { fill } from "../../language/words.js";
import { load } from "../../site/loading.js";
import { run } from "../../site/slices.js";
import { searchingTitles, suspect } from "./titles.js";

/** @import {TitlesFile} from "../../data/types.d.ts" @import {Found, Names, Result} from "./search.js" */

export class Languages {
  /** By language. @type {Map<string, TitlesFile>} */
  #files = new Map();

  /** @param {string} language */
  async fetch(language) {
    this.#files.set(language, await load(`titles/${language}`));
  }

  /** In all that has been fetched. @param {string} query @param {AbortSignal} signal @param {number} [profiled] */
  search(query, signal, profiled) {
    return run(searchingTitles(query, this.#files, profiled), signal);
  }

  /** Fetches the languages that may have what was typed, until one has. @param {string} query @param {AbortSignal} signal @returns {Promise<boolean>} whether one has */
  async suspect(query, signal) {
    for (const language of suspect(query, await load("starts"))) {
      if (signal.aborted) break;
      if (!this.#files.has(language)) await this.fetch(language);
      if ((await this.search(query, signal)).length) return true;
    }
    return false;
  }
}

/**
 * What was found in other languages stands before tasks, and in the place of guesses.
 *
 * @param {Found} found @param {import("./titles.js").Found[]} elsewhere @param {Names} names @param {string} close what is said of a title of something close to it
 */
export function join({ results, isGuess }, elsewhere, { profiled, slug, title }, close) {
  if (!elsewhere.length) return { results, isGuess };
  const own = new Set(elsewhere.map(({ place }) => place));
  const named = elsewhere.map(({ place, title: name, language, isClose }) => /** @type {Result} */ ({ place, slug: slug[place], title: title[place], isOutline: place >= profiled, kind: "elsewhere", why: isClose ? fill(close, { name }) : name, language }));
  return { results: [...(isGuess ? [] : results).filter(({ place }) => !own.has(place)), ...named], isGuess: false };
}
