/** Pasted text as a profile has it: what word processors, mails and web pages leave in it is taken away. No DOM. */

/** @import {FormField} from "../../../data/types.d.ts" */

/** Signs of lists. */
const BULLET = /^\s*(?:[\u2022\u00b7\u25aa\u25ab\u25cf\u25cb\u25e6\u2023\u2043\u2219\u2013\u2014*-]|o(?=\t))\s+/;
/** Of a heading, which no text may hold. */
const HEADING = /^\s*#{1,6}\s+/;
const NUMBER = /^\s*\(?(\d{1,2})[.)]\s+/;
/** @type {[RegExp, string][]} */
const SIGNS = [
  [/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n"],
  [/[\u201c\u201d\u201e\u201f\u2033]/g, '"'],
  [/[\u2018\u2019\u201a\u201b\u2032]/g, "'"],
  [/\u2026/g, "..."],
  // Signs that nobody sees, those that turn the direction of writing, and halves of others.
  [/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]|[\ufe00-\ufe0f]|\u034f/gu, ""],
];
/** Blanks of all widths. */
const BLANKS = /[^\S\n]+/g;

/** @param {string} text @returns {string[]} its lines, each in plain signs */
function splitLines(text) {
  // Word takes some signs of lists from a font of its own.
  const bulleted = text.normalize("NFC").replace(/[\uf0a7\uf0b7\uf0d8]/g, "\u2022");
  return SIGNS.reduce((sum, [sign, instead]) => sum.replace(sign, instead), bulleted).split("\n");
}

/** @param {string} line */
const tidy = (line) => line.replace(BLANKS, " ").trim();

/** @param {string} line without what begins an entry of a list */
const strip = (line) => tidy(line.replace(HEADING, "").replace(BULLET, "").replace(NUMBER, ""));

/** @param {string} text @returns {string} one line */
const cleanLine = (text) => tidy(splitLines(text).join(" ")).replace(/^[\u2022\u00b7]\s*/, "");

/** @param {string} text one entry a line @returns {string[]} */
export const cleanLines = (text) => splitLines(text).map(strip).filter(Boolean);

/** @param {string} text @returns {string} paragraphs and lists: a line is a paragraph, or an entry of a list */
function cleanProse(text) {
  let found = "";
  let wasEntry = false;
  for (const raw of splitLines(text)) {
    const number = NUMBER.exec(raw);
    const isEntry = BULLET.test(raw) || Boolean(number);
    const line = isEntry ? strip(raw) : tidy(raw.replace(HEADING, ""));
    if (!line) continue;
    found += found && (isEntry && wasEntry ? "\n" : "\n\n");
    found += number ? `${number[1]}. ${line}` : isEntry ? `- ${line}` : line;
    wasEntry = isEntry;
  }
  return found;
}

/** A number without the sign of a currency and what stands between its thousands. @param {string} text */
function cleanNumber(text) {
  const bare = text.replace(/^(?:[A-Z]{3}|\p{Sc})\s*|\s*(?:[A-Z]{3}|\p{Sc}|%)$/gu, "");
  // As it is written where a comma stands before what is less than one.
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$|^\d{1,3}(?:\.\d{3}){2,}$/.test(bare)) return bare.replaceAll(".", "").replace(",", ".");
  return bare.replace(/(\d)[, '](?=\d{3}(?:\D|$))/g, "$1");
}

/** What stands in the box of a field, tidied. @param {Pick<FormField, "kind" | "many" | "pattern">} field @param {string} text */
export function clean({ kind, many, pattern }, text) {
  if (many) return cleanLines(text).join("\n");
  if (kind === "prose") return cleanProse(text);
  const line = cleanLine(text);
  if (kind === "number" || kind === "whole") return cleanNumber(line);
  // Codes of countries and currencies.
  if (pattern?.startsWith("^[A-Z]") && new RegExp(pattern).test(line.toUpperCase())) return line.toUpperCase();
  return kind === "line" ? line.replace(/^"([^"]*)"$/, "$1") : line.replace(HEADING, "");
}
