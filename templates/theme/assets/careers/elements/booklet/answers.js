/** What is written in a worksheet, as names and answers. No field is left out that holds something. */
import { date, fill } from "../../language/words.js";
import { isDay } from "../../language/dates.js";
import { make } from "../../site/dom.js";
import { describe, list, tabulate, write } from "./nodes.js";

/** @import {Texts} from "../../data/types.d.ts" */

/**
 * @typedef {import("../../kept/sheets.js").Value} Value
 * @typedef {import("../../kept/sheets.js").Field} Field
 * @typedef {import("../../kept/sheets.js").Column} Column
 * @typedef {Record<string, string>} Row
 */

/** More columns than these are too narrow to read: then each row becomes a list of its own. */
const MOST_COLUMNS = 3;

/** @param {import("../../kept/sheets.js").Entry} entry @param {import("../../kept/sheets.js").Sheet} sheet @param {Texts["planning"]["booklet"]} words */
export function showAnswers({ values }, { fields }, words) {
  const left = new Map(Object.entries(values));
  /** @type {[string, Node][]} */
  const pairs = fields.flatMap((field) => {
    const value = left.get(field.key);
    left.delete(field.key);
    return value === undefined ? [] : [[field.label, show(value, field, words)]];
  });
  // A field that the worksheet no longer has keeps what was written.
  const rest = [...left.values()].map((value) => /** @type {[string, Node]} */ ([words.earlier, show(value, {}, words)]));
  return describe([...pairs, ...rest], "answers");
}

/** By the form of the value, since the field may have had another kind when it was written. @param {Value} value @param {Partial<Field>} field @param {Texts["planning"]["booklet"]} words @returns {Node} */
function show(value, field, words) {
  if (Array.isArray(value)) return showRows(value, field, words);
  if (typeof value !== "object") return tell(String(value), field, words);
  const step = (/** @type {number | undefined} */ one) => (one ? tell(String(one), field, words) : undefined);
  return describe([[words.before, step(value.before)], [words.after, step(value.after)]], "facts");
}

/** One answer in words. @param {string} text @param {Partial<Field>} field @param {Texts["planning"]["booklet"]} words */
function tell(text, { kind, options, low, high }, words) {
  if (kind === "choice") return write(options?.[text] ?? text);
  if (kind === "date" && isDay(text)) return write(date(text));
  if (!/^[1-5]$/.test(text) || (kind !== "rating" && kind !== "before_after")) return write(text);
  return write(fill(low ? words.scale : words.step, { step: text, low, high }));
}

/** @param {Row[]} rows @param {Partial<Field>} field @param {Texts["planning"]["booklet"]} words */
function showRows(rows, { kind, columns = [], rows: names }, words) {
  const isWritten = (/** @type {Row} */ row) => Object.keys(row).length > 0;
  if (kind === "if_then") {
    const parts = /** @type {const} */ (["if", "then"]);
    return list("ul", rows.filter(isWritten).map((row) => describe(parts.map((part) => [words[part], row[part] && write(row[part])]), "facts")));
  }
  if (kind !== "table") return list("ol", rows.filter(isWritten).map((row) => write(Object.values(row).join("\n"))));
  const found = rows.map((row, at) => ({ row, name: names?.[at] ?? "" })).filter(({ row }) => isWritten(row));
  const all = addEarlier(columns, found.map(({ row }) => row), words);
  const cell = (/** @type {Row} */ row, /** @type {Column} */ column) => (row[column.key] ? tell(row[column.key], column, words) : "");
  if (all.length + (names ? 1 : 0) > MOST_COLUMNS) {
    const items = found.map(({ row, name }) => {
      const answers = describe(all.map((column) => [column.label, cell(row, column)]), "facts");
      return name ? make("div", {}, make("strong", {}, name), answers) : answers;
    });
    return list("ol", items);
  }
  const heads = all.map(({ label }) => label);
  const cells = found.map(({ row, name }) => [...(names ? [name] : []), ...all.map((column) => cell(row, column))]);
  return tabulate(names ? ["", ...heads] : heads, cells);
}

/** The columns, and those that the table no longer has. @param {Column[]} columns @param {Row[]} rows @param {Texts["planning"]["booklet"]} words @returns {Column[]} */
function addEarlier(columns, rows, words) {
  const known = columns.map(({ key }) => key);
  const others = [...new Set(rows.flatMap(Object.keys))].filter((key) => !known.includes(key));
  return [...columns, ...others.map((key) => ({ key, kind: /** @type {const} */ ("short"), label: words.earlier }))];
}
