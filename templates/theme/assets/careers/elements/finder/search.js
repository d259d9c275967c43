/**
 * Finds occupations by title, other name or task, slips of the fingers forgiven. Pure; no DOM. Of ten thousand it takes a
 * while, so both steps can be taken in slices.
 */
import { finish } from "../../site/slices.js";
import { allowed, measure } from "./distance.js";

/** Letters of a search that are read; more than any title has. */
export const MOST_LETTERS = 80;
/** Names, words or titles between two chances to stop. */
const STRETCH = 64;
const MOST_RESULTS = 12;
const MOST_TASKS = 6;
const NEAREST = 3;
/** So much later stands what has no profile: behind each profile that has a word typed, unless that is the whole name. */
export const OUTLINED = 2;

/** Words that say nothing about a task. */
const LIGHT = new Set(["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with", "who", "that"]);

/**
 * @typedef {{profiled: number, slug: string[], title: string[], aliases: string[][], field: string[], fields: Record<string, string>, address: string}} Names
 * @typedef {{place: number, name: string, words: string[], isAlias: boolean, plain: string}} Name
 * @typedef {{names: Name[], vocabulary: string[], at: Map<string, Name[]>, data: Names}} Index
 * @typedef {{place: number, slug: string, title: string, isOutline: boolean, kind: "title" | "alias" | "elsewhere" | "task", why: string, language?: string}} Result
 *   `why`: the other name or the task by which it was found
 * @typedef {{results: Result[], isGuess: boolean, isNamed: boolean}} Found `isGuess`: nothing has what was typed; these are
 *   the nearest titles; `isNamed`: a name has it, without any slip
 */

/** Letters and digits without accents and case. @param {string} text */
export const simplify = (text) =>
  text
    .slice(0, MOST_LETTERS)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** All in one go. @param {Names} data @returns {Index} */
export const makeIndex = (data) => finish(indexing(data));

/** @param {Names} data @returns {Generator<void, Index>} made once */
export function* indexing(data) {
  /** @type {Name[]} */
  const names = [];
  for (const [place, title] of data.title.entries()) {
    for (const [at, name] of [title, ...data.aliases[place]].entries()) {
      const plain = simplify(name);
      names.push({ place, name, plain, words: plain.split(" "), isAlias: at > 0 });
    }
    yield;
  }
  /** @type {Map<string, Name[]>} */
  const at = new Map();
  for (const [place, name] of names.entries()) {
    if (place % STRETCH === 0) yield;
    for (const word of new Set(name.words)) {
      if (!at.has(word)) at.set(word, []);
      at.get(word)?.push(name);
    }
  }
  return { names, vocabulary: [...at.keys()], at, data };
}

/** How well a word begins or is what was typed: 0 is the word itself, 1 its beginning, more with each slip. @param {string} typed @param {string} word */
function cost(typed, word) {
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 1;
  const most = allowed(typed.length);
  if (!most) return Infinity;
  const slips = measure(typed, word, most);
  return slips > most ? Infinity : 1 + 2 * slips;
}

/** For each name that has all words typed, how well. @param {Index} index @param {string[]} typed @returns {Generator<void, Map<Name, number>>} */
function* scoreNames({ vocabulary, at }, typed) {
  /** @type {Map<Name, number> | null} */
  let scores = null;
  for (const one of typed) {
    /** @type {Map<Name, number>} */
    const found = new Map();
    for (const [place, word] of vocabulary.entries()) {
      if (place % STRETCH === 0) yield;
      const worth = cost(one, word);
      if (worth === Infinity) continue;
      for (const name of at.get(word) ?? []) {
        const before = scores ? scores.get(name) : 0;
        if (before !== undefined) found.set(name, Math.min(found.get(name) ?? Infinity, before + worth));
      }
    }
    scores = found;
  }
  return scores ?? new Map();
}

/** All in one go. @param {Index} index @param {string} query @param {string[][] | null} tasks @returns {Found} */
export const search = (index, query, tasks = null) => finish(searching(index, query, tasks));

/** @param {Index} index @param {string} query @param {string[][] | null} tasks of each occupation, or null if they are not loaded @returns {Generator<void, Found>} */
export function* searching(index, query, tasks) {
  const plain = simplify(query);
  if (!plain) return { results: [], isGuess: false, isNamed: false };
  const typed = plain.split(" ");
  /** The best name of each occupation. @type {Map<number, {name: Name, score: number, slips: boolean}>} */
  const best = new Map();
  let isNamed = false;
  for (const [name, cost] of yield* scoreNames(index, typed)) {
    const slips = cost > typed.length;
    isNamed ||= !slips;
    // The whole name first, then its beginning; a title before another name; a short name before a long one.
    const start = name.plain === plain ? -4 : name.plain.startsWith(plain) ? -2 : name.words[0].startsWith(typed[0]) ? -1 : 0;
    const score = cost + start + (name.isAlias ? 0.5 : 0) + (name.place >= index.data.profiled ? OUTLINED : 0) + name.words.length / 10;
    const known = best.get(name.place);
    if (!known || (slips === known.slips ? score < known.score : known.slips)) best.set(name.place, { name, score, slips });
  }
  // Among many names some are a slip away from each word, which says nothing where another has the word itself.
  if (isNamed) for (const [place, { slips }] of best) if (slips) best.delete(place);
  const ranked = [...best].sort(([a, one], [b, other]) => one.score - other.score || a - b).slice(0, MOST_RESULTS);
  const results = ranked.map(([place, { name }]) => describe(index, place, name.isAlias ? "alias" : "title", name.isAlias ? name.name : ""));
  // A full list of names is enough; tasks are read when names say little.
  for (const found of tasks && results.length < MOST_RESULTS ? findTasks(typed, tasks) : []) {
    if (results.length >= MOST_RESULTS + MOST_TASKS) break;
    if (!found) yield;
    else if (!best.has(found.place)) results.push(describe(index, found.place, "task", found.task));
  }
  if (results.length || (!tasks && plain.length)) return { results, isGuess: false, isNamed };
  return { results: yield* guess(index, plain), isGuess: true, isNamed };
}

/** @param {Index} index @param {number} place @param {"title" | "alias" | "task"} kind @param {string} why @returns {Result} */
const describe = ({ data }, place, kind, why) => ({ place, slug: data.slug[place], title: data.title[place], isOutline: place >= data.profiled, kind, why });

/** The first task of each occupation in which each word typed begins a word; null now and then. @param {string[]} typed @param {string[][]} tasks */
function* findTasks(typed, tasks) {
  const words = typed.filter((word) => !LIGHT.has(word) && word.length > 1);
  if (!words.length || words.every((word) => word.length < 3)) return;
  // One pattern for each word, at the beginning of a word of the task; what was typed is letters and digits only.
  const patterns = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${stem(word)}`, "iu"));
  for (const [place, own] of tasks.entries()) {
    if (place % STRETCH === 0) yield null;
    const task = own.find((one) => patterns.every((pattern) => pattern.test(one)));
    if (task) yield { place, task };
  }
}

/** Without the ending that changes between "welding", "welds" and "weld". @param {string} word */
const stem = (word) => (word.length > 5 ? word.replace(/(ing|ies|es|ed|s)$/, "") : word);

/** The titles that share most pairs of letters with what was typed (Dice 1945, Ecology 26). @param {Index} index @param {string} plain @returns {Generator<void, Result[]>} */
function* guess(index, plain) {
  const own = pairs(plain);
  const likeness = [];
  for (const [place, title] of index.data.title.entries()) {
    if (place % STRETCH === 0) yield;
    const other = pairs(simplify(title));
    const shared = [...own].filter((pair) => other.has(pair)).length;
    likeness.push({ place, share: (2 * shared) / (own.size + other.size || 1) });
  }
  const near = likeness.filter(({ share }) => share > 0.15).sort((a, b) => b.share - a.share || a.place - b.place);
  return near.slice(0, NEAREST).map(({ place }) => describe(index, place, "title", ""));
}

/** @param {string} text */
const pairs = (text) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
