/** Which point of the map an arrow key leads to. Pure; no DOM. */

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
