/** What the finder answers, for the search in the header: the same, but for tasks, of which each page has its own. No DOM. */
import { withSlugs } from "../../data/slugs.js";
import { load } from "../../site/loading.js";
import { run } from "../../site/slices.js";
import { Languages } from "../finder/languages.js";

/** @import {Found, Index} from "../finder/search.js" */

/** @typedef {{index: Index, searching: typeof import("../finder/search.js").searching, languages: Languages}} Means */

/** @returns {Promise<Means>} */
export async function fetchMeans() {
  const [names, finding, search] = await Promise.all([load("names"), load("finding"), import("../finder/search.js")]);
  const index = await run(search.indexing(withSlugs(names), finding));
  return { index, searching: search.searching, languages: new Languages() };
}

/** @param {Means} means @param {string} query @param {AbortSignal} signal @returns {Promise<Found>} */
export async function ask({ index, searching, languages }, query, signal) {
  const all = await run(searching(index, query, []), signal);
  if (all.isBoth) return (await import("../explorer/narrowing.js")).narrowLater(all);
  if (all.isNamed || all.isMeant) return all;
  await languages.suspect(query, signal).catch(console.warn);
  return languages.join(all, query, signal, index, index.wishes.finding.words.close);
}
