/** Which of the reader's results the list of occupations rests on. No DOM. */
import { MATCHING } from "../site/constants.js";
import { isCorrelated } from "../scoring/kinds.js";
import { LIMITS } from "../scoring/matching.js";
import { makeUnits } from "../scoring/parts.js";

/**
 * @typedef {import("../data/collection.js").Occupation} Occupation
 * @typedef {import("./reader.js").Reader} Reader
 */

/**
 * What can be matched: taken, with a direction, and with a weight. Not the environment alone, which only speaks against.
 *
 * @param {Reader} reader @param {Record<string, number>} weights @param {Occupation[]} occupations
 * @returns {import("../scoring/changes.js").Source[]}
 */
export function findSources(reader, weights, occupations) {
  const sources = MATCHING.flatMap((kind) => {
    const assessed = reader.get(kind);
    return !assessed || assessed.flat || !(weights[kind] > 0) ? [] : [{ assessed, weight: weights[kind], units: makeUnits(assessed.quiz, occupations) }];
  });
  return sources.some(({ assessed }) => isCorrelated(assessed.quiz.kind)) ? sources : [];
}

/**
 * What share of the draws makes a band: as measured for interests in this form, with all levels or some of them, if they
 * have a part in the list.
 *
 * @param {import("../scoring/changes.js").Source[]} sources @param {boolean} isAll whether no level is left out
 */
export function findLimits(sources, isAll) {
  const interests = sources.find(({ assessed }) => assessed.quiz.limits)?.assessed;
  const limits = interests?.quiz.limits?.[interests.form === "quick" ? "quick" : "full"];
  return limits?.[isAll ? "all" : "level"] ?? LIMITS;
}
