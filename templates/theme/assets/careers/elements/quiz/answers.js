/** Which questions of a quiz come in which order, and which have no answer yet. */
import { pickItems } from "../../scoring/kinds.js";

/** @typedef {import("../../data/collection.js").Quiz} Quiz @typedef {import("../../scoring/assessments.js").Item} Item */

/** One at a time: on a small phone a page of several never fits, and each would be scrolled to. */
const PAGE = 1;

/** The pages of a form in the order in which they are asked. @param {Quiz} quiz @param {string | null} form */
export function paginate({ items: all }, form) {
  const items = form === "more" ? [...new Set([...pickItems(all, "quick"), ...all])] : pickItems(all, form);
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, page) => items.slice(page * PAGE, (page + 1) * PAGE));
}

/** @param {Item[]} items @param {import("../../scoring/assessments.js").Answers} answers */
export const findMissing = (items, answers) => items.filter(({ key }) => !answers.has(key));
