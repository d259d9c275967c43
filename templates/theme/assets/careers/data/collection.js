/** What the site publishes for its scripts: the assessments with all words about them, and the occupations. */
import { ROOT, load } from "../site/loading.js";
import { centre } from "../scoring/statistics.js";
import { setLocale } from "../site/words.js";

/**
 * @typedef {import("../kept/sharing.js").Quiz & {title: string, url: string, options: string[]}} Quiz
 * @typedef {import("../scoring/assessments.js").Occupation & {slug: string, title: string, url: string, preparation: number, field: string}} Occupation
 * @typedef {object} Assessments
 * @property {Map<string, Quiz>} quizzes
 * @property {any} text the sentences
 * @property {globalThis.Record<string, globalThis.Record<string, string>>} labels kind -> scale -> name
 * @property {globalThis.Record<number, string>} levels
 */

/** @returns {Promise<Assessments>} */
export async function loadAssessments() {
  const { quizzes, text, labels, levels } = await load("assessments");
  setLocale(text.locale);
  const absolute = (/** @type {Quiz} */ quiz) => ({ ...quiz, url: new URL(quiz.url, ROOT).href });
  return { quizzes: new Map(quizzes.map((/** @type {Quiz} */ quiz) => [quiz.key, absolute(quiz)])), text, labels, levels };
}

/** @returns {Promise<Occupation[]>} */
export async function loadOccupations() {
  const { skills, terms, fields, columns } = await load("occupations");
  return columns.slug.map((/** @type {string} */ slug, /** @type {number} */ at) => ({
    slug,
    title: columns.title[at],
    url: new URL(columns.url[at], ROOT).href,
    preparation: columns.preparation[at],
    field: fields[columns.field[at]],
    interests: centre(columns.interests[at]),
    values: columns.values[at] && centre(columns.values[at]),
    skills: columns.skills[at].map((/** @type {number} */ skill) => skills[skill]),
    environment: new Set(columns.environment[at].map((/** @type {number} */ term) => terms[term])),
  }));
}
