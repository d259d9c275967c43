/** Deletes single rows of a worksheet's lists and tables, and brings them back. */
import { fill } from "../../site/words.js";
import { numberRows, readField, readMarks } from "./fields.js";
import { makeButton } from "./listing.js";

/** Gives each row that the sheet does not name a button to delete it. @param {Element} sheet */
export function addButtons(sheet) {
  for (const list of sheet.querySelectorAll("[data-remove-name]")) {
    for (const row of list.children) row.append(makeButton("remove", "cg-sheet__remove", "×"));
    numberRows(list);
  }
}

/** @param {import("./element.js").CareerSheet} sheet @param {Element} button of the row */
export function removeRow(sheet, button) {
  const row = /** @type {any} */ (button.closest("[data-row]"));
  const field = row.closest("[data-field]");
  const list = row.parentElement;
  const at = [...list.children].indexOf(row);
  const read = () => /** @type {any[]} */ (readField(field) ?? []);
  const readOwn = () => readMarks(field) ?? [];
  const [removed, mark] = [read()[at], readOwn()[at]];
  sheet.put([[field, read().toSpliced(at, 1), readOwn().toSpliced(at, 1)]]);
  const back = () => {
    sheet.put([[field, read().toSpliced(at, 0, removed), mark ? readOwn().toSpliced(at, 0, mark) : []]]);
    return list.children[at]?.querySelector("[data-cell]");
  };
  sheet.offerUndo(fill(list.dataset.removed, { number: at + 1 }), back, list);
}
