/** Pictures of six scores. Drawn with outlines in the text's colour, so that they print and survive forced colours. */
import { html, svg } from "./nodes.js";

/** @typedef {{label: string, short?: string, value: number, text: string}} Score `value` from `LOW` to `HIGH` */

const LOW = 1;
const HIGH = 5;

/** @param {number} value @returns {number} share of the way from LOW to HIGH, held within it */
const scale = (value) => Math.min(1, Math.max(0, (value - LOW) / (HIGH - LOW)));

/**
 * Table rows: name, bar with a whisker of one error either way, figure.
 *
 * @param {Score[]} scores in the order of the rows
 * @param {number} error half the whisker, in units of the scale
 */
export function drawBars(scores, error) {
  return scores.map(({ label, value, text }) => {
    const [from, at, to] = [value - error, value, value + error].map((x) => 100 * scale(x));
    const whisker = `M${from} 8V16M${to} 8V16M${from} 12H${to}`;
    const bar = svg(
      "svg",
      { viewBox: "0 0 100 24", preserveAspectRatio: "none", "aria-hidden": "true" },
      ...[0, 25, 50, 75, 100].map((x) => svg("path", { class: "cg-quiz__tick", d: `M${x} 0V24` })),
      svg("rect", { class: "cg-quiz__fill", x: 0, y: 4, width: at, height: 16 }),
      // A light line under the dark one keeps the whisker visible on the bar as well as beside it.
      svg("path", { class: "cg-quiz__halo", d: whisker }),
      svg("path", { class: "cg-quiz__whisker", d: whisker }),
    );
    return html(
      "tr",
      {},
      html("th", { scope: "row" }, label),
      html("td", { class: "cg-quiz__bar" }, bar),
      html("td", { class: "cg-quiz__number" }, text),
    );
  });
}

/**
 * Six axes from the middle (LOW) to the rim (HIGH), the first upwards, and the scores as a polygon.
 *
 * @param {Score[]} scores in the order of the axes
 * @param {{id: string, title: string, description: string}} words
 */
export function drawHexagon(scores, { id, title, description }) {
  const radius = 100;
  /** @type {(axis: number, share: number) => [number, number]} */
  const place = (axis, share) => {
    const angle = (axis * Math.PI) / 3;
    return [radius * share * Math.sin(angle), -radius * share * Math.cos(angle)];
  };
  /** @param {number[]} shares */
  const points = (shares) => shares.map((share, axis) => place(axis, share).map((x) => x.toFixed(1)).join()).join(" ");
  return svg(
    "svg",
    { viewBox: "-170 -130 340 264", role: "img", "aria-labelledby": `${id}-title ${id}-description` },
    svg("title", { id: `${id}-title` }, title),
    svg("desc", { id: `${id}-description` }, description),
    ...[0.25, 0.5, 0.75, 1].map((share) =>
      svg("polygon", { class: "cg-quiz__ring", points: points(Array(6).fill(share)) }),
    ),
    ...scores.map((_, axis) => svg("path", { class: "cg-quiz__ring", d: `M0 0L${place(axis, 1)}` })),
    svg("polygon", { class: "cg-quiz__shape", points: points(scores.map(({ value }) => scale(value))) }),
    ...scores.map(({ label }, axis) => {
      const [x, y] = place(axis, 1.16);
      const anchor = axis % 3 === 0 ? "middle" : axis < 3 ? "start" : "end";
      return svg("text", { x: x * (anchor === "middle" ? 1 : 0.92), y: y + 5, "text-anchor": anchor }, label);
    }),
  );
}
