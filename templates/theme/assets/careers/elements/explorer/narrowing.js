/** Which of what was found has what somebody wishes beside it. Loaded once somebody types both into the finder. */
import { withSlugs } from "../../data/slugs.js";
import { load } from "../../site/loading.js";
import { choosePay, filter } from "./filtering.js";
import { read } from "./state.js";

/** @import {Found} from "../finder/search.js" @import {Facets} from "./filtering.js" */

/** What has the wish; all, if nothing has. @param {Found} found @param {Facets} facets @returns {Found} */
export function narrow(found, facets) {
  const wish = found.filter && read(`#show1&${found.filter.show}`, facets.values, facets.renamed)?.wish;
  if (!wish || !found.isBoth) return found;
  const places = new Set(filter(choosePay(facets, wish), wish, new Set()).places);
  const results = found.results.filter(({ place }) => places.has(place));
  return results.length ? { ...found, results } : found;
}

/** The same, once there are facets; all, if they do not arrive. @param {Found} found @returns {Promise<Found>} */
export async function narrowLater(found) {
  const facets = await load("facets").catch(console.warn);
  return facets ? narrow(found, withSlugs(facets)) : found;
}
