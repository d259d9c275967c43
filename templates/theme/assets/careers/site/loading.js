/** Fetches the JSON files that the site publishes for its scripts, each once. */

import { DATA_VERSION } from "./constants.js";
import { DATA } from "./published.js";

/** The address of the site. */
export const ROOT = new URL("../../../", import.meta.url);

/** @import {Files} from "../data/types.d.ts" */

/** Kept for the next page. @type {Map<keyof Files, Promise<Files[keyof Files]>>} */
const loaded = new Map();

/** Name -> the file that holds it now, or all of it where it is short; profiles are not in it. @type {Promise<Record<string, unknown>> | null} */
let list = null;

/** @template {keyof Files} Name @param {Name} name of the file below data/ @returns {Promise<Files[Name]>} */
export function load(name) {
  const known = /** @type {Promise<Files[Name]>} */ (loaded.get(name) ?? fetchData(name));
  loaded.set(name, known);
  known.catch(() => loaded.delete(name));
  return known;
}

/** @template {keyof Files} Name @param {Name} name @returns {Promise<Files[Name]>} */
async function fetchData(name) {
  const found = await locate(name);
  try {
    return await read(name, found);
  } catch (problem) {
    // What a cache said may have been too old.
    list = null;
    const other = await locate(name, "reload");
    if (other === found) throw problem;
    return read(name, other);
  }
}

/** @param {keyof Files} name @param {RequestCache} [cache] @returns {Promise<unknown>} the file's name below data/, or what would be in it */
async function locate(name, cache) {
  const [folder, own] = name.split("/");
  // There are too many for the list, which every page loads.
  if (folder === "titles" && own) return `${(await load(folder)).files[own]}`;
  if (!DATA) return `${name}.json`;
  list ??= fetch(new URL(`../${DATA}`, import.meta.url), { cache }).then((response) => response.json());
  list.catch(() => (list = null));
  return (await list)[name] ?? `${name}.json`;
}

/** @template {keyof Files} Name @param {Name} name @param {unknown} found @returns {Promise<Files[Name]>} */
async function read(name, found) {
  if (typeof found !== "string") return check(/** @type {Files[Name]} */ (found), name);
  // What may be another one tomorrow is asked for anew; a host that says it is the same sends nothing.
  const cache = found === `${name}.json` ? "no-cache" : "default";
  const response = await fetch(new URL(`data/${found}`, ROOT), { cache });
  const data = check(await response.json(), `${response.url}: ${response.status}`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return data;
}

/** @template {Files[keyof Files]} File @param {File} data @param {string} what for the console @returns {File} if this version can read it */
function check(data, what) {
  if (data.version !== DATA_VERSION) throw new Error(`${what}, version ${data.version}`);
  return data;
}
