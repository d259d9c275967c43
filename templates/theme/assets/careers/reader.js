/** The reader as the results see them: the latest answers of each kind, scored. No DOM. */
import { assess, makeUnits } from "./scoring/assessments.js";
import { MATCHING } from "./scoring/kinds.js";
import { findLatest } from "./records.js";

/**
 * @typedef {import("./collection.js").Assessments} Assessments
 * @typedef {import("./collection.js").Occupation} Occupation
 * @typedef {import("./scoring/assessments.js").Assessed & {quiz: import("./collection.js").Quiz, date: string}} Assessed
 * @typedef {Map<string, Assessed>} Reader kind -> the latest result
 */

/** @param {import("./scoring/sharing.js").Record} record @param {Assessments} assessments @returns {Assessed | null} */
export function assessRecord({ quiz, form, date, answers }, { quizzes }) {
  const known = quizzes.get(quiz);
  const assessed = known && assess(known, form, answers);
  return assessed ? { .../** @type {any} */ (assessed), date } : null;
}

/** @param {any[]} records oldest first @param {Assessments} assessments @returns {Reader} */
export function assessAll(records, assessments) {
  const reader = new Map();
  for (const [kind, record] of findLatest(records, assessments.quizzes)) {
    const assessed = assessRecord(record, assessments);
    if (assessed) reader.set(kind, assessed);
  }
  return reader;
}

/**
 * What can be matched: taken, with a direction, and with a weight. Not the environment alone, which only speaks against.
 *
 * @param {Reader} reader @param {Record<string, number>} weights @param {Occupation[]} occupations
 * @returns {import("./scoring/changes.js").Source[]}
 */
export function findSources(reader, weights, occupations) {
  const sources = MATCHING.flatMap((kind) => {
    const assessed = reader.get(kind);
    if (!assessed || assessed.flat || !(weights[kind] > 0)) return [];
    return [{ assessed, weight: weights[kind], units: makeUnits(assessed.quiz, occupations) }];
  });
  return sources.some(({ assessed }) => assessed.quiz.kind !== "environment") ? sources : [];
}
