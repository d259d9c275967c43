/** What part of the map is seen: zoom, pan and the limits of both. Pure; no DOM. */

/** Half the side of the whole map, in units of the picture. */
export const WHOLE = 215;
const CLOSEST = 12;
/** How much closer one step of the buttons leads. */
export const STEP = 1.6;

/** @typedef {{x: number, y: number, size: number}} View centre, and half the side of what is seen */

/** @type {View} */
export const ALL = Object.freeze({ x: 0, y: 0, size: WHOLE });

/** The view within the whole. @param {View} view @returns {View} */
function keepInside({ x, y, size }) {
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

/** How often the map has come closer by one step of its buttons. @param {View} view */
export const countSteps = ({ size }) => Math.floor(Math.log(WHOLE / size) / Math.log(STEP) + 1e-6);

/** Whether it cannot come any closer. @param {View} view */
export const isClosest = ({ size }) => size <= WHOLE / CLOSEST;

/** The view that holds all points with some room around them. @param {{x: number, y: number}[]} points */
export function enclose(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return keepInside({ x: (left + right) / 2, y: (top + bottom) / 2, size: Math.max(right - left, bottom - top) * 0.6 });
}

/** What lies within a view, and a little around it. @template {{x: number, y: number}} P @param {P[]} points @param {View} view */
export const findSeen = (points, { x, y, size }) => points.filter((one) => Math.abs(one.x - x) < 1.1 * size && Math.abs(one.y - y) < 1.1 * size);

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
