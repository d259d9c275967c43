/** The reader's finished assessments, as far as the plan needs them. Loaded only where there are any. */
import { loadAssessments } from "../../../data/collection.js";
import { assessRecord } from "../../../reader/reader.js";
import { findLatest, loadRecords } from "../../../kept/records.js";

/** @typedef {{assessments: import("../../../data/collection.js").Assessments, records: import("../../../kept/records.js").Record[]}} Results records oldest first */

/** @returns {Promise<Results>} */
export async function loadResults() {
  const assessments = await loadAssessments();
  return { assessments, records: loadRecords(assessments.quizzes).records };
}

/** @typedef {{scores: Map<string, number>, quiz: string}} Standing by method; `quiz`: the title of the assessment */

/** Where the reader stands in the methods. @param {Results} results @returns {Standing | null} */
export function findStanding({ assessments, records }) {
  const record = findLatest(records, assessments.quizzes).get("methods");
  const assessed = record && assessRecord(record, assessments);
  if (!assessed) return null;
  const { quiz, scores } = assessed;
  return { quiz: quiz.title, scores: new Map(quiz.scales.map((method, at) => [method, scores[at]])) };
}

/** Whether an assessment was taken twice. @param {Results} results */
export const isRepeated = ({ records }) => new Set(records.map(({ quiz }) => quiz)).size < records.length;
