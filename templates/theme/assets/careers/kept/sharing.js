/**
 * Results as a short text for the fragment of a link, and back. Pure; no DOM.
 *
 * Bytes: version; levels as bits; four weights in percent; then for each assessment its quiz's stamp (3), the length of
 * the rest (1), form (1), days since 2020 (2) and the answers, three bits each; at the end a Fletcher-16 checksum (2).
 * All in base64url. A quiz's stamp changes with its items, so answers are never read into other questions. An answer is 0
 * where a result has none any more, since its question has changed.
 */
import { isEnough, pickItems } from "../scoring/kinds.js";
import { MATCHING } from "../site/constants.js";
import { DAY, addDays } from "../language/dates.js";

const VERSION = 1;
const LONGEST = 1_200;
const HEAD = 6;
const FORMS = /** @type {const} */ (["quick", "full"]);
const START = Date.UTC(2020, 0, 1);

/**
 * @typedef {import("../scoring/assessments.js").Quiz & {stamp: string}} Quiz `stamp`: six hexadecimal digits
 * @typedef {{quiz: string, form: typeof FORMS[number], date: string, answers: import("../scoring/assessments.js").Answers}} Record `date`: YYYY-MM-DD
 * @typedef {{records: Record[], levels: number[], weights: globalThis.Record<string, number>}} Shared weights: 0 to 1
 * @typedef {"characters" | "length" | "version" | "checksum" | "content" | "changed"} Fault
 */

/** Fletcher (1982). @param {Uint8Array} bytes */
function sum(bytes) {
  let [low, high] = [0, 0];
  for (const byte of bytes) {
    low = (low + byte) % 255;
    high = (high + low) % 255;
  }
  return [low, high];
}

/** @param {Uint8Array} bytes */
const write64 = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** @param {string} text */
const read64 = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

/** @param {string} stamp */
const readStamp = (stamp) => [0, 2, 4].map((at) => parseInt(stamp.slice(at, at + 2), 16));

/** Numbers below 8, three bits each, the first at the top. @param {number[]} numbers */
function pack(numbers) {
  const bytes = new Uint8Array(Math.ceil((numbers.length * 3) / 8));
  numbers.forEach((number, at) => {
    for (let bit = 0; bit < 3; bit++) {
      const place = at * 3 + bit;
      if (number & (4 >> bit)) bytes[place >> 3] |= 128 >> (place & 7);
    }
  });
  return bytes;
}

/** @param {Uint8Array} bytes @param {number} count */
const unpack = (bytes, count) =>
  Array.from({ length: count }, (_, at) =>
    [0, 1, 2].reduce((number, bit) => {
      const place = at * 3 + bit;
      return number * 2 + ((bytes[place >> 3] >> (7 - (place & 7))) & 1);
    }, 0),
  );

/** @param {Shared} shared @param {Map<string, Quiz>} quizzes @returns {string} */
export function encode({ records, levels, weights }, quizzes) {
  const bytes = [VERSION, levels.reduce((bits, level) => bits | (1 << (level - 1)), 0)];
  bytes.push(...MATCHING.map((kind) => Math.round(100 * (weights[kind] ?? 0))));
  for (const { quiz: key, form, date, answers } of records) {
    const quiz = quizzes.get(key);
    if (!quiz) continue;
    // A clock may have been wrong: nobody has answered before there was this.
    const days = Math.max(0, Math.round((Date.parse(date) - START) / DAY));
    const packed = pack(pickItems(quiz.items, form).map((item) => answers.get(item.key) ?? 0));
    bytes.push(...readStamp(quiz.stamp), packed.length + 3, form === "quick" ? 0 : 1, days >> 8, days & 255, ...packed);
  }
  return write64(Uint8Array.from([...bytes, ...sum(Uint8Array.from(bytes))]));
}

/**
 * Takes nothing that `encode` would not have written.
 *
 * @param {string} text @param {Map<string, Quiz>} quizzes @param {string} today nobody answers after tomorrow, which may have begun elsewhere
 * @returns {{shared: Shared, unknown: number} | {fault: Fault}} `unknown`: assessments of which the quiz has changed
 */
export function decode(text, quizzes, today) {
  if (!/^[\w-]*$/.test(text)) return { fault: "characters" };
  if (!text || text.length > LONGEST || text.length % 4 === 1) return { fault: "length" };
  const all = read64(text);
  if (all.length < HEAD + 2) return { fault: "length" };
  if (all[0] !== VERSION) return { fault: "version" };
  if (write64(all) !== text) return { fault: "characters" };
  const bytes = all.slice(0, -2);
  if (sum(bytes).some((byte, at) => byte !== all[bytes.length + at])) return { fault: "checksum" };
  const levels = [1, 2, 3, 4, 5].filter((level) => bytes[1] & (1 << (level - 1)));
  const weights = Object.fromEntries(MATCHING.map((kind, at) => [kind, bytes[2 + at] / 100]));
  if (bytes[1] > 31 || Object.values(weights).some((weight) => weight > 1)) return { fault: "content" };
  const byStamp = new Map([...quizzes.values()].map((quiz) => [quiz.stamp, quiz]));
  const latest = addDays(today, 1);
  /** @type {Record[]} */
  const records = [];
  let unknown = 0;
  for (let at = HEAD; at < bytes.length; ) {
    const stamp = Array.from(bytes.slice(at, at + 3), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const end = at + 4 + bytes[at + 3];
    if (!(end <= bytes.length) || bytes[at + 3] < 4) return { fault: "length" };
    const quiz = byStamp.get(stamp);
    if (quiz) {
      const record = readRecord(quiz, bytes.slice(at + 4, end));
      if (!record || record.date > latest || records.some((other) => other.quiz === quiz.key)) return { fault: "content" };
      records.push(record);
    } else unknown += 1;
    at = end;
  }
  if (!records.length) return { fault: unknown ? "changed" : "length" };
  return { shared: { records, levels, weights }, unknown };
}

/** @param {Quiz} quiz @param {Uint8Array} bytes @returns {Record | null} */
function readRecord(quiz, bytes) {
  const form = FORMS[bytes[0]];
  const items = pickItems(quiz.items, form);
  const packed = bytes.slice(3);
  const values = unpack(packed, items.length);
  const whole = form && packed.length === Math.ceil((items.length * 3) / 8);
  if (!whole || values.some((value) => value > quiz.steps)) return null;
  if (pack(values).some((byte, at) => byte !== packed[at])) return null;
  const date = new Date(START + (bytes[1] * 256 + bytes[2]) * DAY).toISOString().slice(0, 10);
  const answers = new Map(items.flatMap(({ key }, at) => (values[at] ? [[key, values[at]]] : [])));
  return isEnough(quiz.kind, items, answers) ? { quiz: quiz.key, form, date, answers } : null;
}
