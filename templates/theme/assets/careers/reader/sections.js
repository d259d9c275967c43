/** One assessment's own result, put into the page's frame for it: bars, how sure they are, what they say. */
import { drawBars, drawShape } from "./bars.js";
import { isCorrelated } from "../scoring/kinds.js";
import { findHigh, findLeading, findTies, rank } from "../scoring/scales.js";
import { AVOID, CANNOT, WANT } from "../scoring/environment.js";
import { nameScales, tellScore } from "./telling.js";
import { copy, find, make } from "../site/dom.js";
import { date, decimal, fill, list, pairs } from "../language/words.js";

/** @import {Texts} from "../data/types.d.ts" @typedef {import("./telling.js").Shown} Shown @typedef {import("../data/collection.js").Assessments} Assessments */

/** The order in which bars stand: highest first; what has no shape lowest first, methods to begin with, what cannot be. @param {Shown} assessed */
const order = ({ quiz, scores }) => rank(isCorrelated(quiz.kind) ? scores : scores.map((score) => -score));

/**
 * @param {HTMLElement} frame `[data-assessed]` of the assessment's kind
 * @param {Shown} assessed
 * @param {Assessments} assessments
 */
export function showAssessed(frame, assessed, assessments) {
  const { quiz, scores, error, range, items, gaps, flat } = assessed;
  const { text } = assessments;
  const place = (/** @type {string} */ name) => find(frame, name);
  const template = (/** @type {string} */ name) => find(frame, name, HTMLTemplateElement);
  const names = nameScales(assessed, assessments);
  const basis = gaps ? text.results.gaps : text.results.basis[quiz.kind];
  place("basis").textContent = fill(basis, { count: gaps, total: items.length, each: items.length / Math.max(1, quiz.scales.length) });
  const rows = order(assessed).map((at) => ({ label: names[at], value: barValue(assessed, at), text: tellScore(assessed, scores[at], assessments) }));
  place("bars").replaceChildren(...drawBars(rows, error, template("bar-row").content, range));
  if (quiz.kind === "interests") {
    find(frame, "shape", SVGElement).setAttribute("points", drawShape(scores));
    const named = scores.map((value, at) => fill(text.results.named, { label: names[at], score: decimal(value) }));
    find(frame, "shape-text", Element).textContent = fill(text.results.hexagon_help, { scores: list(named) });
  }
  /** Not every kind has something to say to it. @type {HTMLTemplateElement | null} */
  const message = flat ? frame.querySelector(`template[data-${flat}-part]`) : null;
  place("flat-place").replaceChildren(...(message ? [copy(message)] : []));
  place("findings").replaceChildren(...(message ? [] : FINDINGS[quiz.kind](assessed, text.results, names, (scales) => pick(template("high-part"), scales))));
}

/** A wish is a long bar, "can't" none. @param {Shown} assessed @param {number} at */
const barValue = ({ quiz, scores }, at) => (quiz.kind === "environment" ? quiz.steps + 1 - scores[at] : scores[at]);

/** @param {string} sentence */
const item = (sentence) => make("li", {}, sentence);

/** The page's own list entries for some scales. @param {HTMLTemplateElement} frame @param {string[]} scales */
const pick = (frame, scales) => {
  const entries = copy(frame);
  return scales.map((scale) => find(entries, `high="${scale}"`));
};

/** @type {Record<Shown["quiz"]["kind"], (assessed: Shown, text: Texts["script"]["results"], names: string[], pick: (scales: string[]) => Node[]) => Node[]>} */
const FINDINGS = {
  interests(assessed, text, names, pick) {
    const ties = findTies(assessed).map((tie) => item(fill(text.tie, { names: list(tie.map((at) => names[at])) })));
    return [...pick(findHigh(assessed).map((at) => assessed.quiz.scales[at])), ...ties];
  },
  methods({ quiz, scores }, text, _names, pick) {
    const lowest = Math.min(...scores);
    const begin = quiz.scales.filter((_, at) => scores[at] === lowest);
    return [item(text[begin.length < scores.length ? "begin" : "even"]), ...pick(begin)];
  },
  values({ quiz, scores, order }, text, _names, pick) {
    const circles = order && order.consistency < 1 ? [item(text.some_circles)] : [item(text.no_circle)];
    return [...pick(findLeading(scores).map((at) => quiz.scales[at])), ...circles];
  },
  skills({ scores, quiz }, text, names) {
    /** @param {number} step */
    const at = (step) => names.filter((_, place) => scores[place] === step);
    const told = quiz.options.map((option, step) => ({ option, found: at(step + 1) }));
    return told.reverse().flatMap(({ option, found }) => (found.length ? item(fill(text.step, { option, names: list(found) })) : []));
  },
  environment({ scores, items }, text) {
    return pairs({ wanted: WANT, avoided: AVOID, impossible: CANNOT }).flatMap(([kind, answer]) => {
      const found = items.filter((_, at) => scores[at] === answer).map((one) => one.text);
      return found.length ? item(fill(text[kind], { names: found.join(text.separator) })) : [];
    });
  },
};

/** @param {{date?: string}} assessed @param {Assessments} assessments */
export const tellDate = (assessed, { text }) => fill(text.results.title, { date: date(assessed.date ?? "") });
