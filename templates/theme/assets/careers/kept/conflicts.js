/** What comes of changes that two tabs made to one value, each without those of the other. No DOM, no storage. */
import { MOST_REVISIONS, isBranch, isCount, isObject } from "./checks.js";

/** @typedef {import("./store.js").Value} Value */

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

/**
 * Joins what lay there with the changes of both: what one changed and the other left alone is as changed. Where both
 * changed the same, that of the later `changed` stays; where nothing tells, theirs.
 *
 * @param {Value | null} base before both @param {Value} ours @param {Value | null} theirs null if they deleted all @returns {Value}
 */
export const join = (base, ours, theirs) => ({ ...joinFields(base ?? {}, ours, theirs ?? {}, false) });

/** @param {unknown} base @param {unknown} ours @param {unknown} theirs each undefined if it is not there @param {boolean} areOursNewer @returns {unknown} */
function joinValues(base, ours, theirs, areOursNewer) {
  if (areSame(ours, base)) return theirs;
  if (areSame(theirs, base)) return ours;
  const lists = [base ?? [], ours, theirs ?? []];
  if (Array.isArray(ours) && lists.every(Array.isArray) && lists.flat().some(isKnown)) return joinLists(lists);
  if (isObject(ours) && isObject(theirs)) return joinFields(isObject(base) ? base : {}, ours, theirs, areOursNewer);
  return areOursNewer || theirs === undefined ? ours : theirs;
}

/** @param {Value} base @param {Value} ours @param {Value} theirs @param {boolean} areOursNewer @returns {Value} */
function joinFields(base, ours, theirs, areOursNewer) {
  // Another sitting, with answers of its own.
  if (ours.id !== theirs.id) return theirs;
  const [mine, yours] = [ours.changed, theirs.changed];
  const isNewer = isCount(mine) && isCount(yours) ? mine > yours : areOursNewer;
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
  const fields = names.map((name) => [name, joinValues(base[name], ours[name], theirs[name], isNewer)]);
  /** @type {Value} */
  const joined = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const revisions = [ours.revision, theirs.revision].filter((revision) => isCount(revision));
  // Calendars know either, but not what has come of both.
  if (revisions.length === 2) joined.revision = Math.min(Math.max(...revisions) + 1, MOST_REVISIONS);
  return joined;
}

/** @param {unknown} thing @returns {thing is Value} */
const isKnown = (thing) => isObject(thing) && typeof thing.id === "string";

/** The things of a list by what tells one from the others: a sitting can have a result on each of several days. @param {unknown[]} list */
function identify(list) {
  /** @type {Map<string, unknown>} */
  const found = new Map();
  for (const thing of list) {
    let name = isKnown(thing) ? `${thing.id} ${"quiz" in thing ? thing.date : ""}` : JSON.stringify(thing);
    while (found.has(name)) name += " again";
    found.set(name, thing);
  }
  return found;
}

/** Thing by thing: what one deleted and the other left alone is gone. @param {unknown[][]} lists base, ours, theirs */
function joinLists(lists) {
  const [base, ours, theirs] = lists.map(identify);
  const order = [...theirs.keys()].filter((name) => base.has(name));
  const wasMoved = !areSame(order, [...base.keys()].filter((name) => theirs.has(name)));
  const both = wasMoved ? [theirs, ours] : [ours, theirs];
  return [...new Set(both.flatMap((things) => [...things.keys()]))].flatMap((name) => {
    const [old, mine, yours] = [base, ours, theirs].map((things) => things.get(name));
    const left = mine ?? yours;
    if (mine === undefined || yours === undefined) return areSame(left, old) ? [] : [left];
    return [joinValues(old, mine, yours, false)];
  });
}
