/** A profile as YAML, so that the generator reads exactly what was given. No DOM. */
import { ENTRY } from "./markup.js";

/** @import {FormField} from "../../../data/types.d.ts" */
/** @typedef {string | Data[] | {[key: string]: Data}} Data what stands in a file: every value is a text there */

/** Letters of a line at most. */
const WIDTH = 120;
/** What lines within a field are indented by. */
const STEP = "  ";
/** What other programs take for something else than a text. */
const SPECIAL = /^(?:y|n|yes|no|on|off|true|false|null|none|nan|inf|~)$/i;
/** Keys, codes, numbers and days. */
const BARE = /^[\p{L}\p{N}](?:[\w./-]*[\w])?$/u;
/** A text that needs no quotes: it begins with a letter, and holds nothing that YAML reads. */
const PLAIN = /^(?:\p{L}|\d+\p{L}*[ -]\p{L})(?:(?!: |:$| #)[^\n\t])*$/u;
/** What at the beginning of a line would begin a list, a heading, a quote or a rule. */
const SIGN = /^(?:[-+*>#=|~`?:!&%@]|\d+[.)])/;
/** Signs that nobody sees, halves of others, and what some programs take for the end of a line. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** @param {string} sign */
function writeSign(sign) {
  const code = sign.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** @param {string} text in double quotes */
const quote = (text) => JSON.stringify(text).replace(UNSEEN, writeSign);

/** @param {string} text @returns {string} a word of a list, a code, a number */
const writeWord = (text) => (BARE.test(text) && !SPECIAL.test(text) ? text : quote(text));

/** @param {string} text one line of words @returns {string[]} lines that one reads as that line */
function wrap(text, width = WIDTH) {
  const lines = [""];
  // A blank that stands alone can be the end of a line; not before what would begin something there.
  for (const word of text.replace(/([^ ]) (?=[^ ])/g, "$1\n").split("\n")) {
    const line = lines[lines.length - 1];
    if (line && line.length + 1 + word.length > width && !SIGN.test(word)) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

/** @param {string} text @param {string} indent @returns {string} what stands behind a key or a list's sign */
function writeText(text, indent) {
  const trimmed = text.trim();
  const room = WIDTH - indent.length;
  // What has to be escaped can only stand in quotes, on one line; no field that the form checks keeps it.
  if (trimmed.search(UNSEEN) >= 0) return quote(trimmed);
  const lines = trimmed.split("\n");
  if (lines.some((line) => ENTRY.test(line.trim()))) {
    // Each line as it is: a list is no paragraph.
    return ["|-", ...lines.map((line) => line.trimEnd() && indent + line.trimEnd())].join("\n");
  }
  if (lines.length === 1 && trimmed.length <= room) return PLAIN.test(trimmed) && !SPECIAL.test(trimmed) ? trimmed : quote(trimmed);
  // Folded: a blank line is a new paragraph, and the generator reads it as one.
  const paragraphs = trimmed.split(/\n(?:[ \t]*\n)*/);
  return [">-", paragraphs.map((one) => wrap(one.trim(), room).map((line) => indent + line).join("\n")).join("\n\n")].join("\n");
}

/** @param {FormField} field @param {Data} value @param {string} indent */
const writeOne = (field, value, indent) => (["line", "text", "prose"].includes(field.kind) && !field.pattern ? writeText(String(value), indent) : writeWord(String(value)));

/** @param {Data} value @returns {value is {[key: string]: Data}} */
export const isGroup = (value) => typeof value === "object" && !Array.isArray(value);

/** The lines of one field, without the blanks before its key. @param {FormField} field @param {Data} value @param {string} indent of its key @returns {string} */
function writeField(field, value, indent) {
  const inner = indent + STEP;
  if (field.keyed && isGroup(value)) {
    const [, entry] = field.fields ?? [];
    return [`${field.key}:`, ...Object.entries(value).map(([key, one]) => `${inner}${writeField({ ...entry, key: writeWord(key) }, one, inner)}`)].join("\n");
  }
  if (Array.isArray(value)) {
    const isShort = field.kind === "word" || (field.kind === "line" && field.pattern);
    const flow = `${field.key}: [${value.map((one) => writeWord(String(one))).join(", ")}]`;
    if (!value.length || (isShort && flow.length + indent.length <= WIDTH)) return flow;
    return [`${field.key}:`, ...value.map((one) => `${inner}- ${writeEntry(field, one, inner + STEP)}`)].join("\n");
  }
  if (isGroup(value)) return [`${field.key}:`, ...writeFields(field.fields ?? [], value, inner)].join("\n");
  return `${field.key}: ${writeOne(field, value, inner)}`;
}

/** One entry of a list, which begins behind the list's sign. @param {FormField} field @param {Data} value @param {string} indent @returns {string} */
const writeEntry = (field, value, indent) => (isGroup(value) ? writeFields(field.fields ?? [], value, indent).join("\n").trimStart() : writeOne(field, value, indent));

/** @param {FormField[]} fields @param {{[key: string]: Data}} data @param {string} indent @returns {string[]} */
const writeFields = (fields, data, indent) => fields.flatMap((field) => (Object.hasOwn(data, field.key) ? `${indent}${writeField(field, data[field.key], indent)}` : []));

/** @param {FormField[]} fields in the order in which they are written @param {{[key: string]: Data}} data @returns {string} lines of `key: value` */
export const writeYaml = (fields, data) => `${writeFields(fields, data, "").join("\n")}\n`;
