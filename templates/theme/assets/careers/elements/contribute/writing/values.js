/**
 * What stands in the form, and what comes of it. In the form each box holds a text: of a list, one entry a line; what is
 * written by key is a list of rows. In a file nothing stands that was not written. No DOM.
 */
import { clean, cleanLines } from "./clean.js";

/** @import {FormField} from "../../../data/types.d.ts" */
/** @typedef {import("./yaml.js").Data} Data */
/** @typedef {string | string[] | Draft | Draft[]} Entry @typedef {{[key: string]: Entry | undefined}} Draft what stands in the form, by field */

/** The end of a line in a file after which the paragraph, or the entry of a list, goes on. */
const GOES_ON = /(\S)[ \t]*\n[ \t]*(?=\S)(?!(?:[-*+]|\d+[.)])\s)/g;

/** Lists that grow with what is written, such as countries: a word of theirs may be new. */
const OPEN = new Set(["classifications", "regions", "sources"]);

/** Whether one may write a word that is in no list yet. @param {FormField} field */
export const isOpen = ({ words = "" }) => OPEN.has(words);

/** Whether it is written as one box with an entry a line. @param {FormField} field */
export const isLines = (field) => Boolean(field.many && field.kind !== "group" && field.kind !== "word");

/** Whether it is a list of groups, each with its own boxes. @param {FormField} field */
export const isRows = (field) => Boolean(field.many && field.kind === "group");

/** Whether a list has to be there, but may say that there is nothing: "" is ticked then. @param {FormField} field */
export const mayBeEmpty = ({ required, least }) => required && !least;

/** @param {Entry | undefined} value @returns {Draft[]} */
export const listRows = (value) => (Array.isArray(value) ? value.filter((row) => typeof row === "object") : []);

/** @param {Entry | undefined} value @returns {Draft} */
export const readGroup = (value) => (typeof value === "object" && !Array.isArray(value) ? value : {});

/** @param {FormField} field @param {Entry | undefined} value @returns {Data | undefined} */
function toValue(field, value) {
  if (isRows(field)) {
    const rows = listRows(value).map((row) => toData(field.fields ?? [], row)).filter((row) => row !== undefined);
    if (!field.keyed) return rows.length ? rows : undefined;
    const pairs = rows.map(({ key = "", value: one = "" }) => [String(key), one]);
    return pairs.length ? Object.fromEntries(pairs) : undefined;
  }
  if (field.kind === "group") return toData(field.fields ?? [], readGroup(value));
  if (field.kind === "word" && field.many) {
    const chosen = Array.isArray(value) ? /** @type {string[]} */ (value) : [];
    const words = chosen.filter(Boolean);
    return words.length || (mayBeEmpty(field) && chosen.length) ? words : undefined;
  }
  const text = typeof value === "string" ? value : "";
  if (!isLines(field)) return clean(field, text) || undefined;
  // Codes stand side by side.
  const lines = cleanLines(field.pattern ? text.replace(/[,;\s]+/g, "\n") : text);
  return lines.length ? lines : undefined;
}

/** @param {FormField[]} fields @param {Draft} draft @returns {{[key: string]: Data} | undefined} nothing where nothing is written */
export function toData(fields, draft) {
  const found = fields.map((field) => /** @type {const} */ ([field.key, toValue(field, draft[field.key])])).filter(([, value]) => value !== undefined);
  return found.length ? /** @type {{[key: string]: Data}} */ (Object.fromEntries(found)) : undefined;
}

/** @param {FormField} field @param {Data} value @returns {Entry} */
function fromValue(field, value) {
  const { fields = [] } = field;
  if (field.keyed) return Object.entries(value).map(([key, one]) => fromData(fields, { key, value: one }));
  if (isRows(field)) return (Array.isArray(value) ? value : []).map((row) => fromData(fields, /** @type {{[key: string]: Data}} */ (row)));
  if (field.kind === "group") return fromData(fields, /** @type {{[key: string]: Data}} */ (value));
  if (Array.isArray(value) && field.kind === "word") return value.length || !mayBeEmpty(field) ? value.map(String) : [""];
  if (Array.isArray(value)) return value.join("\n");
  return field.kind === "prose" ? String(value).replace(GOES_ON, "$1 ") : String(value);
}

/** What stands in the form for what stands in a file. @param {FormField[]} fields @param {{[key: string]: Data}} data @returns {Draft} */
export const fromData = (fields, data) => Object.fromEntries(fields.flatMap((field) => (data[field.key] === undefined ? [] : [[field.key, fromValue(field, data[field.key])]])));

/** The fields that have to be filled, each with where it is; a list of groups is one. @param {FormField[]} fields @param {(string | number)[]} [loc] @returns {(string | number)[][]} */
export const listRequired = (fields, loc = []) =>
  fields
    .filter(({ required }) => required)
    .flatMap((field) => (field.kind === "group" && !field.many ? listRequired(field.fields ?? [], [...loc, field.key]) : [[...loc, field.key]]));

/** Whether a place lies within another. @param {(string | number)[]} loc @param {(string | number)[]} whole */
export const isWithin = (loc, whole) => whole.every((step, at) => loc[at] === step);
