/** What the comparison is filled into, without a word: most readers never see it, so no page carries it. */
import { draw, make } from "../../site/dom.js";

/** The cells of a row: an interest or value, the bar, the reader's score, the occupation's. */
const CELLS = 4;

/** @param {keyof HTMLElementTagNameMap} tag @param {string} mark `name` or `name=value` of a data attribute @param {(string | Node)[]} parts */
function marked(tag, mark, ...parts) {
  const [name, value = ""] = mark.split("=");
  const node = make(tag, {}, ...parts);
  node.setAttribute(`data-${name}`, value);
  return node;
}

/** @param {keyof HTMLElementTagNameMap} tag */
const subtitle = (tag) => Object.assign(make(tag), { className: "cg-part__subtitle" });

/** @param {string} name */
const listed = (name) => marked("div", `part=${name}`, subtitle("h3"), marked("ul", name));

/** @param {string} name */
const defined = (name) => marked("div", `part=${name}`, make("dt"), marked("dd", name));

/** @param {string} kind */
function table(kind) {
  const head = make("tr", {}, ...Array.from({ length: CELLS }, () => make("th", { scope: "col" })));
  const bars = make("table", { className: "cg-part__bars" }, subtitle("caption"), make("thead", {}, head), marked("tbody", kind));
  return marked("div", `part=${kind}`, marked("p", `flat=${kind}`), bars);
}

/** @param {string} mark @param {(string | Node)[]} parts */
const note = (mark, ...parts) => Object.assign(marked("p", mark, ...parts), { className: "cg-part__note" });

/** A small step to take next, and a button for another. */
function next() {
  const proposal = Object.assign(marked("ul", "proposal"), { className: "cg-experiments" });
  const live = make("div", {}, marked("p", "why"), proposal);
  live.setAttribute("aria-live", "polite");
  const another = Object.assign(marked("button", "another"), { className: "cg-part__button", type: "button" });
  const part = marked("div", "part=next", subtitle("h3"), live, make("p", { className: "cg-part__actions" }, another));
  return Object.assign(part, { className: "cg-fit__next" });
}

/** @param {string} results address of the page of all results */
export function makeFrame(results) {
  const skills = make("dl", {}, ...["there", "learn", "unrated"].map(defined));
  const link = Object.assign(marked("a", "results"), { href: results });
  return [
    Object.assign(marked("div", "flags"), { className: "cg-part__notice" }),
    make("div", { className: "cg-sides" }, listed("for"), listed("against")),
    marked("p", "environment"),
    marked("div", "part=skills", subtitle("h3"), marked("p", "flat=skills"), skills),
    table("interests"),
    table("values"),
    note("legend"),
    listed("missing"),
    make("p", { className: "cg-part__note" }, marked("span", "dates"), " ", link),
    next(),
  ];
}

/** A row of a table: the reader's bar with its whiskers, and the occupation as a diamond. */
export function makeRow() {
  const picture = draw("svg", { "aria-hidden": "true" });
  const own = draw("svg", { viewBox: "0 0 100 24", preserveAspectRatio: "none" });
  own.append(
    draw("path", { class: "cg-part__tick", d: "M0 0V24M50 0V24M100 0V24" }),
    draw("rect", { class: "cg-part__fill", y: 4, height: 16 }),
    draw("path", { class: "cg-part__halo", "data-whisker": "" }),
    draw("path", { class: "cg-part__whisker", "data-whisker": "" }),
  );
  const diamond = draw("path", { class: "cg-fit__work", d: "M0-11L7 0L0 11L-7 0Z" });
  picture.append(own, draw("svg", { "data-work": "", y: "50%" }, diamond));
  const bar = make("td", { className: "cg-part__bar" }, picture, make("span", { className: "cg-part__hidden" }));
  const row = document.createDocumentFragment();
  const numbers = [make("td", { className: "cg-part__number" }), make("td", { className: "cg-part__number" })];
  row.append(make("tr", {}, make("th", { scope: "row" }), bar, ...numbers));
  return row;
}
