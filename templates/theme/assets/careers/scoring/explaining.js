/** Why two patterns are alike. Pure; no DOM. */

/** What each scale adds to r, largest first, without the smallest. @param {number[]} reader unit @param {number[]} unit */
export function explain(reader, unit) {
  return reader
    .map((value, scale) => ({ scale, pull: value * unit[scale], liked: value > 0 }))
    .filter(({ pull }) => Math.abs(pull) >= 0.03)
    .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull));
}
