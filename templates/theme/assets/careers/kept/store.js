/**
 * JSON on the reader's device, each thing by itself (`parts.js`), for this site alone. Nothing throws. What cannot be saved
 * is kept until the page is closed, and tried again; what cannot be read is set aside, never overwritten.
 */
import { ROOT } from "../site/loading.js";
import { MOST_LEVELS, isName, isObject, isShallow } from "./checks.js";
import { HEAD, VERSION, findList, identify, join, split } from "./parts.js";

export { VERSION };

/** @typedef {Record<string, unknown>} Value what is saved under a name, not yet validated */

/** Other sites may stand on the same host. No address has a blank, and no name of ours. */
const PREFIX = `careers ${ROOT.pathname} `;
const UNREADABLE = "unreadable.";
export const ASIDE = PREFIX + UNREADABLE;
/** Before what was kept in one piece, by all sites of a host alike. */
const FORMER = "careers.";
/** Written in passing: nothing that anybody would miss. */
const SLIGHT = `${PREFIX}fit`;
/** Lies there while all is forgotten, one after the other; no name of ours. */
const FORGETTING = `career-guides-forgetting ${ROOT.pathname}`;
/** Milliseconds in which what another tab writes is one change. */
const TOGETHER = 20;

/** What could not be written, or taken away: null. @type {Map<string, string | null>} */
export const unsaved = new Map();
/** Parts as they were read last, which most are each time. @type {Map<string, {text: string, value: unknown}>} */
const known = new Map();
/** What this page wrote in passing. @type {Map<string, string | null>} */
const passing = new Map();
/** Whether the browser was asked to keep what is kept here, at the first of it. */
let isAsked = false;

/** @param {string} [prefix] @returns {string[]} */
export function keys(prefix = PREFIX) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return []; // Storage is forbidden.
  }
}

/** @param {string} key @returns {string | null} */
export function peek(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} text @param {string} [place] of a part @returns {unknown} undefined if nothing of ours can have written it */
function parse(text, place) {
  if (!isShallow(text, MOST_LEVELS) || (place === HEAD && text !== `${VERSION}`)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes a text, or takes it away. @param {string} key @param {string | null} text @param {boolean} [isAgain] also where it is as before @returns {boolean} whether that is how it lies there now */
export function putText(key, text, isAgain = false) {
  try {
    if (text === null) localStorage.removeItem(key);
    else if (isAgain || localStorage.getItem(key) !== text) localStorage.setItem(key, text);
    return true;
  } catch {
    return false; // Full or forbidden.
  }
}

/** Sets aside what cannot be read. @param {string} key @param {string} text @returns {boolean} whether it is out of the way */
function setAside(key, text, prefix = PREFIX) {
  let place = ASIDE + key.slice(prefix.length);
  while (peek(place) !== null) place += ".";
  return putText(place, text) && putText(key, null);
}

/** The parts of a value, as they are or are to be. @param {string} name @returns {import("./parts.js").Parts} */
function collect(name) {
  const own = PREFIX + name;
  /** @type {import("./parts.js").Parts} */
  const found = new Map();
  for (const key of new Set([...keys(own), ...unsaved.keys()])) {
    if (key !== own && !key.startsWith(`${own} `)) continue;
    const text = unsaved.has(key) ? unsaved.get(key) : peek(key);
    if (typeof text === "string") found.set(key.slice(own.length + 1), text);
  }
  return found;
}

/** @param {string} name @returns {Value | null} */
export function read(name) {
  const found = new Map();
  for (const [place, text] of collect(name)) {
    const key = locate(name, place);
    const last = known.get(key);
    const value = last?.text === text ? last.value : parse(text, place);
    if (value === undefined) setAside(key, text);
    else {
      known.set(key, { text, value });
      found.set(place, value);
    }
  }
  return found.size ? join(name, found) : null;
}

/** Where a part lies. @param {string} name @param {string} place */
const locate = (name, place) => PREFIX + name + (place && ` ${place}`);

/**
 * Writes what is another than before, and nothing else.
 *
 * @param {string} name @param {object} value made of what `read` gave just now
 * @param {object | null} [base] what it was made of, if that was earlier: what this page has not changed is left as it lies there
 * @returns {boolean} whether all of it lies on the device
 */
export function write(name, value, base = null) {
  const isFirst = !isAsked && !keys().some(isWorth);
  const there = collect(name);
  const before = base ? split(name, base, there) : there;
  const parts = split(name, value, there);
  for (const [place, text] of before) if (!parts.has(place) && parse(text, place) !== undefined) save(name, place, null);
  for (const [place, text] of parts) if (before.get(place) !== text || !there.has(place)) save(name, place, text);
  tryAgain();
  // Browsers may throw away what nobody asked them to keep.
  isAsked ||= !isFirst || keys().some(isWorth);
  if (isFirst && isAsked) navigator.storage?.persist?.().catch(console.warn);
  return isSaved(name);
}

/** @param {string} name @param {string} place @param {string | null} text */
function save(name, place, text) {
  const key = locate(name, place);
  if (key.startsWith(SLIGHT)) passing.set(key, text);
  const there = peek(key);
  const isFree = there === null || text === null || parse(there, place) !== undefined || setAside(key, there);
  if (isFree && putText(key, text)) unsaved.delete(key);
  else hold(key, text);
}

/** Whether something is kept that the reader would miss: that there is a value says nothing by itself. @param {string} key */
const isWorth = (key) => key.includes(" ", PREFIX.length) && !key.startsWith(SLIGHT) && !key.startsWith(ASIDE);

/** Keeps for the page what cannot be saved. @param {string} key @param {string | null} text */
export function hold(key, text) {
  unsaved.set(key, text);
  if (isWorth(key)) addEventListener("beforeunload", ask);
}

/** @param {Event} event */
function ask(event) {
  tryAgain();
  if ([...unsaved.keys()].some(isWorth)) event.preventDefault();
}

/** There may be room by now. */
function tryAgain() {
  for (const [key, text] of unsaved) if (putText(key, text)) unsaved.delete(key);
  // Not every browser keeps for Back what asks.
  if (!unsaved.size) globalThis.removeEventListener?.("beforeunload", ask);
}

/** Whether all that was written lies on the device, or all under a name. @param {string} [name] */
export const isSaved = (name) => ![...unsaved.keys()].some((key) => name === undefined || key === PREFIX + name || key.startsWith(`${PREFIX}${name} `));

/** Whether there is anything, saved or not: nothing is left once all was forgotten, and only then. */
export const isAnythingKept = () => unsaved.size > 0 || keys().length > 0;

/** Whether a name is one of what was set aside. @param {string} name */
export const isAside = (name) => name.startsWith(UNREADABLE);

/** Texts that could not be read, by name. */
export const findUnreadable = () => keys(ASIDE).map((key) => key.slice(ASIDE.length));

/** Whether the browser lets the page save. The name is no `PREFIX`, so that other tabs do not hear of it. */
export const isAllowed = () => putText("career-guides-probe", "1") && putText("career-guides-probe", null);

/** All that can be read, saved or not, by name. @returns {Map<string, Value>} */
export function readAll() {
  const own = [...keys(), ...unsaved.keys()].filter((key) => !key.startsWith(ASIDE)).map((key) => key.slice(PREFIX.length).split(" ")[0]);
  const found = new Map([...new Set(own)].sort().map((name) => [name, read(name) ?? {}]));
  for (const [name, { v }] of found) if (!v) found.delete(name);
  return found;
}

/** Deletes all that this site keeps. */
export function forgetAll() {
  unsaved.clear();
  putText(FORGETTING, "1");
  for (const key of keys()) if (putText(key, null)) putText(FORGETTING, "1"); // Now a full device has room for it.
  putText(FORGETTING, null);
}

/** Another tab has forgotten all: so does this one, also what it has written before it heard of that. */
function forgetToo() {
  unsaved.clear();
  const left = keys(SLIGHT);
  for (const key of left.every((one) => peek(one) === passing.get(one)) ? left : []) putText(key, null);
  passing.clear();
}

globalThis.addEventListener?.("storage", ({ key, newValue }) => key === FORGETTING && newValue === null && forgetToo());

/** Deletes what could not be read. */
export const forgetUnreadable = () => {
  for (const key of keys(ASIDE)) putText(key, null);
};

/** Tells when another tab changes `name`, or all, and when it has forgotten all. @param {string | null} name @param {(isForgotten: boolean) => void} tell @param {AbortSignal} signal */
export function watch(name, tell, signal) {
  const own = PREFIX + (name ?? "");
  const concerns = (/** @type {string} */ key) => (name === null ? key.startsWith(own) : key === own || key.startsWith(`${own} `));
  let timer = 0;
  const say = () => {
    timer = 0;
    if (!signal.aborted && peek(FORGETTING) === null) tell(false);
  };
  const hear = (/** @type {StorageEvent} */ { key, newValue }) => {
    if (key === FORGETTING) newValue === null && tell(true);
    else if (!timer && (key === null || concerns(key))) timer = Number(setTimeout(say, TOGETHER));
  };
  addEventListener("storage", hear, { signal });
}

/** Once: what was kept in one piece, before there were parts. What does not find room stays as it is. */
function takeOver() {
  for (const key of keys(FORMER)) {
    const text = peek(key) ?? "";
    const name = key.slice(FORMER.length);
    const value = parse(text);
    if (!isName(name) || isAside(name) || !isObject(value) || value.v !== VERSION) {
      setAside(key, text, FORMER + (isAside(name) ? UNREADABLE : ""));
      continue;
    }
    const list = findList(name) ?? "";
    const own = read(name);
    const all = new Map([value[list], own?.[list]].flatMap((one) => (Array.isArray(one) ? [...identify(one)] : [])));
    // First out of the way: there may not be room for both.
    putText(key, null);
    if (!write(name, { ...value, ...own, ...(all.size && { [list]: [...all.values()] }) })) putText(key, text);
  }
}

// A page was closed while it forgot.
if (peek(FORGETTING) !== null) forgetAll();
takeOver();
