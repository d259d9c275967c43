/** The occupations to rank, from one compact file of parallel lists. */
import { centre } from "./scoring.js";

const ROOT = new URL("../../../", import.meta.url);

/** @typedef {{title: string, url: string, preparation: number, unit: number[]}} Occupation */

/** @type {Occupation[] | undefined} kept for the next page with a quiz */
let loaded;

/** @param {AbortSignal} signal @returns {Promise<Occupation[]>} */
export async function loadOccupations(signal) {
  if (loaded) return loaded;
  const response = await fetch(new URL("data/occupations.json", ROOT), { signal });
  const { version, title, url, preparation, interests } = await response.json();
  if (!response.ok || version !== 1) throw new Error(`${response.url}: ${response.status}, version ${version}`);
  loaded = title.map((/** @type {string} */ name, /** @type {number} */ index) => ({
    title: name,
    url: new URL(url[index], ROOT).href,
    preparation: preparation[index],
    unit: centre(interests[index]),
  }));
  return loaded ?? [];
}
