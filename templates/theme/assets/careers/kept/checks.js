/** What a value read from the device or from a file has to be to make sense, and how much of it there may be. No DOM. */
import { MOST_LETTERS } from "../site/constants.js";

/** The highest number of a change that calendars can hold (RFC 5545, INTEGER). */
export const MOST_REVISIONS = 2 ** 31 - 1;
/** Lists and objects in one another: no module saves any deeper, and no browser writes what is thousands of levels deep. */
export const MOST_LEVELS = 12;
/** The last time that is a date, in milliseconds. */
const LAST_TIME = 8.64e15;
/** Letters of what things are known by. */
export const MOST_OF_NAME = 64;

/** @param {unknown} value @returns {value is Record<string, unknown>} an object or a list */
export const isBranch = (value) => Object(value) === value;

/** @param {unknown} value @returns {value is Record<string, unknown>} a list is none */
export const isObject = (value) => isBranch(value) && !Array.isArray(value);

/** Whether two values are the same in JSON, but for the order of names. @param {unknown} a @param {unknown} b @returns {boolean} */
export function areSame(a, b) {
  if (!isBranch(a) || !isBranch(b)) return a === b;
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && areSame(a[name], b[name]))
  );
}

/** @param {unknown} value @param {number} [most] letters @returns {value is string} blanks are a text too */
export const isText = (value, most = MOST_LETTERS) => typeof value === "string" && value !== "" && value.length <= most;

/** @param {unknown} value @param {number} [most] letters @returns {value is string} a text that says something */
export const isWords = (value, most = MOST_LETTERS) => isText(value, most) && value.trim() !== "";

/** Looks at the brackets of JSON before anything is built from them, since millions would keep the browser busy for seconds. @param {string} text @param {number} most levels */
export function isShallow(text, most) {
  let levels = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === "\\") at++;
    } else if (sign === "[" || sign === "{") {
      levels++;
      if (levels > most) return false;
    } else if (sign === "]" || sign === "}") levels--;
  }
  return true;
}

/** What a thing is known by for good. @param {unknown} value @returns {value is string} */
export const isId = (value) => typeof value === "string" && /^[\w-]{1,64}$/.test(value);

/** The key of a field or column. @param {unknown} value @returns {value is string} */
export const isKey = (value) => isText(value, MOST_OF_NAME) && /^[a-z0-9]+([_-][a-z0-9]+)*$/.test(value);

/** A name under which the site saves, such as `quiz.interests`. @param {unknown} value @returns {value is string} */
export const isName = (value) => isText(value, MOST_OF_NAME) && /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(value);

/** @param {unknown} value @param {number} [most] @returns {value is number} how many, how often, or when: what is no time is no other count either */
export const isCount = (value, most = LAST_TIME) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;

/** @param {unknown} value @param {number} [steps] of its scale @returns {value is number} */
export const isStep = (value, steps = 5) => isCount(value, steps) && value >= 1;

/**
 * When something is changed, so that it is newer than what it comes from: of two versions of one thing that of the later
 * time is the newer, everywhere. A clock that was wrong once must not make what is older look newer.
 *
 * @param {unknown} [before] when it was changed before
 */
export const changedNow = (before) => Math.min(Math.max(Date.now(), isCount(before) ? before + 1 : 0), LAST_TIME);
