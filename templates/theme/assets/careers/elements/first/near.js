/** Where answers lie among all jobs, on the map of work that the hexagon of interests has within it. No DOM. */
import { place } from "../../scoring/norms.js";
import { CORNERS } from "../../site/constants.js";

/** So many dots are near, and no more than a part of them. */
const MOST = 12;
const PART = 8;
/** Single answers lie far out: no further than the corners of the hexagon. */
const RIM = 100;
const MIDDLE = 3;
/** Of the cross, each way. */
const ARM = 8;

/**
 * @param {(number | null)[]} scores null where nothing was answered: then what most work asks for
 * @param {import("../../scoring/norms.js").Norms | undefined} norms @param {string} dots as the picture has them
 * @param {number} unit of the picture by which one more of a rating pulls to its corner: the plane of the map, as it lies here
 * @returns {{own: string, near: string}} a cross, and the dots nearest to it, as the picture has them
 */
export function placeNear(scores, norms, dots, unit) {
  const answered = place(scores.map((score) => score ?? MIDDLE), norms);
  const ratings = answered.map((rating, at) => (scores[at] === null && norms ? norms.work.mean[at] : rating));
  const pulled = [0, 1].map((axis) => unit * CORNERS.reduce((sum, corner, at) => sum + corner[axis] * ratings[at], 0));
  const [x, y] = pulled.map((along) => Math.round(along * Math.min(1, RIM / Math.hypot(...pulled) || 1)));
  const all = (dots.match(/-?\d+ -?\d+/g) ?? []).map((dot) => {
    const [across, down] = dot.split(" ").map(Number);
    return { dot, away: Math.hypot(across - x, down - y) };
  });
  const near = all.sort((one, other) => one.away - other.away).slice(0, Math.min(MOST, Math.ceil(all.length / PART)));
  return { own: `M${x - ARM} ${y}h${2 * ARM}M${x} ${y - ARM}v${2 * ARM}`, near: near.map(({ dot }) => `M${dot}h0`).join("") };
}
