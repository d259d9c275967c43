/**
 * What an opened file holds, checked thing by thing, and how it joins what lies on the device. Nothing is written before
 * `merge` or `replace` is called. No DOM.
 */
import { MOST_PARTS, MOST_RESULTS } from "./backup.js";
import { areSame, isCount, isObject, isText } from "../checks.js";
import { countParts, lookThrough, readList } from "./holdings.js";
import { isOpen } from "./remembering.js";
import { MOST_ITEMS, PLAN, readItem } from "../items.js";
import { findList } from "../parts.js";
import { RECORDS } from "../records.js";
import { DISMISSED } from "../settings.js";
import { MOST_ENTRIES, SHEET, readEntry } from "../sheets.js";
import { QUIZ, hasAnswers, joinAnswers } from "../sittings.js";
import { forgetAll, isAllowed, readAll, write } from "../store.js";

/** @typedef {import("./backup.js").Backup} Backup @typedef {import("./backup.js").Fault} Fault */
/** @typedef {import("../sharing.js").Quiz} Quiz @typedef {import("./holdings.js").Holdings} Holdings */
/** @typedef {Map<string, import("../store.js").Value>} Values */

/**
 * @typedef {object} Contents a file's content that makes sense on this site
 * @property {string} saved YYYY-MM-DD
 * @property {Values} values by name, as they are to be saved
 * @property {Holdings} holdings the same, looked through
 * @property {number} leftOut what belongs to an assessment that is not here or has changed
 * @property {number} odd things in plan and worksheets that make no sense, or that come again
 * @property {number} partial things of which something makes no sense, without that
 *
 * @typedef {object} Outcome what merging would do
 * @property {Values} values that change, as they would be saved
 * @property {Holdings} added
 * @property {Holdings} newer things on the device in whose place those of the file come
 * @property {Holdings} older things of the file that the device has in a version at least as new
 * @property {string[]} stay names of answers in progress and settings that are other ones on the device, and stay
 * @property {Fault | null} limit why it can't be done
 */

/**
 * @typedef {{changed?: unknown}} Thing in a list, of which milliseconds tell how new it is
 * @typedef {object} Rule for a list
 * @property {"results" | "items" | "entries"} what is in it
 * @property {number} most
 * @property {(raw: unknown) => Thing | null} readOne null if it makes no sense
 * @property {(raw: unknown) => unknown} identify what tells one from others
 */

/** @param {unknown} raw @param {string} name @returns {unknown} */
const get = (raw, name) => (isObject(raw) ? raw[name] : undefined);

/** @param {Thing} thing @returns {number} */
const findTime = ({ changed }) => (isCount(changed) ? changed : 0);

/** Of results, of the plan, of a worksheet. @param {string} name @returns {Rule} */
function findRule(name) {
  const identify = (/** @type {unknown} */ raw) => get(raw, "id");
  if (name === PLAN) return { what: "items", most: MOST_ITEMS, readOne: readItem, identify };
  if (name !== RECORDS) return { what: "entries", most: MOST_ENTRIES, readOne: readEntry, identify };
  // Those of a file have been read; those of the device stay, readable or not.
  const readOne = (/** @type {unknown} */ raw) => (isObject(raw) ? raw : null);
  return { what: "results", most: MOST_RESULTS, readOne, identify: (raw) => `${get(raw, "id")} ${get(raw, "date")}` };
}

/** @param {string} name @param {number} found @returns {Fault | null} */
function findLimit(name, found) {
  const { what, most } = findRule(name);
  return found > most ? { fault: "many", what, found, most, ...(what === "entries" && { sheet: name.slice(SHEET.length) }) } : null;
}

/** @param {Backup} backup @param {Map<string, Quiz>} quizzes @returns {Contents | Fault} */
export function readContents({ saved, records, values: raws, leftOut }, quizzes) {
  const plain = records.map((record) => ({ ...record, answers: Object.fromEntries(record.answers) }));
  const all = new Map(records.length ? [[RECORDS, { entries: plain }], ...raws] : raws);
  /** @type {Values} */
  const values = new Map();
  let [odd, partial] = [0, 0];
  for (const [name, value] of all) {
    const property = findList(name);
    if (!property) {
      values.set(name, value);
      continue;
    }
    const raw = value[property] ?? [];
    if (!Array.isArray(raw)) return { fault: "shape" };
    const limit = findLimit(name, raw.length);
    if (limit) return limit;
    const sifted = sift(raw, findRule(name));
    values.set(name, { [property]: sifted.things });
    odd += raw.length - sifted.things.length;
    partial += sifted.partial;
  }
  const holdings = lookThrough(values, quizzes);
  return countParts(holdings).length ? { saved, values, holdings, leftOut, odd, partial } : { fault: "empty" };
}

/** The things that make sense; of those that come twice, the one changed last. @param {unknown[]} raws @param {Rule} rule */
function sift(raws, { readOne, identify }) {
  /** @type {Map<unknown, {thing: Thing, isWhole: boolean}>} */
  const found = new Map();
  for (const raw of raws) {
    const thing = readOne(raw);
    if (!thing) continue;
    const twin = found.get(identify(thing))?.thing;
    if (!twin || findTime(thing) >= findTime(twin)) found.set(identify(thing), { thing, isWhole: areSame(raw, thing) });
  }
  const kept = [...found.values()];
  return { things: kept.map(({ thing }) => thing), partial: kept.filter(({ isWhole }) => !isWhole).length };
}

/** What comes of it when others join those that are there. @param {unknown[]} own as they lie there @param {unknown[]} others @param {Rule} rule */
function join(own, others, { readOne, identify }) {
  const list = [...own];
  // Of several on the device with one id the first whole one is meant, as items.js has it.
  const places = new Map();
  for (const [at, raw] of own.entries()) {
    const place = places.get(identify(raw));
    if (place === undefined || (!readOne(own[place]) && readOne(raw))) places.set(identify(raw), at);
  }
  /** @type {{fresh: unknown[], newer: unknown[], older: unknown[]}} */
  const found = { fresh: [], newer: [], older: [] };
  for (const other of others) {
    const theirs = readOne(other);
    const at = theirs ? places.get(identify(other)) : undefined;
    const mine = at === undefined ? null : readOne(list[at]);
    if (!theirs || at === undefined) {
      places.set(identify(other), list.push(other) - 1);
      found.fresh.push(other);
    } else if (!mine || findTime(theirs) > findTime(mine)) {
      list[at] = other;
      found.newer.push(other);
    } else if (!areSame(mine, theirs)) found.older.push(other);
  }
  return { list, ...found };
}

/** What only others took off the list of results. @param {import("../store.js").Value} own @param {import("../store.js").Value} others */
const findOff = (own, others) =>
  Object.fromEntries(
    Object.entries(others).flatMap(([group, names]) => {
      const fresh = Object.entries(isObject(names) ? names : {}).filter(([key, name]) => isText(name) && !Object.hasOwn(Object(own[group]), key));
      return fresh.length ? [[group, Object.fromEntries(fresh)]] : [];
    }),
  );

/** Whether there are answers to a quiz, finished or not: one that was started again has none. @param {Quiz} quiz @param {Values} values */
const isTaken = (quiz, values) => joinAnswers(quiz, values.get(QUIZ + quiz.key), readList(values.get(RECORDS), RECORDS)).size > 0;

/**
 * What merging the values of a file into those of the device would do.
 *
 * @param {Values} own @param {Values} others @param {Map<string, Quiz>} quizzes @returns {Outcome}
 */
export function findMerge(own, others, quizzes) {
  /** @type {Record<"values" | "fresh" | "newer" | "older", Values>} */
  const found = { values: new Map(), fresh: new Map(), newer: new Map(), older: new Map() };
  const stay = [];
  const names = new Set([...own.keys(), ...others.keys()]).size;
  /** @type {Fault | null} */
  let limit = names > MOST_PARTS ? { fault: "many", what: "parts", found: names, most: MOST_PARTS } : null;
  for (const [name, value] of others) {
    const property = findList(name);
    const mine = own.get(name);
    const quiz = name.startsWith(QUIZ) ? quizzes.get(name.slice(QUIZ.length)) : undefined;
    if (property) {
      const { list, ...parts } = join(readList(mine, name), readList(value, name), findRule(name));
      if (!mine || parts.fresh.length || parts.newer.length) found.values.set(name, { ...mine, [property]: list });
      for (const [part, things] of Object.entries(parts)) found[/** @type {"fresh"} */ (part)].set(name, { [property]: things });
      // A list that is too long already does not get in the way of others.
      if (parts.fresh.length) limit ??= findLimit(name, list.length);
    } else if (mine && name === DISMISSED) {
      const fresh = findOff(mine, value);
      found.fresh.set(name, fresh);
      if (Object.keys(fresh).length) found.values.set(name, { ...mine, ...Object.fromEntries(Object.entries(fresh).map(([group, names]) => [group, { ...Object(mine[group]), ...names }])) });
    } else if (!mine || (quiz && !isTaken(quiz, own) && isTaken(quiz, others))) {
      found.values.set(name, value);
      found.fresh.set(name, value);
    } else if (!areSame(mine, value) && (!quiz || hasAnswers(quiz, value))) stay.push(name);
  }
  const { fresh, newer, older } = found;
  const [added, replaced, kept] = [fresh, newer, older].map((values) => lookThrough(values, quizzes));
  return { values: found.values, added, newer: replaced, older: kept, stay, limit };
}

/** @param {Values} values */
const writeAll = (values) => {
  for (const [name, value] of values) write(name, value);
};

/** @param {Outcome} outcome of which the limit is null */
export const merge = ({ values }) => writeAll(values);

/**
 * Deletes all that is here and puts the file in its place; not if nothing could be saved, since then the only copy would
 * be in the page.
 *
 * @param {Contents} contents @returns {boolean} whether it was done
 */
export function replace({ values }) {
  if (readAll().size && !isAllowed() && !isOpen()) return false;
  forgetAll();
  writeAll(values);
  return true;
}

/**
 * Brings back what was forgotten, and all that came since joins it: what can be joined is, of all else the newer stays.
 *
 * @param {() => void} putBack of `remember`, from before @param {Map<string, Quiz>} quizzes
 */
export function reunite(putBack, quizzes) {
  const since = readAll();
  putBack();
  writeAll(findMerge(readAll(), since, quizzes).values);
  writeAll(new Map([...since].filter(([name]) => !findList(name) && name !== DISMISSED)));
}
