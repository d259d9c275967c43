/** The fields of a worksheet as they stand on the page: what is written in them, and how it gets there. */
import { newId } from "../../kept/items.js";
import { MOST_ROWS } from "../../kept/sheets.js";
import { date, fill } from "../../site/words.js";

/** @typedef {import("../../kept/sheets.js").Value} Value */

/** @param {any} control @returns {boolean} whether a date stands in it that the calendar or its limits do not have */
export const isWrong = ({ type, validity }) => type === "date" && !validity.valid;

/** What is written in a text, a date or a list of options; "" if that is nothing. @param {any} control @returns {string} */
const read = (control) => (isWrong(control) || !control.value.trim() ? "" : control.value);

/** @param {any} within @returns {string | undefined} the answer that is chosen there; "no answer" is none */
const readChoice = (within) => within.querySelector("input:checked:not([data-none])")?.value;

/** @param {Element} within @returns {number | undefined} */
const readStep = (within) => Number(readChoice(within)) || undefined;

/** @param {Element} list @returns {Record<string, string>[]} the last is not empty */
function readRows(list) {
  const rows = [...list.children].map((row) => {
    const cells = [...row.querySelectorAll("[data-cell]")].map((/** @type {any} */ cell) => [cell.dataset.cell, read(cell)]);
    return Object.fromEntries(cells.filter(([, text]) => text));
  });
  while (rows.length && !Object.keys(rows[rows.length - 1]).length) rows.pop();
  return rows;
}

/**
 * What is written in a field, in the form in which sheets.js keeps it.
 *
 * @param {any} element marked `data-field` @returns {Value | undefined} undefined if it is empty
 */
export function readField(element) {
  const { kind } = element.dataset;
  const control = element.querySelector("[data-control]");
  if (control) return read(control) || undefined;
  const list = element.querySelector("[data-rows]");
  if (list) {
    const rows = readRows(list);
    return rows.length ? rows : undefined;
  }
  if (kind === "choice") return readChoice(element);
  if (kind === "rating") return readStep(element);
  const [before, after] = ["before", "after"].map((part) => readStep(element.querySelector(`[data-part=${part}]`)));
  return before || after ? /** @type {any} */ ({ ...(before && { before }), ...(after && { after }) }) : undefined;
}

/**
 * What calendars know the rows of a table by, as long as its list of rows; a row that has none yet gets one.
 *
 * @param {any} element marked `data-field` @returns {string[] | undefined} undefined if it has no dates to be reminded of, or rows of its own
 */
export function readMarks(element) {
  const list = element.querySelector("[data-rows]:not([data-fixed]):has([data-reminder])");
  return list ? readRows(list).map((_, at) => (list.children[at].dataset.mark ??= newId())) : undefined;
}

/**
 * Copies what is written to the twin that is printed in its place, since a text box cuts off on paper what it has no
 * room for.
 *
 * @param {any} control
 */
export function copyText(control) {
  const twin = control.parentElement.querySelector("[data-written]");
  if (!twin) return;
  const text = read(control);
  twin.textContent = text && control.type === "date" ? date(text) : text && control.tagName === "SELECT" ? control.selectedOptions[0].text : text;
}

/** @param {any} control @param {unknown} value */
function show(control, value) {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  // The same text anew would move the cursor.
  if (control.value !== text || !text) control.value = text;
  copyText(control);
}

/** @param {Element} within @param {unknown} value */
function showChoice(within, value) {
  for (const input of within.querySelectorAll("input")) input.checked = input.value === String(value) && !input.matches("[data-none]");
}

/** Gives a row the ids and names of its place. @param {Element} row @param {number} at @param {any} list */
function number(row, at, list) {
  const name = fill(list.dataset.name ?? "", { number: at + 1 });
  if (row.hasAttribute("aria-label") && name) row.setAttribute("aria-label", name);
  row.querySelector("[data-remove]")?.setAttribute("aria-label", fill(list.dataset.removeName, { number: at + 1 }));
  for (const cell of row.querySelectorAll("[data-cell]")) {
    const { id, dataset } = /** @type {any} */ (cell);
    cell.id = id.replace(new RegExp(`-\\d+-${dataset.cell}$`), `-${at}-${dataset.cell}`);
    row.querySelector(`label[for="${id}"]`)?.setAttribute("for", cell.id);
    if (name && cell.hasAttribute("aria-label")) cell.setAttribute("aria-label", name);
  }
}

/** Adds an empty row like the first. @param {any} list marked `data-rows` */
function addRow(list) {
  const row = list.firstElementChild.cloneNode(true);
  row.dataset.added = "";
  delete row.dataset.mark;
  for (const cell of row.querySelectorAll("[data-cell]")) {
    show(cell, "");
    cell.removeAttribute("aria-invalid");
  }
  number(row, list.childElementCount, list);
  list.append(row);
}

/** Numbers the rows anew after one has moved. @param {any} list */
export const numberRows = (list) => [...list.children].forEach((row, at) => number(row, at, list));

/**
 * Says which rows are written in, and which are to be seen: those, the one after them and the one that the reader is in.
 * On paper an empty sheet has all rows that came with the page.
 *
 * @param {any} list marked `data-rows`
 */
export function tidyRows(list) {
  const isWritten = (/** @type {Element} */ row) => [...row.querySelectorAll("[data-cell]")].some((/** @type {any} */ { value }) => value);
  const written = [...list.children].map(isWritten);
  const last = written.lastIndexOf(true);
  if (!list.hasAttribute("data-fixed") && last + 1 === list.childElementCount && last + 1 < MOST_ROWS) addRow(list);
  const here = [...list.children].findIndex((row) => row.contains(document.activeElement));
  [...list.children].forEach((row, at) => {
    row.toggleAttribute("data-filled", Boolean(written[at]));
    row.toggleAttribute("data-spare", !list.hasAttribute("data-fixed") && at > Math.max(last + 1, here));
  });
  list.toggleAttribute("data-filled", last >= 0);
}

/** @param {any} list @param {Record<string, string>[]} rows @param {string[]} marks */
function showRows(list, rows, marks) {
  for (const row of list.querySelectorAll("[data-added]")) row.remove();
  const isFixed = list.hasAttribute("data-fixed");
  const all = rows.map((row, at) => ({ row, mark: marks[at] }));
  const shown = isFixed ? all : all.filter(({ row }) => Object.keys(row).length).slice(0, MOST_ROWS);
  if (!isFixed) while (list.childElementCount < shown.length) addRow(list);
  [...list.children].forEach((row, at) => {
    const { row: texts, mark } = shown[at] ?? {};
    if (mark) row.dataset.mark = mark;
    else delete row.dataset.mark;
    for (const cell of row.querySelectorAll("[data-cell]")) show(cell, Object(texts)[/** @type {any} */ (cell).dataset.cell]);
  });
  tidyRows(list);
}

/** @param {any} element marked `data-field` @param {Value | undefined} value undefined if it is to be empty @param {string[]} [marks] of its rows */
export function showField(element, value, marks = []) {
  const control = element.querySelector("[data-control]");
  const list = element.querySelector("[data-rows]");
  if (control) show(control, value);
  else if (list) showRows(list, Array.isArray(value) ? value : [], marks);
  else if (element.dataset.kind !== "before_after") showChoice(element, value);
  else for (const part of element.querySelectorAll("[data-part]")) showChoice(part, Object(value)[part.dataset.part]);
}

/** All fields of a worksheet. @param {ParentNode} form @returns {any[]} */
export const findFields = (form) => [...form.querySelectorAll("[data-field]")];

/**
 * Puts what is kept of a worksheet into its fields, and empties all others.
 *
 * @param {ParentNode} form @param {Record<string, Value>} values @param {Record<string, string[]>} [marks]
 */
export function showValues(form, values, marks = {}) {
  for (const element of findFields(form)) {
    const { field } = element.dataset;
    showField(element, Object.hasOwn(values, field) ? values[field] : undefined, marks[field]);
  }
}
