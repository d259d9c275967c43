/** Fetches the JSON files that the site publishes for its scripts, each once. */

/** The address of the site. */
export const ROOT = new URL("../../../", import.meta.url);

/** Kept for the next page. @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** @param {string} name of the file below data/ @returns {Promise<any>} */
export function load(name) {
  const known = loaded.get(name) ?? fetchData(name);
  loaded.set(name, known);
  known.catch(() => loaded.delete(name));
  return known;
}

/** @param {string} name */
async function fetchData(name) {
  const response = await fetch(new URL(`data/${name}.json`, ROOT));
  const data = await response.json();
  if (!response.ok || data.version !== 1) throw new Error(`${response.url}: ${response.status}, version ${data.version}`);
  return data;
}
