/** The plane of people and things, data and ideas. Pure; no DOM. */
import { DATA, THINGS } from "../site/constants.js";

/** Standard deviation of either coordinate for one of a rating: both have the same sum of squared weights, 12. */
const SPREAD = Math.sqrt(12);

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

/** A reader's scores from 1 to 5 on the ratings' scale from 1 to 7. @param {number[]} scores */
export const stretch = (scores) => scores.map((score) => 1 + (score - 1) * 1.5);

/** Radius of the circle in which a reader's point lies two times in three. @param {number} error of one score, 1 to 5 */
export const blur = (error) => TWO_OF_THREE * SPREAD * error * 1.5;
