/** All that is kept on the device as one file, and back: what a file may hold, and how it joins what is there. No DOM. */
import { RECORDS, addRecords, isDay, loadRecords, readAnswers, readRecord } from "./records.js";
import { read, write } from "./store.js";

/** @typedef {import("./collection.js").Quiz} Quiz @typedef {import("./records.js").Record} Record */

const FORMAT = "career-guides";
const VERSION = 1;
const QUIZ = "quiz.";

/** The largest file in bytes that is opened, and the most results that one may hold. */
export const MOST_BYTES = 1_048_576;
const MOST_RESULTS = 1000;
/** No module saves anything deeper; more would overflow the stack of what writes it. */
const MOST_LEVELS = 12;
const MOST_LETTERS = 64;

/**
 * @typedef {object} Backup a file's content that makes sense on this site
 * @property {string} saved YYYY-MM-DD
 * @property {Record[]} records oldest first
 * @property {Map<string, any>} values the rest by name: answers in progress, settings
 * @property {number} leftOut what belongs to an assessment that is not here or has changed
 */

/** @param {Map<string, any>} values by name @param {string} saved YYYY-MM-DD @returns {string} the file */
export const writeBackup = (values, saved) =>
  JSON.stringify({ format: FORMAT, v: VERSION, saved, data: Object.fromEntries(values) }, null, 1);

/** @param {string} text @param {Map<string, Quiz>} quizzes @returns {Backup | string} or the name of what is wrong */
export function readBackup(text, quizzes) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return "not_json";
  }
  if (!isObject(file) || file.format !== FORMAT) return "foreign";
  if (!Number.isInteger(file.v) || file.v < 1) return "shape";
  if (file.v > VERSION) return "newer";
  if (!isObject(file.data) || !isDay(file.saved) || !isShallow(file.data)) return "shape";
  const entries = Object.entries(file.data).filter(([name]) => isName(name));
  if (entries.some(([, value]) => !isObject(value))) return "shape";
  if (entries.some(([, { v }]) => v > VERSION)) return "newer";
  if (entries.some(([, { v }]) => v !== VERSION)) return "shape";
  return sort(new Map(entries), file.saved, quizzes);
}

/** @param {Map<string, any>} values @param {string} saved @param {Map<string, Quiz>} quizzes @returns {Backup | string} */
function sort(values, saved, quizzes) {
  const { entries = [] } = values.get(RECORDS) ?? {};
  if (!Array.isArray(entries)) return "shape";
  if (entries.length > MOST_RESULTS) return "many";
  const records = entries.flatMap((entry) => (entry?.id?.length <= MOST_LETTERS ? (readRecord(entry, quizzes) ?? []) : []));
  records.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  values.delete(RECORDS);
  let leftOut = entries.length - records.length;
  for (const [name, value] of values) {
    if (!name.startsWith(QUIZ)) continue;
    const quiz = quizzes.get(name.slice(QUIZ.length));
    if (!quiz) leftOut += 1;
    if (!quiz || !readAnswers(quiz, value.answers).size) values.delete(name);
  }
  if (!records.length && !values.size) return "empty";
  return { saved, records, values, leftOut };
}

/** What of a file is new to the device. @param {Backup} backup @param {Map<string, Quiz>} quizzes */
export function findNew({ records, values }, quizzes) {
  const there = new Set(loadRecords(quizzes).records.map(identify));
  const fresh = new Map(records.map((record) => [identify(record), record]));
  for (const known of there) fresh.delete(known);
  return { records: [...fresh.values()], values: new Map([...values].filter(([name]) => !isOwn(name, quizzes))) };
}

/**
 * Adds what is new and leaves all that is there.
 *
 * @param {{records: Record[], values: Map<string, any>}} news @returns {boolean} whether all is saved
 */
export function restore({ records, values }) {
  const saved = [...values].map(([name, value]) => write(name, value));
  if (records.length) saved.push(addRecords(records));
  return saved.every(Boolean);
}

/** The quizzes whose answers are among some values. @param {Map<string, any>} values @param {Map<string, Quiz>} quizzes @returns {Quiz[]} */
export const findQuizzes = (values, quizzes) => [...quizzes.values()].filter(({ key }) => values.has(QUIZ + key));

/** @param {Record} record */
const identify = ({ id, date }) => `${id} ${date}`;

/** Whether the reader has something under this name; a quiz that was started again has no answers. @param {string} name @param {Map<string, Quiz>} quizzes */
function isOwn(name, quizzes) {
  const value = read(name);
  const quiz = quizzes.get(name.slice(QUIZ.length));
  return Boolean(value && (!name.startsWith(QUIZ) || !quiz || readAnswers(quiz, value.answers).size));
}

/** @param {any} value @returns {value is globalThis.Record<string, any>} */
const isObject = (value) => Object(value) === value && !Array.isArray(value);

/** A name under which the site saves, such as `quiz.interests`; nothing that was set aside. @param {string} name */
const isName = (name) =>
  /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(name) && name.length <= MOST_LETTERS && !name.startsWith("unreadable.");

/** Level by level, since a file may be deeper than the stack. @param {any} value */
function isShallow(value) {
  let level = [value];
  for (let depth = 0; depth < MOST_LEVELS && level.length; depth++) {
    level = level.flatMap((one) => (Object(one) === one ? Object.values(one) : []));
  }
  return !level.length;
}
