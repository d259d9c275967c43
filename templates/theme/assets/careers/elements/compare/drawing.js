/** Cells of the table. */
import { draw, items, make } from "../../site/dom.js";

/** Units of a bar's picture, which is stretched to whatever width there is. */
const WIDTH = 1000;

/** @param {string} title of the occupation, which stands beside the cell on a phone @param {import("./rows.js").Said} said @param {Set<string>} own terms that not all have @param {Node[]} more */
export function drawCell(title, said, own, more = []) {
  const isList = Array.isArray(said) && said.length > 1;
  const words = isList ? make("ul", {}, ...items(said.map((text) => make(own.has(text) ? "strong" : "span", {}, text)))) : String(said);
  const cell = make("td", {}, make("div", {}, words, ...more));
  cell.setAttribute("role", "cell");
  cell.dataset.of = title;
  return cell;
}

/** The pay of one, and that of all employees below it. @param {import("./bars.js").Scale | null} scale @param {number} at */
export function drawBars(scale, at) {
  const points = scale?.own[at];
  if (!scale || !points) return [];
  const x = (/** @type {number} */ amount) => Math.round((WIDTH * amount) / scale.top);
  const [p10, p25, median, p75, p90] = points.map(x);
  const bars = [drawBar("own", `M${p25} 5H${p75}`, median, `M${p10} 5H${p90}`)];
  if (scale.beside) {
    const [low, middle, high] = scale.beside.map(x);
    bars.push(drawBar("all", `M${low} 5H${high}`, middle));
  }
  return bars;
}

/** @param {string} kind @param {string} half @param {number} middle @param {string} [range] */
function drawBar(kind, half, middle, range) {
  const bar = draw("svg", { class: `cg-band cg-band--${kind}`, viewBox: `0 0 ${WIDTH} 10`, preserveAspectRatio: "none", "aria-hidden": "true" });
  bar.append(draw("path", { class: "cg-band__all", d: `M0 5H${WIDTH}` }));
  if (range) bar.append(draw("path", { class: "cg-band__range", d: range }));
  bar.append(draw("path", { d: half }), draw("path", { class: "cg-band__middle", d: `M${middle} 0V10` }));
  return bar;
}
