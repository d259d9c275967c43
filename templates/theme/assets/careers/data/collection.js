/** What the site publishes for its scripts: the assessments with all words about them, and the occupations. */
import { ROOT, load } from "../site/loading.js";
import { centre } from "../scoring/statistics.js";
import { fill, setLocale } from "../language/words.js";
import { run } from "../site/slices.js";
import { readSlugs } from "./slugs.js";

/**
 * @import {AssessmentsFile} from "./types.d.ts"
 *
 * @typedef {import("./types.d.ts").Quiz} Quiz
 * @typedef {import("../scoring/assessments.js").Occupation & {slug: string, title: string, url: string, isOutline: boolean, preparation: number | null, entry: string | null, field: string}} Occupation
 * @typedef {Omit<AssessmentsFile, "version" | "quizzes"> & {quizzes: Map<string, Quiz>}} Assessments quizzes by key
 */

/** @returns {Promise<Assessments>} addresses are absolute */
export async function loadAssessments() {
  const { quizzes, text, labels } = await load("assessments");
  setLocale(text.locale);
  const absolute = (/** @type {Quiz} */ quiz) => ({ ...quiz, url: new URL(quiz.url, ROOT).href });
  return { quizzes: new Map(quizzes.map((quiz) => [quiz.key, absolute(quiz)])), text, labels };
}

/** What has been made of the file: many ask for it. @type {WeakMap<object, Promise<Occupation[]>>} */
const made = new WeakMap();

/** @returns {Promise<Occupation[]>} the same each time */
export async function loadOccupations() {
  const file = await load("occupations");
  const known = made.get(file) ?? run(read(file));
  made.set(file, known);
  return known;
}

/** @param {import("./types.d.ts").OccupationsFile} file @returns {Generator<void, Occupation[]>} */
function* read({ profiled, address, skills, terms, fields, entries, columns }) {
  /** @type {Occupation[]} */
  const all = [];
  for (const [at, slug] of readSlugs(columns).entries()) {
    const values = columns.values[at];
    const entry = columns.entry[at];
    all.push({
      slug,
      title: columns.title[at],
      url: ROOT.href + fill(address, { slug }),
      isOutline: at >= profiled,
      preparation: columns.preparation[at],
      entry: entry === null ? null : entries[entry],
      field: fields[columns.field[at]],
      interests: columns.interests[at],
      values: values && centre(values),
      skills: columns.skills[at].map((skill) => skills[skill]),
      environment: columns.environment[at] && new Set(columns.environment[at].map((term) => terms[term])),
      sometimes: new Set(columns.sometimes[at].map((term) => terms[term])),
    });
    yield;
  }
  return all;
}
