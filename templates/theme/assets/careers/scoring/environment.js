/** Wishes about the conditions of work against those of an occupation. Pure; no DOM. */

/** The four answers by their place in the quiz. */
export const WANT = 1;
export const AVOID = 3;
export const CANNOT = 4;

/** @typedef {{key: string, terms?: string[]}} Condition present where an occupation has any of the terms, "group/term" */

/** How far an answer is violated, 0 to 1. @param {number} answer @param {boolean} present */
export function violate(answer, present) {
  if (answer === WANT) return present ? 0 : 0.5;
  if (answer === AVOID) return present ? 0.5 : 0;
  return answer === CANNOT && present ? 1 : 0;
}

/**
 * @template {Condition} C
 * @param {C[]} conditions @param {Map<string, number>} answers @param {Set<string>} terms of an occupation
 * @returns {{condition: C, answer: number, present: boolean, violation: number}[]} what was answered
 */
export const compare = (conditions, answers, terms) =>
  conditions.flatMap((condition) => {
    const answer = answers.get(condition.key);
    if (!answer) return [];
    const present = (condition.terms ?? []).some((term) => terms.has(term));
    return [{ condition, answer, present, violation: violate(answer, present) }];
  });

/** How far an occupation grants the wishes: 1 less the mean violation. @param {{violation: number}[]} compared */
export const agree = (compared) =>
  1 - compared.reduce((sum, { violation }) => sum + violation, 0) / Math.max(1, compared.length);
