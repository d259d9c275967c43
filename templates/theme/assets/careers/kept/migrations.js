/** What files of older versions lack, step by step. No DOM, no storage. */
import { RECORDS, readRecord } from "./records.js";

/** @typedef {import("./sharing.js").Quiz} Quiz @typedef {Map<string, any>} Data what a file holds, by name */

/** The version that is written. */
export const VERSION = 2;

/** From each older version to the one after it. @type {Record<number, (data: Data, quizzes: Map<string, Quiz>) => Data>} */
const MIGRATIONS = {
  1: adoptFinished,
};

/** @param {Data} data checked by nobody yet @param {number} version of the file @param {Map<string, Quiz>} quizzes @returns {Data} as of `VERSION` */
export function migrate(data, version, quizzes) {
  let migrated = data;
  for (let step = version; step < VERSION; step++) migrated = MIGRATIONS[step](migrated, quizzes);
  return migrated;
}

/**
 * Version 1 is from before the plan and the worksheets. Its first files are from before results were kept with their
 * dates: there the quiz alone knows of what was finished, and becomes a result here as `adoptEarlier` does it on the
 * device.
 *
 * @param {Data} data @param {Map<string, Quiz>} quizzes @returns {Data}
 */
function adoptFinished(data, quizzes) {
  const results = data.get(RECORDS);
  const entries = results?.entries ?? [];
  if (!Array.isArray(entries)) return data;
  const migrated = new Map(data);
  const adopted = [];
  for (const key of quizzes.keys()) {
    const state = data.get(`quiz.${key}`);
    if (!state?.done || state.id) continue;
    const entry = { id: key, quiz: key, form: state.form === "quick" ? "quick" : "full", date: state.done, answers: state.answers };
    if (readRecord(entry, quizzes) && !entries.some((one) => one?.quiz === key)) adopted.push(entry);
    migrated.set(`quiz.${key}`, { ...state, id: key });
  }
  if (adopted.length) migrated.set(RECORDS, { ...results, entries: [...entries, ...adopted] });
  return migrated;
}
