/** How the scores of several people spread. Pure; no DOM. */
import { areTied, rank } from "../../scoring/scales.js";
import { SOLID } from "../../scoring/skills.js";
import { deviation, mean } from "../../scoring/statistics.js";

/** The strip on which dots stand, in units of the picture. */
export const WIDTH = 200;
export const RADIUS = 4;
const STEP = 8.5;
/** More dots than this on one place overlap. */
const LEVELS = 8;

/**
 * @typedef {import("../../scoring/assessments.js").Assessed} Assessed
 * @typedef {object} Row one scale, or one condition
 * @property {number[]} values one for each person
 * @property {number} mean
 * @property {number} deviation of this whole group: it is no sample of another
 * @property {number} lowest
 * @property {number} highest
 * @property {number} count skills: people at solid or above; interests: who have it highest, ties included
 * @property {number[]} answers how many gave each answer, from the first; for other scores of no use
 * @typedef {{total: number, flat: number, rows: Row[]}} Spread
 */

/** @param {Assessed[]} results of the same quiz, one at least @returns {Spread} */
export function spread(results) {
  const [{ quiz, scores }] = results;
  const tops = results.filter(({ flat }) => !flat).map(findTop);
  const rows = scores.map((_, at) => {
    const values = results.map((one) => one.scores[at]);
    const count = quiz.kind === "skills" ? values.filter((value) => value >= SOLID).length : tops.filter((top) => top.includes(at)).length;
    const answers = Array.from({ length: quiz.steps }, (_, step) => values.filter((value) => value === step + 1).length);
    return { values, mean: mean(values), deviation: deviation(values), lowest: Math.min(...values), highest: Math.max(...values), count, answers };
  });
  return { total: results.length, flat: results.length - tops.length, rows };
}

/** The highest scale and those that are tied with it. @param {Pick<Assessed, "scores" | "error">} assessed @returns {number[]} */
const findTop = (assessed) => rank(assessed.scores).filter((at, _, [best]) => areTied(assessed, best, at));

/** Rows with the smallest and with the largest deviation, as it is shown: to one decimal. @param {Row[]} rows */
export function findExtremes(rows) {
  const shown = rows.map((row) => Math.round(row.deviation * 10) / 10);
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  /** @param {number} value */
  const at = (value) => shown.flatMap((one, place) => (one === value ? place : []));
  return low < high ? { low, alike: at(low), high, apart: at(high) } : null;
}

/**
 * Where the dots stand: on their value, and above one another where they would overlap. The same values always give the
 * same picture.
 *
 * @param {number[]} values @param {[low: number, high: number]} range
 * @returns {{x: number, y: number}[]} x from 0 to WIDTH, y from 0 upwards
 */
export function stack(values, [low, high]) {
  /** The last dot of each level. @type {number[]} */
  const last = [];
  const dots = [...values].sort((a, b) => a - b).map((value) => {
    const x = (WIDTH * (value - low)) / (high - low);
    const free = last.findIndex((other) => x - other >= STEP);
    const level = free < 0 ? last.length : free;
    last[level] = x;
    return { x, level };
  });
  const step = STEP * Math.min(1, (LEVELS - 1) / Math.max(1, last.length - 1));
  return dots.map(({ x, level }) => ({ x, y: level * step }));
}
