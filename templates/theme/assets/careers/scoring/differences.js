/** Two results of the same assessment, taken at different times. Pure; no DOM. */

/** Two-sided 95 % point of the normal distribution. */
const SURE = 1.96;

/**
 * The change of each score, and whether it is more than noise: beyond 1.96 standard errors of a difference,
 * sqrt(error_a^2 + error_b^2), as for the reliable change of Jacobson and Truax (1991).
 *
 * @param {{scores: number[], error: number}} earlier @param {{scores: number[], error: number}} later
 * @returns {{from: number, to: number, change: number, sure: boolean}[]}
 */
export function findDifferences(earlier, later) {
  const limit = SURE * Math.hypot(earlier.error, later.error);
  return later.scores.map((to, at) => {
    const from = earlier.scores[at];
    const change = to - from;
    return { from, to, change, sure: change !== 0 && Math.abs(change) >= limit };
  });
}
