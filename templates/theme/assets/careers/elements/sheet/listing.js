/** The entries of a worksheet as the page lists them, to open one. */
import { findAll, items, make } from "../../site/dom.js";
import { date, fill } from "../../language/words.js";
import { findWords } from "./entries.js";

/** Kinds of field that hold the reader's own words. */
const WORDY = ["short", "long", "list", "table", "if_then"];

/** @param {string} name data- attribute that says what the button does @param {string} className @param {string} [textContent] */
export function makeButton(name, className, textContent = "") {
  const made = make("button", { type: "button", className, textContent });
  made.dataset[name] = "";
  return made;
}

/**
 * Lists the entries, and shows what can be done with the open one.
 *
 * @param {import("./element.js").CareerSheet} sheet @param {import("./entries.js").Entries} entries
 * @param {HTMLElement[]} fields
 */
export function listEntries(sheet, { all, current, isKept }, fields) {
  const { words, dataset } = sheet;
  const shown = isKept ? all : [...all, current];
  const isMany = "entry" in dataset || shown.length > 1;
  const wordy = fields.flatMap(({ dataset: { kind = "", field = "" } }) => (WORDY.includes(kind) ? field : []));
  const list = sheet.find("list");
  while (list.childElementCount > shown.length) list.lastElementChild?.remove();
  while (list.childElementCount < shown.length) list.append(...items([makeButton("open", "cg-sheet__entry")]));
  // Buttons stay the same: the reader may be about to press one when what was written before is saved.
  const buttons = findAll(list, "[data-open]");
  shown.forEach((entry, at) => {
    const button = buttons[at];
    button.dataset.open = entry.id;
    button.textContent = fill(words.named ?? "", { date: date(entry.made), words: findWords(entry, wordy) || words.empty });
    button.setAttribute("aria-current", String(entry.id === current.id));
  });
  sheet.find("entries").hidden = shown.length < 2;
  sheet.find("made").textContent = isMany && isKept ? fill(words.dated ?? "", { date: date(current.made) }) : "";
  sheet.find("delete").hidden = !isMany || !isKept;
  sheet.find("clear").hidden = isMany || !Object.keys(current.values).length;
}
