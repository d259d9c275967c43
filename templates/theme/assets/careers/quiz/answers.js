/** The reader's answers: what is kept on the device, and which items come in which order. */
import { read, write } from "../store.js";

/**
 * @typedef {{key: string, scale: string, text: string, quick: boolean, node: any}} Item
 * @typedef {Map<string, number>} Answers item key -> 1 to 5
 * @typedef {object} State
 * @property {string | null} form quick, full, or more: full after quick, with the other half last
 * @property {Answers} answers
 * @property {number[]} levels of preparation that are ticked
 * @property {string | null} done day of the results, YYYY-MM-DD
 */

const STEPS = [1, 2, 3, 4, 5];
const PAGE = 5;

/** @param {number[]} levels @returns {State} */
export const begin = (levels = STEPS) => ({ form: null, answers: new Map(), levels, done: null });

/** What was saved, without what makes no sense for this quiz. @param {string | undefined} quiz @param {Item[]} items */
export function load(quiz, items) {
  const state = begin();
  const saved = read(`quiz.${quiz}`) ?? {};
  for (const { key } of items) {
    const value = Object(saved.answers)[key];
    if (STEPS.includes(value)) state.answers.set(key, value);
  }
  if (Array.isArray(saved.levels)) state.levels = STEPS.filter((level) => saved.levels.includes(level));
  if (["quick", "full", "more"].includes(saved.form)) state.form = saved.form;
  if (/^\d{4}-\d\d-\d\d$/.test(saved.done) && Date.parse(saved.done)) state.done = saved.done;
  return state;
}

/** @param {string | undefined} quiz @param {State} state @returns {boolean} whether it is saved */
export const save = (quiz, state) =>
  write(`quiz.${quiz}`, { ...state, answers: Object.fromEntries(state.answers) });

/** The pages of a form in the order in which they are asked. @param {Item[]} all @param {string | null} form */
export function paginate(all, form) {
  const quick = all.filter((item) => item.quick);
  const items = form === "full" ? all : form === "more" ? [...new Set([...quick, ...all])] : quick;
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, page) => items.slice(page * PAGE, (page + 1) * PAGE));
}

/** @param {Item[]} items @param {Answers} answers */
export const findMissing = (items, answers) => items.filter(({ key }) => !answers.has(key));

/** Today where the reader is, YYYY-MM-DD. */
export function today() {
  const now = new Date();
  return new Date(+now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}
