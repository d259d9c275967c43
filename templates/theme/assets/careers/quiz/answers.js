/** The reader's answers to one quiz: what is kept on the device, and which items come in which order. */
import * as store from "../store.js";

/**
 * @typedef {{key: string, scale: string, text: string, quick: boolean, node: HTMLElement}} Item
 * @typedef {"quick" | "full" | "more"} Form `more` is the full form after the quick one: its other half comes last
 * @typedef {object} State
 * @property {Form | null} form
 * @property {Map<string, number>} answers item key -> 1 to 5
 * @property {number[]} levels ticked levels of preparation
 * @property {string | null} done day of the results, YYYY-MM-DD
 */

const FORMS = ["quick", "full", "more"];
const LEVELS = [1, 2, 3, 4, 5];
const PAGE = 5;

/** @returns {State} */
export const begin = (levels = LEVELS) => ({ form: null, answers: new Map(), levels, done: null });

/**
 * What was saved, as far as it makes sense for this quiz: items that are gone and values out of range are dropped.
 *
 * @param {string} quiz
 * @param {Item[]} items
 * @returns {State}
 */
export function load(quiz, items) {
  const saved = store.read(`quiz.${quiz}`) ?? {};
  const answers = new Map();
  for (const { key } of items) {
    const value = saved.answers && Object.hasOwn(saved.answers, key) ? saved.answers[key] : null;
    if (LEVELS.includes(value)) answers.set(key, value);
  }
  const levels = Array.isArray(saved.levels) ? LEVELS.filter((level) => saved.levels.includes(level)) : LEVELS;
  const form = FORMS.includes(saved.form) && answers.size ? saved.form : null;
  const done = /^\d{4}-\d\d-\d\d$/.test(saved.done) && !Number.isNaN(Date.parse(saved.done)) ? saved.done : null;
  return { form, answers, levels, done };
}

/**
 * @param {string} quiz
 * @param {State} state
 * @returns {boolean} whether it is saved
 */
export function save(quiz, { form, answers, levels, done }) {
  return store.write(`quiz.${quiz}`, { form, answers: Object.fromEntries(answers), levels, done });
}

/**
 * The items of a form in the order in which they are asked.
 *
 * @param {Item[]} items
 * @param {Form | null} form
 */
export function arrange(items, form) {
  if (form === "full") return items;
  const quick = items.filter((item) => item.quick);
  return form === "more" ? [...quick, ...items.filter((item) => !item.quick)] : quick;
}

/** @param {Item[]} items */
export function paginate(items) {
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, page) => items.slice(page * PAGE, (page + 1) * PAGE));
}

/**
 * @param {Item[]} items
 * @param {Map<string, number>} answers
 */
export const findMissing = (items, answers) => items.filter(({ key }) => !answers.has(key));

/** Today where the reader is, YYYY-MM-DD. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}
