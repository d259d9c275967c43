/** Jobs that share what a few answers like. No DOM. */
import { match } from "../../scoring/matching.js";
import { makePart, makeUnits } from "../../scoring/parts.js";
import { scoreFew } from "./telling.js";

/** @typedef {import("../../data/collection.js").Quiz} Quiz @typedef {import("../../data/collection.js").Occupation} Occupation */

/** How far one answer may lie from what ten would say: a whole step. */
const ERROR = 1;

/** Among the nearest, one in so many, those with a guide come first: so few answers tell them from the rest, hardly from each other. */
const NEAR_IN = 8;
const NEAR_LEAST = 40;

/**
 * One of each field, since so few answers cannot tell those of one field apart.
 *
 * @param {Quiz} quiz @param {import("../../scoring/assessments.js").Item[]} items @param {import("../../scoring/assessments.js").Answers} answers
 * @param {Occupation[]} occupations @param {number} count
 * @returns {Generator<void, Occupation[]>}
 */
export function* findJobs(quiz, items, answers, occupations, count) {
  const scores = scoreFew(quiz, items, answers);
  const assessed = { quiz, form: null, answers, items, gaps: 0, scores, error: ERROR, range: /** @type {[number, number]} */ ([1, 5]), flat: null };
  const matches = yield* match([makePart(assessed, occupations, 1, makeUnits(quiz, occupations))], occupations.length);
  const near = matches.filter(({ fit }) => fit > 0).slice(0, Math.max(NEAR_LEAST, Math.ceil(occupations.length / NEAR_IN))).map(({ index }) => occupations[index]);
  const inOrder = [...near.filter(({ isOutline }) => !isOutline), ...near.filter(({ isOutline }) => isOutline)];
  const fields = new Set();
  const isNew = (/** @type {string} */ field) => !fields.has(field) && fields.add(field);
  return inOrder.filter(({ field }) => isNew(field)).slice(0, count);
}
