/** The plane of people and things, data and ideas. Pure; no DOM. */

/** Standard deviation of either coordinate for one of a rating: both have the same sum of squared weights, 12. */
const SPREAD = Math.sqrt(12);

/** Within this many standard deviations in a plane lie two points of three: 1 - exp(-r²/2) = 0.683. */
const TWO_OF_THREE = Math.sqrt(-2 * Math.log(1 - 0.683));

/**
 * Where six ratings lie. Positive is towards things, and towards data.
 *
 * Prediger (1982), Dimensions underlying Holland's hexagon, Journal of Vocational Behavior 21, 259-287.
 *
 * @param {number[]} ratings realistic, investigative, artistic, social, enterprising, conventional
 * @returns {{things: number, data: number}}
 */
export const locate = ([r, i, a, s, e, c]) => ({ things: 2 * r + i - a - 2 * s - e + c, data: 1.73 * (e + c - i - a) });

/** A reader's scores from 1 to 5 on the ratings' scale from 1 to 7. @param {number[]} scores */
export const stretch = (scores) => scores.map((score) => 1 + (score - 1) * 1.5);

/** Radius of the circle in which a reader's point lies two times in three. @param {number} error of one score, 1 to 5 */
export const blur = (error) => TWO_OF_THREE * SPREAD * error * 1.5;

/**
 * The next point from `from` in a direction, favouring straight ahead over sideways.
 *
 * @template {{x: number, y: number}} P
 * @param {P[]} points @param {P} from @param {[number, number]} direction of length 1
 * @returns {P} `from` itself where nothing lies that way
 */
export function step(points, from, [dx, dy]) {
  let best = from;
  let least = Infinity;
  for (const point of points) {
    const [x, y] = [point.x - from.x, point.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    // Within 60 degrees of the direction; what lies at the very same place is reached by going on in order.
    if (ahead <= 0 || aside > ahead * 1.75) continue;
    const cost = Math.hypot(x, y) + aside;
    if (cost < least) [best, least] = [point, cost];
  }
  return best;
}
