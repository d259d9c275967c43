/** The plane of people and things, data and ideas. Pure; no DOM. */
import { DATA, THINGS } from "../site/constants.js";

/** Within this many standard deviations in a plane lie two points of three: 1 - exp(-r²/2) = 0.683. */
const TWO_OF_THREE = Math.sqrt(-2 * Math.log(1 - 0.683));

/** @param {readonly number[]} weights @param {number[]} ratings */
const weigh = (weights, ratings) => weights.reduce((sum, weight, at) => sum + weight * ratings[at], 0);

/**
 * Where six ratings lie. Positive is towards things, and towards data.
 *
 * Prediger (1982), Dimensions underlying Holland's hexagon, Journal of Vocational Behavior 21, 259-287.
 *
 * @param {number[]} ratings realistic, investigative, artistic, social, enterprising, conventional
 * @returns {{things: number, data: number}}
 */
export const locate = (ratings) => ({ things: weigh(THINGS, ratings), data: weigh(DATA, ratings) });

/** Radius of the circle in which a point lies two times in three. @param {number[]} errors of the ratings; of both coordinates the mean variance counts */
export function blur(errors) {
  const squared = errors.map((error) => error ** 2);
  const vary = (/** @type {readonly number[]} */ weights) => weigh(weights.map((weight) => weight ** 2), squared);
  return TWO_OF_THREE * Math.sqrt((vary(THINGS) + vary(DATA)) / 2);
}
