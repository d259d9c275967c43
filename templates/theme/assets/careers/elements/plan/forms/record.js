/** What became of an experiment: the form that asks for it, and what is kept. */
import { addItem, keepItem } from "../../../kept/items.js";
import { copy, find } from "../../../site/dom.js";
import { fill } from "../../../language/words.js";
import { fillFields, focusField, isControl, listFields, readForm } from "./fields.js";

/** @typedef {import("../../../kept/items.js").Item} Item @typedef {import("../lists/paint.js").Sight} Sight */

/** @param {HTMLElement} row @param {Item} item @param {HTMLTemplateElement} frame @param {Sight} sight */
export function openRecord(row, item, frame, { text, day }) {
  const place = find(row, "place");
  if (!place.querySelector("[data-recording]")) place.replaceChildren(copy(frame));
  const foretold = find(place, "foretold");
  foretold.hidden = !item.expected;
  foretold.textContent = item.expected ? fill(text.foretold, { step: item.expected }) : "";
  const [done] = listFields(place);
  if (isControl(done) && !done.value) done.value = day;
  fillFields(place, item);
  focusField(done);
}

/**
 * Marks the experiment as done and notes in the journal what it taught.
 *
 * @param {HTMLFormElement} form @param {Item} item @param {Sight} sight
 * @returns {string[] | null} what to say of it; null if something is wrong, which the form tells
 */
export function saveRecord(form, item, { text, day }) {
  const values = readForm(form, day, text.faults);
  if (!values) return null;
  keepItem(item, values);
  const { done, felt = 0, taught, interest } = values;
  const tried = fill(text.note_tried, { text: item.text });
  const added = addItem({ kind: "note", text: taught ? `${tried}\n${taught}` : tried, date: done, interest, slug: item.slug });
  const { expected = 0 } = item;
  const comparison = felt > expected ? "better" : felt < expected ? "worse" : "as_expected";
  return [added ? text.recorded : text.recorded_full, expected ? fill(text[comparison], { expected, felt }) : ""];
}
