/** Pictures of scores from 1 to 5, in frames of the page. */

/** @typedef {{label: string, value: number, text: string}} Score */

/** @param {number} value @returns {number} share of the way from 1 to 5 */
const scale = (value) => Math.min(1, Math.max(0, (value - 1) / 4));

/** A row a score; whiskers of one `error`. @param {Score[]} scores @param {number} error @param {DocumentFragment} row */
export function drawBars(scores, error, row) {
  return scores.map(({ label, value, text }) => {
    const copy = /** @type {any} */ (row.cloneNode(true));
    const [from, width, to] = [value - error, value, value + error].map((x) => 100 * scale(x));
    copy.querySelector("th").textContent = label;
    copy.querySelector("td:last-child").textContent = text;
    copy.querySelector("rect").setAttribute("width", width);
    for (const path of copy.querySelectorAll("[data-whisker]")) {
      path.setAttribute("d", `M${from} 8V16M${to} 8V16M${from} 12H${to}`);
    }
    return copy;
  });
}

/** Corners of the shape on six axes of length 100, the first upwards. @param {Score[]} scores */
export const drawShape = (scores) =>
  scores
    .map(({ value }, axis) => {
      const angle = (axis * Math.PI) / 3;
      return [Math.sin(angle), -Math.cos(angle)].map((x) => (100 * scale(value) * x).toFixed(1));
    })
    .join(" ");
