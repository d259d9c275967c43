/** The kinds of assessment and their forms. Pure; no DOM. */
import { AVERAGED, CORRELATED, MATCHING } from "../site/constants.js";

/** Whether it can speak for or against an occupation. @param {string} kind @returns {kind is typeof MATCHING[number]} */
export const isMatching = (kind) => MATCHING.some((one) => one === kind);

/** Whether its scores are compared by their shape, so that equal ones say nothing. @param {string} kind @returns {kind is typeof CORRELATED[number]} */
export const isCorrelated = (kind) => CORRELATED.some((one) => one === kind);

/** Whether its scales are means of several items. @param {string} kind */
export const isAveraged = (kind) => AVERAGED.some((one) => one === kind);

/** Where scales are means, of each so many of the items have to have an answer: a question that has changed takes its own along. */
const ENOUGH = 0.8;

/**
 * Whether answers make a result: all that a form asks, or most of each scale.
 *
 * @param {string} kind @param {{key: string, scale?: string}[]} items of the form @param {Map<string, number>} answers
 */
export const isEnough = (kind, items, answers) =>
  items.length > 0 &&
  items.every(({ key, scale }) => {
    if (answers.has(key)) return true;
    const own = items.filter((item) => item.scale === scale);
    return own.filter(({ key }) => answers.has(key)).length >= own.length * (isAveraged(kind) ? ENOUGH : 1);
  });

/** The items of a form. @template {{quick?: boolean}} I @param {I[]} items @param {string | null} form quick; else all */
export const pickItems = (items, form) => (form === "quick" ? items.filter(({ quick }) => quick) : items);
