/** How far the reader has come in each of the six methods, and which one to turn to. Pure; no DOM. */
import { RIM } from "../../../site/constants.js";

/**
 * @typedef {object} Count
 * @property {number} done experiments, and assessments that were taken
 * @property {number} sheets worksheets begun
 * @property {number} planned experiments still to do
 */

/** Whether anything was written into a worksheet. @param {import("../../../kept/sheets.js").Entry[]} entries */
export const isBegun = (entries) => entries.some(({ values }) => Object.keys(values).length > 0);

/**
 * @param {{[key: string]: {quizzes?: string[]}}} methods @param {import("../../../kept/items.js").Item[]} items @param {import("../../../kept/sheets.js").Sheet[]} sheets
 * @param {(key: string) => import("../../../kept/sheets.js").Entry[]} load @param {Set<unknown>} taken keys of assessments
 * @returns {Map<string, Count>} in the order of the methods; what belongs to none of them is left out
 */
export function countMethods(methods, items, sheets, load, taken) {
  /** @type {Map<string, Count>} */
  const counts = new Map(
    Object.entries(methods).map(([method, { quizzes = [] }]) => [method, { done: quizzes.filter((key) => taken.has(key)).length, sheets: 0, planned: 0 }]),
  );
  for (const { kind, method = "", done } of items) {
    const count = kind === "experiment" && counts.get(method);
    if (count) count[done ? "done" : "planned"]++;
  }
  for (const { key, method } of sheets) {
    const count = counts.get(method);
    if (count && isBegun(load(key))) count.sheets++;
  }
  return counts;
}

/** @param {Count} count */
export const addUp = ({ done, sheets, planned }) => done + sheets + planned;

/**
 * The method in which least has happened; among several, the one in which the reader stands lowest.
 *
 * @param {Map<string, Count>} counts @param {Map<string, number> | null} standing scores of the six, if they were taken
 * @returns {{method: string, why: "empty" | "empty_lowest" | "fewest" | "fewest_lowest"}}
 */
export function suggest(counts, standing) {
  const totals = new Map([...counts].map(([method, count]) => [method, addUp(count)]));
  const least = Math.min(...totals.values());
  const [first, ...others] = [...totals].filter(([, total]) => total === least).map(([method]) => method);
  const why = least ? "fewest" : "empty";
  const scores = [first, ...others].map((method) => standing?.get(method) ?? Infinity);
  const lowest = Math.min(...scores);
  // Where all that are left stand equal, the score has not decided.
  if (lowest === Math.max(...scores)) return { method: first, why };
  return { method: [first, ...others][scores.indexOf(lowest)], why: `${why}_lowest` };
}

/**
 * A band of one of the hexagon's six sectors, the first upwards, as the path of an SVG.
 *
 * @param {number} sector @param {number} from @param {number} to distances of its two edges from the middle
 */
export function drawBand(sector, from, to) {
  const [left, right] = [RIM[sector], RIM[(sector + 1) % RIM.length]];
  const corner = (/** @type {readonly number[]} */ end, /** @type {number} */ reach) => end.map((x) => (reach * x).toFixed(1)).join();
  return to > from ? `M${corner(left, from)} ${corner(left, to)} ${corner(right, to)} ${corner(right, from)}Z` : "";
}
