/**
 * What was typed in the forms of the plan and is not saved yet: instant navigation takes the forms away, and leaving the
 * site asks, from whichever of its pages.
 */
import { isAnythingKept } from "../../../kept/store.js";
import { closest } from "../../../site/dom.js";
import { isControl, listFields, nameOf } from "./fields.js";

/** The form, and the field in it -> words. @type {Map<string, string>} */
const typed = new Map();
/** Whether something lay on the device, so that it was forgotten where nothing does. */
let wasKept = false;

/** Those that are about a thing are its own. @param {HTMLFormElement} form */
const keyOf = (form) => `${form.dataset.adding ?? closest(form, "[data-id]")?.dataset.id} `;

/** @param {Event} event */
const ask = (event) => hasWords() && event.preventDefault();

/** Whether there are any that leaving the site would lose. */
function hasWords() {
  if (wasKept && !isAnythingKept()) typed.clear();
  wasKept = isAnythingKept();
  const has = [...typed.values()].some((text) => text.trim());
  if (!has) removeEventListener("beforeunload", ask);
  return has;
}

/** Remembers what the reader types. @param {EventTarget | null} target */
export function note(target) {
  if (!isControl(target) || !target.form) return;
  const { adding } = target.form.dataset;
  if (adding === undefined && target.dataset.late === undefined) return;
  typed.set(keyOf(target.form) + nameOf(target), target.value);
  if (hasWords()) addEventListener("beforeunload", ask);
}

/** Puts into a form what was typed in it before. @param {HTMLFormElement} form */
export function bringBack(form) {
  hasWords();
  for (const field of listFields(form)) if (isControl(field)) field.value = typed.get(keyOf(form) + nameOf(field)) ?? field.value;
}

/** Once it is saved, or not wanted. @param {HTMLFormElement} form */
export function drop(form) {
  for (const name of typed.keys()) if (name.startsWith(keyOf(form))) typed.delete(name);
  hasWords();
}
