/** What a few answers say, carefully: one to each interest. No DOM. */
import { fill, list } from "../../language/words.js";

/**
 * @import {Texts} from "../../data/types.d.ts"
 * @typedef {import("../../data/collection.js").Quiz} Quiz
 * @typedef {import("../../scoring/assessments.js").Item} Item @typedef {import("../../scoring/assessments.js").Answers} Answers
 */

/** From this answer on somebody likes it. */
const LIKED = 4;

/** More than so many interests are no direction. */
const MOST = 3;

/** Steps between the lowest and the highest answer, below which nothing stands out. */
const APART = 2;

/** The answers in the order of the scales; what has none lies in the middle. @param {Quiz} quiz @param {Item[]} items @param {Answers} answers */
export const scoreFew = ({ scales }, items, answers) =>
  scales.map((scale) => answers.get(items.find((item) => item.scale === scale)?.key ?? "") ?? 3);

/** Whether the answers lie apart far enough to look for jobs. @param {number[]} scores */
export const standOut = (scores) => Math.max(...scores) - Math.min(...scores) >= APART && Math.max(...scores) >= LIKED;

/** @param {number[]} scores @param {string[]} names of the interests in everyday words @param {Texts["script"]["first"]} text */
export function tellFew(scores, names, text) {
  const best = Math.max(...scores);
  if (scores.every((score) => score === best)) return text.same;
  if (best < LIKED) return text.none;
  // What is loved goes before what is liked.
  const liked = names.filter((_, at) => scores[at] === best);
  return liked.length > MOST ? text.many : fill(text.leaning, { names: list(liked.map((name) => name[0].toLowerCase() + name.slice(1))) });
}
