/** One sitting of a quiz: what is kept of it on the device, and which items come in which order. */
import { QUIZ, RECORDS, joinAnswers, keepRecord } from "../../kept/records.js";
import { pickItems } from "../../scoring/kinds.js";
import { isSaved, read, write } from "../../kept/store.js";
import { isDay, today } from "../../language/dates.js";

/**
 * @typedef {import("../../data/collection.js").Quiz} Quiz
 * @typedef {import("../../scoring/assessments.js").Item} Item
 * @typedef {object} State
 * @property {string} id of this sitting
 * @property {string | null} form quick, full, or more: full after quick, with the other half last
 * @property {import("../../scoring/assessments.js").Answers} answers
 * @property {string | null} done day of the results, YYYY-MM-DD
 */

const PAGE = 5;

/** @returns {State} */
export const begin = () => ({ id: Date.now().toString(36), form: null, answers: new Map(), done: null });

/** What was saved, without what makes no sense for this quiz. @param {Quiz} quiz @returns {State} */
export function load(quiz) {
  const saved = read(QUIZ + quiz.key);
  const answers = joinAnswers(quiz, saved);
  // Nothing yet, or nothing any more: the result was deleted.
  if (!answers.size) return begin();
  const { id, form, done } = saved ?? {};
  return {
    id: typeof id === "string" && id ? id : quiz.key,
    form: form === "quick" || form === "full" || form === "more" ? form : null,
    answers,
    done: isDay(done) ? done : null,
  };
}

/**
 * Keeps a sitting. Answers that lie on the device as its result are not kept twice.
 *
 * @param {Quiz} quiz @param {State} state @returns {boolean} whether it is saved
 */
export function save(quiz, { answers, ...sitting }) {
  const kept = isSaved(RECORDS) ? joinAnswers(quiz, sitting) : new Map();
  const own = [...answers].filter(([item, answer]) => kept.get(item) !== answer);
  return write(QUIZ + quiz.key, { ...sitting, answers: Object.fromEntries(own) });
}

/**
 * Makes the answers to a form the result of a sitting, today.
 *
 * @param {Quiz} quiz @param {State} state without gaps; changes @param {"quick" | "full"} form @returns {boolean} whether all is saved
 */
export function finish(quiz, state, form) {
  const date = today();
  const answers = new Map(pickItems(quiz.items, form).map(({ key }) => [key, state.answers.get(key) ?? 0]));
  const isKept = keepRecord({ id: state.id, quiz: quiz.key, form, date, answers });
  state.done = date;
  // Only now: what found no room as a result stays here.
  return save(quiz, state) && isKept;
}

/** The pages of a form in the order in which they are asked. @param {Quiz} quiz @param {string | null} form */
export function paginate({ items: all }, form) {
  const items = form === "more" ? [...new Set([...pickItems(all, "quick"), ...all])] : pickItems(all, form);
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, page) => items.slice(page * PAGE, (page + 1) * PAGE));
}

/** @param {Item[]} items @param {import("../../scoring/assessments.js").Answers} answers */
export const findMissing = (items, answers) => items.filter(({ key }) => !answers.has(key));
