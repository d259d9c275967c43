/** Which occupation is meant by what was typed. */
import { withSlugs } from "../../data/slugs.js";
import { load } from "../../site/loading.js";
import { run } from "../../site/slices.js";

/** Letters of a title that are enough to take the first that has them. */
const ENOUGH = 3;
/** Names that are said to be near. */
const MOST_NEAR = 3;

/** @typedef {{slug: string, title: string}} Named */

/** The title itself, or else the first one suggested. @param {string} typed @param {Named[]} occupations those with a guide first @returns {Named | undefined} */
export function findTitle(typed, occupations) {
  const wanted = typed.trim().toLowerCase();
  const exact = occupations.find(({ title }) => title.toLowerCase() === wanted);
  if (exact || wanted.length < ENOUGH) return exact;
  const begins = (/** @type {Named} */ { title }) => ` ${title.toLowerCase()}`.includes(` ${wanted}`);
  return occupations.find(begins) ?? occupations.find(({ title }) => title.toLowerCase().includes(wanted));
}

/**
 * By the names that the finder knows: the occupation that is called so, or those that come near.
 *
 * @param {string} typed @param {AbortSignal} signal @returns {Promise<{found?: Named, near: Named[]}>}
 */
export async function findNamed(typed, signal) {
  const [names, finding, { indexing, searching }] = await Promise.all([load("names"), load("finding"), import("../finder/search.js")]);
  const index = await run(indexing(withSlugs(names), finding), signal);
  const { results, isNamed } = await run(searching(index, typed, []), signal);
  return { found: isNamed ? results[0] : undefined, near: results.slice(0, MOST_NEAR) };
}
