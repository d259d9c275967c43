/** Why an occupation is on the list, from the reader's own answers. */
import { fill, list } from "../words.js";
import { SCALES, explain, findLever } from "./scoring.js";

/**
 * @typedef {object} Reader
 * @property {number[]} means
 * @property {number[]} unit
 * @property {import("./answers.js").Item[]} items
 * @property {import("./answers.js").Answers} answers
 */

/** Scales to name on each side, and items on each. */
const NAMED = 2;

/** Inside a sentence. @param {string} text */
const inline = (text) => (/^\p{Lu}{2}/u.test(text) ? text : text[0].toLowerCase() + text.slice(1)).replace(/\.$/, "");

/** The items that show a liking (4, 5) or a dislike (1, 2). @param {Reader} reader @param {number} scale @param {boolean} liked */
function findItems({ items, answers }, scale, liked) {
  /** @param {{key: string}} item */
  const lean = ({ key }) => ((answers.get(key) ?? 3) - 3) * (liked ? 1 : -1);
  return items
    .filter((item) => item.scale === SCALES[scale] && lean(item) > 0)
    .sort((a, b) => lean(b) - lean(a))
    .slice(0, NAMED)
    .map(({ text }) => inline(text));
}

/**
 * What speaks for it, what against it, what would change it.
 *
 * @param {Reader} reader
 * @param {number[]} unit of the occupation
 * @param {boolean} strong whether it can only fall
 * @param {Record<string, any>} text
 * @param {string[]} labels of the scales
 */
export function giveReasons(reader, unit, strong, text, labels) {
  const pulls = explain(reader.unit, unit);
  /** @param {1 | -1} way */
  const tell = (way) =>
    pulls
      .filter(({ pull }) => pull * way > 0)
      .slice(0, NAMED)
      .map(({ scale, liked }) => {
        const kind = `${liked ? "liked" : "disliked"}_${liked === way > 0 ? "asked" : "unasked"}`;
        const found = findItems(reader, scale, liked);
        const items = list(found, liked ? "conjunction" : "disjunction");
        return fill(text[found.length ? "why" : "why_bare"][kind], { scale: labels[scale], items });
      })
      .join(" ");
  const { scale, more } = findLever(reader.means, unit, strong ? -1 : 1);
  const change = text[`${strong ? "fall" : "rise"}_${more ? "more" : "less"}`];
  return {
    for: tell(1) || text.nothing_for,
    against: tell(-1) || text.nothing_against,
    change: fill(change, { scale: labels[scale] }),
  };
}
