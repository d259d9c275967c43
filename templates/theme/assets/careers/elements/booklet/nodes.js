/** The few kinds of node that a booklet is made of. What the reader wrote comes in as text and stays text. */
import { items, make } from "../../site/dom.js";

/** What the reader wrote, with its lines. @param {string} text */
export const write = (text) => make("div", { className: "cg-booklet__text" }, text);

/** @param {"ul" | "ol"} name @param {(string | Node)[]} entries */
export const list = (name, entries) => make(name, {}, ...items(entries));

/**
 * What is known under its names; what is not is left out.
 *
 * @param {[name: string, value: string | Node | undefined][]} pairs
 * @param {"answers" | "facts"} kind answers stand below their questions, facts beside their names
 */
export function describe(pairs, kind) {
  const known = pairs.filter(([, value]) => value);
  const nodes = known.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value ?? "")));
  return make("dl", { className: `cg-booklet__${kind}` }, ...nodes);
}

/**
 * @param {string[]} heads of the columns; "" for the column that names the rows
 * @param {(string | Node)[][]} rows
 */
export function tabulate(heads, rows) {
  const head = make("tr", {}, ...heads.map((text) => (text ? make("th", { scope: "col" }, text) : make("td"))));
  const isNamed = heads[0] === "";
  const body = rows.map((cells) =>
    make("tr", {}, ...cells.map((cell, at) => (isNamed && !at ? make("th", { scope: "row" }, cell) : make("td", {}, cell)))),
  );
  return make("table", { className: "cg-booklet__table" }, make("thead", {}, head), make("tbody", {}, ...body));
}
