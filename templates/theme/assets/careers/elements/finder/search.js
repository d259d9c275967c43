/**
 * Finds occupations by what they are called and by what people do, and filters by what people wish. What was typed is
 * found or it is not: nothing is listed for having some letters in common. Pure; no DOM. Each step can be taken in slices.
 */
import { dropIdle, findDeeds, findFilter, readingWishes, refuse } from "./deeds.js";
import { measure } from "./distance.js";
import { findNames, indexing as indexNames } from "./names.js";
import { escapePattern, MOST_LETTERS, simplify } from "./words.js";

export { MOST_LETTERS, simplify };

/** @import {FindingFile} from "../../data/types.d.ts" @import {Filter, Wishes} from "./deeds.js" @import {Match, Names} from "./names.js" */

const MOST_RESULTS = 12;
const MOST_TASKS = 6;
/** Names that begin as what was typed; where there are fewer, it may be a word of another language. */
const MANY = 3;
/** Occupations between two chances to stop. */
const STRETCH = 64;
/** Letters of a word of a task that may be its beginning. */
const BEGUN = 5;

const INITIALS = /^\s*\p{Lu}{2,4}\s*$/u;
const NO_DEEDS = { at: /** @type {number[]} */ ([]), isDone: false, isDirect: false };

/**
 * @typedef {import("./names.js").Index & {wishes: Wishes, known: Set<string>, unlisted: Set<string>}} Index
 * @typedef {"title" | "alias" | "deed" | "elsewhere" | "task" | "slip"} Kind
 * @typedef {{place: number, slug: string, title: string, isOutline: boolean, kind: Kind, why: string, language?: string}} Result
 *   `why`: the other name or the task by which it was found
 * @typedef {{results: Result[], filter: Filter | null, says: string[], isGuess: boolean, isNamed: boolean, isMeant: boolean, isFirst: boolean, isSure: boolean, isBoth: boolean, isHeard: boolean}} Found `says`: what no figure and no filter can answer; `isGuess`:
 *   slips were forgiven; `isHeard`: it is spelled nearly as a name that sounds the same; `isNamed`: names have all words typed; `isMeant`: a deed or a
 *   wish was typed; `isFirst`: the filter stands before the results; `isSure`: the first result, or without any the filter, is just what was typed; `isBoth`: something was typed beside a wish
 */

/** @param {Names} data @param {FindingFile} finding @returns {Generator<void, Index>} made once */
export function* indexing(data, finding) {
  const index = yield* indexNames(data, finding);
  const { reader } = index;
  const wishes = yield* readingWishes(finding, reader);
  const apart = [...finding.apart, ...finding.unlisted].map((word) => reader.one(simplify(word)));
  const unlisted = new Set(finding.unlisted.map((text) => reader.content(simplify(text)).join(" ")));
  return { ...index, wishes, unlisted, known: new Set([...apart, ...reader.light, ...reader.roles, ...wishes.words]) };
}

/** @param {Index} index @param {string} query @param {string[][]} tasks of each occupation that has a guide @returns {Generator<void, Found>} */
export function* searching(index, query, tasks) {
  if (index.keys.has(index.reader.content(simplify(query)).join(""))) return yield* looking(index, query, tasks);
  const asked = dropIdle(query, index.wishes.finding.idle);
  const names = listNames(index, asked);
  if (!names.length) return yield* looking(index, asked, tasks);
  const found = [];
  for (const name of names) found.push(yield* looking(index, name, []));
  const results = [];
  for (let place = 0; results.length < MOST_RESULTS && found.some((one) => one.results[place]); place++) for (const one of found) if (one.results[place]) results.push(one.results[place]);
  const [first] = found;
  const places = new Set();
  return { ...first, filter: null, isSure: false, results: results.filter((one) => !places.has(one.place) && places.add(one.place)).slice(0, MOST_RESULTS) };
}

/** Several names that were typed at once: "nurse and teacher". None, if any of them is no name. @param {Index} index @param {string} query */
function listNames({ keys, reader, wishes: { finding } }, query) {
  const both = (finding.both ?? []).map((word) => `\\s${escapePattern(word)}\\s`);
  const parts = query.split(new RegExp([...both, "[/,;&+]"].join("|"), "iu")).filter((part) => simplify(part));
  return parts.length > 1 && parts.every((part) => keys.has(reader.content(simplify(part)).join(""))) ? parts : [];
}

/** @param {Index} index @param {string} query @param {string[][]} tasks @returns {Generator<void, Found>} */
function* looking(index, query, tasks) {
  const plain = simplify(query);
  /** @type {Found} */
  const nothing = { results: [], filter: null, says: [], isGuess: false, isNamed: false, isMeant: false, isFirst: true, isSure: false, isBoth: false, isHeard: false };
  if (!plain) return nothing;
  const { reader, wishes, unlisted } = index;
  // Who types "marines" means no marine biologist.
  if (unlisted.has(reader.content(plain).join(" "))) return { ...nothing, isNamed: true };
  const isName = index.keys.has(reader.content(plain).join(""));
  const { kept, refused } = isName ? { kept: query, refused: [] } : refuse(wishes, query);
  const isRefused = simplify(kept) !== plain;
  const isNothing = isRefused && simplify(kept).split(" ").every((word) => !word || reader.light.has(word) || reader.roles.has(word));
  const found = isNothing ? { ...nothing, says: wishes.finding.refused ? [wishes.finding.refused] : [], isNamed: true } : yield* seeking(index, kept, tasks);
  const left = new Set(refused.flatMap((text) => index.keys.get(reader.content(text).join("")) ?? []).map(({ place }) => place));
  return { ...found, results: found.results.filter(({ place }) => !left.has(place)), isSure: found.isSure && !isRefused };
}

/** What finds it, of what is wished for alone. @param {Index} index @param {string} query @param {string[][]} tasks @returns {Generator<void, Found>} */
function* seeking(index, query, tasks) {
  const plain = simplify(query);
  const { reader, wishes, known } = index;
  const typed = reader.content(plain);
  const asked = findFilter(wishes, query);
  let near = yield* findNames(index, typed, known, isUnfinished(reader, plain));
  // Of "nures" the s is the slip, and no plural.
  const spelled = plain.split(" ").filter((word) => !reader.light.has(word));
  if (!near.length && spelled.some((word) => word !== reader.one(word) && !known.has(reader.one(word)))) near = yield* findNames(index, spelled, known, false);
  // Initials are just these: an "SNA" prepares no snacks.
  const matches = INITIALS.test(query) ? near.filter((match) => match.tier < 2) : near;
  // A "clerk of works" is just that, though "of works" says nothing.
  const exact = matches.findIndex(({ name, tier: own }) => own === 0 && name.from !== "alias" && simplify(name.name) === plain);
  if (exact > 0) matches.unshift(...matches.splice(exact, 1));
  const tier = matches[0]?.tier ?? Infinity;
  // Who types a wish in its own words, as "growing", means no "grower".
  const whole = matches.filter((match) => match.tier === 0 && !(asked?.isOnly && match.name.words.join("") !== typed.join("")));
  // To "train dogs part time" is nothing about trains.
  const plainer = asked && asked.labels.length > 1 && asked.isPhrase ? findFilter(wishes, query, 2) : null;
  const filter = plainer && (findDeeds(wishes, plainer.rest).isDone || index.keys.has(plainer.rest.join(""))) ? plainer : asked;
  // A name that has a word of a wish, as "data entry", wishes nothing.
  const isWish = Boolean(filter?.isAll) && !(whole.length && filter && (filter.labels.length > 1 || !filter.isOnly));
  const deed = whole.length ? NO_DEEDS : findDeeds(wishes, typed);
  // "Kids, no degree" is a deed beside a wish; a "taxi driver" at night is called so.
  const beside = whole.length || deed.at.length || !filter || filter.isAll ? [] : yield* findRest(index, filter);
  const also = whole.length || deed.at.length || !filter || filter.isAll || beside[0]?.tier === 0 ? NO_DEEDS : findDeeds(wishes, filter.rest);
  const deeds = also.at.length ? also : deed;
  const isMeant = isWish || deeds.at.length > 0;
  // A wish of several words is one, whatever names have them; what is near to a name is not meant where something else is.
  const most = isWish && filter?.isPhrase ? 0 : isWish ? 1 : isMeant ? 3 : 5;
  const named = matches.filter((match) => match.tier <= most);
  const done = isWish && (filter?.notes.length || !deeds.isDirect) && (filter?.isPhrase || (deeds.isDone && typed.length === 1)) ? [] : deeds.at;
  const rest = !isWish && (!named.length || tier > 1) && !also.at.length ? beside : [];
  const isFiltered = isWish || also.at.length > 0 || rest.length > 0 || (!named.length && !done.length);
  /** @type {Map<number, Result>} */
  const found = new Map();
  /** @param {Result} result */
  const add = (result) => found.has(result.place) || found.size >= MOST_RESULTS || found.set(result.place, result);
  const byDeed = done.map((place) => describe(index, place, "deed", ""));
  const byName = [...(rest.length ? [] : named), ...rest].map((match) => tell(index, match));
  // A deed is what was meant, whatever names have its words, too; a thing is what titles are about, or else deeds.
  const first = deeds.isDone ? 0 : byName.findIndex(({ kind }) => kind !== "title");
  for (const result of whole.length ? byName : [...byName.slice(0, first < 0 ? MOST_RESULTS : first), ...byDeed, ...byName]) add(result);
  const isOpen = whole.length ? false : tier < 4 ? found.size < MOST_RESULTS : !found.size;
  if (isOpen && !(isWish && filter?.isPhrase) && typed.some((word) => !reader.light.has(word))) yield* addTasks(index, typed, tasks, found);
  const results = [...found.values()];
  const says = (isFiltered && filter?.notes) || [];
  const single = tier === 1 && matches.filter((match) => match.tier === 1).length === 1 && isKind(reader, matches[0], typed);
  return {
    results,
    filter: isFiltered && filter?.show ? filter : null,
    says,
    isGuess: results.length > 0 && !isMeant && !rest.length && tier > 3 && tier < Infinity,
    isNamed: tier < 2 || (tier === 2 && matches.length >= MANY),
    isMeant,
    isFirst: !whole.length,
    isBoth: also.at.length > 0 || rest.length > 0,
    isHeard: tier === 4 && typed.every((word) => soundsLike(index, word)),
    isSure: whole.length > 0 || (single && !isMeant) || (!results.length && isWish && Boolean(filter?.isOnly) && !says.length),
  };
}

/** Whether one slip at most makes it a word of names that sounds the same. @param {Index} index @param {string} word */
const soundsLike = ({ sounds, reader }, word) => (sounds.get(reader.sound(word)) ?? []).some((one) => measure(word, one, 1, true) < 2);

/** Whether the last word may be a beginning; those before a word that says nothing are whole: "fun jobs" are no fundraising. @param {import("./words.js").Reader} reader @param {string} plain */
function isUnfinished(reader, plain) {
  const words = plain.split(" ");
  return !reader.light.has(words[words.length - 1]) || words.every((word) => reader.light.has(word));
}

/** Whether what was typed says what somebody is, as English does last: who types "federal" means no federal mediator. @param {import("./words.js").Reader} reader @param {Match} match @param {string[]} typed */
function isKind({ roles }, { name }, typed) {
  /** @param {string[]} words */
  const last = (words) => words.filter((word) => !roles.has(word)).pop();
  const kind = last(typed);
  // "Gun" is nobody, where "chopper gun operator" is a name.
  const isWho = kind === name.words[name.words.length - 1] || roles.has(typed[typed.length - 1]);
  return kind !== undefined && kind === last(name.words) && (isWho || name.words.every((word) => roles.has(word) || typed.includes(word)));
}

/** Tasks stand behind all else. @param {Index} index @param {string[]} typed @param {string[][]} tasks @param {Map<number, Result>} found @returns {Generator<void, void>} */
function* addTasks(index, typed, tasks, found) {
  let count = 0;
  for (const task of findTasks(index.reader, typed, tasks)) {
    if (count >= MOST_TASKS) break;
    if (!task) yield;
    else if (!found.has(task.place)) {
      found.set(task.place, describe(index, task.place, "task", task.task));
      count += 1;
    }
  }
}

/** What else was typed beside a wish; beside that of one word, names alone that are just that: a "lab rat" is no rat catcher. @param {Index} index @param {Filter} filter @returns {Generator<void, Match[]>} */
function* findRest(index, { rest, isPhrase }) {
  const found = yield* findNames(index, rest, index.known);
  return found.filter(({ tier }) => tier < (isPhrase ? 2 : 1));
}

/** @param {Index} index @param {Match} match @returns {Result} */
function tell(index, { place, name, tier }) {
  const why = name.from === "title" ? "" : name.name;
  return describe(index, place, tier > 3 ? "slip" : name.from === "title" ? "title" : "alias", why);
}

/** @param {Index} index @param {number} place @param {Kind} kind @param {string} why @returns {Result} */
const describe = ({ data }, place, kind, why) => ({ place, slug: data.slug[place], title: data.title[place], isOutline: place >= data.profiled, kind, why });

/** Each task's words as they are compared, made once. @type {WeakMap<string[], Set<string>[]>} */
const read = new WeakMap();

/** The first task of each occupation that has each word typed, in whatever form; null now and then. @param {import("./words.js").Reader} reader @param {string[]} typed @param {string[][]} tasks */
function* findTasks({ stem }, typed, tasks) {
  const words = typed.map(stem);
  const last = typed[typed.length - 1];
  for (const [place, own] of tasks.entries()) {
    if (place % STRETCH === 0) yield null;
    const plain = read.get(own) ?? own.map((task) => new Set(simplify(task.slice(0, MOST_LETTERS)).split(" ").flatMap((word) => [word, stem(word)])));
    read.set(own, plain);
    const at = plain.findIndex((task) => words.every((word, order) => task.has(word) || (order === words.length - 1 && last.length >= BEGUN && [...task].some((one) => one.startsWith(last)))));
    if (at >= 0) yield { place, task: own[at] };
  }
}
