/** The few formulas that several assessments share. Pure; lists of numbers in, numbers out. */

/** @param {number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sum of squared distances. @param {number[]} values @param {number} middle */
export const squares = (values, middle) => values.reduce((sum, value) => sum + (value - middle) ** 2, 0);

/** Population standard deviation. @param {number[]} values */
export const deviation = (values) => Math.sqrt(squares(values, mean(values)) / values.length);

/** @param {number[]} profile @returns {number[]} centred, of length 1: a "unit"; all zero if it has no direction */
export function centre(profile) {
  const middle = mean(profile);
  const centred = profile.map((value) => value - middle);
  const length = Math.hypot(...centred);
  return centred.map((value) => (length > 1e-9 ? value / length : 0));
}

/**
 * Pearson's r of two units; the second may stand at a place in a longer list.
 *
 * @param {ArrayLike<number>} a @param {ArrayLike<number>} b @param {number} [from]
 */
export function correlate(a, b, from = 0) {
  let r = 0;
  for (let at = 0; at < a.length; at++) r += a[at] * b[from + at];
  return r;
}

/**
 * The lower triangle L of a positive definite matrix L L' (Cholesky).
 *
 * @param {number[][]} matrix @returns {number[][]} row i has i + 1 numbers
 */
export function factorize(matrix) {
  /** @type {number[][]} */
  const lower = [];
  for (const [i, row] of matrix.entries()) {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      lower[i].push(i === j ? Math.sqrt(rest) : rest / lower[j][j]);
    }
  }
  return lower;
}

/** The x with L x = values: distances between such are those of Mahalanobis. @param {number[][]} lower @param {number[]} values @returns {number[]} */
export function solve(lower, values) {
  /** @type {number[]} */
  const solved = [];
  for (const [i, row] of lower.entries()) {
    solved.push((values[i] - solved.reduce((sum, value, k) => sum + row[k] * value, 0)) / row[i]);
  }
  return solved;
}

/**
 * Uniform numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). Seeded: the same answers give the same list.
 *
 * @param {number} state
 */
export function makeRandom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A standard normal number (Box and Muller 1958). @param {() => number} random */
export const drawNormal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
