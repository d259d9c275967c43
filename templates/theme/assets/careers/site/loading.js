/** Fetches the JSON files that the site publishes for its scripts, each once. */

import { DATA_VERSION } from "./constants.js";

/** The address of the site. */
export const ROOT = new URL("../../../", import.meta.url);

/** @import {Files} from "../data/types.d.ts" */

/** Kept for the next page. @type {Map<keyof Files, Promise<Files[keyof Files]>>} */
const loaded = new Map();

/** @template {keyof Files} Name @param {Name} name of the file below data/ @returns {Promise<Files[Name]>} */
export function load(name) {
  const known = /** @type {Promise<Files[Name]>} */ (loaded.get(name) ?? fetchData(name));
  loaded.set(name, known);
  known.catch(() => loaded.delete(name));
  return known;
}

/** @template {keyof Files} Name @param {Name} name @returns {Promise<Files[Name]>} */
async function fetchData(name) {
  const response = await fetch(new URL(`data/${name}.json`, ROOT));
  /** @type {Files[Name]} */
  const data = await response.json();
  if (!response.ok || data.version !== DATA_VERSION) throw new Error(`${response.url}: ${response.status}, version ${data.version}`);
  return data;
}
