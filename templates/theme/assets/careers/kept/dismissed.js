/** What the reader has taken off the list of results: occupations, and whole fields of work. No DOM. */
import { isObject, isText } from "./checks.js";
import { DISMISSED } from "./settings.js";
import { read, write } from "./store.js";

/** @typedef {"occupations" | "fields"} Group @typedef {Record<Group, Map<string, string>>} Dismissed slug, or a field's name -> the name it is listed by */

/** @param {unknown} saved @returns {Map<string, string>} */
const readNames = (saved) =>
  new Map(Object.entries(isObject(saved) ? saved : {}).filter(/** @returns {entry is [string, string]} */ (entry) => isText(entry[1])));

/** @returns {Dismissed} */
export function loadDismissed() {
  const { occupations, fields } = read(DISMISSED) ?? {};
  return { occupations: readNames(occupations), fields: readNames(fields) };
}

/** Whether an occupation is off the list. @param {Dismissed} dismissed @param {{slug: string, field: string}} occupation */
export const isDismissed = ({ occupations, fields }, { slug, field }) => occupations.has(slug) || fields.has(field);

/** Takes one off, or brings it back; all else stays as it lies there. @param {Group} group @param {string} key @param {string | null} name null to bring it back @returns {boolean} whether that is saved */
export function changeDismissed(group, key, name) {
  const saved = read(DISMISSED) ?? {};
  const own = isObject(saved[group]) ? { ...saved[group] } : {};
  delete own[key];
  return write(DISMISSED, { ...saved, [group]: name === null ? own : { ...own, [key]: name } });
}
