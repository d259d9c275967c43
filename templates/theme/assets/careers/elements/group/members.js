/** People out of pasted lines and exported files. Pure; no DOM, and nothing is stored. */
import { readBackup } from "../../kept/files/backup.js";
import { decode } from "../../kept/sharing.js";
import { PASTED, SHARED } from "../../site/addresses.js";
import { byDay } from "../../language/dates.js";

export const MOST = 60;
/** Letters of a name, as in the field for it. */
const LONGEST = 40;

/** `text` without such signs at its end: a pattern with `+$` would begin anew at each sign within. @param {string} text @param {RegExp} sign one of them */
function cutEnd(text, sign) {
  let end = text.length;
  while (end && sign.test(text[end - 1])) end--;
  return text.slice(0, end);
}

/** `text` without the signs that mails and lists put around a link. @param {string} text */
const unwrap = (text) => cutEnd(text.replace(/^[<("'“]+/, ""), /[>)"'”.,;:]/);

/**
 * @typedef {import("../../kept/sharing.js").Quiz} Quiz @typedef {import("../../kept/sharing.js").Record} Record
 * @typedef {keyof import("../../data/types.d.ts").Texts["script"]["group"]["fault"] | import("../../kept/sharing.js").Fault} Fault the name of what is wrong
 * @typedef {Map<string, Record>} Records quiz -> the latest
 * @typedef {{records: Records, unknown: number} | {fault: Fault}} Found `unknown`: results of which the questions have changed
 * @typedef {{number: number, text: string, name: string, code: string} | {number: number, text: string, fault: Fault}} Line
 */

/** The lines that hold something, with their numbers. @param {string} text @returns {Line[]} */
export const splitLines = (text) =>
  text.split(/\r\n|[\n\r]/).flatMap((line, at) => (line.trim() ? [{ number: at + 1, ...splitLine(line.trim()) }] : []));

/** "Ann: https://…/#shared=…", the link alone, or only what stands after the sign. @param {string} text @returns {{text: string, name: string, code: string} | {text: string, fault: Fault}} */
function splitLine(text) {
  const parts = text.split(PASTED);
  if (parts.length > 2) return { text, fault: "several" };
  if (parts.length === 2) {
    const name = cutEnd(cutEnd(parts[0], /\S/), /[\s:,;–-]/).slice(0, LONGEST);
    return { text, name, code: unwrap(parts[1]) };
  }
  const bare = unwrap(text);
  if (/[/.]/.test(bare)) return { text, fault: "address" };
  return { text, name: "", code: SHARED.read(`#${bare}`) ?? bare };
}

/** @param {string} code @param {Map<string, Quiz>} quizzes @param {string} today @returns {Found} */
export function readCode(code, quizzes, today) {
  const found = decode(code, quizzes, today);
  return "fault" in found ? found : { records: pickLatest(found.shared.records), unknown: found.unknown };
}

/** @param {string} text of an exported file @param {Map<string, Quiz>} quizzes @param {string} today @returns {Found} */
export function readFile(text, quizzes, today) {
  const backup = readBackup(text, quizzes);
  if ("fault" in backup) return { fault: backup.fault };
  const records = pickLatest(backup.records.filter(({ date }) => date <= today));
  return records.size ? { records, unknown: backup.leftOut } : { fault: "empty" };
}

/** @param {Record[]} records @returns {Records} */
const pickLatest = (records) =>
  new Map([...records].sort(byDay(({ date }) => date)).map((one) => [one.quiz, one]));

/** @param {Record} record */
const write = ({ form, date, answers }) => JSON.stringify([form, date, [...answers].sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Whether all results of the one with fewer are the other's too. @param {Records} a @param {Records} b */
export function areSame(a, b) {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return [...few].every(([quiz, record]) => {
    const other = many.get(quiz);
    return other !== undefined && write(record) === write(other);
  });
}
