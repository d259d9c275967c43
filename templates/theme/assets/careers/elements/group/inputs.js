/** What stands in the form, read: each line and each file with the people in it, or with the reason why there is none. */
import { MOST_BYTES } from "../../kept/files/backup.js";
import { today } from "../../language/dates.js";
import { fill } from "../../language/words.js";
import { readCode, readFile, splitLines } from "./members.js";

/** As much of a line's end as tells it from others: links all begin alike. */
const END = 8;

/**
 * @typedef {object} Given
 * @property {string} label how it is named: by its line's number, or the file's name
 * @property {string} [line] as it was pasted
 * @property {string} [name] of the person
 * @property {string} [source] the file
 * @typedef {Given & Exclude<import("./members.js").Found, {fault: import("./members.js").Fault}>} Read
 * @typedef {Read | (Given & {reason: string})} Input `reason`: why it cannot be read
 */

/** @param {string} pasted @param {File[]} files @param {import("../../data/collection.js").Assessments} assessments @returns {Promise<Input[]>} lines first */
export async function readInputs(pasted, files, { quizzes, text }) {
  const day = today();
  const { line, fault } = text.group;
  const faults = { ...text.results.fault, ...fault };
  /** @param {import("./members.js").Found} found */
  const explain = (found) => ("fault" in found ? { reason: faults[found.fault] } : found);
  const lines = splitLines(pasted).map((one) => {
    const label = fill(line, { number: one.number, end: one.text.slice(-END) });
    if ("fault" in one) return { label, line: one.text, ...explain(one) };
    return { label, line: one.text, name: one.name, ...explain(readCode(one.code, quizzes, day)) };
  });
  /** @param {File} file @returns {Promise<import("./members.js").Found>} */
  const open = async (file) => {
    if (file.size > MOST_BYTES) return { fault: "big" };
    const content = await file.text().catch(() => null);
    return content === null ? { fault: "unopened" } : readFile(content, quizzes, day);
  };
  const found = await Promise.all(files.map(open));
  return [...lines, ...files.map(({ name }, at) => ({ label: name, source: name, ...explain(found[at]) }))];
}
