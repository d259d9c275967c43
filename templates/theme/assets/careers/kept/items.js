/**
 * The reader's plan: occupations, experiments, goals, people and journal, as kept on the device. No DOM.
 *
 * Every change reads what lies there first and writes back all the rest as it was, so two tabs do not undo each other
 * and what this version cannot read is kept.
 */
import { isDay, today } from "../language/dates.js";
import { ITEM_FIELDS, ITEM_KINDS, MOST_LETTERS, MOST_SHORT } from "../site/constants.js";
import { MOST_REVISIONS, changedNow, isCount, isId, isObject, isStep, isWords } from "./checks.js";
import { read, write } from "./store.js";

export const PLAN = "plan";

/** @typedef {import("./store.js").Value} Value */
/** @typedef {import("../data/types.d.ts").Item} Item @typedef {Item["kind"]} Kind */

/** As many as a plan may hold; a file with more is not from here. */
export const MOST_ITEMS = 1000;

/** What each field holds. @type {Readonly<Record<string, string>>} */
export const FIELDS = ITEM_FIELDS;

/** @param {unknown} value @returns {value is Kind} */
export const isKind = (value) => ITEM_KINDS.includes(/** @type {Kind} */ (value));

/** What an item can do without. */
const OPTIONAL = Object.keys(FIELDS).filter((name) => !["kind", "made", "text"].includes(name));

const isEmpty = (/** @type {unknown} */ value) => (typeof value === "string" ? !value.trim() : (value ?? null) === null);

/** @type {Record<string, (value: unknown) => boolean>} */
const CHECKS = {
  kind: isKind,
  day: isDay,
  step: (value) => isStep(value),
  short: (value) => isWords(value, MOST_SHORT),
  long: (value) => isWords(value),
};

/** The fields that make sense. @param {Value} raw @returns {Partial<Item>} */
function pick(raw) {
  /** @type {Value} */
  const picked = {};
  for (const [name, holds] of Object.entries(FIELDS)) if (CHECKS[holds](raw[name])) picked[name] = raw[name];
  return picked;
}

/** The fields with texts as long as they may be, never ending in half a character. @param {object} fields @returns {Value} */
function cut(fields) {
  const entries = Object.entries(fields).map(([name, value]) => {
    const most = FIELDS[name] === "short" ? MOST_SHORT : MOST_LETTERS;
    const isLong = typeof value === "string" && value.length > most;
    return [name, isLong ? value.slice(0, most).replace(/[\ud800-\udbff]$/, "") : value];
  });
  return Object.fromEntries(entries);
}

/** @param {unknown} raw whatever was saved @returns {Item | null} without what makes no sense; null if nothing is left */
export function readItem(raw) {
  if (!isObject(raw) || !isId(raw.id)) return null;
  const { id, changed, revision } = raw;
  const item = {
    id,
    made: today(),
    ...pick(raw),
    changed: isCount(changed) ? changed : 0,
    revision: isCount(revision) ? Math.min(revision, MOST_REVISIONS) : 0,
  };
  return item.kind && item.text ? /** @type {Item} */ (item) : null;
}

/** What lies on the device, whatever it holds. @returns {unknown[]} */
const readRaw = () => {
  const { items } = read(PLAN) ?? {};
  return Array.isArray(items) ? items : [];
};

/** @param {unknown[]} items @returns {boolean} whether they are saved */
const writeRaw = (items) => write(PLAN, { ...read(PLAN), items });

/** Where an item stands; of several with the same id, the first is meant. @param {unknown[]} items @param {string | null} id */
const find = (items, id) => items.findIndex((raw) => readItem(raw)?.id === id);

/** All items in the reader's order. @returns {Item[]} */
export function loadPlan() {
  /** @type {Map<string, Item>} */
  const items = new Map();
  for (const raw of readRaw()) {
    const item = readItem(raw);
    if (item && !items.has(item.id)) items.set(item.id, item);
  }
  return [...items.values()];
}

/** Slugs of the occupations that are saved. */
export const findSaved = () => new Set(loadPlan().flatMap(({ kind, slug }) => (kind === "occupation" && slug ? [slug] : [])));

export const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 10);

/**
 * @param {Partial<Item> & {kind: Kind, text: string}} item texts that are too long are cut
 * @returns {{item: Item, isSaved: boolean} | null} null when the plan is full or the text is empty
 */
export function addItem(item) {
  const items = readRaw();
  if (items.length >= MOST_ITEMS || !isObject(item) || !isWords(item.text, Infinity)) return null;
  const { id, changed, text } = item;
  const isFree = isId(id) && !items.some((raw) => isObject(raw) && raw.id === id);
  const own = { id: isFree ? id : newId(), changed: changed ?? Date.now() };
  const added = readItem({ ...cut({ ...item, text: text.trim() }), ...own });
  return added && { item: added, isSaved: writeRaw([...items, added]) };
}

/**
 * @param {string} id
 * @param {Partial<Item>} changes a field that is empty or undefined goes, but for those that every item has; what makes no
 *   sense changes nothing; texts that are too long are cut
 * @returns {boolean | null} whether it is saved; null if there is no such item, since another tab took it away
 */
export function changeItem(id, changes) {
  const items = readRaw();
  const at = find(items, id);
  const raw = items[at];
  const old = readItem(raw);
  if (!old || !isObject(raw)) return null;
  const given = isObject(changes) ? changes : {};
  const stamp = { changed: changedNow(old.changed), revision: Math.min(old.revision + 1, MOST_REVISIONS) };
  /** @type {Value} */
  const changed = { ...raw, ...pick(cut(given)), ...stamp };
  for (const [name, value] of Object.entries(given)) {
    if (isEmpty(value) && OPTIONAL.includes(name)) delete changed[name];
  }
  return writeRaw(items.map((raw, place) => (place === at ? changed : raw)));
}

/** Changes an item; where another tab took it away meanwhile, it comes back. @param {Item} item @param {Partial<Item>} changes */
export const keepItem = (item, changes) => changeItem(item.id, changes) ?? addItem({ ...item, ...changes })?.isSaved ?? false;

/** Items about an occupation that has another name now are about that one. @param {Record<string, string>} [formerly] old slug -> present one */
export function followRenames(formerly = {}) {
  const items = readRaw();
  const rename = (/** @type {unknown} */ raw) =>
    isObject(raw) && typeof raw.slug === "string" && Object.hasOwn(formerly, raw.slug) ? { ...raw, slug: formerly[raw.slug] } : raw;
  const renamed = items.map(rename);
  if (renamed.some((raw, at) => raw !== items[at])) writeRaw(renamed);
}

/** @param {string} id @returns {() => boolean} brings it back to its place */
export function removeItem(id) {
  const items = readRaw();
  const at = find(items, id);
  if (at < 0) return () => true;
  writeRaw(items.filter((_, place) => place !== at));
  return () => {
    const now = readRaw();
    return find(now, id) >= 0 || writeRaw([...now.slice(0, at), items[at], ...now.slice(at)]);
  };
}

/**
 * Moves an item before another one, or to the end.
 *
 * @param {string} id @param {string | null} before null: to the end. Where that is gone, nothing moves.
 * @returns {boolean} whether it is saved
 */
export function moveItem(id, before) {
  const items = readRaw();
  const from = find(items, id);
  const moved = items[from];
  const others = items.filter((raw) => raw !== moved);
  const to = before === null ? others.length : find(others, before);
  return from < 0 || to < 0 || writeRaw([...others.slice(0, to), moved, ...others.slice(to)]);
}
