/** What is wrong with a text in which stars and links are read, as far as one sees it without a parser. No DOM. */

/** @import {FormFile} from "../../../data/types.d.ts" */
/** @typedef {{fault: string, values: Record<string, string | number>}} Fault */

/** What CommonMark reads and no text may hold: headings, quotes, tables, rules, code, pictures, addresses that stand elsewhere, and lists that begin late. */
const OUTSIDE = /^ {0,3}(?:#{1,6}\s.*|>.*|(?:```|~~~).*|\|.*|(?:\*\s*){3,}$|(?:-\s*){3,}$|\[[^\]]+\]:\s?.*|\d{3,}[.)]\s.*)|^ {4,}\S.*|`[^`]+`|!\[[^\]]*\]|\[[^\]]+\]\[[^\]]*\]/m;
const STRONG = /\*\*(?=\S)(?:[^*]|\*(?!\*))*?\S\*\*/g;
/** How a line of a list begins. */
export const ENTRY = /^(?:[-*+]|\d+[.)])\s+/m;
/** @type {Record<string, string>} */
const NAMED = { amp: "&", gt: ">", lbrace: "{", lcub: "{", lt: "<", rbrace: "}", rcub: "}" };
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi;
const SHOWN_HOST = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:\/\S*)?$/i;
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** @param {string} text with references in the place of signs, as web pages have them @returns {string} as lenient readers take it */
export function decode(text) {
  const one = (/** @type {string} */ whole, /** @type {string} */ decimal, /** @type {string} */ hexadecimal, /** @type {string} */ name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return name ? (NAMED[name.toLowerCase()] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  };
  let found = text;
  for (let round = 0; round < 4; round++) found = found.replace(REFERENCE, one);
  return found;
}

/** Whether a host is one that readers can know and reach. @param {string} host */
function isHost(host) {
  if (host.includes("@") || /^[\d.]+(?::|$)|^\[|^[^.]*$/.test(host)) return false;
  return host.split(".").every((part) => ALIKE.filter((script) => script.test(part)).length < 2);
}

/** @param {string} host */
const bare = (host) => host.toLowerCase().replace(/^www\./, "");

/** @param {string} label @param {string} target @param {string[]} patterns */
function isLink(label, target, patterns) {
  const host = /^https:\/\/([^/?#]*)/.exec(target)?.[1];
  const shown = SHOWN_HOST.exec(label.trim())?.[1];
  if (!label || (host !== undefined && !isHost(host)) || (host && shown && bare(host) !== bare(shown))) return false;
  return patterns.some((pattern) => new RegExp(pattern).test(target));
}

/** @param {"text" | "prose"} kind @param {string} text @param {FormFile["links"]} links @returns {Fault | null} */
export function checkMarkup(kind, text, { found, half, targets }) {
  const outside = OUTSIDE.exec(text);
  if (outside) return { fault: "outside", values: { text: outside[0].trim() } };
  const link = new RegExp(found, "g");
  for (const [, label, target] of text.matchAll(link)) if (!isLink(label, target, targets)) return { fault: "target", values: { text: target } };
  // Signs before which a backslash stands are meant.
  const rest = text.replace(link, "x").replace(/\\[!-/:-@[-`{-~]/g, "");
  const none = new RegExp(half).exec(rest);
  if (none) return { fault: "half", values: { text: none[0] } };
  if (rest.replace(STRONG, "").includes("**")) return { fault: "stars", values: {} };
  return kind === "text" && (/\n\s*\n/.test(text) || ENTRY.test(text)) ? { fault: "paragraphs", values: {} } : null;
}
