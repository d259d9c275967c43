/** From answers to scores, for every kind of assessment. Pure; no DOM. */
import { isEnough, pickItems } from "./kinds.js";
import { score } from "./scales.js";
import { HALF_A_STEP, findEqual } from "./skills.js";
import { orderValues } from "./values.js";

/**
 * @typedef {import("../data/types.d.ts").Question} Item of the environment: with the terms that mean its condition is
 *   present
 * @typedef {Pick<import("../data/types.d.ts").Quiz, "key" | "kind" | "steps" | "scales" | "items" | "norms" | "limits">} Quiz
 *
 * @typedef {Map<string, number>} Answers item -> answer
 *
 * @typedef {object} Scored
 * @property {number[]} scores one for each of the quiz's scales; of the environment, of its items
 * @property {number} error of each score; 0 where an answer says all there is to say
 * @property {[low: number, high: number]} range of the scores
 * @property {string | null} flat why there is no direction in the answers
 * @property {import("./values.js").Order} [order] of values: what the choices say together
 *
 * @typedef {object} Sitting
 * @property {Quiz} quiz
 * @property {string | null} form
 * @property {Answers} answers those of the form
 * @property {Item[]} items of the form, those that have an answer
 * @property {number} gaps how many have none, since they have changed
 *
 * @typedef {Sitting & Scored} Assessed
 *
 * @typedef {{interests: number[] | null, values: number[] | null, skills: string[], environment: Set<string> | null, sometimes?: Set<string>}} Occupation
 *   interests as rated, 1 to 7, values as units; null where it is not known
 */

/** The winner and loser of each pair. @param {Item[]} items @param {Answers} answers @returns {[number, number][]} */
export const readChoices = (items, answers) =>
  items.map(({ key, pair = [0, 0] }) => (answers.get(key) === 1 ? pair : [pair[1], pair[0]]));

/**
 * @template {Quiz} Known
 * @param {Known} quiz @param {string | null} form @param {Answers} answers
 * @returns {(Assessed & {quiz: Known}) | null} null if too many answers are missing
 */
export function assess(quiz, form, answers) {
  const asked = pickItems(quiz.items, form);
  if (!isEnough(quiz.kind, asked, answers)) return null;
  const items = asked.filter(({ key }) => answers.has(key));
  const own = new Map(items.map(({ key }) => [key, answers.get(key) ?? 0]));
  return { quiz, form, answers: own, items, gaps: asked.length - items.length, ...KINDS[quiz.kind](quiz, items, own) };
}

/** @type {(quiz: Quiz, items: Item[], answers: Answers) => Scored} */
function scoreScales({ kind, scales }, items, answers) {
  const { scores, error, flat } = score(scales.map((scale) => list(items.filter((item) => item.scale === scale), answers)));
  // The test for flat answers is about six interests; standing even in all methods is a result too.
  return { scores, error, range: [1, 5], flat: kind === "interests" ? flat : null };
}

/** @param {Item[]} items @param {Answers} answers */
const list = (items, answers) => items.map(({ key }) => answers.get(key) ?? 0);

/** @type {Record<Quiz["kind"], (quiz: Quiz, items: Item[], answers: Answers) => Scored>} */
const KINDS = {
  interests: scoreScales,
  methods: scoreScales,
  values({ scales }, items, answers) {
    const order = orderValues(readChoices(items, answers), scales.length);
    return { scores: order.wins, error: order.error, range: [0, scales.length - 1], flat: order.flat, order };
  },
  skills({ scales, steps }, items, answers) {
    const byScale = new Map(items.map(({ key, scale }) => [scale ?? key, answers.get(key) ?? 0]));
    const scores = scales.map((scale) => byScale.get(scale) ?? 0);
    return { scores, error: HALF_A_STEP, range: [1, steps], flat: findEqual(scores) };
  },
  environment({ steps }, items, answers) {
    const scores = list(items, answers);
    return { scores, error: 0, range: [1, steps], flat: findEqual(scores) };
  },
};
