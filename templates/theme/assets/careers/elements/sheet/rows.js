/** Deletes single rows of a worksheet's lists and tables, and brings them back. */
import { closest, findAll } from "../../site/dom.js";
import { fill } from "../../language/words.js";
import { numberRows, readField, readMarks, rowsOf } from "./fields.js";
import { makeButton } from "./listing.js";

/** Gives each row that the sheet does not name a button to delete it. @param {Element} sheet */
export function addButtons(sheet) {
  for (const list of findAll(sheet, "[data-remove-name]")) {
    for (const row of rowsOf(list)) row.append(makeButton("remove", "cg-sheet__remove", "×"));
    numberRows(list);
  }
}

/** @template T @param {T[]} list @param {number} at */
const without = (list, at) => list.filter((_, place) => place !== at);
/** @template T @param {T[]} list @param {number} at @param {T} one */
const insert = (list, at, one) => [...list.slice(0, at), one, ...list.slice(at)];

/** @param {import("./element.js").CareerSheet} sheet @param {HTMLElement} button of the row */
export function removeRow(sheet, button) {
  const [field, list] = [closest(button, "[data-field]"), closest(button, "[data-rows]")];
  if (!field || !list) return;
  const at = rowsOf(list).findIndex((row) => row.contains(button));
  const read = () => /** @type {Record<string, string>[]} */ (readField(field) ?? []);
  const readOwn = () => readMarks(field) ?? [];
  const [removed, mark] = [read()[at], readOwn()[at]];
  // Nothing stands there, as after the first of two quick clicks: what that one offers to bring back must stay.
  if (!removed) return;
  sheet.put([[field, without(read(), at), without(readOwn(), at)]]);
  const back = () => {
    sheet.put([[field, insert(read(), at, removed), mark ? insert(readOwn(), at, mark) : []]]);
    return rowsOf(list)[at] ? findAll(rowsOf(list)[at], "[data-cell]")[0] : null;
  };
  sheet.offerUndo(fill(list.dataset.removed ?? "", { number: at + 1 }), back, list);
}
