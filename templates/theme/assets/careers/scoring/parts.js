/** From scores to what matching needs, for every kind of assessment. Pure; no DOM. */
import { readChoices } from "./assessments.js";
import { agree, compare } from "./environment.js";
import { drawScores } from "./matching.js";
import { centre } from "./statistics.js";
import { redrawWins } from "./values.js";

/**
 * @typedef {import("./assessments.js").Assessed} Assessed
 * @typedef {import("./assessments.js").Quiz} Quiz
 * @typedef {import("./assessments.js").Occupation} Occupation
 */

/** The occupations as patterns for one quiz; they do not change with the answers. @param {Quiz} quiz @param {Occupation[]} occupations */
export function makeUnits({ kind, scales }, occupations) {
  if (kind === "skills") {
    return occupations.map(({ skills }) => {
      const unit = centre(scales.map((scale) => (skills.includes(scale) ? 1 : 0)));
      return unit.some(Boolean) ? unit : null;
    });
  }
  return kind === "environment" ? [] : occupations.map((one) => (kind === "values" ? one.values : one.interests));
}

/**
 * What matching needs of an assessment.
 *
 * @param {Assessed} assessed @param {Occupation[]} occupations @param {number} weight @param {(number[] | null)[]} units
 * @returns {import("./matching.js").Part}
 */
export function makePart({ quiz, answers, items, scores, error, order }, occupations, weight, units) {
  const part = { kind: quiz.kind, weight, scores };
  if (quiz.kind === "environment") {
    return { ...part, fixed: occupations.map((occupation) => agree(compare(items, answers, occupation)) - 1) };
  }
  if (order) {
    const choices = readChoices(items, answers);
    return { ...part, units, draw: (random) => redrawWins(choices, order, random) };
  }
  return { ...part, units, draw: drawScores(scores, error) };
}
