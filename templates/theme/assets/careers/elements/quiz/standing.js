/** Where the reader stands: whether two states are alike, and what the address says of it. */
import { AGAIN, GO_ON, QUESTIONS, locate, replaceFragment } from "../../site/addresses.js";
import { closest } from "../../site/dom.js";

/** @typedef {import("../../kept/sittings.js").State} State */

/** Whether all answers of one are those of another. @param {State} one @param {State} other */
export const isWithin = ({ answers }, other) => [...answers].every(([item, answer]) => other.answers.get(item) === answer);

/** Whether two say the same; nothing does before something is answered, not even a form that was just chosen. @param {State} one @param {State} other */
export const areAlike = (one, other) =>
  isWithin(one, other) && isWithin(other, one) && (!one.answers.size || [one.id, one.done].join() === [other.id, other.done].join());

/** Whether a fragment leads to a part of the quiz, and not of the page, as the link that skips to its content does. @param {string} hash */
export const isWithinQuiz = (hash) => ["", AGAIN].includes(hash) || QUESTIONS.read(hash) !== null;

/** Whether a press leads from within the quiz to the page that it is on, which then is a place of its own. @param {EventTarget | null} target */
export function isLeft(target) {
  if (!location.hash || closest(target, "a")?.getAttribute("href") !== locate()) return false;
  history.pushState(null, "", locate());
  return true;
}

/**
 * Takes what the address says of a place in the quiz out of it, where whoever arrives is shown where they stand. Instant
 * navigation makes a step in the history of any fragment, so going on is no sign of Back or Forward.
 *
 * @param {boolean} hasTurned @returns {boolean} whether they asked to go on at once
 */
export function arrive(hasTurned) {
  const { hash } = location;
  if (hash === GO_ON || (!hasTurned && QUESTIONS.read(hash))) replaceFragment();
  return hash === GO_ON;
}
