/** What an occupation of the results pays, in words and beside what all workers earn. */
import { writeMoney } from "../../../language/money.js";
import { fill } from "../../../language/words.js";
import { prefer } from "../../../reader/unit.js";
import { find } from "../../../site/dom.js";

/** @import {FacetsFile, Texts} from "../../../data/types.d.ts" */

/** How far the bar reaches, in what three of four workers earn: hardly any job pays more. */
const REACH = 2.5;

/** @param {number} yearly @param {number[]} quartiles @returns {"low" | "below" | "above" | "top"} */
function placeBeside(yearly, [low, middle, high]) {
  if (yearly >= high) return "top";
  if (yearly >= middle) return "above";
  return yearly > low ? "below" : "low";
}

/** @param {FacetsFile["figures"]} figures @param {number} at @param {Texts["script"]["results"]["pay"]} text @param {string} locale */
function tellPay({ pay, least, mean, per, hours, currency }, at, text, locale) {
  if (pay[at] === null) return text.unknown;
  const told = prefer(pay[at], per[at] ?? "year", hours[at]);
  const written = writeMoney(told.amount, currency[at] ?? "", locale);
  const said = least.includes(at) ? fill(text.least, { amount: written }) : mean.includes(at) ? fill(text.mean, { amount: written }) : written;
  return fill(text[told.per], { amount: said });
}

/**
 * @param {ParentNode} card @param {FacetsFile["figures"] | null} figures null if they did not arrive @param {number} at place of the occupation among all
 * @param {import("../../../data/collection.js").Assessments["text"]} text
 */
export function showPay(card, figures, at, text) {
  const bar = card.querySelector("[data-bar]");
  find(card, "pay").textContent = figures ? tellPay(figures, at, text.results.pay, text.locale) : "";
  find(card, "beside").textContent = figures?.covers[at] ?? "";
  if (!(bar instanceof SVGElement)) return;
  const { quartiles: list = "", currency } = bar.dataset;
  const yearly = figures?.yearly[at] ?? null;
  // Amounts of two currencies stand on no common scale; nor does what part of them earn on that of all.
  if (!figures || yearly === null || figures.currency[at] !== currency || figures.covers[at]) {
    bar.remove();
    return;
  }
  const quartiles = list.split(" ").map(Number);
  const scale = (/** @type {number} */ amount) => Math.min(100, (100 * amount) / (REACH * quartiles[2])).toFixed(1);
  find(bar, "everyone", SVGElement).setAttribute("d", `M${scale(quartiles[0])} 4H${scale(quartiles[2])}`);
  find(bar, "own-pay", SVGElement).setAttribute("d", `M${scale(yearly)} 0V8`);
  find(card, "beside").textContent = text.results.pay[placeBeside(yearly, quartiles)];
}
