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

/** @param {import("./element.js").CareerSheet} sheet @param {HTMLElement} button of the row */
export function removeRow(sheet, button) {
  const [field, list] = [closest(button, "[data-field]"), closest(button, "[data-rows]")];
  if (!field || !list) return;
  const at = rowsOf(list).findIndex((row) => row.contains(button));
  const read = () => /** @type {Record<string, string>[]} */ (readField(field) ?? []);
  const readOwn = () => readMarks(field) ?? [];
  const [removed, mark] = [read()[at], readOwn()[at]];
  sheet.put([[field, read().toSpliced(at, 1), readOwn().toSpliced(at, 1)]]);
  const back = () => {
    sheet.put([[field, read().toSpliced(at, 0, removed), mark ? readOwn().toSpliced(at, 0, mark) : []]]);
    return rowsOf(list)[at] ? findAll(rowsOf(list)[at], "[data-cell]")[0] : null;
  };
  sheet.offerUndo(fill(list.dataset.removed ?? "", { number: at + 1 }), back, list);
}
