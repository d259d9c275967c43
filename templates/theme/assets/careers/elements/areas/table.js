/** The table of all places: a bar for each amount, and the amount in words. */
import { writeMoney } from "../../language/money.js";
import { fill, number, setLocale } from "../../language/words.js";
import { make as node } from "../../site/dom.js";
import { load } from "../../site/loading.js";
import { measure, rank } from "./ranking.js";

/** @import {Areas, Texts} from "../../data/types.d.ts" */
/** @import {Order} from "./ranking.js" */

/** @type {Order[]} */
const ORDERS = ["medians", "names", "employed"];

/** @param {DOMStringMap} which the occupation, and which of its regions @returns {Promise<Node[]>} the choice of an order, and the table */
export async function make({ slug, at }) {
  const { locale, regions, text } = await load(`areas/${slug}`);
  setLocale(locale);
  const areas = regions[Number(at)];
  const rows = makeRows(areas, text, locale);
  const body = node("tbody", {}, ...rows);
  const select = node("select", {}, ...ORDERS.map((order) => node("option", { value: order }, text.by[order])));
  select.addEventListener("change", () => body.append(...rank(areas, /** @type {Order} */ (select.value), locale).map((place) => rows[place])));
  const heads = [text.name, text.amount, text.employed].map((name) => node("th", { scope: "col" }, name));
  // The unit may be another as soon as it stands there.
  const [before, after] = fill(text.caption, { per: "\n", count: areas.names.length }).split("\n");
  const per = node("span", {}, text[`per_${areas.per}`]);
  per.dataset.per = "";
  const table = node("table", { className: "cg-table cg-areas__table" }, node("caption", {}, before, per, after), node("thead", {}, node("tr", {}, ...heads)), body);
  const covers = areas.covers ? `${fill(text.covers, { title: areas.covers })} ` : "";
  return [node("p", {}, covers, text.help), node("label", { className: "cg-areas__order" }, text.order, " ", select), table];
}

/** @param {Areas} areas @param {Texts["areas"]} text @param {string} locale @returns {HTMLTableRowElement[]} */
function makeRows(areas, text, locale) {
  const lengths = measure(areas);
  return areas.names.map((name, at) => {
    const written = writeMoney(areas.medians[at], areas.currency, locale);
    const [before, after] = areas.least.includes(at) ? fill(text.at_least, { amount: "\n" }).split("\n") : ["", ""];
    const amount = node("data", { value: `${areas.medians[at]}` }, written);
    const bar = node("span", { className: "cg-areas__bar" });
    bar.style.setProperty("--cg-share", String(lengths[at]));
    const people = areas.employed[at];
    const employed = people === null ? text.unknown : number(people);
    return node("tr", {}, node("th", { scope: "row" }, name, bar), node("td", {}, before, amount, after), node("td", {}, employed));
  });
}
