/** Where answers lie among all jobs, on the map of work that the hexagon of interests has within it. No DOM. */
import { expectPeople, place } from "../../scoring/norms.js";
import { locate } from "../../scoring/plane.js";

/** So many dots are near, and no more than a part of them. */
const MOST = 12;
const PART = 8;
/** Single answers lie far out: no further than the corners of the hexagon. */
const RIM = 100;
/** Of the cross, each way. */
const ARM = 8;

/**
 * @param {(number | null)[]} scores null where nothing was answered: then as most people would
 * @param {import("../../scoring/norms.js").Norms | undefined} norms @param {string} dots as the picture has them
 * @param {number} unit of the picture for one of the plane
 * @returns {{own: string, near: string}} a cross, and the dots nearest to it, as the picture has them
 */
export function placeNear(scores, norms, dots, unit) {
  const usual = norms ? expectPeople(norms).mean : scores.map(() => 3);
  const { things, data } = locate(place(scores.map((score, at) => score ?? usual[at]), norms));
  const far = unit * Math.hypot(things, data);
  const [x, y] = [-data, -things].map((along) => Math.round(along * unit * Math.min(1, RIM / far || 1)));
  const all = (dots.match(/-?\d+ -?\d+/g) ?? []).map((dot) => {
    const [across, down] = dot.split(" ").map(Number);
    return { dot, away: Math.hypot(across - x, down - y) };
  });
  const near = all.sort((one, other) => one.away - other.away).slice(0, Math.min(MOST, Math.ceil(all.length / PART)));
  return { own: `M${x - ARM} ${y}h${2 * ARM}M${x} ${y - ARM}v${2 * ARM}`, near: near.map(({ dot }) => `M${dot}h0`).join("") };
}
