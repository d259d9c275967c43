/**
 * What the answers say: six scale scores, how sure they are, which occupations fit and why. Pure; no DOM.
 *
 * Scores are on the answers' own scale of 1 to 5; lists of six are in the order of SCALES. The fit is Pearson's r
 * between scores and an occupation's ratings; both are kept as centred unit vectors, "units", so that r is a dot product.
 */

/** Holland's six interests in their order around the hexagon. */
export const SCALES = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];

/** Variance of rounding to whole steps: nobody is measured without error. */
const ROUNDING = 1 / 12;

/** Draws, and the shares of them that make a band. */
const DRAWS = 300;
const SEED = 20261123;
const STRONG = 0.8;
const POSSIBLE = 0.4;

/** @param {number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number[]} values @param {number} middle */
const squares = (values, middle) => values.reduce((sum, value) => sum + (value - middle) ** 2, 0);

/**
 * @typedef {object} Scores
 * @property {number[]} means
 * @property {number} k items a scale
 * @property {number} variance of items within their scale, pooled
 * @property {number} error standard error of each mean
 * @property {"flat" | "straight" | null} flat no direction; "straight" when all answers are equal
 */

/** @param {number[][]} answers six lists of k >= 2 @returns {Scores} */
export function score(answers) {
  const k = answers[0].length;
  const means = answers.map(mean);
  const variance = means.reduce((sum, middle, scale) => sum + squares(answers[scale], middle), 0) / (6 * (k - 1));
  const error = Math.sqrt(Math.max(variance, ROUNDING) / k);
  return { means, k, variance, error, flat: findFlat(means, k, variance) };
}

/**
 * One-way analysis of variance (Fisher 1925): F = k Var(means) / variance, df (5, 6(k-1)), against its 95 % point.
 *
 * @param {number[]} means @param {number} k @param {number} variance
 */
export function findFlat(means, k, variance) {
  const between = squares(means, mean(means)) / 5;
  if (between + variance < 1e-12) return "straight";
  return k * between < variance * (k < 10 ? 2.62 : 2.39) ? "flat" : null;
}

/** Closer than one standard error of their difference. @param {Scores} scores @param {number} a @param {number} b */
export const areTied = ({ means, error }, a, b) => Math.abs(means[a] - means[b]) < error * Math.SQRT2 - 1e-9;

/** Scales from high to low. @param {number[]} means */
export const rankScales = (means) => SCALES.map((_, scale) => scale).sort((a, b) => means[b] - means[a]);

/** Scales above the reader's own average: three, unless the third is tied with more. @param {Scores} scores */
export function findHigh(scores) {
  const order = rankScales(scores.means);
  const middle = mean(scores.means);
  return order.filter((scale, at) => scores.means[scale] > middle && (at < 3 || areTied(scores, order[2], scale)));
}

/** The largest groups with a high scale in which every two are tied; a scale can be in two. @param {Scores} scores */
export function findTies(scores) {
  const order = rankScales(scores.means);
  const groups = [];
  let reached = 0;
  for (let first = 0; first < findHigh(scores).length; first++) {
    let last = first;
    while (last < 5 && areTied(scores, order[first], order[last + 1])) last++;
    if (last > Math.max(first, reached)) groups.push(order.slice(first, last + 1));
    reached = Math.max(reached, last);
  }
  return groups;
}

/** @param {number[]} profile @returns {number[]} its unit; all zero if it has no direction */
export function centre(profile) {
  const middle = mean(profile);
  const centred = profile.map((value) => value - middle);
  const length = Math.hypot(...centred);
  return centred.map((value) => (length > 1e-9 ? value / length : 0));
}

/** Pearson's r of two units. @param {number[]} a @param {number[]} b */
export const correlate = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] + a[4] * b[4] + a[5] * b[5];

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

/**
 * In how many draws of the scores, each within its error, is an occupation among the top 25, or the top fifth of a
 * short list? One that pulls against the reader (r <= 0) does not count, however short the list.
 *
 * @param {Scores} scores
 * @param {number[][]} units of the occupations to rank
 * @returns {{index: number, r: number, share: number, band: "strong" | "possible" | null}[]} by share, then r
 */
export function match({ means, error }, units) {
  const top = Math.min(25, Math.ceil(units.length / 5));
  const random = makeRandom(SEED);
  const hits = new Uint16Array(units.length);
  const fits = new Float64Array(units.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    const reader = centre(means.map((value) => value + error * drawNormal(random)));
    for (let i = 0; i < fits.length; i++) fits[i] = correlate(reader, units[i]);
    const limit = fits.slice().sort()[fits.length - top];
    for (let i = 0; i < fits.length; i++) if (fits[i] >= limit && fits[i] > 0) hits[i]++;
  }
  const reader = centre(means);
  return units
    .map((unit, index) => {
      const share = hits[index] / DRAWS;
      /** @type {"strong" | "possible" | null} */
      const band = share >= STRONG ? "strong" : share >= POSSIBLE ? "possible" : null;
      return { index, r: correlate(reader, unit), share, band };
    })
    .sort((a, b) => b.share - a.share || b.r - a.r);
}

/** What each scale adds to r, largest first, without the smallest. @param {number[]} reader unit @param {number[]} unit */
export function explain(reader, unit) {
  return reader
    .map((value, scale) => ({ scale, pull: value * unit[scale], liked: value > 0 }))
    .filter(({ pull }) => Math.abs(pull) >= 0.03)
    .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull));
}

/**
 * The scale whose change moves r most, by the gradient (unit - r reader) / length; not one with no room left.
 *
 * @param {number[]} means
 * @param {number[]} unit
 * @param {1 | -1} way 1 to raise r, -1 to lower it
 * @returns {{scale: number, more: boolean}} `more`: by liking it more
 */
export function findLever(means, unit, way) {
  const reader = centre(means);
  const r = correlate(reader, unit);
  const [best] = unit
    .map((value, scale) => ({ scale, slope: way * (value - r * reader[scale]) }))
    .filter(({ scale, slope }) => (slope > 0 ? means[scale] <= 4.5 : means[scale] >= 1.5))
    .sort((a, b) => Math.abs(b.slope) - Math.abs(a.slope));
  return { scale: best?.scale ?? 0, more: best?.slope > 0 };
}
