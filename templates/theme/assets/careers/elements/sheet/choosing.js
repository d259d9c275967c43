/** A list of all occupations, those in the reader's plan first and outlines last, to choose one for a worksheet. */
import { compare, fill } from "../../language/words.js";
import { loadPlan } from "../../kept/items.js";
import { make } from "../../site/dom.js";

/** @typedef {import("../../data/collection.js").Occupation} Occupation */

/** Those in the reader's plan, in its order. @param {Occupation[]} occupations @returns {Occupation[]} */
export const findStarred = (occupations) =>
  loadPlan().flatMap(({ kind, slug }) => (kind === "occupation" && occupations.find((one) => one.slug === slug)) || []);

/**
 * @param {string} id @param {Occupation[]} occupations @param {import("./filling.js").Words} text the sentences
 * @returns {{select: HTMLSelectElement, row: HTMLElement}} `row`: the list with its label
 */
export function makeSelect(id, occupations, text) {
  const name = (/** @type {Occupation} */ { title, isOutline }) => (isOutline ? fill(text.outline, { title }) : title);
  const group = (/** @type {string} */ label, /** @type {Occupation[]} */ some, tell = name) =>
    some.length ? [make("optgroup", { label }, ...some.map((one) => make("option", { value: one.slug }, tell(one))))] : [];
  const starred = findStarred(occupations);
  const rest = occupations.filter((one) => !starred.includes(one)).sort((a, b) => compare(a.title, b.title));
  const outlines = rest.filter(({ isOutline }) => isOutline);
  const guided = group(outlines.length ? text.guided : text.others, rest.filter(({ isOutline }) => !isOutline));
  // What the heading of all says need not stand at each.
  const select = make("select", { id }, ...group(text.starred, starred), ...guided, ...group(text.outlines, outlines, ({ title }) => title));
  return { select, row: make("p", { className: "cg-sheet__choose" }, make("label", { htmlFor: id }, text.occupation), select) };
}
