/** The fields of a worksheet as they stand on the page: what is written in them, and how it gets there. */
import { newId } from "../../kept/items.js";
import { MOST_ROWS } from "../../kept/sheets.js";
import { find, findAll } from "../../site/dom.js";
import { date, fill } from "../../language/words.js";

/** @typedef {import("../../kept/sheets.js").Value} Value */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control what the reader writes or chooses in */

/** @param {unknown} node @returns {node is Control} */
export const isControl = (node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;

/** @param {ParentNode} within @param {string} selector @returns {Control[]} */
export const findControls = (within, selector) => findAll(within, selector).filter(isControl);

/** @param {Control} control @returns {boolean} whether a date stands in it that the calendar or its limits do not have */
export const isWrong = ({ type, validity }) => type === "date" && !validity.valid;

/** What is written in a text, a date or a list of options; "" if that is nothing. @param {Control} control @returns {string} */
const read = (control) => (isWrong(control) || !control.value.trim() ? "" : control.value);

/** @param {ParentNode} within @returns {string | undefined} the answer that is chosen there; "no answer" is none */
const readChoice = (within) => findControls(within, "input:checked:not([data-none])")[0]?.value;

/** @param {Element} within @returns {number | undefined} */
const readStep = (within) => Number(readChoice(within)) || undefined;

/** @param {Element} list @returns {Record<string, string>[]} the last is not empty */
function readRows(list) {
  const rows = [...list.children].map((row) => {
    const cells = findControls(row, "[data-cell]").map((cell) => [cell.dataset.cell, read(cell)]);
    return Object.fromEntries(cells.filter(([, text]) => text));
  });
  while (rows.length && !Object.keys(rows[rows.length - 1]).length) rows.pop();
  return rows;
}

/**
 * What is written in a field, in the form in which sheets.js keeps it.
 *
 * @param {HTMLElement} element marked `data-field` @returns {Value | undefined} undefined if it is empty
 */
export function readField(element) {
  const { kind } = element.dataset;
  const [control] = findControls(element, "[data-control]");
  if (control) return read(control) || undefined;
  const list = element.querySelector("[data-rows]");
  if (list) {
    const rows = readRows(list);
    return rows.length ? rows : undefined;
  }
  if (kind === "choice") return readChoice(element);
  if (kind === "rating") return readStep(element);
  const [before, after] = ["before", "after"].map((part) => readStep(find(element, `part=${part}`)));
  return before || after ? { ...(before && { before }), ...(after && { after }) } : undefined;
}

/**
 * What calendars know the rows of a table by, as long as its list of rows; a row that has none yet gets one.
 *
 * @param {HTMLElement} element marked `data-field` @returns {string[] | undefined} undefined if it has no dates to be reminded of, or rows of its own
 */
export function readMarks(element) {
  const list = element.querySelector("[data-rows]:not([data-fixed]):has([data-reminder])");
  return list ? rowsOf(list).slice(0, readRows(list).length).map((row) => (row.dataset.mark ??= newId())) : undefined;
}

/**
 * Copies what is written to the twin that is printed in its place, since a text box cuts off on paper what it has no
 * room for.
 *
 * @param {Control} control
 */
export function copyText(control) {
  const twin = control.parentElement?.querySelector("[data-written]");
  if (!twin) return;
  const text = read(control);
  const isChosen = text && control instanceof HTMLSelectElement;
  twin.textContent = text && control.type === "date" ? date(text) : isChosen ? control.selectedOptions[0].text : text;
}

/** @param {Control} control @param {unknown} value */
function show(control, value) {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  // The same text anew would move the cursor.
  if (control.value !== text || !text) control.value = text;
  copyText(control);
}

/** @param {ParentNode} within @param {unknown} value */
function showChoice(within, value) {
  for (const input of within.querySelectorAll("input")) input.checked = input.value === String(value) && !input.matches("[data-none]");
}

/** Gives a row the ids and names of its place. @param {HTMLElement} row @param {number} at @param {HTMLElement} list */
function number(row, at, list) {
  const name = fill(list.dataset.name ?? "", { number: at + 1 });
  if (row.hasAttribute("aria-label") && name) row.setAttribute("aria-label", name);
  row.querySelector("[data-remove]")?.setAttribute("aria-label", fill(list.dataset.removeName ?? "", { number: at + 1 }));
  for (const cell of findControls(row, "[data-cell]")) {
    const { id, dataset } = cell;
    cell.id = id.replace(new RegExp(`-\\d+-${dataset.cell}$`), `-${at}-${dataset.cell}`);
    row.querySelector(`label[for="${id}"]`)?.setAttribute("for", cell.id);
    if (name && cell.hasAttribute("aria-label")) cell.setAttribute("aria-label", name);
  }
}

/** The rows of a list, as they stand. @param {Element} list @returns {HTMLElement[]} */
export const rowsOf = (list) => findAll(list, ":scope > [data-row]");

/** Adds an empty row like the first. @param {HTMLElement} list marked `data-rows` */
function addRow(list) {
  const row = /** @type {HTMLElement} */ (rowsOf(list)[0].cloneNode(true));
  row.dataset.added = "";
  delete row.dataset.mark;
  for (const cell of findControls(row, "[data-cell]")) {
    show(cell, "");
    cell.removeAttribute("aria-invalid");
  }
  number(row, list.childElementCount, list);
  list.append(row);
}

/** Numbers the rows anew after one has moved. @param {HTMLElement} list */
export function numberRows(list) {
  for (const [at, row] of rowsOf(list).entries()) number(row, at, list);
}

/**
 * Says which rows are written in, and which are to be seen: those, the one after them and the one that the reader is in.
 * On paper an empty sheet has all rows that came with the page.
 *
 * @param {HTMLElement} list marked `data-rows`
 */
export function tidyRows(list) {
  const written = rowsOf(list).map((row) => findControls(row, "[data-cell]").some(({ value }) => value));
  const last = written.lastIndexOf(true);
  if (!list.hasAttribute("data-fixed") && last + 1 === list.childElementCount && last + 1 < MOST_ROWS) addRow(list);
  const here = rowsOf(list).findIndex((row) => row.contains(document.activeElement));
  rowsOf(list).forEach((row, at) => {
    row.toggleAttribute("data-filled", Boolean(written[at]));
    row.toggleAttribute("data-spare", !list.hasAttribute("data-fixed") && at > Math.max(last + 1, here));
  });
  list.toggleAttribute("data-filled", last >= 0);
}

/** @param {HTMLElement} list @param {Record<string, string>[]} rows @param {string[]} marks */
function showRows(list, rows, marks) {
  for (const row of list.querySelectorAll("[data-added]")) row.remove();
  const isFixed = list.hasAttribute("data-fixed");
  const all = rows.map((row, at) => ({ row, mark: marks[at] }));
  const shown = isFixed ? all : all.filter(({ row }) => Object.keys(row).length).slice(0, MOST_ROWS);
  if (!isFixed) while (list.childElementCount < shown.length) addRow(list);
  rowsOf(list).forEach((row, at) => {
    const { row: texts = {}, mark } = shown[at] ?? {};
    if (mark) row.dataset.mark = mark;
    else delete row.dataset.mark;
    for (const cell of findControls(row, "[data-cell]")) show(cell, texts[cell.dataset.cell ?? ""]);
  });
  tidyRows(list);
}

/** @param {HTMLElement} element marked `data-field` @param {Value | undefined} value undefined if it is to be empty @param {string[]} [marks] of its rows */
export function showField(element, value, marks = []) {
  const [control] = findControls(element, "[data-control]");
  const [list] = findAll(element, "[data-rows]");
  if (control) show(control, value);
  else if (list) showRows(list, Array.isArray(value) ? value : [], marks);
  else if (element.dataset.kind !== "before_after") showChoice(element, value);
  else for (const part of findAll(element, "[data-part]")) showChoice(part, Object(value)[part.dataset.part ?? ""]);
}

/** All fields of a worksheet. @param {ParentNode} form */
export const findFields = (form) => findAll(form, "[data-field]");

/**
 * Puts what is kept of a worksheet into its fields, and empties all others.
 *
 * @param {ParentNode} form @param {Record<string, Value>} values @param {Record<string, string[]>} [marks]
 */
export function showValues(form, values, marks = {}) {
  for (const element of findFields(form)) {
    const { field = "" } = element.dataset;
    showField(element, Object.hasOwn(values, field) ? values[field] : undefined, marks[field]);
  }
}
