/** What part of the map is seen: zoom, pan and the limits of both. Pure; no DOM. */

/** Half the side of the whole map, in units of the picture. */
export const WHOLE = 215;
const CLOSEST = 12;

/** @typedef {{x: number, y: number, size: number}} View centre, and half the side of what is seen */

/** @type {View} */
export const ALL = Object.freeze({ x: 0, y: 0, size: WHOLE });

/** The view within the whole. @param {View} view @returns {View} */
export function keepInside({ x, y, size }) {
  const half = Math.min(WHOLE, Math.max(WHOLE / CLOSEST, size));
  const reach = WHOLE - half;
  const keep = (/** @type {number} */ value) => Math.min(reach, Math.max(-reach, value));
  return { x: keep(x), y: keep(y), size: half };
}

/** Closer or further while the point (x, y) stays where it is seen. @param {View} view @param {number} factor above 1 is closer @param {number} [x] @param {number} [y] */
export function zoom(view, factor, x = view.x, y = view.y) {
  const size = Math.min(WHOLE, Math.max(WHOLE / CLOSEST, view.size / factor));
  const share = size / view.size;
  return keepInside({ x: x + (view.x - x) * share, y: y + (view.y - y) * share, size });
}

/** @param {View} view @param {number} dx @param {number} dy in units of the picture */
export const pan = (view, dx, dy) => keepInside({ ...view, x: view.x + dx, y: view.y + dy });

/** Moved only as far as it takes to see a point with some room around it. @param {View} view @param {number} x @param {number} y */
export function reveal(view, x, y) {
  const room = view.size * 0.85;
  const move = (/** @type {number} */ at, /** @type {number} */ centre) => (Math.abs(at - centre) > room ? at - Math.sign(at - centre) * room : centre);
  return keepInside({ ...view, x: move(x, view.x), y: move(y, view.y) });
}

/** Widths of a letter and heights of a line, as shares of the size of the type: roughly, for names must not touch. */
const LETTER = 0.58;
const LINE = 1.25;

/**
 * Which names can stand beside their points without covering one another or another point; the first come first.
 *
 * @template {{x: number, y: number, title: string}} P
 * @param {P[]} points those to be named, most important first @param {P[]} all that are seen @param {View} view @param {number} type size of the type
 * @returns {{point: P, x: number, y: number, anchor: "start" | "end"}[]}
 */
export function placeNames(points, all, { x: centre, size }, type) {
  /** @type {number[][]} left, top, right, bottom */
  const taken = [];
  const away = type * 0.75;
  const placed = [];
  for (const point of points) {
    const width = point.title.length * type * LETTER;
    /** @type {("start" | "end")[]} */
    const sides = point.x + away + width > centre + size ? ["end"] : ["start", "end"];
    for (const anchor of sides) {
      const left = anchor === "start" ? point.x + away : point.x - away - width;
      const box = [left, point.y - (type * LINE) / 2, left + width, point.y + (type * LINE) / 2];
      const isFree = (/** @type {number[]} */ other) => box[2] < other[0] || other[2] < box[0] || box[3] < other[1] || other[3] < box[1];
      const covers = all.some((other) => other !== point && other.x > box[0] && other.x < box[2] && other.y > box[1] && other.y < box[3]);
      if (left < centre - size || covers || !taken.every(isFree)) continue;
      taken.push(box);
      placed.push({ point, x: anchor === "start" ? point.x + away : point.x - away, y: point.y + type * 0.35, anchor });
      break;
    }
  }
  return placed;
}

/** @param {View} view */
export const toViewBox = ({ x, y, size }) => `${x - size} ${y - size} ${2 * size} ${2 * size}`;
