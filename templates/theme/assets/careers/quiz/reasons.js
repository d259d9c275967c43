/** Why an occupation is on the list, in sentences built from the reader's own answers. */
import { fill } from "../words.js";
import { html } from "../nodes.js";
import { explain, findLever } from "./matching.js";
import { SCALES } from "./scoring.js";

/**
 * @typedef {import("./answers.js").Item} Item
 * @typedef {object} Reader
 * @property {number[]} means
 * @property {number[]} unit centred unit vector of the means
 * @property {Item[]} items the items of the form
 * @property {Map<string, number>} answers
 */

/** Scales named on each side, and items named for each. */
const SCALES_NAMED = 2;
const ITEMS_NAMED = 2;

/**
 * "Repair a bicycle" as part of a sentence; "TV ..." keeps its capitals.
 *
 * @param {string} text
 */
const join = (text) => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text[0].toLowerCase() + text.slice(1)).replace(/\.$/, "");

/**
 * The items of a scale that the reader rated at its end: 4 and 5, or 1 and 2; the strongest first.
 *
 * @param {Reader} reader
 * @param {number} scale
 * @param {boolean} liked
 */
function findItems({ items, answers }, scale, liked) {
  /** @param {Item} item */
  const lean = (item) => ((answers.get(item.key) ?? 3) - 3) * (liked ? 1 : -1);
  return items
    .filter((item) => item.scale === SCALES[scale] && lean(item) > 0)
    .sort((a, b) => lean(b) - lean(a))
    .slice(0, ITEMS_NAMED);
}

/**
 * One paragraph each: for, against, what would change it.
 *
 * @param {Reader} reader
 * @param {number[]} unit the occupation's centred unit vector
 * @param {"strong" | "possible"} band
 * @param {Record<string, any>} text
 * @param {string[]} labels
 */
export function giveReasons(reader, unit, band, text, labels) {
  const pulls = explain(reader.unit, unit);
  /** @param {typeof pulls[number]} pull */
  const tell = ({ scale, pull, liked }) => {
    const kind = `${liked ? "liked" : "disliked"}_${liked === pull > 0 ? "asked" : "unasked"}`;
    const items = findItems(reader, scale, liked).map((item) => join(item.text));
    const sentence = items.length ? text.why[kind] : text.why_bare[kind];
    return fill(sentence, { scale: labels[scale], items: items.join(text.separator) });
  };
  /** @type {(side: typeof pulls, none: string) => string} */
  const tellAll = (side, none) => side.slice(0, SCALES_NAMED).map(tell).join(" ") || none;
  const { scale, more } = findLever(reader.means, unit, band === "strong" ? -1 : 1);
  const change = text[`${band === "strong" ? "fall" : "rise"}_${more ? "more" : "less"}`];
  /** @type {[string, string][]} */
  const lines = [
    [text.for, tellAll(pulls.filter(({ pull }) => pull > 0), text.nothing_for)],
    [text.against, tellAll(pulls.filter(({ pull }) => pull < 0), text.nothing_against)],
    [text.change, fill(change, { scale: labels[scale] })],
  ];
  return lines.map(([name, reason]) => html("p", {}, html("strong", {}, name), " ", reason));
}

