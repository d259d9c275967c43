/**
 * How something from elsewhere gets into a worksheet: first it is shown what would happen, then it is done, then it can
 * be taken back. What the reader wrote is never written over.
 */
import { loadPlanning } from "../../data/planning.js";
import { MOST_ROWS } from "../../kept/sheets.js";
import { MOST_LETTERS, MOST_SHORT } from "../../site/constants.js";
import { button, findAll, items, link, make } from "../../site/dom.js";
import { fill, list } from "../../language/words.js";
import { readField } from "./fields.js";

/** @typedef {import("../../kept/sheets.js").Value} Value @typedef {import("./element.js").CareerSheet} CareerSheet @typedef {Awaited<ReturnType<typeof loadWords>>} Words */

/** A list of links to assessments, with a sentence before it. @param {string} sentence @param {import("../../data/collection.js").Quiz[]} quizzes */
export const offerQuizzes = (sentence, quizzes) => [
  make("p", {}, sentence),
  make("ul", {}, ...items(quizzes.map(({ url, title }) => link(url, title)))),
];

/** The sentences of the fills. */
export const loadWords = async () => (await loadPlanning()).text.sheet;

/** Lines as a field of a kind holds them. @param {string} kind @param {string[]} lines @returns {Value | undefined} */
export function shape(kind, lines) {
  if (!lines.length) return undefined;
  if (kind === "list") return lines.map((text) => ({ text }));
  const text = lines.join(kind === "long" ? "\n" : " ");
  return kind === "long" ? text.slice(0, MOST_LETTERS) : text.slice(0, MOST_SHORT);
}

/** @param {Record<string, string>[]} rows @param {Record<string, string>} row whether a row of the same first cell is there */
function isThere(rows, row) {
  const [[column, text]] = Object.entries(row);
  return rows.some((one) => (one[column] ?? "").trim().toLowerCase() === text.trim().toLowerCase());
}

/**
 * What becomes of a field.
 *
 * @param {Value | undefined} old what the reader wrote @param {Value} offered @param {string} kind
 * @returns {{way: "empty" | "below" | "there" | "kept" | "long", value?: Value, added?: Value}} `added`: what of it is new
 */
function merge(old, offered, kind) {
  if (old === undefined) return { way: "empty", value: offered, added: offered };
  if (Array.isArray(old) && Array.isArray(offered)) {
    const fresh = offered.filter((row) => !isThere(old, row)).slice(0, MOST_ROWS - old.length);
    if (fresh.length) return { way: "below", value: [...old, ...fresh], added: fresh };
    return { way: offered.every((row) => isThere(old, row)) ? "there" : "long" };
  }
  if (typeof old !== "string" || typeof offered !== "string") return { way: "kept" };
  if (old.includes(offered)) return { way: "there" };
  if (kind !== "long") return { way: "kept" };
  const value = `${old.trimEnd()}\n\n${offered}`;
  return value.length <= MOST_LETTERS ? { way: "below", value, added: offered } : { way: "long" };
}

/** @param {Value | undefined} value as lines to read @returns {string[]} */
const tell = (value) => (Array.isArray(value) ? value.map((row) => Object.values(row).join(" · ")) : value === undefined ? [] : String(value).split("\n"));

/** @param {HTMLElement} field */
const nameField = (field) => field.querySelector(".cg-sheet__label")?.textContent?.trim() ?? "";

/**
 * Shows what would be written where, with a button that does it.
 *
 * @param {CareerSheet} sheet @param {Element} place @param {Record<string, Value | undefined>} offers by field @param {Words} text the sentences
 */
export function propose(sheet, place, offers, text) {
  const plans = Object.entries(offers).flatMap(([key, offered]) => {
    const [field] = findAll(sheet, `[data-field="${key}"]`);
    if (!field || offered === undefined) return [];
    return { field, ...merge(readField(field), offered, field.dataset.kind ?? "") };
  });
  const todo = plans.filter(({ value }) => value !== undefined);
  const parts = plans.flatMap(({ field, way, added }) => [
    make("dt", {}, nameField(field)),
    make("dd", {}, make("em", {}, text.way[way]), ...tell(added).flatMap((line) => [make("br"), line])),
  ]);
  const apply = () => {
    const before = todo.map(({ field }) => /** @type {import("./element.js").Change} */ ([field, readField(field)]));
    sheet.put(todo.map(({ field, value }) => [field, value]));
    sheet.closePanel();
    const filled = todo.map(({ field }) => JSON.stringify(readField(field)));
    const undo = () => {
      // What the reader has changed since stays.
      sheet.put(before.filter(([field], at) => JSON.stringify(readField(field)) === filled[at]));
      return sheet.find("fill-in");
    };
    sheet.offerUndo(fill(text.filled, { fields: list(todo.map(({ field }) => `“${nameField(field)}”`)) }), undo, sheet.find("tools").lastElementChild ?? undefined);
  };
  const doIt = todo.length ? [button(text.fill_in, apply, "cg-part__button--main")] : [];
  place.replaceChildren(
    make("p", {}, text[todo.length ? "will" : "nothing"]),
    make("dl", { className: "cg-sheet__offer" }, ...parts),
    make("p", { className: "cg-part__actions" }, ...doIt, button(text.cancel, () => sheet.closePanel())),
  );
}
