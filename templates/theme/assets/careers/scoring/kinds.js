/** The kinds of assessment and their forms. Pure; no DOM. */
import { MATCHING } from "../site/constants.js";

/** Whether it can speak for or against an occupation. @param {string} kind @returns {kind is typeof MATCHING[number]} */
export const isMatching = (kind) => MATCHING.some((one) => one === kind);

/** The items of a form. @template {{quick?: boolean}} I @param {I[]} items @param {string | null} form quick; else all */
export const pickItems = (items, form) => (form === "quick" ? items.filter(({ quick }) => quick) : items);
