/** How a guide will read: its headings and texts, put together from what stands in the form. Nothing in it is read as HTML. */
import { items, make } from "../../site/dom.js";
import { list } from "../../language/words.js";
import { ENTRY } from "./writing/markup.js";

/** @import {FormField, FormFile} from "../../data/types.d.ts" */
/** @typedef {import("./writing/yaml.js").Data} Data */

/** Emphasis and links, with what stands in them. */
const MARKED = /\*\*(.+?)\*\*|(^|[^\w*])\*([^\s*][^*]*?)\*(?![\w*])|\[([^[\]]+)\]\(([^()\s]+)\)/g;
const NUMBERED = /^\d/;

/** @param {string} text @returns {(string | Node)[]} */
function writeInline(text) {
  /** @type {(string | Node)[]} */
  const found = [];
  let at = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, strong, before = "", emphasis, label, target] = match;
    found.push(text.slice(at, match.index) + before);
    if (strong) found.push(make("strong", {}, strong));
    else if (emphasis) found.push(make("em", {}, emphasis));
    // What leads to a page here is shown as a link would be, but leads nowhere: the page may not be there yet.
    else if (/^https:\/\/[^\s<>"]+$/.test(target)) found.push(make("a", { href: target, rel: "noopener", target: "_blank" }, label));
    else found.push(make("u", { title: target }, label));
    at = match.index + whole.length;
  }
  found.push(text.slice(at));
  return found;
}

/** @param {string} text paragraphs and lists @returns {Node[]} */
function writeProse(text) {
  /** @type {Node[]} */
  const found = [];
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split("\n").map((line) => line.trim());
    if (!lines.every((line) => ENTRY.test(line))) found.push(make("p", {}, ...writeInline(lines.join(" "))));
    else found.push(make(NUMBERED.test(lines[0]) ? "ol" : "ul", {}, ...lines.map((line) => make("li", {}, ...writeInline(line.replace(ENTRY, ""))))));
  }
  return found;
}

/** @param {FormField} field @param {string} value @param {FormFile["words"]} words */
const nameValue = (field, value, words) => words[field.words ?? ""]?.find(({ key }) => key === value)?.label ?? value;

/** @param {FormField} field @param {Data} value @param {FormFile["words"]} words @returns {Node[]} */
function writeValue(field, value, words) {
  const { fields = [] } = field;
  if (field.keyed) return [make("ul", {}, ...items(Object.entries(value).map(([key, one]) => `${nameValue(fields[0], key, words)}: ${list([one].flat().map(String), "unit")}`)))];
  if (Array.isArray(value) && field.kind === "group") return [make("ul", {}, ...value.map((row) => make("li", {}, ...writeGroup(fields, row, words))))];
  if (Array.isArray(value)) {
    if (field.kind === "word" || field.kind === "line") return [make("p", {}, list(value.map((one) => nameValue(field, String(one), words)), "unit"))];
    return [make("ul", {}, ...value.map((one) => make("li", {}, ...writeInline(String(one)))))];
  }
  if (field.kind === "group") return writeGroup(fields, value, words);
  if (field.kind === "prose") return writeProse(String(value));
  return [make("p", {}, ...(field.kind === "text" ? writeInline(String(value)) : [nameValue(field, String(value), words)]))];
}

/** @param {FormField[]} fields @param {Data} data @param {FormFile["words"]} words @returns {Node[]} */
function writeGroup(fields, data, words) {
  const group = /** @type {{[key: string]: Data}} */ (data);
  return fields.flatMap((field) => {
    const value = group[field.key];
    return value === undefined ? [] : [make("div", {}, make("strong", {}, field.label), ...writeValue(field, value, words))];
  });
}

/** @param {FormField[]} fields @param {{[key: string]: Data}} data @param {FormFile["words"]} words @returns {Node[]} */
export function makePreview(fields, data, words) {
  const [title, ...others] = fields.filter(({ key }) => data[key] !== undefined);
  if (!title) return [];
  const head = make("h3", {}, String(data[title.key]));
  return [head, ...others.flatMap((field) => [make("h4", {}, field.label), ...writeValue(field, data[field.key], words)])];
}
