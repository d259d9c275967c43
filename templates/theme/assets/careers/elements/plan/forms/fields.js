/** Controls that stand for a field of an item, `data-value="<field>"`: read, checked, filled in. */

import { FIELDS } from "../../../kept/items.js";
import { find, findAll } from "../../../site/dom.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control @typedef {Control | HTMLFieldSetElement} Field a group of radio buttons is one */

/** @typedef {keyof import("../../../data/types.d.ts").Texts["planning"]["plan"]["faults"]} Fault the name of what is wrong */

/** @typedef {Partial<import("../../../kept/items.js").Item> & {decision?: "keep" | "change" | "go", wording?: string, note?: string}} Values of a form, by the names of its fields */

/** @param {unknown} node @returns {node is Control} */
export const isControl = (node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;

/** @param {unknown} node @returns {node is Field} */
const isField = (node) => isControl(node) || node instanceof HTMLFieldSetElement;

/** The control, or the group of radio buttons, that an event is about. @param {EventTarget | null} target @returns {Field | null} */
export function findField(target) {
  const field = target instanceof Element ? target.closest("[data-value]") : null;
  return isField(field) ? field : null;
}

/** @param {ParentNode} root @returns {Field[]} */
export const listFields = (root) => findAll(root, "[data-value]").filter(isField);

/** @param {Field} field */
export const nameOf = (field) => field.dataset.value ?? "";

/** What an item has in the field that a control stands for. @param {import("../../../kept/items.js").Item} item @param {Field} field @returns {string | number | undefined} */
export const readValue = (item, field) => new Map(Object.entries(item)).get(nameOf(field));

/** The radio buttons of a group. @param {HTMLFieldSetElement} group */
const radiosOf = (group) => [...group.querySelectorAll("input")];

/** @param {Field} field @returns {string} as it stands there */
const readText = (field) => (isControl(field) ? field.value : (radiosOf(field).find(({ checked }) => checked)?.value ?? ""));

/** @param {Field} field @returns {string | number | undefined} undefined if it is empty */
export function readField(field) {
  const text = readText(field).trim();
  return text === "" ? undefined : FIELDS[nameOf(field)] === "step" ? +text : text;
}

/**
 * @param {Field} field @param {string} today
 * @returns {Fault | ""} the name of the sentence that tells what is wrong, "" if nothing is
 */
export function checkField(field, today) {
  const { validity, type, dataset } = field;
  // A day that does not exist leaves the value empty, which must not pass for "no day".
  if (type === "date" && (validity.badInput || validity.rangeUnderflow || validity.rangeOverflow)) return "date";
  const text = readText(field).trim();
  if (dataset.past !== undefined && text > today) return "future";
  return text === "" && field.matches("[required], [data-required]") ? /** @type {Fault} */ (`no_${nameOf(field)}`) : "";
}

/**
 * Puts the values of an item into its controls, but for those that are being typed in, and those that are only kept when
 * their form is saved.
 *
 * @param {HTMLElement} root @param {import("../../../kept/items.js").Item} item
 */
export function fillFields(root, item) {
  for (const field of listFields(root)) {
    if (field.dataset.late !== undefined || field.contains(document.activeElement) || field.getAttribute("aria-invalid")) continue;
    const value = String(readValue(item, field) ?? "");
    if (!isControl(field)) for (const input of radiosOf(field)) input.checked = input.value === value;
    else if (field.value !== value) field.value = value;
  }
}

/**
 * Says what is wrong with a field, or that nothing is any more.
 *
 * @param {Field} field @param {HTMLElement} place where the sentence stands @param {string} sentence "" if nothing is wrong
 */
export function tellFault(field, place, sentence) {
  if (sentence) {
    place.id ||= `plan-fault-${Math.random().toString(36).slice(2)}`;
    place.textContent = sentence;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", place.id);
  } else if (field.getAttribute("aria-invalid")) {
    place.textContent = "";
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}

/** The first control of a field, to have the focus. @param {Field} field */
export const focusField = (field) => (isControl(field) ? field : radiosOf(field)[0]).focus();

/**
 * @param {HTMLFormElement} form @param {string} today @param {Record<Fault, string>} sentences
 * @returns {Values | null} null if something is wrong, which is told
 */
export function readForm(form, today, sentences) {
  const fields = listFields(form);
  const place = find(form, "fault");
  for (const field of fields) tellFault(field, place, "");
  const wrong = fields.find((field) => checkField(field, today));
  const fault = wrong && checkField(wrong, today);
  if (!fault) return /** @type {Values} */ (Object.fromEntries(fields.map((field) => [nameOf(field), readField(field)])));
  tellFault(wrong, place, sentences[fault]);
  focusField(wrong);
  return null;
}

/** @param {HTMLSelectElement} select @param {[value: string, text: string][]} options after the one without a value, which stays */
export function fillSelect(select, options) {
  const { value } = select;
  const made = options.map(([key, text]) => new Option(text, key));
  select.replaceChildren(select.options[0], ...made);
  select.value = value;
}
