/** Finds occupations by what they are called. Pure; no DOM. Of ten thousand it takes a while, so it can be taken in slices. */
import { begin, listSlips } from "./distance.js";
import { Reader, simplify } from "./words.js";

/** @import {FindingFile, NamesFile} from "../../data/types.d.ts" */

/** Names or words between two chances to stop. */
const STRETCH = 64;
/** Letters of which the beginning of a word is worth looking for where some have just that word. */
const INITIALS = 2;
/** Words that are looked at where one or two letters alone have been typed. */
const MOST_BEGUN = 128;
/** Letters common to a word and another form of it. */
const STEMMED = 5;
/** Letters of a name that may be all that is found of what was typed. */
const END = 4;
/** Queries that are tried for what may be one word or two. */
const MOST_VARIANTS = 6;
/** Occupations that have a word in their names, from which on it may be what was meant, wherever it stands there. */
const COMMON = 4;

/**
 * @typedef {Omit<NamesFile, "slug"> & {slug: string[]}} Names
 * @typedef {{place: number, name: string, words: string[], from: "called" | "title" | "alias"}} Name
 * @typedef {{names: Name[], at: Map<string, Name[]>, sorted: string[], keys: Map<string, Name[]>, stems: Map<string, string[]>, sounds: Map<string, string[]>, reader: Reader, data: Names, jobs: string}} Index
 *   `keys`: whole names, also without blanks and in any order
 * @typedef {{place: number, name: Name, tier: number, score: number}} Match `tier`: 0 the whole name, 1 all words, 2 beginnings, 3 the words that say more than that somebody does it, 4 slips, 5 a part
 */

/** @param {string[]} words */
const joined = (words) => words.join("");
/** @param {string[]} words */
const sorted = (words) => [...words].sort().join(" ");

/** `Nail Technician (Nail Tech)` is two names. @param {string} name */
function split(name) {
  const found = /^(.+) \(([^()]+)\)$/.exec(name);
  return found ? [found[1], found[2]] : [name];
}

/** @param {Names} data @param {FindingFile} finding @returns {Generator<void, Index>} made once */
export function* indexing(data, finding) {
  const reader = new Reader(finding);
  /** @type {Name[]} */
  const names = [];
  for (const [place, title] of data.title.entries()) {
    /** @param {string} name @param {Name["from"]} from */
    const add = (name, from) => {
      for (const part of split(name)) names.push({ place, name, words: reader.content(simplify(part)), from });
    };
    for (const name of finding.called[place] ?? []) add(name, "called");
    add(title, "title");
    for (const name of data.aliases[place]) add(name, "alias");
    for (const name of finding.more[place] ?? []) add(name, "alias");
    yield;
  }
  /** @type {Map<string, Name[]>} */
  const at = new Map();
  /** @type {Map<string, Name[]>} */
  const keys = new Map();
  /** @param {Map<string, Name[]>} map @param {string} key @param {Name} name */
  const put = (map, key, name) => {
    const known = map.get(key);
    if (known) known.push(name);
    else map.set(key, [name]);
  };
  for (const [place, name] of names.entries()) {
    if (place % STRETCH === 0) yield;
    for (const word of new Set(name.words)) put(at, word, name);
    // "Owner", which a table lists for one occupation, is what many are.
    if (name.from === "alias" && name.words.every((word) => reader.roles.has(word))) continue;
    // Whoever copies `Nail Technician (Nail Tech)` has typed a whole name, too.
    const whole = name.name.endsWith(")") ? reader.content(simplify(name.name)) : name.words;
    for (const key of new Set([joined(name.words), sorted(name.words), joined(whole)])) put(keys, key, name);
  }
  /** @type {Map<string, string[]>} */
  const stems = new Map();
  /** @type {Map<string, string[]>} */
  const sounds = new Map();
  let seen = 0;
  for (const word of at.keys()) {
    if (++seen % STRETCH === 0) yield;
    const sound = reader.sound(word);
    const alike = sounds.get(sound);
    if (alike) alike.push(word);
    else sounds.set(sound, [word]);
    const root = word.length > STEMMED ? reader.stem(word) : word;
    const known = stems.get(root);
    if (!known) stems.set(root, [word]);
    else if (reader.doer?.test(word)) known.unshift(word);
  }
  return { names, at, stems, sounds, sorted: [...at.keys()].sort(), keys, reader, data, jobs: finding.jobs };
}

/** The words typed, and with what may be written as one word or as two. @param {Index} index @param {string[]} typed @returns {string[][]} */
function vary({ at, stems, reader }, typed) {
  const found = [typed];
  // What is done, for who does it: "bartending", "asbestos removal".
  const done = typed.map((word) => ((typed.length === 1 && at.has(word)) || !reader.done?.test(word) ? word : (stems.get(reader.stem(word))?.[0] ?? word)));
  if (done.some((word, place) => word !== typed[place])) found.push(done);
  for (const [place, word] of typed.entries()) {
    const both = word + (typed[place + 1] ?? "");
    if (place + 1 < typed.length && at.has(both)) found.push([...typed.slice(0, place), both, ...typed.slice(place + 2)]);
    if (at.has(word)) continue;
    for (let end = 3; end <= word.length - 3; end++) {
      const halves = [word.slice(0, end), word.slice(end)];
      if (halves.every((half) => at.has(half))) found.push([...typed.slice(0, place), ...halves, ...typed.slice(place + 1)]);
    }
  }
  return found.slice(0, MOST_VARIANTS);
}

/** For each name that has all words, how far these are from what was typed. @param {Index} index @param {string[]} typed @param {boolean} whole whether beginnings of words do not count @returns {Generator<void, Map<Name, number>>} */
function* scoreNames({ at, sorted: words }, typed, whole) {
  /** @type {Map<Name, number> | null} */
  let scores = null;
  for (const one of typed) {
    /** @type {Map<Name, number>} */
    const found = new Map();
    /** @type {Map<Name, number> | null} */
    const before = scores;
    /** @param {string} word @param {number} cost */
    const note = (word, cost) => {
      for (const name of at.get(word) ?? []) {
        const sum = before ? before.get(name) : 0;
        if (sum !== undefined && !((found.get(name) ?? Infinity) <= sum + cost)) found.set(name, sum + cost);
      }
    };
    note(one, 0);
    let seen = 0;
    if (!whole && !(one.length <= INITIALS && at.has(one))) {
      for (const word of begin(words, one)) {
        note(word, 1);
        if (++seen % STRETCH === 0) yield;
        if (one.length <= INITIALS && seen > MOST_BEGUN) break;
      }
    }
    yield;
    scores = found;
    if (!found.size) break;
  }
  return scores ?? new Map();
}

/**
 * @param {Index} index @param {string[]} typed words as they are compared @param {Set<string>} known words that are no slips @param {boolean} isOpen whether words may be beginnings
 * @returns {Generator<void, Match[]>} each occupation once, the best first
 */
export function* findNames(index, typed, known, isOpen = true) {
  const { reader, keys, data } = index;
  /** @type {Map<number, Match>} */
  const best = new Map();
  /** @param {Name} name @param {number} tier @param {number} cost @param {string[]} words */
  const note = (name, tier, cost, words) => {
    const score = cost * 2 + weigh(index, name, tier, words);
    const before = best.get(name.place);
    if (!before || tier < before.tier || (tier === before.tier && score < before.score)) best.set(name.place, { place: name.place, name, tier, score });
  };
  const variants = vary(index, typed);
  for (const words of variants) for (const key of [joined(words), sorted(words)]) for (const name of keys.get(key) ?? []) note(name, 0, 0, words);
  const isWhole = best.size > 0 || !isOpen;
  for (const words of variants) for (const [name, cost] of yield* scoreNames(index, words, isWhole || words !== typed)) note(name, cost ? 2 : 1, cost, words);
  if (!best.size) {
    const specific = typed.filter((word) => !reader.roles.has(word));
    if (specific.length && specific.length < typed.length) for (const [name, cost] of yield* scoreNames(index, specific, true)) note(name, 3, cost, specific);
  }
  if (!best.size) yield* forgive(index, typed, known, note);
  if (!best.size && reader.head) takeEnd(index, typed, note);
  return [...best.values()].sort((one, other) => one.tier - other.tier || one.score - other.score || data.title[one.place].length - data.title[other.place].length || one.place - other.place);
}

/** Names that end as what was typed, or begin so, as the language has it: a "wedding singer" is a singer. @param {Index} index @param {string[]} typed @param {(name: Name, tier: number, cost: number, words: string[]) => void} note */
function takeEnd({ at, keys, reader }, typed, note) {
  /** @param {string[]} words */
  const find = (words) => (words.every((word) => reader.roles.has(word) || word.length < END) ? [] : (keys.get(joined(words)) ?? []));
  const places = typed.slice(1).map((_, place) => place + 1);
  const [last, first] = [places.map((from) => typed.slice(from)), places.reverse().map((to) => typed.slice(0, to))];
  // "EMT basic" is what most people call an EMT; a "green beret" has no green job.
  const [ends, starts] = reader.head === "first" ? [first, last] : [last, first];
  /** @param {Name} name */
  const isCalled = ({ from }) => from !== "alias";
  // Other names hold words that mean much else: a "plasterer's mate" is no mate of a ship, nor one who collects stamps a "collector" of bills.
  const words = ends.find((end) => find(end).some(isCalled)) ?? starts.find((start) => typed.slice(start.length).every((word) => at.has(word)) && (keys.get(joined(start)) ?? []).some(isCalled));
  if (words) for (const name of (keys.get(joined(words)) ?? []).filter(isCalled)) note(name, 5, 0, words);
}

/** Looks for what was meant where no word, or not each, is in a name. @param {Index} index @param {string[]} typed @param {Set<string>} known @param {(name: Name, tier: number, cost: number, words: string[]) => void} note */
function* forgive(index, typed, known, note) {
  const slips = yield* listSlips(index, typed, known);
  if (!slips.every(({ length }) => length)) return;
  // Nearest alone: what is further away is not what was meant.
  const near = slips.map((own) => {
    const least = Math.min(...own.map(([, cost]) => cost));
    return own.filter(([, cost]) => cost === least).slice(0, 4);
  });
  /** @type {[string[], number][]} */
  let queries = [[[], 0]];
  for (const own of near) queries = queries.flatMap(([words, sum]) => own.map(([word, cost]) => /** @type {[string[], number]} */ ([[...words, word], sum + cost]))).slice(0, 16);
  for (const [words, sum] of queries) {
    for (const key of [joined(words), sorted(words)]) for (const name of index.keys.get(key) ?? []) note(name, 4, sum - (name.from === "alias" ? 1 : 3), words);
    // "Auction" is no slip of the "action" in the midst of one name.
    const scores = [...(yield* scoreNames(index, words, true))];
    const isCommon = new Set(scores.map(([{ place }]) => place)).size >= COMMON;
    const isCalled = (/** @type {Name} */ { from, words: own }) => words.includes(own[own.length - 1]) || (from === "title" && words.includes(own[0]));
    for (const [name, cost] of scores) if (isCommon || isCalled(name)) note(name, 4, sum + cost, words);
  }
}

/** The less, the sooner: titles before other names, guides before outlines, short names and much done work before others. @param {Index} index @param {Name} name @param {number} tier @param {string[]} typed */
function weigh({ data, jobs }, { place, words, from }, tier, typed) {
  const isOutline = place >= data.profiled;
  const done = Number(jobs[place] ?? 0);
  if (tier === 0) return (from === "called" ? 0 : from === "title" ? 2 : 4) + Number(isOutline) - done * 0.2;
  const starts = words[0] === typed[0] ? 0 : 0.5;
  return (from === "alias" ? 1.5 : 0) + (words.length - typed.length) * 0.6 + starts + Number(isOutline) - done * 0.4;
}
