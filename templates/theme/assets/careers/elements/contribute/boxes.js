/** One field of the form: what it is called, what belongs there, where it is typed, and what is wrong with it. */
import { make } from "../../site/dom.js";
import { fill } from "../../language/words.js";
import { MOST_SHORT } from "../../site/constants.js";
import { isLines, isOpen, isRows, listRows, mayBeEmpty, readGroup } from "./writing/values.js";

/** @import {Choice, FormField, FormFile} from "../../data/types.d.ts" */
/** @typedef {import("./writing/values.js").Entry} Entry @typedef {import("./writing/values.js").Draft} Draft */

/**
 * @typedef {object} Frame what all fields of one form share
 * @property {FormFile["text"]} text
 * @property {(list: string) => Choice[]} choose the words of a list
 * @property {(field: FormField, rows: Draft[], path: string) => HTMLElement} makeRows
 */

/** Longer lists of words say only what each is called. */
const FEW = 7;
/** Letters that a line of the form shows. */
const LONG = 100;
/** What one chooses who writes a word that is not in the list. */
const OTHER = "+";
/** Lines of a box. */
const ROWS = { lines: 5, prose: 7, text: 2 };

/** @param {string} path of a field, such as `routes/0/name` */
export const makeId = (path) => `guide-${path.replaceAll("/", "-")}`;

/** The marks that tell readers which fields have to be filled. @param {FormField} field @param {Frame} frame */
const makeMark = ({ required }, { text }) => make("span", { className: "cg-contribute__mark", textContent: required ? text.needed : text.optional });

/** What belongs into a field. @param {FormField} field @param {string} id @param {Frame} frame */
function makeHelp(field, id, { text }) {
  const { help, example, least = 0, most } = field;
  const count = !isLines(field) ? "" : most && least ? fill(text.between, { least, most }) : most ? fill(text.at_most, { most }) : least > 1 ? fill(text.at_least, { least }) : "";
  const parts = [help, isLines(field) ? text.lines : "", count].filter(Boolean);
  const note = make("p", { className: "cg-part__note", id: `${id}-help` }, parts.join(" "));
  if (example) note.append(make("span", { className: "cg-contribute__example" }, fill(text.example, { example })));
  return note;
}

/** Where it is said what is wrong. @param {string} id */
const makeFault = (id) => make("p", { className: "cg-contribute__fault", id: `${id}-fault`, hidden: true });

/** @param {FormField} field @param {Frame} frame */
function makeOptions(field, { choose, text }) {
  const choices = choose(field.words ?? "");
  const isShort = choices.length <= FEW;
  return [new Option(text.choose, ""), ...choices.map(({ key, label, help }) => new Option(isShort && help ? fill(text.meaning, { label, help }) : label, key))];
}

/** @param {FormField} field @param {string} value @param {Frame} frame @returns {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */
function makeBox(field, value, frame) {
  const { kind } = field;
  if (kind === "word") {
    const select = make("select", {}, ...makeOptions(field, frame));
    if (isOpen(field)) select.append(new Option(frame.text.other, OTHER));
    select.value = value;
    return isOpen(field) && select.value !== value ? make("input", { type: "text", value }) : select;
  }
  if (isLines(field) && !field.pattern) return make("textarea", { rows: ROWS.lines, value });
  if (kind === "prose" || kind === "text") return make("textarea", { rows: ROWS[kind], value });
  // A line that one could not see at once.
  if (kind === "line" && (field.letters ?? 0) > LONG && (field.letters ?? 0) < MOST_SHORT) return make("textarea", { rows: ROWS.text, value });
  if (kind === "day") return make("input", { type: "date", value });
  const inputMode = kind === "number" || kind === "whole" ? "decimal" : "text";
  // Codes stand side by side.
  return make("input", { type: "text", inputMode, value: value.replaceAll("\n", ", ") });
}

/** Several words of a list. @param {FormField} field @param {string[]} chosen @param {string} path @param {Frame} frame */
function makeChecks(field, chosen, path, frame) {
  const id = makeId(path);
  const box = make("fieldset", { className: "cg-contribute__checks", id, tabIndex: -1 }, make("legend", {}, field.label, " ", makeMark(field, frame)), makeHelp(field, id, frame));
  box.dataset.field = path;
  box.setAttribute("aria-describedby", `${id}-help ${id}-fault`);
  const list = make("div", { className: "cg-contribute__words" });
  list.dataset.words = field.words ?? "";
  const choices = [...frame.choose(field.words ?? "")];
  if (mayBeEmpty(field)) choices.push({ key: "", label: frame.text.none });
  list.append(...choices.map((choice) => makeCheck(choice, chosen.includes(choice.key))));
  box.append(list, makeFault(id));
  return box;
}

/** @param {Choice} choice @param {boolean} checked */
export const makeCheck = ({ key, label, help }, checked) => make("label", { title: help ?? "" }, make("input", { type: "checkbox", value: key, checked }), ` ${label}`);

/** @param {FormField} field @param {string} value @param {string} path @param {Frame} frame */
function makeSimple(field, value, path, frame) {
  const id = makeId(path);
  const dress = (/** @type {ReturnType<typeof makeBox>} */ box) => {
    box.id = id;
    box.dataset.field = path;
    box.autocomplete = "off";
    box.required = field.required;
    box.setAttribute("aria-describedby", `${id}-help ${id}-fault`);
    return box;
  };
  const box = dress(makeBox(field, value, frame));
  box.addEventListener("input", (event) => {
    if (box.value !== OTHER || !(box instanceof HTMLSelectElement)) return;
    event.stopPropagation();
    const line = dress(make("input", { type: "text" }));
    box.replaceWith(line);
    line.focus();
    // What was chosen before is no longer what stands there.
    line.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return make("div", { className: "cg-contribute__field" }, make("label", { htmlFor: id }, field.label, " ", makeMark(field, frame)), makeHelp(field, id, frame), box, makeFault(id));
}

/** A field with what stands in it. @param {FormField} field @param {Entry | undefined} value @param {string} path @param {Frame} frame @returns {HTMLElement} */
export function makeField(field, value, path, frame) {
  if (isRows(field)) return frame.makeRows(field, listRows(value), path);
  if (field.kind === "word" && field.many) return makeChecks(field, Array.isArray(value) ? value.map(String) : [], path, frame);
  if (field.kind !== "group") return makeSimple(field, typeof value === "string" ? value : "", path, frame);
  const id = makeId(path);
  const group = make("fieldset", { className: "cg-contribute__group", id, tabIndex: -1 }, make("legend", {}, field.label, " ", makeMark(field, frame)), makeHelp(field, id, frame));
  group.dataset.field = path;
  const inner = readGroup(value);
  group.append(makeFault(id), ...(field.fields ?? []).map((one) => makeField(one, inner[one.key], `${path}/${one.key}`, frame)));
  return group;
}
