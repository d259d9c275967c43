/**
 * Which occupations fit six scores, how surely, and why. Pure; no DOM.
 *
 * The match is Pearson's correlation between the reader's six scores and an occupation's six ratings. Both are kept
 * as centred unit vectors, so that r is their dot product.
 */
import { mean } from "./scoring.js";

const DRAWS = 300;
const SEED = 20261123;
const STRONG = 0.8;
const POSSIBLE = 0.4;

/**
 * @typedef {import("./scoring.js").Scores} Scores
 * @typedef {{index: number, r: number, share: number, band: "strong" | "possible" | null}} Match
 */

/**
 * A profile minus its mean, at length one; all zero if it has no direction, so that it correlates with nothing.
 *
 * @param {ArrayLike<number>} profile
 */
export function centre(profile) {
  const values = Array.from(profile);
  const middle = mean(values);
  const centred = values.map((value) => value - middle);
  const length = Math.hypot(...centred);
  return centred.map((value) => (length > 1e-9 ? value / length : 0));
}

/**
 * Pearson's r of two centred unit vectors.
 *
 * @param {number[]} a
 * @param {number[]} b
 */
export const correlate = (a, b) =>
  a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] + a[4] * b[4] + a[5] * b[5];

/**
 * Uniform numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). Seeded, so that the same answers always give
 * the same list.
 *
 * @param {number} seed
 */
export function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A standard normal number. Box and Muller 1958, *Annals of Mathematical Statistics* 29(2).
 *
 * @param {() => number} random
 */
export const drawNormal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** How many of `count` occupations are the top of one draw: 25, or a fifth of a short list. @param {number} count */
export const countTop = (count) => Math.min(25, Math.ceil(count / 5));

/**
 * Occupations in bands: in how many of 300 draws of the scores, each within its error, is one among the top?
 * One that pulls against the reader (r <= 0) is never counted, however short the list.
 *
 * @param {Scores} scores
 * @param {number[][]} units centred unit vectors of the occupations to rank
 * @returns {Match[]} by share, then r; `index` is the place in `units`
 */
export function match(scores, units) {
  const top = countTop(units.length);
  const random = makeRandom(SEED);
  const hits = new Uint16Array(units.length);
  const fits = new Float64Array(units.length);
  for (let draw = 0; draw < DRAWS && top > 0; draw++) {
    const reader = centre(scores.means.map((value) => value + scores.error * drawNormal(random)));
    for (let i = 0; i < fits.length; i++) fits[i] = correlate(reader, units[i]);
    const limit = fits.slice().sort()[fits.length - top];
    for (let i = 0; i < fits.length; i++) if (fits[i] >= limit && fits[i] > 0) hits[i]++;
  }
  const reader = centre(scores.means);
  return units
    .map((unit, index) => {
      const share = hits[index] / DRAWS;
      const band = share >= STRONG ? "strong" : share >= POSSIBLE ? "possible" : null;
      return /** @type {Match} */ ({ index, r: correlate(reader, unit), share, band });
    })
    .sort((a, b) => b.share - a.share || b.r - a.r);
}

/**
 * What each scale adds to r: the product of both centred unit vectors there. Sorted by size, those too small to
 * mention left out.
 *
 * @param {number[]} reader centred unit vector
 * @param {number[]} unit centred unit vector
 * @returns {{scale: number, pull: number, liked: boolean}[]} `liked`: the reader stands above their own mean there
 */
export function explain(reader, unit) {
  return reader
    .map((value, scale) => ({ scale, pull: value * unit[scale], liked: value > 0 }))
    .filter(({ pull }) => Math.abs(pull) >= 0.03)
    .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull));
}

/**
 * The scale whose change would move r most, and the way: the gradient of r, (unit - r * reader) / length.
 *
 * @param {number[]} means the reader's scores
 * @param {number[]} unit centred unit vector of the occupation
 * @param {1 | -1} way 1 to raise r, -1 to lower it
 * @returns {{scale: number, more: boolean}} `more`: the reader would have to like it more
 */
export function findLever(means, unit, way) {
  const reader = centre(means);
  const r = correlate(reader, unit);
  const steps = unit
    .map((value, scale) => ({ scale, slope: way * (value - r * reader[scale]) }))
    // A score near the end of the scale has no room to move on.
    .filter(({ scale, slope }) => (slope > 0 ? means[scale] <= 4.5 : means[scale] >= 1.5))
    .sort((a, b) => Math.abs(b.slope) - Math.abs(a.slope));
  const { scale, slope } = steps[0] ?? { scale: 0, slope: way };
  return { scale, more: slope > 0 };
}
