/** Self-ratings of skills on four anchored steps, one answer each. Pure; no DOM. */

/** One answer says the nearest step and no more. */
export const HALF_A_STEP = 0.5;

/** From this step on a skill counts as there; below it, it is "to learn". */
export const SOLID = 3;

/** @param {number[]} ratings 1 to 4 @returns {"straight" | null} "straight" when all are equal and nothing stands out */
export const findEqual = (ratings) => (ratings.every((rating) => rating === ratings[0]) ? "straight" : null);

/** @param {Pick<import("./assessments.js").Assessed, "quiz" | "scores">} assessed @returns {Map<string, number>} skill -> step */
export const readSteps = ({ quiz, scores }) => new Map(quiz.scales.map((scale, at) => [scale, scores[at]]));

/**
 * What an occupation asks for, by what the reader said.
 *
 * @param {Map<string, number>} ratings skill -> step
 * @param {string[]} asked skills
 * @returns {{there: string[], learn: string[], unrated: string[]}} the strongest, and the largest gap, first
 */
export function splitSkills(ratings, asked) {
  const rated = asked.filter((skill) => ratings.has(skill));
  const step = (/** @type {string} */ skill) => ratings.get(skill) ?? 0;
  return {
    there: rated.filter((skill) => step(skill) >= SOLID).sort((a, b) => step(b) - step(a)),
    learn: rated.filter((skill) => step(skill) < SOLID).sort((a, b) => step(a) - step(b)),
    unrated: asked.filter((skill) => !ratings.has(skill)),
  };
}
