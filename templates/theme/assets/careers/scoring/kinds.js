/** The kinds of assessment and their forms. Pure; no DOM. */
import { AVERAGED, CORRELATED, MATCHING } from "../site/constants.js";

/** Whether it can speak for or against an occupation. @param {string} kind @returns {kind is typeof MATCHING[number]} */
export const isMatching = (kind) => MATCHING.some((one) => one === kind);

/** Whether its scores are compared by their shape, so that equal ones say nothing. @param {string} kind @returns {kind is typeof CORRELATED[number]} */
export const isCorrelated = (kind) => CORRELATED.some((one) => one === kind);

/** Whether its scales are means of several items. @param {string} kind */
export const isAveraged = (kind) => AVERAGED.some((one) => one === kind);

/** The items of a form. @template {{quick?: boolean}} I @param {I[]} items @param {string | null} form quick; else all */
export const pickItems = (items, form) => (form === "quick" ? items.filter(({ quick }) => quick) : items);
