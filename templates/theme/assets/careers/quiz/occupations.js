/** The occupations to rank, from one compact file of parallel lists; fetched once, when results are first shown. */
import { centre } from "./matching.js";

const ROOT = new URL("../../../", import.meta.url);

/**
 * @typedef {{title: string, url: string, preparation: number, ratings: number[], unit: number[]}} Occupation
 *   `ratings` on O*NET's 1-7 in the order of SCALES, `unit` the same as a centred unit vector
 */

/** @type {Occupation[] | null} */
let loaded = null;

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Occupation[]>} rejects when the file cannot be had or is not what we know
 */
export async function loadOccupations(signal) {
  if (loaded) return loaded;
  const response = await fetch(new URL("data/occupations.json", ROOT), { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  const data = await response.json();
  if (data.version !== 1) throw new Error(`version ${data.version}`);
  loaded = data.title.map((/** @type {string} */ title, /** @type {number} */ index) => ({
    title,
    url: new URL(data.url[index], ROOT).href,
    preparation: data.preparation[index],
    ratings: data.interests[index],
    unit: centre(data.interests[index]),
  }));
  return /** @type {Occupation[]} */ (loaded);
}
