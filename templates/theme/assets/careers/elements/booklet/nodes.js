/** The few kinds of node that a booklet is made of. What the reader wrote comes in as text and stays text. */

/** @param {string} name @param {(string | Node)[]} parts @returns {HTMLElement} */
export function make(name, ...parts) {
  const node = document.createElement(name);
  node.append(...parts);
  return node;
}

/** What the reader wrote, with its lines. @param {string} text */
export function write(text) {
  const node = make("div", text);
  node.className = "cg-booklet__text";
  return node;
}

/** @param {string} name ul or ol @param {(string | Node)[]} items */
export const list = (name, items) => make(name, ...items.map((item) => make("li", item)));

/**
 * What is known under its names; what is not is left out.
 *
 * @param {[name: string, value: string | Node | undefined][]} pairs
 * @param {"answers" | "facts"} kind answers stand below their questions, facts beside their names
 */
export function describe(pairs, kind) {
  const known = pairs.filter(([, value]) => value);
  const nodes = known.map(([name, value]) => make("div", make("dt", name), make("dd", value ?? "")));
  return Object.assign(make("dl", ...nodes), { className: `cg-booklet__${kind}` });
}

/**
 * @param {string[]} heads of the columns; "" for the column that names the rows
 * @param {(string | Node)[][]} rows
 */
export function tabulate(heads, rows) {
  const head = make("tr", ...heads.map((text) => (text ? Object.assign(make("th", text), { scope: "col" }) : make("td"))));
  const isNamed = heads[0] === "";
  const body = rows.map((cells) =>
    make("tr", ...cells.map((cell, at) => (isNamed && !at ? Object.assign(make("th", cell), { scope: "row" }) : make("td", cell)))),
  );
  const table = make("table", make("thead", head), make("tbody", ...body));
  table.className = "cg-booklet__table";
  return table;
}
