/**
 * What is wrong with a profile, by the limits of the one model that the generator checks it by. What only other files
 * can tell, such as whether a title is taken, is left to the check of the proposal. No DOM.
 */
import { checkMarkup, decode } from "./markup.js";
import { isOpen } from "./values.js";
import { isGroup } from "./yaml.js";

/** @import {FormField, FormFile} from "../../../data/types.d.ts" */
/** @typedef {import("./yaml.js").Data} Data */
/** @typedef {(string | number)[]} Loc keys, and places in lists from 0 */
/** @typedef {{loc: Loc, fault: string, values: Record<string, string | number>}} Mistake `fault` names a text of the form */
/** @typedef {Pick<FormFile, "words" | "refused" | "links" | "days">} Rules */

/** @param {string} pattern */
const compile = (pattern) => new RegExp(pattern, pattern.includes("\\u{") ? "u" : "");
/** @type {Map<string, RegExp>} */
const compiled = new Map();
/** @param {string} pattern */
function match(pattern) {
  const found = compiled.get(pattern) ?? compile(pattern);
  compiled.set(pattern, found);
  return found;
}

/** The first that is wrong with a text. @param {FormField} field @param {string} text @param {Rules} rules @returns {Omit<Mistake, "loc"> | null} */
function checkText({ kind, letters }, text, { refused, links }) {
  if (kind === "line" && text.includes("\n")) return { fault: "one_line", values: {} };
  const found = [...text].length;
  if (letters && found > letters) return { fault: "long", values: { found, high: letters } };
  for (const one of refused) {
    const sign = one.kinds.includes(kind) && (match(one.pattern).exec(text) ?? match(one.pattern).exec(decode(text)));
    if (sign) return { fault: one.fault, values: { text: sign[0] } };
  }
  return kind === "text" || kind === "prose" ? checkMarkup(kind, text, links) : null;
}

/** @param {FormField} field @param {string} text @returns {Omit<Mistake, "loc"> | null} */
function checkNumber({ kind, low, high, above }, text) {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return { fault: "number", values: { text } };
  // As half of the world writes thousands; nothing is published to three digits.
  if (/^-?\d{1,3}\.\d{3}$/.test(text)) return { fault: "thousands", values: { text, plain: text.replace(".", "") } };
  if (kind === "whole" && text.includes(".")) return { fault: "whole", values: { text } };
  const number = Number(text);
  if (low !== undefined && number < low) return { fault: "low", values: { text, low } };
  if (above !== undefined && number <= above) return { fault: "above", values: { text, above } };
  if (high !== undefined && number > high) return { fault: "high", values: { text, high } };
  return null;
}

/** @param {string} text @param {Rules["days"]} days */
function checkDay(text, [first, last]) {
  const day = new Date(`${text}T12:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return isDay && text >= first && text <= last ? null : { fault: "day", values: { text } };
}

/** @param {FormField} field @param {string} text @param {Rules} rules @returns {Omit<Mistake, "loc"> | null} */
function checkValue(field, text, rules) {
  if (field.kind === "number" || field.kind === "whole") return checkNumber(field, text);
  if (field.kind === "day") return checkDay(text, rules.days);
  if (field.kind === "word") {
    const known = rules.words[field.words ?? ""];
    const hasForm = !field.pattern || match(field.pattern).test(text);
    const isKnown = known ? known.some(({ key }) => key === text) : hasForm;
    return isKnown ? null : { fault: isOpen(field) ? (hasForm ? "new_word" : "pattern") : "word", values: { text } };
  }
  if (field.pattern && !match(field.pattern).test(text)) return { fault: "pattern", values: { text } };
  return checkText(field, text, rules);
}

/** @param {Data | undefined} value @returns {value is undefined} whether nothing is written there */
const isNothing = (value) => value === undefined || value === null || (typeof value === "string" && !value.trim());

/** @param {FormField} field @param {Data} value @param {Loc} loc @param {Rules} rules @returns {Generator<Mistake>} */
function* checkList(field, value, loc, rules) {
  const entries = Array.isArray(value) ? value : [];
  const { least = 0, most = Infinity } = field;
  if (entries.length < least) yield { loc, fault: "few", values: { found: entries.length, count: least } };
  if (entries.length > most) yield { loc, fault: "many", values: { found: entries.length, most } };
  const one = { ...field, many: false, required: true };
  const seen = new Set();
  // What was pasted by mistake may be a whole book: of its lines those are judged that there may be.
  for (const [at, entry] of entries.slice(0, most).entries()) {
    yield* checkField(one, entry, [...loc, at], rules);
    if (typeof entry !== "string") continue;
    if (seen.has(entry.trim())) yield { loc: [...loc, at], fault: "twice", values: { text: entry } };
    seen.add(entry.trim());
  }
}

/** @param {FormField} field @param {Data | undefined} value @param {Loc} loc @param {Rules} rules @returns {Generator<Mistake>} */
function* checkField(field, value, loc, rules) {
  const isGroupAlone = field.kind === "group" && !field.many;
  if (isNothing(value)) {
    // What is missing of a group is all that it asks for.
    if (field.required && isGroupAlone) yield* checkFields(field.fields ?? [], {}, loc, rules);
    else if (field.required) yield { loc, fault: "missing", values: {} };
  } else if (field.keyed) {
    const [name, entry] = field.fields ?? [];
    for (const [key, one] of Object.entries(value)) {
      const mistake = key ? checkValue(name, key, rules) : { fault: "missing", values: {} };
      if (mistake) yield { loc: [...loc, key], ...mistake };
      yield* checkField({ ...entry, required: true }, one, [...loc, key], rules);
    }
  } else if (field.many) yield* checkList(field, value, loc, rules);
  else if (isGroupAlone) yield* checkFields(field.fields ?? [], isGroup(value) ? value : {}, loc, rules);
  else {
    const mistake = checkValue(field, String(value).trim(), rules);
    if (mistake) yield { loc, ...mistake };
  }
}

/** @param {FormField[]} fields @param {{[key: string]: Data}} data @param {Loc} loc @param {Rules} rules @returns {Generator<Mistake>} */
function* checkFields(fields, data, loc, rules) {
  for (const field of fields) yield* checkField(field, data[field.key], [...loc, field.key], rules);
}

/** @param {FormField[]} fields @param {{[key: string]: Data}} data @param {Rules} rules @returns {Mistake[]} in the order of the fields */
export const check = (fields, data, rules) => [...checkFields(fields, data, [], rules)];
