/**
 * The reader's plan: occupations, experiments, goals, people and journal, as kept on the device. No DOM.
 *
 * Every change reads what lies there first and writes back all the rest as it was, so two tabs do not undo each other
 * and what this version cannot read is kept.
 */
import { isDay, today } from "./records.js";
import { read, write } from "./store.js";

export const PLAN = "plan";

/** @typedef {"occupation" | "experiment" | "goal" | "contact" | "note"} Kind */

/** What a day-bound item waits for, by its kind: the name of the field with the day. */
export const DUE = Object.freeze({ experiment: "date", goal: "review", contact: "date" });

/** As many as a plan may hold; a file with more is not from here. */
export const MOST_ITEMS = 1000;
export const MOST_LETTERS = 5000;
const SHORT = 300;

/**
 * One thing in the plan; which fields it has depends on its kind.
 *
 * @typedef {object} Item
 * @property {string} id for good: calendars know the item by it
 * @property {Kind} kind
 * @property {string} text title of the occupation, what to do, what to reach, the person's name, what is noted
 * @property {string} made YYYY-MM-DD
 * @property {number} changed milliseconds, to tell which of two is newer
 * @property {number} revision how often it was changed
 * @property {string} [slug] of the occupation that it is about
 * @property {string} [method] of an experiment
 * @property {string} [strategy] from whose guide an experiment came
 * @property {string} [takes]
 * @property {string} [cost]
 * @property {string} [about] a contact: who that is and what to ask
 * @property {string} [date] experiment: planned for; contact: get in touch by; note: written on
 * @property {string} [review] goal: the next review
 * @property {string} [done] experiment, goal, contact: finished on
 * @property {number} [expected] experiment: enjoyment foretold, 1 to 5
 * @property {number} [felt] experiment: enjoyment recorded, 1 to 5
 * @property {string} [taught] experiment: what it taught
 * @property {number} [interest] note: interest on that day, 1 to 5
 */

/** Fields by kind of value: a day, a step from 1 to 5, a short text, a long one. @type {Record<string, string[]>} */
const FIELDS = {
  day: ["date", "review", "done"],
  step: ["expected", "felt", "interest"],
  short: ["slug", "method", "strategy", "takes", "cost"],
  long: ["about", "taught"],
};

/** @type {Record<string, (value: unknown) => boolean>} */
const CHECKS = {
  day: isDay,
  step: (value) => Number.isInteger(value) && /** @type {number} */ (value) >= 1 && /** @type {number} */ (value) <= 5,
  short: (value) => typeof value === "string" && value !== "" && value.length <= SHORT,
  long: (value) => typeof value === "string" && value !== "" && value.length <= MOST_LETTERS,
};

const KINDS = ["occupation", "experiment", "goal", "contact", "note"];
const isCount = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;

/** @param {any} raw whatever was saved @returns {Item | null} without what makes no sense; null if nothing is left */
export function readItem(raw) {
  const { id, kind, text, made, changed, revision } = Object(raw);
  if (typeof id !== "string" || !/^[\w-]{1,64}$/.test(id) || !KINDS.includes(kind) || !CHECKS.long(text)) return null;
  /** @type {any} */
  const item = { id, kind, text, made: isDay(made) ? made : today(), changed: isCount(changed) ? changed : 0, revision: isCount(revision) ? revision : 0 };
  for (const [check, names] of Object.entries(FIELDS)) {
    for (const name of names) if (CHECKS[check](raw[name])) item[name] = raw[name];
  }
  return item;
}

/** What lies on the device, whatever it holds. @returns {any[]} */
const readRaw = () => {
  const { items } = read(PLAN) ?? {};
  return Array.isArray(items) ? items.filter((item) => Object(item) === item) : [];
};

/** @param {any[]} items @returns {boolean} whether they are saved */
const writeRaw = (items) => write(PLAN, { items });

/** All items in the reader's order. @returns {Item[]} */
export const loadPlan = () => readRaw().flatMap((raw) => readItem(raw) ?? []);

export const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 10);

/**
 * @param {Partial<Item> & {kind: Kind, text: string}} item
 * @returns {{item: Item, isSaved: boolean} | null} null when the plan is full or the text is empty
 */
export function addItem(item) {
  const items = readRaw();
  const added = readItem({ id: newId(), made: today(), changed: Date.now(), ...item, text: item.text.trim().slice(0, MOST_LETTERS) });
  if (!added || items.length >= MOST_ITEMS) return null;
  return { item: added, isSaved: writeRaw([...items, added]) };
}

/** @param {string} id @param {Partial<Item>} changes a field that is undefined or "" goes @returns {boolean} whether it is saved */
export function changeItem(id, changes) {
  return writeRaw(
    readRaw().map((raw) => {
      if (raw.id !== id) return raw;
      const changed = { ...raw, ...changes, changed: Date.now(), revision: (isCount(raw.revision) ? raw.revision : 0) + 1 };
      for (const name of Object.keys(changed)) if (changed[name] === undefined || changed[name] === "") delete changed[name];
      return changed;
    }),
  );
}

/** @param {string} id @returns {() => boolean} brings it back to its place */
export function removeItem(id) {
  const before = readRaw();
  const at = before.findIndex((raw) => raw.id === id);
  writeRaw(before.filter((raw) => raw.id !== id));
  return () => {
    const now = readRaw();
    if (at < 0 || now.some((raw) => raw.id === id)) return true;
    now.splice(Math.min(at, now.length), 0, before[at]);
    return writeRaw(now);
  };
}

/** Moves an item before another one, or to the end. @param {string} id @param {string | null} before @returns {boolean} whether it is saved */
export function moveItem(id, before) {
  const items = readRaw();
  const from = items.findIndex((raw) => raw.id === id);
  if (from < 0 || id === before) return true;
  const [moved] = items.splice(from, 1);
  const to = items.findIndex((raw) => raw.id === before);
  items.splice(to < 0 ? items.length : to, 0, moved);
  return writeRaw(items);
}

/** The day on which an unfinished item asks for attention. @param {Item} item @returns {string | undefined} */
export const findDay = (item) => (item.done ? undefined : /** @type {any} */ (item)[/** @type {any} */ (DUE)[item.kind]]);

/** @param {string} day YYYY-MM-DD @param {number} days @returns {string} */
export const addDays = (day, days) => new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
