/** Controls that stand for a field of an item, `data-value="<field>"`: read, checked, filled in. */

/** Fields that hold a step from 1 to 5. */
const STEPS = ["expected", "felt", "interest"];

/** The control, or the group of radio buttons, that an event is about. @param {any} target @returns {HTMLElement | null} */
export const findField = (target) => target.closest("[data-value]");

/** @param {HTMLElement} root @returns {any[]} */
export const listFields = (root) => [...root.querySelectorAll("[data-value]")];

/** @param {any} field @returns {string} as it stands there */
const readText = (field) => (field.matches("fieldset") ? (field.querySelector(":checked")?.value ?? "") : field.value);

/** @param {any} field @returns {string | number | undefined} undefined if it is empty */
export function readField(field) {
  const text = readText(field).trim();
  return text === "" ? undefined : STEPS.includes(field.dataset.value) ? +text : text;
}

/**
 * @param {any} field @param {string} today
 * @returns {string} the name of the sentence that tells what is wrong, "" if nothing is
 */
export function checkField(field, today) {
  const { validity, type, dataset } = field;
  // A day that does not exist leaves the value empty, which must not pass for "no day".
  if (type === "date" && (validity.badInput || validity.rangeUnderflow || validity.rangeOverflow)) return "date";
  const text = readText(field).trim();
  if (dataset.past !== undefined && text > today) return "future";
  return text === "" && field.matches("[required], [data-required]") ? `no_${dataset.value}` : "";
}

/**
 * Puts the values of an item into its controls, but for those that are being typed in, and those that are only kept when
 * their form is saved.
 *
 * @param {HTMLElement} root @param {any} item
 */
export function fillFields(root, item) {
  for (const field of listFields(root)) {
    if (field.dataset.late !== undefined || field.contains(document.activeElement) || field.getAttribute("aria-invalid")) continue;
    const value = String(item[field.dataset.value] ?? "");
    if (field.matches("fieldset")) for (const input of field.querySelectorAll("input")) input.checked = input.value === value;
    else if (field.value !== value) field.value = value;
  }
}

/**
 * Says what is wrong with a field, or that nothing is any more.
 *
 * @param {any} field @param {HTMLElement} place where the sentence stands @param {string} sentence "" if nothing is wrong
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

/** The first control of a field, to have the focus. @param {any} field */
export const focusField = (field) => (field.matches("fieldset") ? field.querySelector("input") : field).focus();

/**
 * @param {HTMLFormElement} form @param {string} today @param {Record<string, string>} sentences
 * @returns {Record<string, any> | null} the values; null if something is wrong, which is told
 */
export function readForm(form, today, sentences) {
  const fields = listFields(form);
  const place = /** @type {HTMLElement} */ (form.querySelector("[data-fault]"));
  for (const field of fields) tellFault(field, place, "");
  const wrong = fields.find((field) => checkField(field, today));
  if (!wrong) return Object.fromEntries(fields.map((field) => [field.dataset.value, readField(field)]));
  tellFault(wrong, place, sentences[checkField(wrong, today)]);
  focusField(wrong);
  return null;
}

/** @param {any} select @param {[value: string, text: string][]} options after the one without a value, which stays */
export function fillSelect(select, options) {
  const { value } = select;
  const made = options.map(([key, text]) => new Option(text, key));
  select.replaceChildren(select.options[0], ...made);
  select.value = value;
}
