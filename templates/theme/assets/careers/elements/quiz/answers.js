/** Which questions of a quiz come in which order, which have no answer yet, whether answers are others, and what its address is. */
import { pickItems } from "../../scoring/kinds.js";
import { AGAIN, QUESTIONS } from "../../site/addresses.js";

/** @typedef {import("../../data/collection.js").Quiz} Quiz @typedef {import("../../scoring/assessments.js").Item} Item @typedef {import("../../kept/sittings.js").State} State */

const PAGE = 5;

/** The pages of a form in the order in which they are asked. @param {Quiz} quiz @param {string | null} form */
export function paginate({ items: all }, form) {
  const items = form === "more" ? [...new Set([...pickItems(all, "quick"), ...all])] : pickItems(all, form);
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, page) => items.slice(page * PAGE, (page + 1) * PAGE));
}

/** @param {Item[]} items @param {import("../../scoring/assessments.js").Answers} answers */
export const findMissing = (items, answers) => items.filter(({ key }) => !answers.has(key));

/** Whether all answers of one are those of another. @param {State} one @param {State} other */
export const isWithin = ({ answers }, other) => [...answers].every(([item, answer]) => other.answers.get(item) === answer);

/** Whether two say the same; nothing does before something is answered, not even a form that was just chosen. @param {State} one @param {State} other */
export const areAlike = (one, other) =>
  isWithin(one, other) && isWithin(other, one) && (!one.answers.size || [one.id, one.done].join() === [other.id, other.done].join());

/** Whether a fragment leads to a part of the quiz, and not of the page, as the link that skips to its content does. @param {string} hash */
export const isWithinQuiz = (hash) => ["", AGAIN].includes(hash) || QUESTIONS.read(hash) !== null;
