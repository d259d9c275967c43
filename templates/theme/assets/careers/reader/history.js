/** Results over time: how each is called, which two can be compared, and what lies between them. */
import { findDifferences } from "../scoring/differences.js";
import { copy, fillCells } from "../site/dom.js";
import { date, fill } from "../language/words.js";
import { nameScales, tellScore } from "./telling.js";

/** @typedef {import("../kept/records.js").Record} Record @typedef {import("../data/collection.js").Assessments} Assessments */

/** @param {Record} record @param {Assessments} assessments */
export const nameRecord = ({ quiz, date: day, answers }, { quizzes, text }) =>
  fill(text.results.record, { title: quizzes.get(quiz)?.title, date: date(day), count: answers.size });

/** Results of the assessments that were taken more than once. @param {Record[]} records */
export const findTwice = (records) => records.filter(({ quiz }) => records.filter((other) => other.quiz === quiz).length > 1);

/** The two latest results of one assessment, the latest that was taken more than once. @param {Record[]} records oldest first @returns {[Record, Record] | null} */
export function findPair(records) {
  const twice = findTwice(records);
  const latest = twice.at(-1);
  const before = latest && twice.filter(({ quiz }) => quiz === latest.quiz).at(-2);
  return latest && before ? [before, latest] : null;
}

/**
 * A row of the table of differences for each scale, within noise or not.
 *
 * @param {HTMLTemplateElement} frame @param {import("./reader.js").Assessed} earlier @param {import("./reader.js").Assessed} later of the same assessment
 * @param {Assessments} assessments @returns {DocumentFragment[]}
 */
export function makeRows(frame, earlier, later, assessments) {
  const { results } = assessments.text;
  const names = nameScales(later, assessments);
  return findDifferences(earlier, later).map(({ from, to, change, sure }, at) => {
    const row = copy(frame);
    const words = change === 0 ? results.same : sure ? results.changed : results.noise;
    fillCells(row, [names[at], tellScore(earlier, from, assessments), tellScore(later, to, assessments), words]);
    return row;
  });
}
