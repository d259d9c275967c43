/** What the site publishes for its scripts: the assessments with all words about them, and the occupations. */
import { centre } from "./scoring/statistics.js";
import { setLocale } from "./words.js";

const ROOT = new URL("../../", import.meta.url);

/**
 * @typedef {import("./scoring/sharing.js").Quiz & {title: string, url: string, options: string[]}} Quiz
 * @typedef {import("./scoring/assessments.js").Occupation & {slug: string, title: string, url: string, preparation: number}} Occupation
 * @typedef {object} Assessments
 * @property {Map<string, Quiz>} quizzes
 * @property {any} text the sentences
 * @property {globalThis.Record<string, globalThis.Record<string, string>>} labels kind -> scale -> name
 * @property {globalThis.Record<number, string>} levels
 */

/** Kept for the next page. @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** @param {string} name @returns {Promise<any>} */
function load(name) {
  const known = loaded.get(name) ?? fetchData(name);
  loaded.set(name, known);
  known.catch(() => loaded.delete(name));
  return known;
}

/** @param {string} name */
async function fetchData(name) {
  const response = await fetch(new URL(`data/${name}.json`, ROOT));
  const data = await response.json();
  if (!response.ok || data.version !== 1) throw new Error(`${response.url}: ${response.status}, version ${data.version}`);
  return data;
}

/** @returns {Promise<Assessments>} */
export async function loadAssessments() {
  const { quizzes, text, labels, levels } = await load("assessments");
  setLocale(text.locale);
  const absolute = (/** @type {Quiz} */ quiz) => ({ ...quiz, url: new URL(quiz.url, ROOT).href });
  return { quizzes: new Map(quizzes.map((/** @type {Quiz} */ quiz) => [quiz.key, absolute(quiz)])), text, labels, levels };
}

/** @returns {Promise<Occupation[]>} */
export async function loadOccupations() {
  const { skills, terms, columns } = await load("occupations");
  return columns.slug.map((/** @type {string} */ slug, /** @type {number} */ at) => ({
    slug,
    title: columns.title[at],
    url: new URL(columns.url[at], ROOT).href,
    preparation: columns.preparation[at],
    interests: centre(columns.interests[at]),
    values: columns.values[at] && centre(columns.values[at]),
    skills: columns.skills[at].map((/** @type {number} */ skill) => skills[skill]),
    environment: new Set(columns.environment[at].map((/** @type {number} */ term) => terms[term])),
  }));
}
