/** The dated entries of one worksheet: which of them is open, and what of it is kept. No DOM. */
import { MOST_ENTRIES, SHEET, keepValue, loadEntries, makeEntry, removeEntry } from "../../kept/sheets.js";
import { read } from "../../kept/store.js";
import { isDay } from "../../language/dates.js";

/** @typedef {import("../../kept/sheets.js").Entry} Entry @typedef {import("../../kept/sheets.js").Value} Value */

/** As many letters as tell one entry from another. */
const SHOWN = 40;

/** The first words that were written in an entry. @param {Entry} entry @param {string[]} fields whose text is the reader's own, in the order of the page */
export function findWords({ values }, fields) {
  for (const field of fields) {
    const value = Object.hasOwn(values, field) ? values[field] : "";
    const texts = Array.isArray(value) ? value.flatMap((row) => Object.values(row)) : [value];
    const text = texts.find((one) => typeof one === "string" && one.trim() && !isDay(one));
    if (!text) continue;
    const [line] = String(text).trim().split("\n");
    return line.length > SHOWN ? `${line.slice(0, SHOWN).trimEnd()} …` : line;
  }
  return "";
}

export class Entries {
  /** @type {Entry[]} as they lie on the device, oldest first */
  all = [];
  /** @type {Entry} not among them before something is written in it */
  current;

  /** @param {string} key of the strategy @param {boolean} isSingle whether there is to be one only */
  constructor(key, isSingle) {
    this.key = key;
    this.isSingle = isSingle;
    this.all = loadEntries(key);
    this.current = this.all.at(-1) ?? makeEntry();
  }

  get isKept() {
    return this.all.some(({ id }) => id === this.current.id);
  }

  /** Whether nothing lies on the device, not even that all was deleted. */
  get isForgotten() {
    return read(SHEET + this.key) === null;
  }

  /** Reads anew what lies on the device. @returns {boolean} whether the open entry is gone from there */
  load() {
    const wasKept = this.isKept;
    this.all = loadEntries(this.key);
    const found = this.all.find(({ id }) => id === this.current.id);
    const isGone = !found && wasKept;
    // The only one may have been begun in another tab.
    const isBegun = !found && this.isSingle && this.all.length > 0;
    this.current = found ?? (isGone || isBegun ? (this.all.at(-1) ?? makeEntry()) : this.current);
    return isGone;
  }

  /** @param {string} id @returns {boolean} whether there is such an entry */
  open(id) {
    const found = this.all.find((entry) => entry.id === id);
    if (found) this.current = found;
    return Boolean(found);
  }

  /** Opens an empty entry. @returns {boolean} false if there are too many */
  begin() {
    if (this.all.length >= MOST_ENTRIES) return false;
    if (this.isKept) this.current = makeEntry();
    return true;
  }

  /**
   * @param {[field: string, value: Value | undefined, marks?: string[]][]} changes
   * @returns {"saved" | "unsaved" | "tooMany"} "unsaved": kept until the page is closed
   */
  keep(changes) {
    if (!this.isKept) this.load();
    // Nothing in an entry that is not there yet: it need not begin.
    const needed = changes.filter(([, value]) => value !== undefined || this.isKept);
    const results = needed.map(([field, value, marks]) => keepValue(this.key, this.current, field, value, marks));
    this.load();
    return results.includes(null) ? "tooMany" : results.includes(false) ? "unsaved" : "saved";
  }

  /** Deletes the open entry and opens another. @returns {() => void} brings it back and opens it */
  remove() {
    const { id } = this.current;
    const undo = removeEntry(this.key, id);
    this.load();
    return () => {
      undo();
      this.load();
      this.open(id);
    };
  }
}
