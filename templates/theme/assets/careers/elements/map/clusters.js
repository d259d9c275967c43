/** Points of the map that would cover one another, gathered into one; generator/relations/clusters.py does the same. Pure; no DOM. */

/**
 * @typedef {{x: number, y: number, slug: string, title: string, field: string, href: string}} Point an occupation
 * @typedef {{x: number, y: number, points: Point[]}} Cluster it stands where the first of its points does
 */

/** More than there are rows, however close the map is. */
const WIDE = 2 ** 24;

/**
 * Each point joins the nearest one before it that lies within reach, or begins a cluster of its own.
 *
 * @param {Point[]} points @param {number} reach in units of the picture @returns {Cluster[]}
 */
export function gather(points, reach) {
  /** @type {Cluster[]} */
  const found = [];
  /** Places in `found`, by columns and rows as wide as the reach, both as one number. @type {Map<number, Cluster[]>} */
  const cells = new Map();
  for (const point of points) {
    const [column, row] = [Math.floor(point.x / reach), Math.floor(point.y / reach)];
    let best = null;
    let least = reach * reach;
    for (const across of [column - 1, column, column + 1]) {
      for (const down of [row - 1, row, row + 1]) {
        for (const other of cells.get(across * WIDE + down) ?? []) {
          const far = (other.x - point.x) ** 2 + (other.y - point.y) ** 2;
          // Of two that are equally near, the one that came first, in whichever column it stands.
          if (far < least || (far === least && best && found.indexOf(other) < found.indexOf(best))) [best, least] = [other, far];
        }
      }
    }
    if (best) {
      best.points.push(point);
      continue;
    }
    const cluster = { x: point.x, y: point.y, points: [point] };
    found.push(cluster);
    const cell = column * WIDE + row;
    const there = cells.get(cell);
    if (there) there.push(cluster);
    else cells.set(cell, [cluster]);
  }
  return found;
}
