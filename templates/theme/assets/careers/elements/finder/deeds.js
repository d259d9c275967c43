/** What people do, and what they wish: occupations that do it, and filters of the list that have it. Pure; no DOM. */
import { escapePattern, simplify } from "./words.js";

/** @import {FindingFile} from "../../data/types.d.ts" @import {Reader} from "./words.js" */

/** Amounts up to here are paid by the hour, if nothing else is said. */
const MOST_AN_HOUR = 250;
/** What a list is asked for once. */
const SINGLE = ["pay", "change", "sort"];
/** Amounts below which nobody means a year. */
const LEAST_A_YEAR = 1000;

/**
 * @typedef {{direct: Set<string>, verbs: Set<string>, things: string[][], at: number[]}} Deed
 * @typedef {{label: string, show: string, note: string, said: string, words: string[]}} Phrase
 * @typedef {{deeds: Deed[], phrases: Phrase[], against: string[][], words: Set<string>, reader: Reader, finding: FindingFile}} Wishes
 * @typedef {{text: string, yearly?: number}} Label with {amount}, where a yearly one is meant
 * @typedef {{labels: Label[], show: string, isAll: boolean, isOnly: boolean, isPhrase: boolean, rest: string[], notes: string[]}} Filter `show` is empty where nothing comes near; `notes`: what no figure tells; `isAll`: nothing else was typed, or `isOnly`: not even that somebody does it; `isPhrase`: several words are one wish
 */

/** @param {FindingFile} finding @param {Reader} reader @returns {Generator<void, Wishes>} made once */
export function* readingWishes(finding, reader) {
  /** @param {string} text */
  const stems = (text) => reader.content(simplify(text)).map(reader.stem);
  /** @type {Deed[]} */
  const deeds = [];
  for (const { does, to, at } of finding.deeds) {
    const verbs = new Set(does.flatMap((verb) => [verb, ...finding.verbs[verb]]).flatMap(stems));
    deeds.push({ direct: new Set(does.map(reader.stem)), verbs, things: to.map((text) => reader.content(simplify(text))), at });
    yield;
  }
  /** @type {Phrase[]} */
  const phrases = [];
  for (const { say, label, show, note = "" } of finding.wishes) {
    for (const text of say) phrases.push({ label, show, note, said: simplify(text), words: readAll(simplify(text), reader, finding) });
    yield;
  }
  phrases.sort((one, other) => other.words.length - one.words.length);
  const words = new Set(phrases.flatMap((phrase) => phrase.words));
  for (const { verbs, things } of deeds) for (const word of [...verbs, ...things.flat()]) words.add(word);
  const against = finding.against.map((text) => simplify(text).split(" "));
  against.sort((one, other) => other.length - one.length);
  return { deeds, phrases, against, words, reader, finding };
}

/** All words, of which those that refuse are one: "no weekends" is "never weekends". @param {string} plain @param {Reader} reader @param {FindingFile} finding */
const readAll = (plain, reader, { against }) => reader.all(plain).map((word) => (against.includes(word) ? against[0] : word));

/**
 * The query without what is not wished for: who types "no math" does not look for math, and we cannot leave it out. What is a wish in
 * itself stays ("no degree"). It reaches from the word that says so to the next wish, or to a word that begins anew ("but").
 *
 * @param {Wishes} wishes @param {string} query @returns {{kept: string, refused: string[]}}
 */
export function refuse({ phrases, against, reader, finding }, query) {
  const parts = query.split(/\s+/).map((text) => ({ text, isGone: false }));
  const typed = parts.flatMap((part) => simplify(part.text).split(" ").filter(Boolean).map((word) => ({ word, part })));
  const raw = typed.map(({ word }) => word);
  const words = readAll(raw.join(" "), reader, finding);
  const used = words.map(() => false);
  const begun = words.map(() => false);
  /** @type {string[]} */
  const refused = [];
  for (const { words: phrase } of phrases) {
    const at = phrase.length > 1 ? locate(words, raw, used, phrase, reader) : null;
    if (!at) continue;
    begun[at[0]] = true;
    for (let place = at[0]; place <= at[at.length - 1]; place++) used[place] = true;
  }
  for (let place = 0; place < raw.length; place++) {
    const said = used[place] ? null : against.find((phrase) => phrase.every((word, order) => raw[place + order] === word));
    if (!said) continue;
    let end = place + said.length;
    for (let isSaid = false; end < raw.length && !finding.until.includes(raw[end]) && !(isSaid && begun[end]); end++) isSaid ||= !reader.light.has(raw[end]) && !reader.roles.has(words[end]);
    refused.push(raw.slice(place + said.length, end).join(" "));
    // "But" between what is wished for and what is not belongs to neither.
    const from = finding.until.includes(raw[place - 1]) ? place - 1 : place;
    const to = finding.until.includes(raw[end]) ? end + 1 : end;
    for (const { part } of typed.slice(from, to)) part.isGone = true;
    place = end - 1;
  }
  return { kept: parts.filter(({ isGone }) => !isGone).map(({ text }) => text).join(" "), refused };
}

/** The query without phrases that only ask, as "how long does it take"; as it is, if nothing else was typed. @param {string} query @param {readonly string[]} [idle] */
export function dropIdle(query, idle = []) {
  const parts = query.split(/\s+/);
  const words = parts.map(simplify);
  for (const phrase of idle.map((text) => simplify(text).split(" "))) {
    const at = words.findIndex((_, place) => phrase.every((word, order) => words[place + order] === word));
    if (at < 0) continue;
    words.splice(at, phrase.length);
    parts.splice(at, phrase.length);
  }
  return words.some(Boolean) ? parts.join(" ") : query;
}

/** Occupations that do what was typed, the most likely first; none where a word is neither a deed nor a thing. @param {Wishes} wishes @param {string[]} typed @returns {{at: number[], isDone: boolean, isDirect: boolean}} `isDone`: a deed was typed, not a thing alone; `isDirect`: by its first verb */
export function findDeeds({ deeds, reader }, typed) {
  const all = new Set(typed);
  const found = deeds.flatMap((deed, order) => {
    const things = deed.things.filter((words) => words.every((word) => all.has(word)));
    const named = new Set(things.flat());
    const done = typed.filter((word) => deed.verbs.has(reader.stem(word)));
    if ((deed.things.length > 0 && !things.length) || !typed.every((word) => named.has(word) || done.includes(word))) return [];
    // To build is no building: of a word that may be both, another has to be the thing.
    const isDone = done.length > 0 && (!deed.things.length || typed.some((word) => named.has(word) && (!done.includes(word) || done.length > 1)));
    const longest = Math.max(0, ...things.map(({ length }) => length));
    const isDirect = done.some((word) => deed.direct.has(reader.stem(word)));
    return [{ at: deed.at, isDone, isDirect, worth: (isDone ? 10 : 0) + 3 * longest + (isDirect ? 4 : 0) - order / 1000 }];
  });
  found.sort((one, other) => other.worth - one.worth);
  const { isDone = false, isDirect = false } = found[0] ?? {};
  return { at: [...new Set(found.filter((one) => one.isDone === isDone).flatMap(({ at }) => at))], isDone, isDirect };
}

/** What was typed as filters; null if nothing of it is one. @param {Wishes} wishes @param {string} query @param {number} [least] words of a wish @returns {Filter | null} */
export function findFilter({ phrases, reader, finding }, query, least = 1) {
  const pay = findPay(finding, query);
  const plain = simplify(pay ? pay.rest : query);
  const raw = plain ? plain.split(" ") : [];
  const words = readAll(plain, reader, finding);
  const used = words.map(() => false);
  let isPhrase = Boolean(pay);
  /** @type {{label: Label, show: string, note: string, at: number}[]} */
  const chosen = pay ? [{ label: { text: pay.label, yearly: pay.yearly }, show: pay.show, note: "", at: -1 }] : [];
  for (const { label, show, note, said, words: phrase } of phrases) {
    const at = phrase.length < least ? null : locate(words, raw, used, phrase, reader);
    // "Tech" is a field, a technician is none.
    if (!at || (phrase.length === 1 && raw[at[0]] !== said && reader.roles.has(phrase[0]))) continue;
    for (const place of at) used[place] = true;
    // Of what no figure tells, nothing is listed for having the word.
    isPhrase ||= at.length > 1 || Boolean(note);
    if (chosen.every((one) => one.show !== show || one.note !== note)) chosen.push({ label: { text: label }, show, note, at: at[0] });
  }
  if (!chosen.length) return null;
  const left = words.filter((_, place) => !used[place] && !reader.light.has(raw[place]));
  const rest = left.every((word) => reader.roles.has(word)) ? [] : left;
  chosen.sort((one, other) => one.at - other.at);
  const shown = chosen.filter(({ show }) => show);
  const notes = chosen.map(({ note }) => note).filter(Boolean);
  return { labels: shown.map(({ label }) => label), show: merge(shown.map(({ show }) => show)), notes, isAll: !rest.length, isOnly: !left.length, isPhrase, rest };
}

/** Where a phrase stands, light words between its own left out. @param {string[]} words @param {string[]} raw @param {boolean[]} used @param {string[]} phrase @param {Reader} reader @returns {number[] | null} */
function locate(words, raw, used, phrase, reader) {
  for (let from = 0; from + phrase.length <= words.length; from++) {
    const at = [];
    for (let place = from; place < words.length && at.length < phrase.length; place++) {
      if (!used[place] && words[place] === phrase[at.length]) at.push(place);
      else if (!at.length || !reader.light.has(raw[place])) break;
    }
    if (at.length === phrase.length) return at;
  }
  return null;
}

/** Filters of one facet are one: any of their values will do. @param {string[]} shows */
function merge(shows) {
  /** @type {Map<string, Set<string>>} */
  const facets = new Map();
  for (const part of shows.flatMap((show) => show.split("&"))) {
    const [facet, values] = part.split("=");
    const before = facets.get(facet) ?? new Set();
    if (!before.size || !SINGLE.includes(facet)) facets.set(facet, new Set([...before, ...values.split(",")]));
  }
  return [...facets].map(([facet, values]) => `${facet}=${[...values].join(",")}`).join("&");
}

/** An amount to be paid, as a filter; null if there is none, or of another currency. @param {FindingFile} finding @param {string} query */
function findPay({ pay }, query) {
  const text = query.toLowerCase();
  if (!pay) return null;
  const thousand = pay.thousand.map((word) => word.toLowerCase());
  // Where a word ends is asked of letters of all scripts; no thousand at all would end anywhere, so that a sign goes first.
  const found = new RegExp(`(\\p{Sc}|\\b[a-z]{3}\\s)?\\s*(\\d[\\d.,]*)\\s*(\\p{Sc}|(?:${thousand.map(escapePattern).join("|")})(?![\\p{L}\\p{N}]))?`, "u").exec(text);
  if (!found) return null;
  const [all, before = "", digits, after = ""] = found;
  const isThousand = thousand.includes(after);
  const around = ` ${simplify(text.replace(all, " "))} `;
  /** @param {readonly string[]} phrases */
  const has = (phrases) => phrases.map(simplify).find((phrase) => around.includes(` ${phrase} `));
  const sign = [before, after].map((part) => part.trim()).find((part) => /\p{Sc}/u.test(part)) ?? pay.signs.find((one) => before.trim() === one.toLowerCase()) ?? "";
  const [unit, least, name] = [[pay.hour, pay.month, pay.year].findIndex((phrases) => has(phrases)), has(pay.at_least), has(pay.signs)];
  if (sign ? !pay.signs.includes(sign) : !(name || least || unit >= 0 || isThousand)) return null;
  const amount = Number(digits.replace(/[.,](?=\d{3}(?!\d))/g, "").replace(/,/g, ".").replace(/\.$/, "")) * (isThousand ? 1000 : 1);
  const times = unit === 0 || (unit < 0 && amount <= MOST_AN_HOUR) ? pay.hours_a_year : unit === 1 ? 12 : 1;
  const yearly = Math.round(amount * times);
  if (!(yearly >= LEAST_A_YEAR && yearly < 1e9)) return null;
  let rest = around;
  for (const phrase of [...pay.hour, ...pay.month, ...pay.year, ...pay.at_least, ...pay.signs].map(simplify).filter(Boolean)) rest = rest.replaceAll(` ${phrase} `, " ");
  return { label: pay.label, yearly, show: `pay=${pay.currency}-${yearly}`, rest };
}
