/**
 * What the answers say: six scale scores and how sure they are. Pure; no DOM.
 *
 * Every score is on the answers' own scale of 1 to 5, every list of six is in the order of SCALES.
 * The method and its limits are told on the page about the quiz.
 */

/** Holland's six interests in their order around the hexagon. */
export const SCALES = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];

/** 95 % points of F with (5, 6(k-1)) degrees of freedom, by k items a scale. */
const F_95 = [
  [2, 4.39], [3, 3.11], [4, 2.77], [5, 2.62], [6, 2.53], [7, 2.48], [8, 2.44], [9, 2.41], [10, 2.39],
];

/** Variance of rounding a feeling to a whole step: nobody is measured without error. */
const ROUNDING = 1 / 12;

/** @param {number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * @typedef {object} Scores
 * @property {number[]} means six scale scores
 * @property {number} k answered items a scale
 * @property {number} variance pooled variance of items within their scale
 * @property {number} error standard error of each scale score
 * @property {"flat" | "straight" | null} flat no direction; "straight" when all answers are equal
 */

/**
 * Six scores from the answers given to each scale.
 *
 * @param {number[][]} answers six lists of the same length k >= 2
 * @returns {Scores}
 */
export function score(answers) {
  const k = answers[0].length;
  const means = answers.map(mean);
  const squares = answers.flatMap((list, scale) => list.map((answer) => (answer - means[scale]) ** 2));
  const variance = squares.reduce((sum, square) => sum + square, 0) / (6 * (k - 1));
  const error = Math.sqrt(Math.max(variance, ROUNDING) / k);
  return { means, k, variance, error, flat: findFlat(means, k, variance) };
}

/**
 * One-way analysis of variance: do the six means differ by more than the scatter of their items would make them?
 *
 * F = k * Var(means) / variance within scales. Fisher 1925, *Statistical Methods for Research Workers*, chapter VII.
 *
 * @param {number[]} means
 * @param {number} k
 * @param {number} variance
 * @returns {"flat" | "straight" | null}
 */
export function findFlat(means, k, variance) {
  const centre = mean(means);
  const between = means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / 5;
  if (between < 1e-12) return variance < 1e-12 ? "straight" : "flat";
  if (variance < 1e-12) return null;
  return (k * between) / variance < readCritical(k) ? "flat" : null;
}

/** @param {number} k the nearest tabled k below */
function readCritical(k) {
  return F_95.reduce((found, [items, point]) => (items <= k ? point : found), F_95[0][1]);
}

/**
 * Two scores are tied when they differ by less than one standard error of their difference, SE * sqrt(2).
 *
 * @param {Scores} scores
 * @param {number} a scale index
 * @param {number} b scale index
 */
export const areTied = ({ means, error }, a, b) => Math.abs(means[a] - means[b]) < error * Math.SQRT2 - 1e-9;

/**
 * Scale indices from the highest score to the lowest; equal scores keep the hexagon's order.
 *
 * @param {number[]} means
 */
export const rankScales = (means) => means.map((_, scale) => scale).sort((a, b) => means[b] - means[a]);

/**
 * The largest groups in which every two are tied, starting among the top three; ties are not transitive, so a scale
 * can stand in two groups.
 *
 * @param {Scores} scores
 * @returns {number[][]}
 */
export function findTies(scores) {
  const order = rankScales(scores.means);
  /** @type {number[][]} */
  const groups = [];
  let reached = 0;
  for (let first = 0; first < 3; first++) {
    let last = first;
    while (last + 1 < 6 && areTied(scores, order[first], order[last + 1])) last++;
    if (last > first && last > reached) groups.push(order.slice(first, last + 1));
    reached = Math.max(reached, last);
  }
  return groups;
}

/**
 * The scales to name as high: above the reader's own average, three at the most unless the third is tied with more.
 *
 * @param {Scores} scores
 */
export function findHigh(scores) {
  const order = rankScales(scores.means);
  const centre = mean(scores.means);
  return order.filter(
    (scale, place) => scores.means[scale] > centre && (place < 3 || areTied(scores, order[2], scale)),
  );
}
