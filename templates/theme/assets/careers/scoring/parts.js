/** From scores to what matching needs, for every kind of assessment. Pure; no DOM. */
import { readChoices } from "./assessments.js";
import { agree, compare } from "./environment.js";
import { drawScores } from "./matching.js";
import { finish } from "../site/slices.js";
import { expectEach, shapeWork } from "./norms.js";
import { centre } from "./statistics.js";
import { redrawWins } from "./values.js";

/**
 * @typedef {import("./assessments.js").Assessed} Assessed
 * @typedef {import("./assessments.js").Quiz} Quiz
 * @typedef {import("./assessments.js").Occupation} Occupation
 */

/** Occupations -> quiz -> what was made of both. @type {WeakMap<Occupation[], Map<Quiz, (number[] | null)[]>>} */
const made = new WeakMap();

/** The occupations as patterns for one quiz; they do not change with the answers. @param {Quiz} quiz @param {Occupation[]} occupations */
export function makeUnits(quiz, occupations) {
  const ofThese = made.get(occupations) ?? new Map();
  const units = ofThese.get(quiz) ?? findUnits(quiz, occupations);
  made.set(occupations, ofThese.set(quiz, units));
  return units;
}

/** @param {Quiz} quiz @param {Occupation[]} occupations */
function findUnits({ kind, scales, norms }, occupations) {
  if (kind === "skills") {
    return occupations.map(({ skills }) => {
      const unit = centre(scales.map((scale) => (skills.includes(scale) ? 1 : 0)));
      return unit.some(Boolean) ? unit : null;
    });
  }
  if (kind === "interests") return occupations.map(({ interests }) => interests && shapeWork(interests, norms));
  return kind === "environment" ? [] : occupations.map(({ values }) => values);
}

/** Units -> the answers to be expected of the same occupations; they do not change with the reader's. @type {WeakMap<object, import("./norms.js").Expected>} */
const known = new WeakMap();

/** @param {(number[] | null)[]} units @param {Occupation[]} occupations @param {import("./norms.js").Norms} norms */
function* expect(units, occupations, norms) {
  const expected = known.get(units) ?? (yield* expectEach(occupations.map(({ interests }) => interests), norms));
  known.set(units, expected);
  return expected;
}

/** Makes ready what a quiz needs of these occupations, in steps: what asks for it then is spared the wait. @param {Quiz} quiz @param {Occupation[]} occupations */
export function* prepare(quiz, occupations) {
  const units = makeUnits(quiz, occupations);
  yield;
  if (quiz.norms) yield* expect(units, occupations, quiz.norms);
}

/**
 * How far each occupation violates the reader's wishes, below zero. One whose conditions nobody knows counts as the mean of
 * the others: neither for it nor against it.
 *
 * @param {import("./environment.js").Condition[]} items @param {Map<string, number>} answers @param {Occupation[]} occupations
 */
function judge(items, answers, occupations) {
  const known = occupations.map(({ environment, sometimes }) => environment && agree(compare(items, answers, { environment, sometimes })) - 1);
  const fits = known.filter((fit) => fit !== null);
  const mean = fits.reduce((sum, fit) => sum + fit, 0) / Math.max(1, fits.length);
  return known.map((fit) => fit ?? mean);
}

/**
 * What matching needs of an assessment.
 *
 * @param {Assessed} assessed @param {Occupation[]} occupations @param {number} weight @param {(number[] | null)[]} units
 * @returns {import("./matching.js").Part}
 */
export function makePart({ quiz, answers, items, scores, error, order }, occupations, weight, units) {
  const part = { kind: quiz.kind, weight, scores };
  if (quiz.kind === "environment") return { ...part, fixed: judge(items, answers, occupations) };
  if (order) {
    const choices = readChoices(items, answers);
    return { ...part, units, draw: (random) => redrawWins(choices, order, random) };
  }
  const draw = drawScores(scores, error);
  return quiz.norms ? { ...part, expected: finish(expect(units, occupations, quiz.norms)), draw } : { ...part, units, draw };
}
