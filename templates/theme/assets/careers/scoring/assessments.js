/** From answers to scores, for every kind of assessment. Pure; no DOM. */
import { pickItems } from "./kinds.js";
import { score } from "./scales.js";
import { HALF_A_STEP, findEqual } from "./skills.js";
import { orderValues } from "./values.js";

/**
 * A quiz as data/assessments.json has it. An item of paired comparisons has the places of its two values in `scales`;
 * of the environment, the terms that mean its condition is present.
 *
 * @typedef {{key: string, scale?: string, text: string, quick?: boolean, pair?: [number, number], terms?: string[]}} Item
 * @typedef {object} Quiz
 * @property {string} key
 * @property {"interests" | "methods" | "values" | "skills" | "environment"} kind
 * @property {number} steps answers go from 1 to this
 * @property {string[]} scales what is scored, in the order of the vocabulary
 * @property {Item[]} items in the order in which they are asked
 *
 * @typedef {Map<string, number>} Answers item -> answer
 *
 * @typedef {object} Assessed
 * @property {Quiz} quiz
 * @property {string | null} form
 * @property {Answers} answers those of the form
 * @property {Item[]} items of the form
 * @property {number[]} scores one for each of the quiz's scales
 * @property {number} error of each score; 0 where an answer says all there is to say
 * @property {[low: number, high: number]} range of the scores
 * @property {string | null} flat why there is no direction in the answers
 * @property {any} detail what the kind's own formulas found
 *
 * @typedef {{interests: number[], values: number[] | null, skills: string[], environment: Set<string>}} Occupation
 *   interests and values as units
 */

/** The winner and loser of each pair. @param {Item[]} items @param {Answers} answers @returns {[number, number][]} */
export const readChoices = (items, answers) =>
  items.map(({ key, pair = [0, 0] }) => (answers.get(key) === 1 ? pair : [pair[1], pair[0]]));

/**
 * @param {Quiz} quiz @param {string | null} form @param {Answers} answers
 * @returns {Assessed | null} null if an answer is missing
 */
export function assess(quiz, form, answers) {
  const items = pickItems(quiz.items, form);
  if (!items.length || !items.every(({ key }) => answers.has(key))) return null;
  const own = new Map(items.map(({ key }) => [key, answers.get(key) ?? 0]));
  return { quiz, form, answers: own, items, ...KINDS[quiz.kind](quiz, items, own) };
}

/** @typedef {Pick<Assessed, "scores" | "error" | "range" | "flat" | "detail">} Scored */

/** @type {(quiz: Quiz, items: Item[], answers: Answers) => Scored} */
function scoreScales({ kind, scales }, items, answers) {
  const detail = score(scales.map((scale) => list(items.filter((item) => item.scale === scale), answers)));
  // The test for flat answers is about six interests; standing even in all methods is a result too.
  const flat = kind === "interests" ? detail.flat : null;
  return { scores: detail.means, error: detail.error, range: [1, 5], flat, detail };
}

/** @param {Item[]} items @param {Answers} answers */
const list = (items, answers) => items.map(({ key }) => answers.get(key) ?? 0);

/** @type {Record<string, (quiz: Quiz, items: Item[], answers: Answers) => Scored>} */
const KINDS = {
  interests: scoreScales,
  methods: scoreScales,
  values({ scales }, items, answers) {
    const detail = orderValues(readChoices(items, answers), scales.length);
    return { scores: detail.wins, error: detail.error, range: [0, scales.length - 1], flat: detail.flat, detail };
  },
  skills({ scales, steps }, items, answers) {
    const byScale = new Map(items.map(({ key, scale }) => [scale ?? key, answers.get(key) ?? 0]));
    const scores = scales.map((scale) => byScale.get(scale) ?? 0);
    return { scores, error: HALF_A_STEP, range: [1, steps], flat: findEqual(scores), detail: byScale };
  },
  environment({ steps }, items, answers) {
    const scores = list(items, answers);
    return { scores, error: 0, range: [1, steps], flat: findEqual(scores), detail: null };
  },
};
