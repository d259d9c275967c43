/** Wishes about the conditions of work against those of an occupation. Pure; no DOM. */

/** The four answers by their place in the quiz. */
export const WANT = 1;
export const AVOID = 3;
export const CANNOT = 4;

/** @typedef {{key: string, terms?: string[]}} Condition present where an occupation has any of the terms, "group/term" */

/** How much of an occupation a condition is part of: of most posts, of some, of none. */
export const OFTEN = 1;
export const SOMETIMES = 0.5;

/** How far an answer is violated, 0 to 1. @param {number} answer @param {number} presence 0 to 1 */
export function violate(answer, presence) {
  if (answer === WANT) return 0.5 * (1 - presence);
  if (answer === AVOID) return 0.5 * presence;
  return answer === CANNOT ? presence : 0;
}

/**
 * @template {Condition} C
 * @param {C[]} conditions @param {Map<string, number>} answers
 * @param {{environment: Set<string>, sometimes?: Set<string>}} occupation
 * @returns {{condition: C, answer: number, presence: number, violation: number}[]} what was answered
 */
export const compare = (conditions, answers, { environment, sometimes }) =>
  conditions.flatMap((condition) => {
    const answer = answers.get(condition.key);
    if (!answer) return [];
    const found = (condition.terms ?? []).filter((term) => environment.has(term));
    const presence = !found.length ? 0 : found.every((term) => sometimes?.has(term)) ? SOMETIMES : OFTEN;
    return [{ condition, answer, presence, violation: violate(answer, presence) }];
  });

/** How far an occupation grants the wishes: 1 less the mean violation. @param {{violation: number}[]} compared */
export const agree = (compared) =>
  1 - compared.reduce((sum, { violation }) => sum + violation, 0) / Math.max(1, compared.length);
