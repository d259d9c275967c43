/**
 * Sittings: the answers to a quiz as they are given. Once they are a result, they stand there alone. No DOM.
 *
 * A result counts, wherever results are shown, until the reader sees that of the answers changed since: only then does
 * another come in its place. Until then the sitting is in progress again.
 */
import { isObject } from "./checks.js";
import { RECORDS, keepRecord, pickStamps, readAnswers, readRaw } from "./records.js";
import { isSaved, read, write } from "./store.js";
import { pickItems } from "../scoring/kinds.js";
import { isDay, today } from "../language/dates.js";

/** Before the key of a quiz. */
export const QUIZ = "quiz.";

/**
 * @typedef {import("./sharing.js").Quiz} Quiz
 * @typedef {import("./store.js").Value} Value
 * @typedef {object} State
 * @property {string} id of this sitting
 * @property {string | null} form quick, full, or more: full after quick, with the other half last
 * @property {import("../scoring/assessments.js").Answers} answers
 * @property {string | null} done day of the results, YYYY-MM-DD
 */

/** Whether there are answers that make sense and are no result yet. @param {Quiz} quiz @param {Value | undefined} sitting */
export const hasAnswers = (quiz, sitting) => readAnswers(quiz, sitting).size > 0;

/**
 * All answers of a sitting: its own, over those of the result that it has become.
 *
 * @param {Quiz} quiz @param {Value | null | undefined} sitting as it is kept
 * @param {unknown[]} [entries] of results, in place of those on the device
 */
export function joinAnswers(quiz, sitting, entries = sitting?.done ? readRaw() : []) {
  return new Map([...readResult(quiz, sitting ?? {}, entries), ...readAnswers(quiz, sitting)]);
}

/** The result that a sitting has become, if it is there. @param {Quiz} quiz @param {Value | State} sitting @param {unknown[]} entries @returns {Value | undefined} */
export const findResult = (quiz, { id, done }, entries) =>
  entries.filter(isObject).find((entry) => entry.quiz === quiz.key && entry.id === id && entry.date === done);

/** Its answers. @param {Quiz} quiz @param {Value | State} sitting @param {unknown[]} entries */
const readResult = (quiz, sitting, entries) => readAnswers(quiz, findResult(quiz, sitting, entries));

/**
 * How far a sitting has come.
 *
 * @param {Quiz} quiz @param {State} state @param {{key: string}[]} items of its form
 * @returns {"new" | "begun" | "changed" | "finished"} "changed": whole, but not what its result says
 */
export function findStage(quiz, state, items) {
  const { answers } = state;
  if (!answers.size) return "new";
  const result = readResult(quiz, state, state.done ? readRaw() : []);
  if (items.every(({ key }) => result.has(key) && result.get(key) === answers.get(key))) return "finished";
  return result.size && items.every(({ key }) => answers.has(key)) ? "changed" : "begun";
}

/** What lay on the device of a sitting when it was read or saved last: another tab may have gone on since. @type {WeakMap<State, object>} */
const known = new WeakMap();

/** @returns {State} */
export const begin = () => ({ id: Date.now().toString(36), form: null, answers: new Map(), done: null });

/** What was saved, without what makes no sense for this quiz. @param {Quiz} quiz @returns {State} */
export function load(quiz) {
  const saved = read(QUIZ + quiz.key);
  const answers = joinAnswers(quiz, saved);
  // Nothing yet, or nothing any more: the result was deleted.
  if (!answers.size) return begin();
  const { id, form, done } = saved ?? {};
  /** @type {State} */
  const state = {
    id: typeof id === "string" && id ? id : quiz.key,
    form: form === "quick" || form === "full" || form === "more" ? form : null,
    answers,
    done: isDay(done) ? done : null,
  };
  if (saved) known.set(state, saved);
  return state;
}

/**
 * Keeps a sitting. Answers that lie on the device as its result are not kept twice.
 *
 * @param {Quiz} quiz @param {State} state @returns {boolean} whether it is saved
 */
export function save(quiz, state) {
  const { answers, ...sitting } = state;
  const kept = isSaved(RECORDS) ? joinAnswers(quiz, sitting) : new Map();
  const own = [...answers].filter(([item, answer]) => kept.get(item) !== answer);
  const value = { ...sitting, answers: Object.fromEntries(own), stamps: pickStamps(quiz, new Map(own)) };
  // Of another sitting nothing is left.
  const base = read(QUIZ + quiz.key)?.id === sitting.id ? known.get(state) : null;
  known.set(state, value);
  return write(QUIZ + quiz.key, value, base);
}

/**
 * Makes the answers to a form the result of a sitting, today.
 *
 * @param {Quiz} quiz @param {State} state without gaps; changes @param {"quick" | "full"} form @returns {boolean} whether all is saved
 */
export function finish(quiz, state, form) {
  const date = today();
  const answers = new Map(pickItems(quiz.items, form).map(({ key }) => [key, state.answers.get(key) ?? 0]));
  const isKept = keepRecord({ id: state.id, quiz: quiz.key, form, date, answers, stamps: pickStamps(quiz, answers) });
  state.done = date;
  // Only now: what found no room as a result stays here.
  return save(quiz, state) && isKept;
}
