/** All that is kept on the device as one file, and such a file opened: its frame, its version, the results in it. No DOM. */
import { isDay } from "../../language/dates.js";
import { MOST_LEVELS, MOST_OF_NAME, isName, isObject, isShallow } from "../checks.js";
import { RECORDS, readRecord } from "../records.js";
import { QUIZ } from "../sittings.js";
import { VERSION as VALUE_VERSION, isAside } from "../store.js";

/** @typedef {import("../sharing.js").Quiz} Quiz @typedef {import("../records.js").Record} Record @typedef {import("../store.js").Value} Value */

const FORMAT = "career-guides";
/** Of the file; that of each value in it is another one. */
const VERSION = 2;

/** The largest file in bytes that is opened: the 5 MiB of UTF-16 units that a site may keep are 15 MiB of UTF-8 at most. */
export const MOST_BYTES = 20 * 1_048_576;
/** A file with more than this is not from here. */
export const MOST_RESULTS = 1000;
export const MOST_PARTS = 200;
/** Levels of the file around its values. */
const FRAME = 2;

/**
 * @typedef {object} Backup a file's content, of which only results and answers are checked
 * @property {string} saved YYYY-MM-DD
 * @property {Record[]} records in the order of the file
 * @property {Map<string, Value>} values the rest by name: answers in progress, plan, worksheets, settings
 * @property {number} leftOut what belongs to an assessment that is not here or has changed
 *
 * @typedef {object} Fault
 * @property {"not_json" | "foreign" | "newer" | "shape" | "deep" | "many" | "empty"} fault the name of what is wrong
 * @property {"results" | "items" | "entries" | "parts"} [what] that there are too many of
 * @property {number} [found] how many
 * @property {number} [most]
 * @property {string} [sheet] the worksheet in which there are
 */

/** @param {Map<string, Value>} values by name @param {string} saved YYYY-MM-DD @returns {string} the file, a line for each name */
export function writeBackup(values, saved) {
  const lines = [...values].map((entry) => entry.map((part) => JSON.stringify(part)).join(": "));
  return `{"format": "${FORMAT}", "v": ${VERSION}, "saved": "${saved}", "data": {\n${lines.join(",\n")}\n}}\n`;
}

/** @param {string} text @param {Map<string, Quiz>} quizzes @returns {Backup | Fault} */
export function readBackup(text, quizzes) {
  if (!isShallow(text, FRAME + MOST_LEVELS)) return { fault: text.includes(`"${FORMAT}"`) ? "deep" : "foreign" };
  /** @type {unknown} */
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { fault: "not_json" };
  }
  if (!isObject(file) || file.format !== FORMAT) return { fault: "foreign" };
  const { v: version, saved, data } = file;
  if (Number.isInteger(version) && Number(version) > VERSION) return { fault: "newer" };
  if (version !== VERSION || !isObject(data) || !isDay(saved)) return { fault: "shape" };
  const entries = Object.entries(data).filter(([name]) => isName(name) && !isAside(name));
  if (entries.length > MOST_PARTS) return { fault: "many", what: "parts", found: entries.length, most: MOST_PARTS };
  /** @type {Map<string, Value>} */
  const values = new Map();
  /** @type {Fault["fault"] | ""} */
  let fault = "";
  for (const [name, value] of entries) {
    if (!isObject(value)) return { fault: "shape" };
    if (typeof value.v === "number" && value.v > VALUE_VERSION) fault = "newer";
    else if (value.v !== VALUE_VERSION) fault ||= "shape";
    values.set(name, value);
  }
  return fault ? { fault } : sort(values, saved, quizzes);
}

/** @param {Map<string, Value>} data @param {string} saved @param {Map<string, Quiz>} quizzes @returns {Backup | Fault} */
function sort(data, saved, quizzes) {
  const { entries = [] } = data.get(RECORDS) ?? {};
  if (!Array.isArray(entries)) return { fault: "shape" };
  if (entries.length > MOST_RESULTS) return { fault: "many", what: "results", found: entries.length, most: MOST_RESULTS };
  const records = entries.flatMap((/** @type {unknown} */ entry) => {
    const record = readRecord(entry, quizzes);
    return record && record.id.length <= MOST_OF_NAME ? record : [];
  });
  let leftOut = entries.length - records.length;
  const values = new Map(data);
  values.delete(RECORDS);
  for (const [name, value] of data) {
    if (!name.startsWith(QUIZ)) continue;
    const quiz = quizzes.get(name.slice(QUIZ.length));
    if (!quiz) leftOut += 1;
    if (!quiz || !isObject(value.answers)) values.delete(name);
  }
  return { saved, records, values, leftOut };
}
