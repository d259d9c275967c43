/** Which of what was found has what somebody wishes beside it. Loaded once somebody types both into the finder. */
import { withSlugs } from "../../data/slugs.js";
import { load } from "../../site/loading.js";
import { run } from "../../site/slices.js";
import { choosePay, filtering } from "./filtering.js";
import { read } from "./state.js";

/** @import {Found} from "../finder/search.js" @import {Facets} from "./filtering.js" */

/** What has the wish; all, if nothing has. @param {Found} found @param {Facets} facets @returns {Generator<void, Found>} */
export function* narrowing(found, facets) {
  const wish = found.filter && read(`#show1&${found.filter.show}`, facets.values, facets.renamed)?.wish;
  if (!wish || !found.isBoth) return found;
  const { places: fitting } = yield* filtering(choosePay(facets, wish), wish, new Set());
  const places = new Set(fitting);
  const results = found.results.filter(({ place }) => places.has(place));
  return results.length ? { ...found, results } : found;
}

/** The same, once there are facets; all, if they do not arrive. @param {Found} found @returns {Promise<Found>} */
export async function narrowLater(found) {
  const facets = await load("facets").catch(console.warn);
  return facets ? run(narrowing(found, withSlugs(facets))) : found;
}
