/**
 * Which occupations fit, and how surely. Pure; no DOM.
 *
 * Interests, skills and values each compare the reader's pattern with the occupation's by Pearson's r, interests by the
 * answers to be expected of its people where there are norms; the environment counts as its mean violation, below zero. The fit is their mean by the reader's weights. What an occupation has no
 * data for speaks neither for nor against it: 0.
 */
import { LEAST_BANDED } from "../site/constants.js";
import { compareAnswers } from "./norms.js";
import { centre, correlate, drawNormal, makeRandom } from "./statistics.js";

export const DRAWS = 300;
const SEED = 20261123;

/**
 * Shares of the draws that make a band, where nobody has measured what they are worth on another day.
 *
 * @type {Readonly<Limits>}
 */
export const LIMITS = Object.freeze({ strong: 0.8, possible: 0.4 });

/**
 * One assessment as matching sees it. `units` are the occupations' patterns, null without data; `draw` gives the
 * reader's scores as they might come out another day. `fixed` are fits that are not drawn, of the environment.
 *
 * @typedef {object} Part
 * @property {string} kind
 * @property {number} weight above 0
 * @property {number[]} scores the reader's
 * @property {(random: () => number) => number[]} [draw]
 * @property {(number[] | null)[]} [units]
 * @property {number[]} [fixed]
 * @property {import("./norms.js").Expected} [expected] in place of units, of interests with norms
 */

/** `short`: of a list too short for bands. @typedef {"strong" | "possible" | "short" | null} Band @typedef {{index: number, fit: number, share: number, band: Band}} Match `index` of the occupation; `share` of the draws */

/** @typedef {import("../data/types.d.ts").Limits} Limits */

/** Scores within a standard error. @param {number[]} scores @param {number} error */
export const drawScores = (scores, error) => (/** @type {() => number} */ random) =>
  scores.map((value) => value + error * drawNormal(random));

/** How many count as the top of a list, and of a short one, what share: one in so many. */
export const TOP = 25;
export const TOP_IN = 5;

/** How many count as the top. @param {number} count */
export const findTop = (count) => Math.min(TOP, Math.ceil(count / TOP_IN));

/** Units one after the other, as fast as it gets: each draw goes through all of them. @type {WeakMap<object, Float64Array>} */
const rows = new WeakMap();

/** @param {(number[] | null)[]} units @param {number} width @returns {Float64Array} zeros for null */
function flatten(units, width) {
  const known = rows.get(units);
  if (known) return known;
  const flat = new Float64Array(units.length * width);
  for (const [at, unit] of units.entries()) if (unit) flat.set(unit, at * width);
  rows.set(units, flat);
  return flat;
}

/** Adds a part's fit with each occupation, -1 to 1. @param {Float64Array} fits @param {Part} part @param {number[]} scores @param {number} share */
function addFits(fits, { units, fixed, expected }, scores, share) {
  const whole = expected ? compareAnswers(scores, expected) : fixed;
  if (whole) {
    for (let i = 0; i < fits.length; i++) fits[i] += share * whole[i];
    return;
  }
  const reader = centre(scores);
  const width = reader.length;
  const flat = flatten(units ?? [], width);
  for (let i = 0; i < fits.length; i++) fits[i] += share * correlate(reader, flat, i * width);
}

/** The parts' weights as shares of 1. @param {Part[]} parts */
function share(parts) {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.map(({ weight }) => weight / total);
}

/** @param {Part[]} parts @param {number[][]} scores of each part @param {number} count @returns {Float64Array} */
export function blend(parts, scores, count) {
  const fits = new Float64Array(count);
  const shares = share(parts);
  for (const [at, part] of parts.entries()) addFits(fits, part, scores[at], shares[at]);
  return fits;
}

/**
 * In how many draws is an occupation among the top? One that pulls against the reader (fit <= 0) does not count, however
 * short the list. Yields after each draw, so that a page can do something else in between.
 *
 * @param {Part[]} parts at least one
 * @param {number} count of occupations
 * @param {Readonly<Limits>} limits
 * @returns {Generator<void, Match[]>} by share, then fit; of a list too short for bands by fit alone
 */
export function* match(parts, count, limits = LIMITS) {
  const top = findTop(count);
  const random = makeRandom(SEED);
  const hits = new Uint16Array(count);
  for (let draw = 0; draw < DRAWS; draw++) {
    const fits = blend(parts, parts.map((part) => part.draw?.(random) ?? part.scores), count);
    const limit = fits.slice().sort()[count - top];
    for (let i = 0; i < count; i++) if (fits[i] >= limit && fits[i] > 1e-9) hits[i]++;
    yield;
  }
  const fits = blend(parts, parts.map(({ scores }) => scores), count);
  const isShort = count < LEAST_BANDED;
  return Array.from(hits, (hit, index) => {
    const share = hit / DRAWS;
    /** @type {Band} */
    const band = isShort ? (fits[index] > 1e-9 ? "short" : null) : share >= limits.strong ? "strong" : share >= limits.possible ? "possible" : null;
    return { index, fit: fits[index], share, band };
  }).sort((a, b) => (isShort ? 0 : b.share - a.share) || b.fit - a.fit);
}
