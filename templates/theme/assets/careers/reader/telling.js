/** Scores and what is scored, in words. No DOM. */
import { isAveraged } from "../scoring/kinds.js";
import { decimal, fill } from "../language/words.js";

/** @typedef {import("../scoring/assessments.js").Assessed & {quiz: import("../data/collection.js").Quiz}} Shown a result with the words of its quiz */
/** @typedef {import("../data/collection.js").Assessments} Assessments */

/** The names of what is scored: the scales, or the conditions themselves. @param {Shown} assessed @param {Assessments} assessments @returns {string[]} */
export const nameScales = ({ quiz, items }, { labels }) =>
  quiz.kind === "environment" ? items.map(({ text }) => text) : quiz.scales.map((scale) => labels[quiz.kind][scale]);

/** A score in words. @param {Shown} assessed @param {number} value @param {Assessments} assessments @returns {string} */
export function tellScore({ quiz, error }, value, { text }) {
  const isMean = isAveraged(quiz.kind);
  if (!isMean && quiz.options.length) return quiz.options[value - 1];
  // Values have no answers in words: their score is how often each was chosen.
  const score = isMean ? decimal(value) : String(value);
  return fill(text.results.error, { score, error: decimal(error) });
}
