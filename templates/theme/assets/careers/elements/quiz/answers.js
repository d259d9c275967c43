/** The answers to one quiz in progress: what is kept on the device, and which items come in which order. */
import { readAnswers } from "../../kept/records.js";
import { pickItems } from "../../scoring/kinds.js";
import { read, write } from "../../kept/store.js";
import { isDay } from "../../site/dates.js";

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
  const { id, form, answers, done } = read(`quiz.${quiz.key}`) ?? {};
  return {
    id: typeof id === "string" && id ? id : quiz.key,
    form: form === "quick" || form === "full" || form === "more" ? form : null,
    answers: readAnswers(quiz, answers),
    done: isDay(done) ? done : null,
  };
}

/** @param {Quiz} quiz @param {State} state @returns {boolean} whether it is saved */
export const save = ({ key }, state) =>
  write(`quiz.${key}`, { ...state, answers: Object.fromEntries(state.answers) });

/** The pages of a form in the order in which they are asked. @param {Quiz} quiz @param {string | null} form */
export function paginate({ items: all }, form) {
  const items = form === "more" ? [...new Set([...pickItems(all, "quick"), ...all])] : pickItems(all, form);
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, page) => items.slice(page * PAGE, (page + 1) * PAGE));
}

/** @param {Item[]} items @param {import("../../scoring/assessments.js").Answers} answers */
export const findMissing = (items, answers) => items.filter(({ key }) => !answers.has(key));
