/**
 * JSON on the reader's device as `{v: 1, ...}`. Nothing throws: storage may be forbidden, full or hold foreign data.
 * What cannot be saved is kept until the page is closed; what cannot be read is set aside, never overwritten.
 */
import { MOST_LEVELS, isObject, isShallow } from "./checks.js";

/** @typedef {Record<string, unknown>} Value what is saved under a name, not yet validated */

const PREFIX = "careers.";
const UNREADABLE = "unreadable.";
const ASIDE = PREFIX + UNREADABLE;
/** Of each value. */
export const VERSION = 1;

/** What could not be written, by name, and what lay there then. @type {Map<string, {text: string, base: string | null}>} */
const unsaved = new Map();
/** Joins it with what another tab has written since. Few need it, so it comes when something could not be written. */
let join = /** @type {typeof import("./conflicts.js").join | undefined} */ (undefined);

/** @param {string} text @returns {Value | null} null if nothing of ours can have written it */
function parse(text) {
  if (!isShallow(text, MOST_LEVELS)) return null;
  try {
    /** @type {unknown} */
    const value = JSON.parse(text);
    return isObject(value) && value.v === VERSION ? value : null;
  } catch {
    return null;
  }
}

/** @param {string} name @returns {Value | null} */
export function read(name) {
  if (unsaved.has(name)) {
    settle(name);
    return parse(unsaved.get(name)?.text ?? "");
  }
  try {
    return makeRoom(name) ? parse(localStorage.getItem(PREFIX + name) ?? "") : null;
  } catch {
    return null; // Storage is forbidden.
  }
}

/** Sets aside what cannot be read under a name. @param {string} name @returns {boolean} whether it is out of the way */
function makeRoom(name) {
  const text = localStorage.getItem(PREFIX + name);
  if (text === null || parse(text)) return true;
  let place = ASIDE + name;
  for (let number = 2; localStorage.getItem(place) !== null; number++) place = `${ASIDE}${name}.${number}`;
  try {
    localStorage.setItem(place, text);
    localStorage.removeItem(PREFIX + name);
    return true;
  } catch {
    return false; // No room on the device: it stays where it is.
  }
}

/** What lies under a name, whatever it is. @param {string} name @returns {string | null} */
function peek(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Joins what could not be written with what another tab has. @param {string} name @returns {boolean} whether nothing of that is in the way */
function settle(name) {
  const pending = unsaved.get(name);
  const there = peek(name);
  if (!pending || pending.base === there) return true;
  if (!join) return false;
  const [base, ours, theirs] = [pending.base, pending.text, there].map((text) => parse(text ?? ""));
  // What cannot be read will be set aside.
  const isReadable = theirs || there === null;
  const text = ours && isReadable ? JSON.stringify({ v: VERSION, ...join(base, ours, theirs) }) : pending.text;
  unsaved.set(name, { text, base: there });
  return true;
}

/** Keeps for the page what cannot be saved. @param {string} name @param {string} text @param {string | null} [base] */
function hold(name, text, base = peek(name)) {
  unsaved.set(name, { text, base });
  // Until it is there, nothing is written over what another tab writes.
  import("./conflicts.js").then((module) => (join = module.join)).catch((problem) => console.warn(problem));
}

/** @param {string} name @param {object} value made of what `read` gave @returns {boolean} whether it is saved */
export function write(name, value) {
  let text = JSON.stringify({ v: VERSION, ...value });
  const base = unsaved.get(name)?.base;
  if (base !== undefined) {
    unsaved.set(name, { text, base });
    if (!settle(name)) return false;
    text = unsaved.get(name)?.text ?? text;
  }
  try {
    if (makeRoom(name)) {
      localStorage.setItem(PREFIX + name, text);
      unsaved.delete(name);
      return true;
    }
  } catch {
    // Full or forbidden.
  }
  hold(name, text);
  return false;
}

/** Whether all that was written lies on the device, or all under a name. @param {string} [name] */
export const isSaved = (name) => (name === undefined ? !unsaved.size : !unsaved.has(name));

/** @param {string} [prefix] @returns {string[]} */
function names(prefix = PREFIX) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Whether a name is one of what was set aside. @param {string} name */
export const isAside = (name) => name.startsWith(UNREADABLE);

/** Texts that could not be read, by name. */
export const findUnreadable = () => names(ASIDE).map((key) => key.slice(ASIDE.length));

/** Whether the browser lets the page save. The name is no `PREFIX`, so that other tabs do not hear of it. */
export function isAllowed() {
  try {
    localStorage.setItem("career-guides-probe", "");
    localStorage.removeItem("career-guides-probe");
    return true;
  } catch {
    return false;
  }
}

/** All that can be read, saved or not, by name. @returns {Map<string, Value>} */
export function readAll() {
  const own = names().filter((key) => !key.startsWith(ASIDE)).map((key) => key.slice(PREFIX.length));
  const all = new Set([...own, ...unsaved.keys()]);
  const found = new Map();
  for (const name of [...all].sort()) {
    const value = read(name);
    if (value) found.set(name, value);
  }
  return found;
}

/** Deletes all that this site keeps on the device. */
export function forgetAll() {
  unsaved.clear();
  for (const key of names()) localStorage.removeItem(key);
}

/**
 * Remembers all that lies here, saved or not, even what cannot be read.
 *
 * @returns {() => void} puts exactly that back, whatever was written or deleted since; what has not changed is not touched
 */
export function remember() {
  const kept = names().map((key) => /** @type {const} */ ([key, localStorage.getItem(key) ?? ""]));
  const pending = [...unsaved].map(([name, { text }]) => /** @type {const} */ ([name, text]));
  return () => {
    unsaved.clear();
    const before = new Set(kept.map(([key]) => key));
    for (const key of names()) if (!before.has(key)) localStorage.removeItem(key);
    let left = kept;
    // What shrinks makes room for what grows, so what found none gets a second chance.
    for (let round = 1; round <= 2; round++) left = left.filter(([key, text]) => !putBack(key, text));
    for (const [key, text] of left) if (!key.startsWith(ASIDE)) hold(key.slice(PREFIX.length), text);
    for (const [name, text] of pending) hold(name, text);
  };
}

/** @param {string} key @param {string} text @returns {boolean} whether it lies there */
function putBack(key, text) {
  try {
    if (localStorage.getItem(key) !== text) localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Deletes what could not be read. */
export const forgetUnreadable = () => {
  for (const key of names(ASIDE)) localStorage.removeItem(key);
};

/** Tells when another tab changes `name`, or all; of any change without a name. @param {string | null} name @param {() => void} tell @param {AbortSignal} signal */
export function watch(name, tell, signal) {
  const concerns = (/** @type {string} */ key) => (name === null ? key.startsWith(PREFIX) : key === PREFIX + name);
  addEventListener("storage", ({ key }) => (key === null || concerns(key)) && tell(), { signal });
}
