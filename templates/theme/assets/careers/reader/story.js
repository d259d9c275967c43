/** What all answers come to, in one sentence. No DOM. */
import { findHigh, findLeading } from "../scoring/scales.js";
import { fill, list } from "../language/words.js";

/** @import {Texts} from "../data/types.d.ts" @typedef {import("./reader.js").Reader} Reader */

/** More than so many interests are no direction that a sentence can name. */
const MOST = 3;

/** Inside a sentence. @param {string} text */
const inline = (text) => text[0].toLowerCase() + text.slice(1);

/**
 * @param {Reader} reader @param {Texts["script"]["results"]["sentence"]} text
 * @param {Record<string, Record<string, string>>} labels of interests and values @param {boolean} isShared
 * @returns {string} "" where neither interests nor values were taken
 */
export function tellStory(reader, text, labels, isShared) {
  const interests = reader.get("interests");
  if (interests?.flat) return text[interests.flat === "straight" ? "straight" : "flat"];
  if (interests) {
    const names = findHigh(interests).map((at) => inline(labels.interests[interests.quiz.scales[at]]));
    return names.length > MOST ? text.many : fill(text[isShared ? "shared" : "interests"], { names: list(names) });
  }
  const own = reader.get("values");
  if (!own || own.flat) return "";
  return fill(text.values, { names: list(findLeading(own.scores).map((at) => inline(labels.values[own.quiz.scales[at]]))) });
}

