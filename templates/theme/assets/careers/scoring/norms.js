/**
 * Interests beside those of people, and of work. Pure; no DOM.
 *
 * People like some things more than others, whatever their work, and work asks for some things more than for others:
 * raw scores and raw ratings, compared as they are, find what most people like and most work has. So an occupation's
 * ratings are first turned into the answers that are to be expected of the people in it, and the reader's answers are
 * held against these.
 *
 * Nobody knows yet how people answer these very items. So answers are expected twice: as if people spread over the six
 * interests as work does, and as if they did as in a sample that answered other items. How far each counts is the
 * `weight` of the norms.
 */
import { finish } from "../site/slices.js";
import { centre, factorize, mean, solve } from "./statistics.js";

/**
 * @typedef {import("../data/types.d.ts").Norms} Norms `work`: of all occupations, 1 to 7; `people`: of a sample, 1 to 5
 * @typedef {import("../data/types.d.ts").Norm} Norm mean, standard deviation and correlations of each scale
 */

/** How far the interests of people follow those of their work: r, over people. Our own estimate; see the technical page. */
export const LIKENESS = 0.6;

/** How far people differ in how much they like everything, in steps of the answers; so far that it hardly counts. */
export const ELEVATION = 1;

/** Variance of a score for reasons of its own: the error of measurement, and then some. Our own estimate. */
export const STRAY = 0.3;

/** From ratings of 1 to 7 to answers of 1 to 5. */
const STEP = 4 / 6;

/** @param {number} weight of the second @param {number[]} first @param {number[]} second */
const mix = (weight, first, second) => first.map((value, at) => (1 - weight) * value + weight * second[at]);

/** How work spreads, on the scale of the answers. @param {Norms} norms @returns {Norm} */
const stretch = ({ work }) => ({
  ...work,
  mean: work.mean.map((value) => 1 + (value - 1) * STEP),
  deviation: work.deviation.map((value) => value * STEP),
});

/** How people are taken to answer, all in all. @param {Norms} norms @returns {Pick<Norm, "mean" | "deviation">} */
export function expectPeople(norms) {
  const work = stretch(norms);
  const { weight, people } = norms;
  return { mean: mix(weight, work.mean, people.mean), deviation: mix(weight, work.deviation, people.deviation) };
}

/** Standard deviations from the mean. @param {number[]} values @param {Pick<Norm, "mean" | "deviation">} norm */
export const standardize = (values, norm) => values.map((value, at) => (value - norm.mean[at]) / norm.deviation[at]);

/** The shape of a reader's scores: beside other people's, where there are norms. @param {number[]} scores @param {Norms} [norms] @returns {number[]} unit */
export const shapeReader = (scores, norms) => centre(norms ? standardize(scores, expectPeople(norms)) : scores);

/** The shape of an occupation's ratings: beside other work, where there are norms. @param {number[]} ratings @param {Norms} [norms] @returns {number[]} unit */
export const shapeWork = (ratings, norms) => centre(norms ? standardize(ratings, norms.work) : ratings);

/**
 * A reader's scores on the scale of the ratings: as far above or below other work as they are above or below other
 * people. Without norms, 1 to 5 stretched over 1 to 7.
 *
 * @param {number[]} scores @param {Norms} [norms]
 */
export function place(scores, norms) {
  if (!norms) return scores.map((score) => 1 + (score - 1) / STEP);
  return standardize(scores, expectPeople(norms)).map((value, at) => norms.work.mean[at] + norms.work.deviation[at] * value);
}

/** Nearer to the middle than this, in standard deviations, is neither much nor little. */
const MIDDLE = 0.5;

/** What stands in for standard deviations where there are no norms: beyond `MIDDLE` lie the outer thirds of a scale. @param {number[]} values @param {[low: number, high: number]} range */
const spreadOver = (values, [low, high]) => values.map((value) => 3 * ((value - low) / (high - low) - 0.5));

/** How far a reader's scores stand above other people's, and above the reader's own. @param {number[]} scores @param {Norms} [norms] @param {[low: number, high: number]} [range] of the scores */
export function besidePeople(scores, norms, range = [1, 5]) {
  if (!norms) return spreadOver(scores, range);
  const beside = standardize(scores, expectPeople(norms));
  const own = mean(beside);
  return beside.map((value) => value - own);
}

/** How far an occupation's ratings stand above those of other work. @param {number[]} ratings @param {Norms} [norms] */
export const besideWork = (ratings, norms) =>
  norms ? standardize(ratings, norms.work) : spreadOver(ratings, [1, 7]);

/** What that is called, on every page. @param {number} beside @returns {"low" | "middle" | "high"} */
export const nameLevel = (beside) => (beside < -MIDDLE ? "low" : beside > MIDDLE ? "high" : "middle");

/** The error of each rating that `place` makes of scores. @param {number[]} scores @param {number} error of each @param {Norms} [norms] */
export function placeErrors(scores, error, norms) {
  if (!norms) return scores.map(() => error / STEP);
  return expectPeople(norms).deviation.map((deviation, at) => (error * norms.work.deviation[at]) / deviation);
}

/**
 * What people of each occupation are to be expected to answer, in one of the two ways, made such that distances are
 * those of Mahalanobis (1936): what goes together in people counts once, and what spreads counts little.
 *
 * @typedef {object} Way
 * @property {number[][]} factor lower triangle L of the covariance L L' of people in one occupation
 * @property {Float64Array} answers solved by it, one occupation after the other; zeros without ratings
 *
 * @typedef {object} Expected
 * @property {[Way, Way]} ways as work spreads, and as the sample does
 * @property {Uint8Array} known whether an occupation has ratings
 * @property {number} weight of the second
 */

/** How the answers of people in one occupation vary. @param {Norm} norm @returns {number[][]} */
const vary = ({ deviation, correlations }) =>
  correlations.map((row, i) =>
    row.map((r, j) => (1 - LIKENESS ** 2) * deviation[i] * deviation[j] * r + ELEVATION ** 2 + (i === j ? STRAY : 0)),
  );

/** @param {(number[] | null)[]} ratings 1 to 7 @param {Norms} norms @returns {Expected} */
export const expectAnswers = (ratings, norms) => finish(expectEach(ratings, norms));

/** As `expectAnswers`; yields after each occupation. @param {(number[] | null)[]} ratings @param {Norms} norms @returns {Generator<void, Expected>} */
export function* expectEach(ratings, norms) {
  const width = norms.work.mean.length;
  /** @param {Norm} norm @returns {Generator<void, Way>} */
  function* expect(norm) {
    const { mean, deviation } = norm;
    const factor = factorize(vary(norm));
    const answers = new Float64Array(ratings.length * width);
    for (const [at, own] of ratings.entries()) {
      if (own) answers.set(solve(factor, standardize(own, norms.work).map((value, i) => mean[i] + deviation[i] * LIKENESS * value)), at * width);
      yield;
    }
    return { factor, answers };
  }
  const known = Uint8Array.from(ratings, (own) => (own ? 1 : 0));
  return { ways: [yield* expect(stretch(norms)), yield* expect(norms.people)], known, weight: norms.weight };
}

/** @param {number[]} reader @param {Float64Array} answers @param {number} from */
function measure(reader, answers, from) {
  let sum = 0;
  for (let i = 0; i < reader.length; i++) sum += (reader[i] - answers[from + i]) ** 2;
  return sum;
}

/**
 * How well each occupation fits: 1 if the answers are just as expected, 0 if they are no nearer than to the occupations
 * on average. For a single way and patterns of length 1 that is Pearson's r.
 *
 * The distance goes by the nearer of the two ways, and by both where both are near: -2 log of the weighted mean of
 * exp(-d²/2).
 *
 * @param {number[]} scores @param {Expected} expected
 * @returns {Float64Array} -1 to 1; 0 without ratings
 */
export function compareAnswers(scores, { ways, known, weight }) {
  const [first, second] = ways.map(({ factor }) => solve(factor, scores));
  const width = scores.length;
  const fits = new Float64Array(known.length);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < known.length; at++) {
    if (!known[at]) continue;
    const a = measure(first, ways[0].answers, at * width);
    const b = measure(second, ways[1].answers, at * width);
    // One that does not count must not be the nearer.
    const nearer = Math.min(weight < 1 ? a : Infinity, weight > 0 ? b : Infinity);
    fits[at] = nearer - 2 * Math.log((1 - weight) * Math.exp((nearer - a) / 2) + weight * Math.exp((nearer - b) / 2));
    sum += fits[at];
    count++;
  }
  const average = sum / count;
  for (let at = 0; at < known.length; at++) if (known[at]) fits[at] = average > 1e-9 ? Math.max(-1, 1 - fits[at] / average) : 0;
  return fits;
}
