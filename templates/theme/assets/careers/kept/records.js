/** Finished assessments with their dates: what is kept of them on the device. No DOM. */
import { changedNow, isBranch, isCount, isObject, isStep } from "./checks.js";
import { read, write } from "./store.js";
import { isEnough, pickItems } from "../scoring/kinds.js";
import { addDays, byDay, isDay, today } from "../language/dates.js";

/** @typedef {import("./sharing.js").Quiz} Quiz @typedef {import("./sharing.js").Record & {id: string, changed?: number, stamps?: Stamps}} Record `changed`: milliseconds */
/** @typedef {globalThis.Record<string, unknown>} Stamps item -> its stamp when it was answered; results made before there were any have none */

export const RECORDS = "results";

/** The answers that make sense for a quiz, and were given to what its items ask now. @param {Pick<Quiz, "items" | "steps">} quiz @param {unknown} saved a result, or a sitting */
export function readAnswers({ items, steps }, saved) {
  const { answers: values, stamps } = isObject(saved) ? saved : {};
  /** @type {Map<string, number>} */
  const answers = new Map();
  for (const { key, stamp } of items) {
    const value = isObject(values) ? values[key] : undefined;
    const isSame = !isObject(stamps) || stamps[key] === stamp;
    if (isSame && isStep(value, steps)) answers.set(key, value);
  }
  return answers;
}

/** The stamps of some items as they are now. @param {Pick<Quiz, "items">} quiz @param {Map<string, number>} answers to these @returns {Stamps} */
export const pickStamps = ({ items }, answers) =>
  Object.fromEntries(items.filter(({ key }) => answers.has(key)).map(({ key, stamp }) => [key, stamp]));

/** What lies on the device, whatever it holds. @returns {import("./store.js").Value[]} */
export const readRaw = () => {
  const { entries } = read(RECORDS) ?? {};
  return Array.isArray(entries) ? entries.filter(isBranch) : [];
};

/** Whether anything was ever finished here, without a look at what. */
export const hasRecords = () => readRaw().length > 0;

/** Which assessments were ever finished here. */
export const findTaken = () => new Set(readRaw().map(({ quiz }) => quiz));

/** @param {unknown} entry @param {Map<string, Quiz>} quizzes @returns {Record | null} null if it is not whole */
export function readRecord(entry, quizzes) {
  if (!isObject(entry)) return null;
  const { id, quiz: key, form, date, changed } = entry;
  const quiz = typeof key === "string" && quizzes.get(key);
  if (!quiz || typeof id !== "string" || (form !== "quick" && form !== "full") || !isDay(date)) return null;
  const answers = readAnswers(quiz, entry);
  if (!isEnough(quiz.kind, pickItems(quiz.items, form), answers)) return null;
  const stamps = isObject(entry.stamps) && { stamps: pickStamps(quiz, answers) };
  return { id, quiz: quiz.key, form, date, answers, ...stamps, ...(isCount(changed) && { changed }) };
}

/**
 * The one rule for which result is newer: the day that it is of. What a wrong clock has dated later than tomorrow, which may
 * have begun elsewhere, is older than all else: it would be the latest for years.
 *
 * @template {{date: string}} One @param {One[]} records @returns {One[]} the same, oldest first
 */
export function sortRecords(records) {
  const latest = addDays(today(), 1);
  return records.sort(byDay(({ date }) => (date > latest ? ` ${date}` : date)));
}

/** @param {object[]} entries as they are to be saved @returns {boolean} whether they are saved */
const writeRaw = (entries) => write(RECORDS, { entries });

/** @param {Record} record */
const plain = (record) => ({ ...record, answers: Object.fromEntries(record.answers) });

/**
 * @param {Map<string, Quiz>} quizzes
 * @returns {{records: Record[], unknown: number}} oldest first; `unknown`: those whose quiz has changed since, kept
 */
export function loadRecords(quizzes) {
  const raw = readRaw();
  const records = raw.flatMap((entry) => readRecord(entry, quizzes) ?? []);
  return { records: sortRecords(records), unknown: raw.length - records.length };
}

/** Adds a result, or replaces that of the same sitting, as of now. @param {Record} record @returns {boolean} whether it is saved */
export function keepRecord(record) {
  const raw = readRaw();
  const isSame = (/** @type {import("./store.js").Value} */ { id, date }) => id === record.id && date === record.date;
  const before = raw.find(isSame)?.changed;
  return writeRaw([...raw.filter((entry) => !isSame(entry)), plain({ ...record, changed: changedNow(before) })]);
}

/** Adds results that are not there yet. @param {Record[]} records @returns {boolean} whether all is saved */
export function addRecords(records) {
  const raw = readRaw();
  const there = new Set(raw.map(({ id, date }) => `${id} ${date}`));
  /** A set's `add` returns the set: true. @param {string} name */
  const isNew = (name) => !there.has(name) && there.add(name);
  return writeRaw([...raw, ...records.filter(({ id, date }) => isNew(`${id} ${date}`)).map(plain)]);
}

/** @param {Record} record @returns {boolean} whether the rest is saved */
export const dropRecord = (record) =>
  writeRaw(readRaw().filter(({ id, date }) => id !== record.id || date !== record.date));

/**
 * The latest of each kind.
 *
 * @template {{quiz: string}} One @param {One[]} records oldest first @param {Map<string, Quiz>} quizzes @returns {Map<string, One>}
 */
export const findLatest = (records, quizzes) =>
  new Map(records.map((record) => [quizzes.get(record.quiz)?.kind ?? "", record]));
