/**
 * A value taken apart into what is kept each by itself: things of a list, answers, fields. Two tabs that write at once
 * then write over nothing of each other's, as they would over a whole. No DOM, no storage.
 *
 * A part is known by where it stands, in words with blanks between: `items a1`, `answers R1`. Of a thing in a list its
 * place among the others comes with it, a number that leaves room between two.
 */
import { isObject } from "./checks.js";

/** @typedef {import("./store.js").Value} Value @typedef {Map<string, string>} Parts where each stands -> JSON */

/** Of each value, and of this way to keep it. */
export const VERSION = 1;
/** Says that there is a value, even if nothing is in it. */
export const HEAD = "";
/** What of a thing is written field by field. */
const APART = ["values", "marks"];

/** The list that a value is, if it is one. @param {string} name @returns {"entries" | "items" | undefined} the property that holds it */
export const findList = (name) => (name === "plan" ? "items" : name === "results" || name.startsWith("sheet.") ? "entries" : undefined);

/** @param {string} word @returns {string} without a blank */
const close = (word) => word.replaceAll("%", "%25").replaceAll(" ", "%20");
/** @param {string} word */
const open = (word) => word.replaceAll("%20", " ").replaceAll("%25", "%");

/** @param {unknown} thing @returns {thing is Value} */
const isKnown = (thing) => isObject(thing) && typeof thing.id === "string";

/** The things of a list by what tells one from the others: a sitting can have a result on each of several days. @param {unknown[]} list */
export function identify(list) {
  /** @type {Map<string, unknown>} */
  const found = new Map();
  for (const thing of list) {
    let name = isKnown(thing) ? `${thing.id}${"quiz" in thing ? ` ${thing.date}` : ""}` : `${JSON.stringify(thing)}`;
    while (found.has(name)) name += " again";
    found.set(name, thing);
  }
  return found;
}

/** @param {string} name @param {object} value @param {Parts} [before] as they lie there: what has not moved keeps its place @returns {Parts} */
export function split(name, value, before = new Map()) {
  const list = findList(name);
  /** @type {Parts} */
  const parts = new Map([[HEAD, `${VERSION}`]]);
  /** @param {unknown} part @param {string[]} path */
  const put = (part, ...path) => {
    if (part !== undefined) parts.set(path.map(close).join(" "), JSON.stringify(part));
  };
  for (const [field, one] of Object.entries(value)) {
    if (field === "v" || !field) continue;
    if (field === list && Array.isArray(one)) {
      put([], field);
      const things = identify(one);
      const places = findPlaces([...things.keys()], (key) => before.get(`${field} ${close(key)}`));
      for (const [key, thing] of things) {
        const own = isKnown(thing) ? { ...thing } : thing;
        for (const group of isObject(own) ? APART : []) {
          const fields = /** @type {Value} */ (own)[group];
          if (!isObject(fields)) continue;
          for (const [inner, found] of Object.entries(fields)) put(found, field, key, group, inner);
          /** @type {Value} */ (own)[group] = {};
        }
        put([places.shift(), own], field, key);
      }
    } else if (isObject(one) && field !== list) {
      put({}, field);
      for (const [key, found] of Object.entries(one)) put(found, field, key);
    } else put(one, field);
  }
  return parts;
}

/** Where each of a list stands. @param {string[]} names @param {(name: string) => string | undefined} find its part as it was @returns {number[]} */
function findPlaces(names, find) {
  const known = names.map((name) => Number.parseFloat((find(name) ?? "").slice(1)));
  const places = [...known];
  let there = [...names.keys()].filter((at) => !Number.isNaN(known[at]));
  /** As `join` puts them in order. @param {number[]} list */
  const isInOrder = (list) => list.every((at, turn) => !turn || compare([known[list[turn - 1]], names[list[turn - 1]]], [known[at], names[at]]) < 0);
  // Where one was moved, all others stay. That one is before or behind the first that are not in order.
  const odd = isInOrder(there) ? [] : there.filter((at, turn) => !isInOrder([at, there[turn + 1] ?? at]) || (turn && !isInOrder([there[turn - 1], at])));
  const moved = odd.find((one) => isInOrder(there.filter((at) => at !== one)));
  if (odd.length) there = moved === undefined ? [] : there.filter((at) => at !== moved);
  let last = -Infinity;
  for (const at of places.keys()) {
    if (there[0] === at) there.shift();
    else {
      const next = there.length ? known[there[0]] : Infinity;
      if (last === -Infinity) places[at] = next === Infinity ? 0 : next - 1;
      else places[at] = next === Infinity ? last + 1 : (last + next) / 2;
      // No number is left between the two.
      if (!(places[at] > last && places[at] < next)) return names.map((_, turn) => turn);
    }
    last = places[at];
  }
  return places;
}

/** @param {[number, string]} one place and name @param {[number, string]} other */
const compare = ([place, name], [other, second]) => place - other || (name < second ? -1 : Number(name > second));

/** Also where a name is one that objects have of their own. @param {object} target @param {string} name @param {unknown} value */
const set = (target, name, value) => Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });

/** @param {string} name @param {Map<string, unknown>} parts where each stands -> what it says @returns {Value} */
export function join(name, parts) {
  const list = findList(name);
  /** @type {Value} */
  const value = { v: VERSION };
  /** @type {Map<string, {at: number, thing: unknown}>} */
  const things = new Map();
  // What holds others stands before them.
  for (const [place, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (place === HEAD) continue;
    const [field, key, group, inner] = place.split(" ").map(open);
    if (key === undefined) set(value, field, isObject(part) ? { ...part } : part);
    else if (field !== list) {
      if (!Object.hasOwn(value, field) || !isObject(value[field])) set(value, field, {});
      set(/** @type {Value} */ (value[field]), key, part);
    } else if (group === undefined) {
      const [at, one] = Array.isArray(part) ? part : [Infinity, part]; // Whatever it is, it is kept.
      // Parts are used again, so what is put into one is put into another one.
      const groups = isObject(one) ? APART.filter((name) => isObject(one[name])).map((name) => [name, { ...Object(one[name]) }]) : [];
      things.set(key, { at: Number(at), thing: groups.length ? { ...one, ...Object.fromEntries(groups) } : one });
    } else {
      // Another tab deleted it: what is written still is kept.
      const { thing } = things.get(key) ?? { thing: { id: key, values: {} } };
      if (!things.has(key)) things.set(key, { at: Infinity, thing });
      if (isObject(thing) && Object.hasOwn(thing, group) && isObject(thing[group])) set(thing[group], inner, part);
    }
  }
  const order = [...things].sort(([a, one], [b, other]) => compare([one.at, a], [other.at, b]));
  if (list && (order.length || Array.isArray(value[list]))) value[list] = order.map(([, { thing }]) => thing);
  return value;
}
