/** The sentences that tell, before anything happens, what a file holds and what comes of merging it or replacing by it. No DOM. */
import { DRAFT, countParts, nameParts } from "../../kept/files/holdings.js";
import { loadPlanning } from "../../data/planning.js";
import { QUIZ } from "../../kept/sittings.js";
import { date, fill, list } from "../../language/words.js";

/** @import {Texts} from "../../data/types.d.ts" */

/** @typedef {import("../../kept/files/holdings.js").Holdings} Holdings @typedef {import("../../kept/files/backup.js").Fault} Fault */
/** @typedef {{quizzes: Map<string, import("../../data/collection.js").Quiz>, text: Texts["script"]["keep"], titles: Map<string, string>}} Words */

/** The words that the sentences are made of. @param {import("../../data/collection.js").Assessments} assessments @returns {Promise<Words>} */
export async function loadWords({ quizzes, text: { keep } }) {
  // Without their titles the worksheets go by their keys.
  const planning = await loadPlanning().catch(console.warn);
  const sheets = planning?.sheets ?? [];
  return { quizzes, text: keep, titles: new Map(sheets.map(({ key, title }) => [key, title])) };
}

/** The titles of assessments. @param {string[]} keys @param {Words} words */
const nameQuizzes = (keys, { quizzes, text }) => list(keys.map((key) => fill(text.quoted, { name: quizzes.get(key)?.title ?? key })));

/** @param {Fault} fault @param {Words} words @param {Texts["script"]["keep"]["faults"]["many"]} [many] by what there are too many of */
export function tellFault({ fault, what = "parts", found = 0, most = 0, sheet = "" }, { text, titles }, many = text.faults.many) {
  const values = { found, most, name: titles.get(sheet) ?? sheet };
  return fault === "many" ? fill(many[what], values) : text.faults[fault];
}

/** What a file holds. @param {import("../../kept/files/merging.js").Contents} contents @param {Words} words @returns {string[]} */
export function tellContents({ saved, holdings, leftOut, odd, partial }, words) {
  const { text, titles } = words;
  const { records, items, sheets, off, drafts, settings } = holdings;
  const lines = [fill(text.saved, { date: date(saved) })];
  const [first, last] = [records[0], records[records.length - 1]].map((record) => record && date(record.date));
  lines.push(first ? fill(text.results, { count: records.length, first, last }) : text.no_results);
  if (holdings.quizzes.length) lines.push(fill(text.answers, { names: nameQuizzes(holdings.quizzes, words) }));
  const counts = countParts(holdings).filter(([name]) => items.some(({ kind }) => kind === name));
  if (counts.length) lines.push(fill(text.plan, { parts: nameParts(counts, text) }));
  const entries = [...sheets].map(([key, { length }]) => fill(text.part, { name: titles.get(key) ?? key, count: length }));
  if (entries.length) lines.push(fill(text.sheets, { parts: list(entries) }));
  if (off) lines.push(fill(text.off, { count: off }));
  if (drafts) lines.push(fill(text.drafts, { count: drafts }));
  if (settings) lines.push(fill(text.settings, { count: settings }));
  if (leftOut) lines.push(fill(text.left_out, { count: leftOut }));
  if (odd) lines.push(fill(text.odd, { count: odd }));
  if (partial) lines.push(fill(text.partial, { count: partial }));
  return lines;
}

/** What merging would do. @param {import("../../kept/files/merging.js").Outcome} outcome @param {Words} words @returns {string[]} */
export function tellMerge({ added, newer, older, stay, limit }, words) {
  const { text } = words;
  if (limit) return [tellFault(limit, words, text.limits.many)];
  /** @param {string} sentence @param {Holdings} holdings */
  const tell = (sentence, holdings) => {
    const parts = countParts(holdings);
    return parts.length ? [fill(sentence, { parts: nameParts(parts, text) })] : [];
  };
  const news = [...tell(text.added, added), ...tell(text.newer, newer)];
  const others = tell(text.older, older);
  // What the device has in another version is not "here already".
  const nothing = others.length || stay.length ? text.nothing_changes : text.nothing_new;
  const lines = [...(news.length ? news : [nothing]), ...others];
  const begun = stay.filter((name) => name.startsWith(QUIZ)).map((name) => name.slice(QUIZ.length));
  if (begun.length) lines.push(fill(text.stay, { names: nameQuizzes(begun, words) }));
  const drafts = stay.filter((name) => name.startsWith(DRAFT)).length;
  if (drafts) lines.push(text.drafts_stay);
  if (begun.length + drafts < stay.length) lines.push(text.settings_stay);
  return lines;
}

/** What replacing would delete. @param {Holdings} own @param {Words} words @returns {string} */
export function tellReplace(own, { text }) {
  const parts = countParts(own);
  return parts.length ? fill(text.deleted, { parts: nameParts(parts, text) }) : text.nothing_deleted;
}
