/** The kinds of assessment and their forms. Pure; no DOM. */

/** The assessments that can speak for or against an occupation. */
export const MATCHING = /** @type {const} */ (["interests", "skills", "values", "environment"]);

/** The items of a form. @template {{quick?: boolean}} I @param {I[]} items @param {string | null} form quick; else all */
export const pickItems = (items, form) => (form === "quick" ? items.filter(({ quick }) => quick) : items);
