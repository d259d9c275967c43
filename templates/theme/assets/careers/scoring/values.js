/** Paired comparisons of n values: how often each was chosen, and whether the choices make an order. Pure; no DOM. */

/** Below this consistency there is "no clear order". */
export const CLEAR = 0.5;

/** A choice may come out the other way on another day: one in ten at least, more with every circle. */
export const DOUBT = 0.1;

/** @typedef {[winner: number, loser: number]} Choice places in the list of values */

/** @param {Choice[]} choices @param {number} n @returns {number[]} wins of each value, 0 to n-1 */
export function countWins(choices, n) {
  const wins = Array(n).fill(0);
  for (const [winner] of choices) wins[winner] += 1;
  return wins;
}

/**
 * Circular triads (A over B over C over A) of a complete set of paired comparisons: n(n-1)(2n-1)/12 less half the sum of
 * squared wins. Kendall and Babington Smith (1940), Biometrika 31.
 *
 * @param {number[]} wins
 */
export function countTriads(wins) {
  const n = wins.length;
  return (n * (n - 1) * (2 * n - 1)) / 12 - wins.reduce((sum, value) => sum + value ** 2, 0) / 2;
}

/** The largest number of circular triads that n objects allow: 8 for six. Same source. @param {number} n */
export const findMostTriads = (n) => (n ** 3 - (n % 2 ? n : 4 * n)) / 24;

/** Kendall's coefficient of consistency, 1 without a circle, 0 with as many as there can be. @param {number[]} wins */
export const findConsistency = (wins) => 1 - countTriads(wins) / findMostTriads(wins.length);

/**
 * @typedef {object} Order
 * @property {number[]} wins
 * @property {number} consistency 0 to 1
 * @property {number} doubt chance that a choice comes out the other way, .1 to .5
 * @property {number} error standard deviation of a value's wins at that doubt
 * @property {"circular" | null} flat
 */

/** @param {Choice[]} choices each pair once @param {number} n @returns {Order} */
export function orderValues(choices, n) {
  const wins = countWins(choices, n);
  const consistency = findConsistency(wins);
  // Choices made by tossing a coin have five circles on average (a quarter of the 20 triads): then all is doubt.
  const doubt = Math.min(0.5, Math.max(DOUBT, countTriads(wins) / 10));
  const error = Math.sqrt((n - 1) * doubt * (1 - doubt));
  return { wins, consistency, doubt, error, flat: consistency < CLEAR ? "circular" : null };
}

/** The wins on another day. @param {Choice[]} choices @param {Order} order @param {() => number} random */
export function redrawWins(choices, { wins, doubt }, random) {
  const other = wins.slice();
  for (const [winner, loser] of choices) {
    if (random() >= doubt) continue;
    other[winner] -= 1;
    other[loser] += 1;
  }
  return other;
}
