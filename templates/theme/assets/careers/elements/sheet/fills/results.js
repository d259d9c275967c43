/** What the finished assessments say, as sentences for the self-assessment. */
import { loadAssessments } from "../../../data/collection.js";
import { loadReader } from "../../../reader/reader.js";
import { CANNOT, WANT } from "../../../scoring/environment.js";
import { MATCHING } from "../../../site/constants.js";
import { isMatching } from "../../../scoring/kinds.js";
import { findHigh, findLeading, rank } from "../../../scoring/scales.js";
import { SOLID } from "../../../scoring/skills.js";
import { date, fill, list, pairs } from "../../../language/words.js";
import { findAll, make } from "../../../site/dom.js";
import { loadWords, offerQuizzes, propose, shape } from "../filling.js";

/** @import {Texts} from "../../../data/types.d.ts" */

/** @typedef {import("../../../reader/reader.js").Assessed} Assessed */

/** Sentences by kind; `names` are those of the scales. @type {Record<string, (assessed: Assessed, names: string[], text: Texts["planning"]["sheet"]["results"]) => string[]>} */
const TELL = {
  interests({ error, scores }, names, text) {
    const ranked = rank(scores);
    const high = findHigh({ scores, error }).map((at) => names[at]);
    return [fill(text.high, { names: list(high) }), fill(text.low, { names: names[ranked[ranked.length - 1]] })];
  },
  skills({ scores, quiz }, names, text) {
    // The highest steps first; what is not there yet says nothing about the reader's skills.
    return [...quiz.options.entries()].reverse().flatMap(([step, option]) => {
      const found = names.filter((_, at) => scores[at] === step + 1 && step + 1 >= SOLID);
      return found.length ? [fill(text.step, { option, names: list(found) })] : [];
    });
  },
  values({ scores }, names, text) {
    return [fill(text.first, { names: list(findLeading(scores).map((at) => names[at])) })];
  },
  environment({ scores, items }, _names, text) {
    return pairs({ want: WANT, cannot: CANNOT }).flatMap(([name, answer]) => {
      const found = items.filter((_, at) => scores[at] === answer).map((one) => one.text);
      return found.length ? [fill(text[name], { names: found.join(text.separator) })] : [];
    });
  },
};

/** @param {import("../element.js").CareerSheet} sheet */
export async function open(sheet) {
  const [words, assessments] = await Promise.all([loadWords(), loadAssessments()]);
  const text = words.results;
  const reader = loadReader(assessments);
  const missing = [...assessments.quizzes.values()].filter(({ kind }) => isMatching(kind) && !reader.has(kind));
  const taken = MATCHING.filter((kind) => reader.has(kind));
  if (!taken.length) {
    sheet.find("panel").replaceChildren(...offerQuizzes(text.none, missing));
    return;
  }
  const offers = Object.fromEntries(
    taken.map((kind) => {
      const assessed = /** @type {Assessed} */ (reader.get(kind));
      const names = assessed.quiz.scales.map((scale) => assessments.labels[kind]?.[scale]);
      const isFlat = assessed.flat && kind !== "environment";
      const found = isFlat ? [text.flat] : TELL[kind](assessed, names, text);
      const lines = found.length ? [...found, fill(text.source, { quiz: assessed.quiz.title, date: date(assessed.date) })] : [];
      return [kind, shape(findAll(sheet, `[data-field="${kind}"]`)[0]?.dataset.kind ?? "", lines)];
    }),
  );
  const place = make("div");
  propose(sheet, place, offers, words);
  sheet.find("panel").replaceChildren(place, ...(missing.length ? offerQuizzes(text.missing, missing) : []));
}
