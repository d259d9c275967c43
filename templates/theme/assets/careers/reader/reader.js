/** The reader as the results see them: the latest answers of each kind, scored. No DOM. */
import { assess } from "../scoring/assessments.js";
import { findLatest, loadRecords } from "../kept/records.js";

/**
 * @typedef {import("../data/collection.js").Assessments} Assessments
 * @typedef {import("../data/collection.js").Occupation} Occupation
 * @typedef {import("./telling.js").Shown & {date: string}} Assessed
 * @typedef {Map<string, Assessed>} Reader kind -> the latest result
 */

/** @param {import("../kept/sharing.js").Record} record @param {Assessments} assessments @returns {Assessed | null} */
export function assessRecord({ quiz, form, date, answers }, { quizzes }) {
  const known = quizzes.get(quiz);
  const assessed = known && assess(known, form, answers);
  return assessed ? { ...assessed, date } : null;
}

/** @param {import("../kept/sharing.js").Record[]} records oldest first @param {Assessments} assessments @returns {Reader} */
export function assessAll(records, assessments) {
  /** @type {Reader} */
  const reader = new Map();
  for (const [kind, record] of findLatest(records, assessments.quizzes)) {
    const assessed = assessRecord(record, assessments);
    if (assessed) reader.set(kind, assessed);
  }
  return reader;
}

/** The reader by what lies on the device. @param {Assessments} assessments */
export const loadReader = (assessments) => assessAll(loadRecords(assessments.quizzes).records, assessments);
