/** Looking at a goal again: keep it, change it or let it go. */
import { addItem, keepItem } from "../../../kept/items.js";
import { addDays } from "../../../language/dates.js";
import { copy, find } from "../../../site/dom.js";
import { date, fill } from "../../../language/words.js";
import { focusField, listFields, readField, readForm } from "./fields.js";

/** @typedef {import("../../../kept/items.js").Item} Item @typedef {import("../lists/paint.js").Sight} Sight */

/** A goal that was looked at is looked at again after three months. */
const NEXT_REVIEW = 91;

/** @param {HTMLElement} row @param {Item} item @param {HTMLTemplateElement} frame */
export function openReview(row, item, frame) {
  const place = find(row, "place");
  if (!place.querySelector("[data-reviewing]")) {
    place.replaceChildren(copy(frame));
    find(place, "value=wording", HTMLInputElement).value = item.text;
  }
  turnReview(find(place, "reviewing", HTMLFormElement));
  focusField(listFields(place)[0]);
}

/** Asks for new words where the goal is to be changed. @param {HTMLFormElement} form */
export function turnReview(form) {
  const wording = find(form, "value=wording", HTMLInputElement);
  const isChange = readField(find(form, "value=decision", HTMLFieldSetElement)) === "change";
  wording.required = isChange;
  for (const label of wording.labels ?? []) label.hidden = !isChange;
}

/**
 * @param {HTMLFormElement} form @param {Item} item @param {Sight} sight
 * @returns {string | null} what to say of it; null if something is wrong, which the form tells
 */
export function saveReview(form, item, { text, day }) {
  const values = readForm(form, day, text.faults);
  if (!values) return null;
  const { decision = "keep", wording = item.text, note } = values;
  const review = addDays(day, NEXT_REVIEW);
  keepItem(item, decision === "go" ? { done: day } : { review, ...(decision === "change" && { text: wording }) });
  const decided = fill(text.decided[decision], { goal: item.text, wording });
  const added = addItem({ kind: "note", text: note ? `${decided}\n${note}` : decided, date: day, slug: item.slug });
  const sentence = decision === "go" ? text.let_go : fill(text.reviewed, { date: date(review) });
  return added ? sentence : `${sentence} ${text.no_room}`;
}
