/** Looking at a goal again: keep it, change it or let it go. */
import { addItem, keepItem } from "../../../kept/items.js";
import { addDays } from "../../../site/dates.js";
import { date, fill } from "../../../site/words.js";
import { focusField, listFields, readForm } from "./fields.js";

/** @typedef {import("../../../kept/items.js").Item} Item @typedef {import("../lists/paint.js").Sight} Sight */

/** A goal that was looked at is looked at again after three months. */
const NEXT_REVIEW = 91;

/** @param {HTMLElement} row @param {Item} item @param {HTMLTemplateElement} frame */
export function openReview(row, item, frame) {
  const place = /** @type {any} */ (row.querySelector("[data-place]"));
  if (!place.querySelector("[data-reviewing]")) {
    place.replaceChildren(frame.content.cloneNode(true));
    place.querySelector("[data-value=wording]").value = item.text;
  }
  turnReview(place.querySelector("form"));
  focusField(listFields(place)[0]);
}

/** Asks for new words where the goal is to be changed. @param {HTMLFormElement} form */
export function turnReview(form) {
  const wording = /** @type {any} */ (form.querySelector("[data-value=wording]"));
  const isChange = /** @type {any} */ (form.querySelector("[data-value=decision] :checked"))?.value === "change";
  wording.required = isChange;
  wording.closest("label").hidden = !isChange;
}

/**
 * @param {HTMLFormElement} form @param {Item} item @param {Sight} sight
 * @returns {string | null} what to say of it; null if something is wrong, which the form tells
 */
export function saveReview(form, item, { text, day }) {
  const values = readForm(form, day, text.faults);
  if (!values) return null;
  const { decision, wording, note } = values;
  const review = addDays(day, NEXT_REVIEW);
  keepItem(item, decision === "go" ? { done: day } : { review, ...(decision === "change" && { text: wording }) });
  const decided = fill(text.decided[decision], { goal: item.text, wording });
  const added = addItem({ kind: "note", text: note ? `${decided}\n${note}` : decided, date: day, slug: item.slug });
  const sentence = decision === "go" ? text.let_go : fill(text.reviewed, { date: date(review) });
  return added ? sentence : `${sentence} ${text.no_room}`;
}
