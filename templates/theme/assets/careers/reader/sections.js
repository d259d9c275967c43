/** One assessment's own result, put into the page's frame for it: bars, how sure they are, what they say. */
import { drawBars, drawShape } from "./bars.js";
import { findHigh, findLeading, findTies, rank } from "../scoring/scales.js";
import { AVOID, CANNOT, WANT } from "../scoring/environment.js";
import { nameScales, tellScore } from "./telling.js";
import { date, decimal, fill, list } from "../site/words.js";

export { nameScales, tellScore };

/** @typedef {import("../scoring/assessments.js").Assessed} Assessed @typedef {import("../data/collection.js").Assessments} Assessments */

/** The order in which bars stand: highest first, methods lowest first, conditions by answer. @param {Assessed} assessed */
const order = ({ quiz, scores }) =>
  quiz.kind === "methods" || quiz.kind === "environment" ? rank(scores.map((score) => -score)) : rank(scores);

/**
 * @param {HTMLElement} frame `[data-assessed]` of the assessment's kind
 * @param {Assessed} assessed
 * @param {Assessments} assessments
 */
export function showAssessed(frame, assessed, assessments) {
  const { quiz, scores, error, range, items, flat } = assessed;
  const { text } = assessments;
  /** @param {string} name @returns {any} */
  const find = (name) => frame.querySelector(`[data-${name}]`);
  const names = nameScales(assessed, assessments);
  find("basis").textContent = fill(text.results.basis[quiz.kind], { total: items.length, each: items.length / Math.max(1, quiz.scales.length) });
  const rows = order(assessed).map((at) => ({ label: names[at], value: barValue(assessed, at), text: tellScore(assessed, scores[at], assessments) }));
  find("bars").replaceChildren(...drawBars(rows, error, find("bar-row").content, range));
  if (quiz.kind === "interests") {
    find("shape").setAttribute("points", drawShape(scores));
    const named = scores.map((value, at) => fill(text.results.named, { label: names[at], score: decimal(value) }));
    find("shape-text").textContent = fill(text.results.hexagon_help, { scores: list(named) });
  }
  const message = flat && find(`${flat}-part`);
  find("flat-place").replaceChildren(...(message ? [message.content.cloneNode(true)] : []));
  find("findings").replaceChildren(...(message ? [] : FINDINGS[quiz.kind](assessed, find, text.results, names)));
}

/** A wish is a long bar, "can't" none. @param {Assessed} assessed @param {number} at */
const barValue = ({ quiz, scores }, at) => (quiz.kind === "environment" ? quiz.steps + 1 - scores[at] : scores[at]);

/** @param {string} sentence */
const item = (sentence) => Object.assign(document.createElement("li"), { textContent: sentence });

/** The page's own list entries for some scales. @param {any} frame @param {string[]} scales */
const pick = (frame, scales) => {
  const entries = frame.content.cloneNode(true);
  return scales.map((scale) => entries.querySelector(`[data-high="${scale}"]`));
};

/** @type {Record<string, (assessed: Assessed, find: (name: string) => any, text: any, names: string[]) => Node[]>} */
const FINDINGS = {
  interests(assessed, find, text, names) {
    const ties = findTies(assessed).map((tie) => item(fill(text.tie, { names: list(tie.map((at) => names[at])) })));
    return [...pick(find("high-part"), findHigh(assessed).map((at) => assessed.quiz.scales[at])), ...ties];
  },
  methods({ quiz, scores }, find, text) {
    const lowest = Math.min(...scores);
    const begin = quiz.scales.filter((_, at) => scores[at] === lowest);
    return [item(text[begin.length < scores.length ? "begin" : "even"]), ...pick(find("high-part"), begin)];
  },
  values({ quiz, scores, order }, find, text) {
    const circles = order && order.consistency < 1 ? [item(text.some_circles)] : [item(text.no_circle)];
    return [...pick(find("high-part"), findLeading(scores).map((at) => quiz.scales[at])), ...circles];
  },
  skills({ scores, quiz }, _find, text, names) {
    /** @param {number} step */
    const at = (step) => names.filter((_, place) => scores[place] === step);
    const told = /** @type {any} */ (quiz).options.map((/** @type {string} */ option, /** @type {number} */ step) => ({ option, found: at(step + 1) }));
    return told.reverse().flatMap((/** @type {any} */ { option, found }) => (found.length ? item(fill(text.step, { option, names: list(found) })) : []));
  },
  environment({ scores, items }, _find, text) {
    return [["wanted", WANT], ["avoided", AVOID], ["impossible", CANNOT]].flatMap(([kind, answer]) => {
      const found = items.filter((_, at) => scores[at] === answer).map((one) => one.text);
      return found.length ? item(fill(text[kind], { names: found.join(text.separator) })) : [];
    });
  },
};

/** @param {Assessed & {date?: string}} assessed @param {Assessments} assessments */
export const tellDate = (assessed, { text }) => fill(text.results.title, { date: date(assessed.date ?? "") });
