/**
 * What speaks for and against each of a list, no sentence twice: the first card says it in full, later ones name it in
 * short, with how much of it this work has. No DOM.
 */
import { fill, list } from "../../../language/words.js";

/**
 * @import {Texts} from "../../../data/types.d.ts"
 *
 * @typedef {import("../../../data/collection.js").Occupation} Occupation
 * @typedef {import("../../../reader/reasons.js").Reasons} Reasons
 * @typedef {import("../../../reader/reasons.js").Way} Way
 * @typedef {import("../../../reader/reasons.js").About} About
 */

/** How many have less than each place's value of a list, and how many more. @param {(number[] | null)[]} ratings @param {number} scale @param {number} value */
function count(ratings, scale, value) {
  const rated = ratings.flatMap((own) => own?.[scale] ?? []);
  return { total: rated.length, less: rated.filter((one) => one < value).length, more: rated.filter((one) => one > value).length };
}

export class Saying {
  /** Sentence -> the title of the last that it was true of. @type {Map<string, string>} */
  #said = new Map();
  /** Labels of each way that a sentence has explained. @type {Set<string>} */
  #explained = new Set();
  /** @type {Set<string>} */
  #items = new Set();

  /** @param {Occupation[]} all of the collection @param {Texts["script"]["results"]["again"]} text */
  constructor(all, text) {
    this.ratings = all.map(({ interests }) => interests);
    this.text = text;
  }

  /** Whether an item has not been named yet. @param {string} item */
  isFresh = (item) => !this.#items.has(item);

  /** @param {Occupation} occupation @param {Reasons} reasons @returns {Record<Way, string[]>} */
  tell(occupation, reasons) {
    const tellWay = (/** @type {Way} */ way) => this.#tellWay(way, occupation, reasons);
    return { flags: tellWay("flags"), for: tellWay("for"), against: tellWay("against") };
  }

  /** A sentence about nothing in particular, once. @param {string} sentence @returns {string[]} none if it was said */
  tellOnce(sentence) {
    const isNew = !this.#said.has(sentence);
    this.#said.set(sentence, "");
    return isNew ? [sentence] : [];
  }

  /** What is not known of one. @param {Occupation} occupation @param {string} sentence @param {string} kinds of assessments that are not compared */
  tellMissing(occupation, sentence, kinds) {
    return this.#tellOf(occupation, sentence, this.text.twin.missing, { kinds });
  }

  /** A sentence about one; if it is true of another before, beside that. @param {Occupation} occupation @param {string} sentence @param {string} twin @param {Record<string, string>} names in it */
  #tellOf({ title }, sentence, twin, names) {
    const other = this.#said.get(sentence);
    this.#said.set(sentence, title);
    return other === undefined ? sentence : fill(twin, { ...names, title: other });
  }

  /** @param {Way} way @param {Occupation} occupation @param {Reasons} reasons @returns {string[]} */
  #tellWay(way, occupation, reasons) {
    const fresh = [];
    const rest = [];
    // What is said in short stands where the first of it would: the weightiest comes first on each card.
    let at = 0;
    for (const sentence of reasons[way]) {
      const about = /** @type {About} */ (reasons.about.get(sentence));
      const isKnown = about.labels.every((label) => this.#explained.has(`${way} ${label}`));
      if (!this.#said.has(sentence) && (!isKnown || about.items?.length)) fresh.push(sentence);
      else {
        at = rest.length ? at : fresh.length;
        rest.push(...about.labels.map((label) => this.#measure(label, about, occupation)));
      }
      for (const label of about.labels) this.#explained.add(`${way} ${label}`);
      for (const item of about.items ?? []) this.#items.add(item);
      this.#said.set(sentence, occupation.title);
    }
    if (rest.length) fresh.splice(at, 0, this.#repeat(way, rest, occupation));
    return fresh;
  }

  /** @param {Way} way @param {string[]} labels @param {Occupation} occupation */
  #repeat(way, labels, occupation) {
    const reasons = list([...new Set(labels)]);
    return this.#tellOf(occupation, fill(this.text[way], { reasons }), this.text.twin[way], { reasons });
  }

  /** A label, with how much of it the work has beside other work. @param {string} label @param {About} about @param {Occupation} occupation */
  #measure(label, { scale, isMuch }, { interests }) {
    if (scale === undefined || !interests) return label;
    const { total, less, more } = count(this.ratings, scale, interests[scale]);
    return fill(this.text[isMuch ? "more" : "less"], { label, count: isMuch ? less : more, total });
  }
}
