/** The spread of one assessment, put into the page's frame for it. */
import { nameScales } from "../../reader/telling.js";
import { copy, draw, fillCells, find } from "../../site/dom.js";
import { isAveraged, isMatching } from "../../scoring/kinds.js";
import { decimal, fill, list } from "../../language/words.js";
import { RADIUS, WIDTH, findExtremes, spread, stack } from "./spread.js";

/** @import {Texts} from "../../data/types.d.ts" */

/** Height of what points to the mean. */
const ARROW = 8;
/** Names beyond this are a list, not a finding. */
const NAMED = 4;

/** @typedef {import("../../reader/telling.js").Shown} Assessed @typedef {import("../../data/collection.js").Assessments} Assessments */

/**
 * @param {HTMLElement} frame `[data-spread]` of the assessment
 * @param {Assessed[]} results one for each person who took it
 * @param {number} total people in the group
 * @param {Assessments} assessments
 */
export function showSpread(frame, results, total, assessments) {
  frame.hidden = !results.length;
  if (!results.length) return;
  const { kind } = results[0].quiz;
  const words = assessments.text.group;
  const found = spread(results);
  const names = nameScales(results[0], assessments);
  const isGroup = results.length > 1;
  find(frame, "taken").textContent = fill(words.taken, { count: results.length, total });
  find(frame, "one").hidden = isGroup;
  find(frame, "numbers").hidden = !isGroup;
  if (!isGroup) return;
  const without = found.flat && isMatching(kind) && words.flat[kind];
  find(frame, "aimless").textContent = without ? fill(without, { count: found.flat, total: found.total }) : "";
  find(frame, "extremes").textContent = kind === "environment" ? "" : tellExtremes(found.rows, names, words);
  find(frame, "rows").replaceChildren(
    ...found.rows.map((row, at) => {
      const copied = copy(find(frame, "row", HTMLTemplateElement));
      fillCells(copied, [names[at]], "th");
      for (const picture of copied.querySelectorAll("svg")) drawDots(picture, row, results[0].range);
      fillCells(copied, kind === "environment" ? row.answers : tellRow(row, kind), "[data-cell]");
      return copied;
    }),
  );
}

/** @param {import("./spread.js").Row} row @param {string} kind */
function tellRow({ mean, deviation, lowest, highest, count }, kind) {
  const isMean = isAveraged(kind);
  const ends = [lowest, highest].map((value) => (isMean ? decimal(value) : value));
  // The count stands where the frame has a cell for it.
  return [decimal(mean), decimal(deviation), ...ends, count];
}

/** @param {import("./spread.js").Row[]} rows @param {string[]} names @param {Texts["script"]["group"]} words */
function tellExtremes(rows, names, words) {
  const found = findExtremes(rows);
  if (!found) return "";
  /** @param {"alike" | "apart"} side @param {number} spread */
  const tell = (side, spread) =>
    found[side].length > NAMED ? "" : fill(words[side], { names: list(found[side].map((at) => names[at])), spread: decimal(spread) });
  return [tell("alike", found.low), tell("apart", found.high)].filter(Boolean).join(" ");
}

/** @param {SVGElement} svg @param {import("./spread.js").Row} row @param {[number, number]} range */
function drawDots(svg, { values, mean }, range) {
  const dots = stack(values, range);
  const top = Math.max(...dots.map(({ y }) => y)) + RADIUS + 2;
  const bottom = RADIUS + ARROW;
  svg.setAttribute("viewBox", `${-RADIUS - 2} ${-top} ${WIDTH + 2 * RADIUS + 4} ${top + bottom + 1}`);
  const steps = range[1] - range[0];
  const ticks = Array.from({ length: steps + 1 }, (_, at) => `M${(at * WIDTH) / steps} ${-top}V${RADIUS + 1}`);
  svg.querySelector("[data-ticks]")?.setAttribute("d", ticks.join(""));
  // The line passes behind the dots, so an arrow below them points to the mean.
  const x = ((WIDTH * (mean - range[0])) / steps).toFixed(1);
  svg.querySelector("[data-mean]")?.setAttribute("d", `M${x} ${-top}V${bottom - ARROW + 1}l-4 ${ARROW - 2}h8l-4 ${2 - ARROW}`);
  svg.querySelector("[data-dots]")?.replaceChildren(...dots.map((dot) => draw("circle", { cx: dot.x.toFixed(1), cy: (-dot.y).toFixed(1), r: RADIUS })));
}
