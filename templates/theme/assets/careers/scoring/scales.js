/**
 * Scales made of several items each, rated 1 to 5: the interests and the methods. Pure; no DOM.
 *
 * A scale's score is the mean of its items. Lists of scores are in the order in which the quiz names its scales.
 */
import { mean, squares } from "./statistics.js";

/** Variance of rounding to whole steps: nobody is measured without error. */
const ROUNDING = 1 / 12;

/** The 95 % points of F for six scales of four items, of five, and of ten. */
const FLAT_FEWER = 2.77;
export const FLAT_QUICK = 2.62;
export const FLAT_FULL = 2.39;

/**
 * @typedef {object} Scores
 * @property {number[]} scores means of the answers
 * @property {number} k items a scale; where some have fewer, of those: errors are rather too large than too small
 * @property {number} variance of items within their scale, pooled
 * @property {number} error standard error of each mean
 * @property {"flat" | "straight" | null} flat no direction; "straight" when all answers are equal
 */

/** @param {number[][]} answers a list of two or more for each scale @returns {Scores} */
export function score(answers) {
  const k = Math.min(...answers.map(({ length }) => length));
  const scores = answers.map(mean);
  const within = scores.reduce((sum, middle, scale) => sum + squares(answers[scale], middle), 0);
  const variance = within / (answers.flat().length - scores.length);
  const error = Math.sqrt(Math.max(variance, ROUNDING) / k);
  return { scores, k, variance, error, flat: findFlat(scores, k, variance) };
}

/**
 * One-way analysis of variance (Fisher 1925) of six scales: F = k Var(means) / variance, df (5, 6(k-1)), against its
 * 95 % point.
 *
 * @param {number[]} means @param {number} k @param {number} variance
 */
export function findFlat(means, k, variance) {
  const between = squares(means, mean(means)) / (means.length - 1);
  if (between + variance < 1e-12) return "straight";
  return k * between < variance * (k < 5 ? FLAT_FEWER : k < 10 ? FLAT_QUICK : FLAT_FULL) ? "flat" : null;
}

/** @typedef {Pick<import("./assessments.js").Scored, "scores" | "error">} Measured scores with the error of each */

/** Closer than one standard error of their difference. @param {Measured} measured @param {number} a @param {number} b */
export const areTied = ({ scores, error }, a, b) => Math.abs(scores[a] - scores[b]) < error * Math.SQRT2 - 1e-9;

/** Places from the highest value to the lowest. @param {number[]} values */
export const rank = (values) => values.map((_, place) => place).sort((a, b) => values[b] - values[a]);

/** The two highest, and all that are tied with the second: ties are not broken by the order of the list. @param {number[]} values @returns {number[]} places, the highest first */
export function findLeading(values) {
  const order = rank(values);
  return order.filter((place) => values[place] >= values[order[1]]);
}

/** Scales above the reader's own average: three, unless the third is tied with more. @param {Measured} measured */
export function findHigh(measured) {
  const { scores } = measured;
  const order = rank(scores);
  const middle = mean(scores);
  return order.filter((scale, at) => scores[scale] > middle && (at < 3 || areTied(measured, order[2], scale)));
}

/** The largest groups with a high scale in which every two are tied; a scale can be in two. @param {Measured} measured */
export function findTies(measured) {
  const order = rank(measured.scores);
  const groups = [];
  let reached = 0;
  for (let first = 0; first < findHigh(measured).length; first++) {
    let last = first;
    while (last + 1 < order.length && areTied(measured, order[first], order[last + 1])) last++;
    if (last > Math.max(first, reached)) groups.push(order.slice(first, last + 1));
    reached = Math.max(reached, last);
  }
  return groups;
}
