/**
 * What the reader writes into the worksheets, as kept on the device: `sheet.<strategy>` holds dated entries. No DOM.
 *
 * A value is a text, a number from 1 to 5, `{before, after}` of such numbers, or a list of rows, each an object of
 * texts by column: a list has the column `text`, an if-then plan `if` and `then`.
 */
import { isDay, today } from "../language/dates.js";
import { changedNow, isCount, isId, isKey, isObject, isStep, isText } from "./checks.js";
import { newId } from "./items.js";
import { read, write } from "./store.js";

export const SHEET = "sheet.";

/** As many sheets as one strategy may have; a file with more is not from here. */
export const MOST_ENTRIES = 200;
export const MOST_ROWS = 50;

/**
 * @typedef {string | number | {before?: number, after?: number} | Record<string, string>[]} Value
 * @typedef {{id: string, made: string, changed: number, revision: number, values: Record<string, Value>, marks?: Record<string, string[]>}} Entry
 *   `marks`: by field, what calendars know the rows of a table by for good, whatever rows are deleted
 * @typedef {import("../data/types.d.ts").Column} Column
 * @typedef {import("../data/types.d.ts").WorksheetField} Field
 * @typedef {import("../data/types.d.ts").Sheet} Sheet
 */

/** @param {unknown} value @returns {value is string[]} */
const isMarks = (value) => Array.isArray(value) && value.length <= MOST_ROWS && value.every(isId);
/** @param {unknown} value @returns {value is string} */
const isCell = (value) => isText(value);
/** @param {unknown} value @returns {value is number} */
const isGrade = (value) => isStep(value);

/**
 * Entries of an object that pass.
 *
 * @template T @param {object} raw @param {(value: unknown) => value is T} check @returns {Record<string, T>}
 */
function pick(raw, check) {
  /** @type {Record<string, T>} */
  const picked = {};
  for (const [name, value] of Object.entries(raw)) if (isKey(name) && check(value)) picked[name] = value;
  return picked;
}

/** @param {unknown} raw @returns {Value | undefined} without what makes no sense; undefined if nothing is left */
export function readValue(raw) {
  if (isText(raw) || isStep(raw)) return raw;
  if (Array.isArray(raw)) {
    const rows = raw.slice(0, MOST_ROWS).map((row) => (isObject(row) ? pick(row, isCell) : {}));
    while (rows.length && !Object.keys(rows[rows.length - 1]).length) rows.pop();
    return rows.length ? rows : undefined;
  }
  const { before, after } = isObject(raw) ? pick(raw, isGrade) : {};
  if (before === undefined && after === undefined) return undefined;
  return { ...(before && { before }), ...(after && { after }) };
}

/** @param {unknown} raw @returns {Entry | null} null if it is no entry */
export function readEntry(raw) {
  if (!isObject(raw)) return null;
  const { id, made, changed, revision, values } = raw;
  if (!isId(id) || !isObject(values)) return null;
  /** @type {Record<string, Value>} */
  const kept = {};
  for (const [name, value] of Object.entries(values)) {
    const found = isKey(name) ? readValue(value) : undefined;
    if (found !== undefined) kept[name] = found;
  }
  const entry = { id, made: isDay(made) ? made : today(), changed: isCount(changed) ? changed : 0, revision: isCount(revision) ? revision : 0, values: kept };
  const marks = Object.fromEntries(Object.entries(isObject(raw.marks) ? pick(raw.marks, isMarks) : {}).filter(([name]) => Array.isArray(kept[name])));
  return Object.keys(marks).length ? { ...entry, marks } : entry;
}

/** What lies on the device, whatever it holds. @param {string} key of the strategy @returns {import("./store.js").Value[]} */
const readRaw = (key) => {
  const { entries } = read(SHEET + key) ?? {};
  return Array.isArray(entries) ? entries.filter(isObject) : [];
};

/** @param {string} key @param {object[]} entries @returns {boolean} whether they are saved */
const writeRaw = (key, entries) => write(SHEET + key, { entries });

/** Oldest first. @param {string} key of the strategy @returns {Entry[]} */
export const loadEntries = (key) => readRaw(key).flatMap((raw) => readEntry(raw) ?? []);

/** @returns {Entry} one that is not saved yet */
export const makeEntry = () => ({ id: newId(), made: today(), changed: 0, revision: 0, values: {} });

/**
 * Writes one field and leaves all others as they lie on the device, whatever tab wrote them.
 *
 * @param {string} key of the strategy @param {Entry} entry added if it is not there yet
 * @param {string} field @param {Value | undefined} value undefined if it is empty @param {string[]} [ids] the marks of its rows
 * @returns {boolean | null} whether it is saved; null when there are too many entries
 */
export function keepValue(key, entry, field, value, ids) {
  const entries = readRaw(key);
  const at = entries.findIndex(({ id }) => id === entry.id);
  if (at < 0 && entries.length >= MOST_ENTRIES) return null;
  /** @type {import("./store.js").Value | Entry} */
  const old = at < 0 ? entry : entries[at];
  /** @type {import("./store.js").Value} */
  const values = { ...(isObject(old.values) ? old.values : {}), [field]: value };
  if (value === undefined) delete values[field];
  const marks = ids && value !== undefined ? { marks: { ...(isObject(old.marks) ? old.marks : {}), [field]: ids } } : {};
  const changed = { ...old, ...marks, values, changed: changedNow(old.changed), revision: (isCount(old.revision) ? old.revision : 0) + 1 };
  return writeRaw(key, at < 0 ? [...entries, changed] : entries.map((one, place) => (place === at ? changed : one)));
}

/** @param {string} key @param {string} id @returns {() => boolean} brings it back to its place */
export function removeEntry(key, id) {
  const before = readRaw(key);
  const at = before.findIndex((raw) => raw.id === id);
  writeRaw(key, before.filter((raw) => raw.id !== id));
  return () => {
    const now = readRaw(key);
    if (at < 0 || now.some((raw) => raw.id === id)) return true;
    now.splice(Math.min(at, now.length), 0, before[at]);
    return writeRaw(key, now);
  };
}

/**
 * Days in the worksheets that the reader is to be reminded of, as `{uid, day, text, ...}`.
 *
 * @param {Sheet[]} sheets @param {(key: string) => Entry[]} load
 */
export function findReminders(sheets, load) {
  return sheets.flatMap((sheet) =>
    load(sheet.key).flatMap((entry) =>
      sheet.fields.flatMap((field) => {
        const base = { sheet, entry, revision: entry.revision, changed: entry.changed };
        const value = entry.values[field.key];
        if (field.reminder) return isDay(value) ? [{ ...base, uid: `${entry.id}-${field.key}`, day: value, text: field.reminder }] : [];
        if (!Array.isArray(value)) return [];
        const columns = (field.columns ?? []).filter(({ reminder }) => reminder);
        const wordy = (field.columns ?? []).filter(({ kind }) => kind === "short" || kind === "long");
        return value.flatMap((row, at) =>
          columns.flatMap(({ key, reminder }) => {
            const day = row[key];
            if (!isDay(day)) return [];
            const name = field.rows?.[at] ?? wordy.map((column) => row[column.key]).find(Boolean) ?? "";
            const mark = field.rows ? at : (entry.marks?.[field.key]?.[at] ?? at);
            return [{ ...base, uid: `${entry.id}-${field.key}-${mark}-${key}`, day, text: name ? `${reminder}: ${name}` : String(reminder) }];
          }),
        );
      }),
    ),
  );
}
