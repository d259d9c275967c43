/** What lies on the device, or in a file, looked through: which things there are, and how many. No DOM. */
import { isObject } from "../checks.js";
import { PLAN, readItem } from "../items.js";
import { findList } from "../parts.js";
import { RECORDS, readRecord, sortRecords } from "../records.js";
import { DISMISSED } from "../settings.js";
import { SHEET, readEntry } from "../sheets.js";
import { QUIZ, hasAnswers } from "../sittings.js";
import { findUnreadable, readAll } from "../store.js";
import { ITEM_KINDS } from "../../site/constants.js";
import { fill, list } from "../../language/words.js";

/** @typedef {import("../sharing.js").Quiz} Quiz @typedef {import("../store.js").Value} Value */
/** @import {Texts} from "../../data/types.d.ts" @typedef {keyof Texts["script"]["keep"]["parts"]} Part */

/**
 * @typedef {object} Holdings
 * @property {import("../records.js").Record[]} records oldest first
 * @property {string[]} quizzes keys of the assessments with answers that are no result yet
 * @property {import("../items.js").Item[]} items
 * @property {Map<string, import("../sheets.js").Entry[]>} sheets strategy -> at least one entry
 * @property {number} off occupations and fields that were taken off the list of results
 * @property {number} drafts guides that are being written
 * @property {number} settings
 * @property {number} unreadable
 */

/** Before the name of an occupation whose guide is being written. */
export const DRAFT = "draft.";

/** @param {unknown} raw @returns {raw is Record<string, unknown> & {fields: Record<string, unknown>}} a guide in which something is written */
const isDraft = (raw) => isObject(raw) && isObject(raw.fields) && Object.keys(raw.fields).length > 0;

/** What stands in such a list, whatever it is. @param {Value | undefined} value @param {string} name @returns {unknown[]} */
export function readList(value, name) {
  const property = findList(name);
  const found = property && value?.[property];
  return Array.isArray(found) ? found : [];
}

/** @param {Map<string, Value>} values by name @param {Map<string, Quiz>} quizzes @returns {Holdings} */
export function lookThrough(values, quizzes) {
  /** @type {Holdings} */
  const found = { records: [], quizzes: [], items: [], sheets: new Map(), off: 0, drafts: 0, settings: 0, unreadable: 0 };
  for (const [name, value] of values) {
    const quiz = name.startsWith(QUIZ) && quizzes.get(name.slice(QUIZ.length));
    if (quiz && hasAnswers(quiz, value)) found.quizzes.push(quiz.key);
    if (name === DISMISSED) found.off = Object.values(value).flatMap((names) => (isObject(names) ? Object.keys(names) : [])).length;
    else if (name.startsWith(DRAFT)) found.drafts += Number(isDraft(value));
    else if (!findList(name) && !quiz) found.settings += 1;
    if (!findList(name)) continue;
    const all = readList(value, name);
    /** @template T @param {(raw: unknown) => T | null} readOne @returns {T[]} */
    const pick = (readOne) => {
      const things = all.flatMap((raw) => readOne(raw) ?? []);
      found.unreadable += all.length - things.length;
      return things;
    };
    if (name === RECORDS) found.records = sortRecords(pick((raw) => readRecord(raw, quizzes)));
    else if (name === PLAN) found.items = pick(readItem);
    else {
      const entries = pick(readEntry);
      if (entries.length) found.sheets.set(name.slice(SHEET.length), entries);
    }
  }
  return found;
}

/** The same for what lies on the device, with what was set aside there. @param {Map<string, Quiz>} quizzes @returns {Holdings} */
export function lookHere(quizzes) {
  const found = lookThrough(readAll(), quizzes);
  return { ...found, unreadable: found.unreadable + findUnreadable().length };
}

/** How many there are of each kind, without those of which there are none. @param {Holdings} holdings @returns {[Part, number][]} */
export function countParts({ records, quizzes, items, sheets, off, drafts, settings, unreadable }) {
  const of = (/** @type {string} */ kind) => items.filter((item) => item.kind === kind).length;
  /** @type {[Part, number][]} */
  const counts = [
    ["results", records.length],
    ["answers", quizzes.length],
    ...ITEM_KINDS.map((kind) => /** @type {[typeof kind, number]} */ ([kind, of(kind)])),
    ["sheet", [...sheets.values()].flat().length],
    ["off", off],
    ["drafts", drafts],
    ["settings", settings],
    ["unreadable", unreadable],
  ];
  return counts.filter(([, count]) => count > 0);
}

/** "results (2) and goals (1)". @param {[Part, number][]} parts @param {Texts["script"]["keep"]} text */
export const nameParts = (parts, { part, parts: names }) =>
  list(parts.map(([name, count]) => fill(part, { name: names[name], count })));
