/** What the picture is drawn of: axes with amounts and times, and the dots, many to one line. */
import { writeMoney } from "../../../language/money.js";
import { draw } from "../../../site/dom.js";
import { TIMES, findTicks, makeScale } from "./layout.js";

/** @import {Dot, Room} from "./layout.js" */

/** Pixels between two amounts beside the axis. */
const APART = 26;
/** A letter in pixels, by and large: of what stands beside the picture, and of a name. */
export const LETTER = 7;
const BOLD = 8;

/**
 * @param {number[]} pays a year @param {{left: number, right: number}[]} columns @param {Room} room
 * @param {Record<string, string>} times what stands below the columns @param {{currency: string, upwards: string, across?: string, locale?: string, count: number}} words `upwards` and `across` for what is told, `count` of the unit in which pay is told in a year
 * @returns {SVGElement[]}
 */
export function drawAxes(pays, columns, { left, right, top, bottom }, times, { currency, upwards, across = "", locale, count }) {
  const height = makeScale(pays, { left, right, top, bottom });
  const parts = [];
  for (const { amount, y } of pays.length ? findTicks(pays, count, height, APART) : []) {
    parts.push(draw("path", { class: "cg-living__line", d: `M${left} ${y}H${right}` }));
    parts.push(draw("text", { class: "cg-living__amount", x: left - 6, y }, writeMoney(amount, currency, locale)));
  }
  for (const [at, column] of columns.entries()) {
    if (at) parts.push(draw("path", { class: "cg-living__line", d: `M${column.left} ${top - 8}V${bottom + 8}` }));
    parts.push(draw("text", { class: "cg-living__time", x: (column.left + column.right) / 2, y: bottom + 20 }, times[TIMES[at][0]]));
  }
  parts.push(draw("text", { class: "cg-living__axis", x: 0, y: 12 }, upwards));
  parts.push(draw("text", { class: "cg-living__axis", x: right, y: bottom + 38, "text-anchor": "end" }, across));
  return parts;
}

/**
 * Those of one field and size are one line of points: a thousand dots are a few dozen parts of the page.
 *
 * @param {Dot[]} dots @param {Set<number>} wanted those that stand out @param {(dot: Dot) => string} field @returns {SVGElement[]}
 */
export function drawDots(dots, wanted, field) {
  /** @type {Map<string, Dot[]>} */
  const groups = new Map();
  for (const dot of dots) {
    const key = `${wanted.has(dot.at) ? field(dot) : ""} ${dot.r}`;
    const group = groups.get(key);
    if (group) group.push(dot);
    else groups.set(key, [dot]);
  }
  // What stands back lies below.
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, group]) => {
    const [name] = key.split(" ");
    const d = group.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h.01`).join("");
    return draw("path", { class: "cg-living__dots", "stroke-width": (2 * group[0].r).toFixed(2), d, ...(name ? { "data-field": name } : {}) });
  });
}

/** A name beside its dot, and a ring around that. @param {Dot} dot @param {string} title @param {number} width of the picture @returns {SVGElement[]} */
export function drawName({ x, y, r }, title, width) {
  const isLeft = x + r + title.length * BOLD > width && x > width / 2;
  const away = r + 6;
  return [
    draw("circle", { class: "cg-living__ring", cx: x, cy: y, r: r + 2 }),
    draw("text", { class: "cg-living__name", x: isLeft ? x - away : x + away, y, "text-anchor": isLeft ? "end" : "start" }, title),
  ];
}
