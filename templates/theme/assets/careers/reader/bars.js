/** Pictures of scores, in frames of the page. */
import { CORNERS } from "../site/constants.js";
import { fillCells } from "../site/dom.js";

/** @typedef {{label: string, value: number, text: string}} Row */
/** @typedef {[low: number, high: number]} Range */

/** @param {number} value @param {Range} range @returns {number} share of the way from low to high */
const scale = (value, [low, high]) => Math.min(1, Math.max(0, (value - low) / (high - low)));

/**
 * A table row for each score; whiskers of one `error`.
 *
 * @param {Row[]} rows @param {number} error @param {DocumentFragment} frame @param {Range} [range]
 */
export function drawBars(rows, error, frame, range = [1, 5]) {
  return rows.map(({ label, value, text }) => {
    const row = /** @type {DocumentFragment} */ (frame.cloneNode(true));
    const [from, width, to] = [value - error, value, value + error].map((x) => 100 * scale(x, range));
    fillCells(row, [label], "th");
    fillCells(row, [text], "td:last-child");
    row.querySelector("rect")?.setAttribute("width", String(width));
    for (const path of row.querySelectorAll("[data-whisker]")) {
      if (error) path.setAttribute("d", `M${from} 8V16M${to} 8V16M${from} 12H${to}`);
    }
    return row;
  });
}

/** Where the lowest answers lie apart from the middle: a shape without any width would be a few lines. @type {Range} */
export const SHOWN = [0, 5];

/** Corners of the shape on six axes of length 100. @param {number[]} values @param {Range} [range] */
export const drawShape = (values, range = [1, 5]) =>
  values.map((value, axis) => CORNERS[axis].map((x) => (100 * scale(value, range) * x).toFixed(1))).join(" ");
