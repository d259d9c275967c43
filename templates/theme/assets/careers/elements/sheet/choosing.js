/** A list of all occupations, those in the reader's plan first, to choose one for a worksheet. */
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
  const group = (/** @type {string} */ label, /** @type {Occupation[]} */ some) =>
    some.length ? [make("optgroup", { label }, ...some.map(({ slug, title }) => make("option", { value: slug }, title)))] : [];
  const starred = findStarred(occupations);
  const rest = occupations.filter((one) => !starred.includes(one)).sort((a, b) => a.title.localeCompare(b.title));
  const select = make("select", { id }, ...group(text.starred, starred), ...group(text.others, rest));
  return { select, row: make("p", { className: "cg-sheet__choose" }, make("label", { htmlFor: id }, text.occupation), select) };
}
