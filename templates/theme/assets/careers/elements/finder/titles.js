/**
 * Finds occupations by their titles in other languages, where what was typed may stand anywhere in a word: these languages
 * join words, and readers leave accents out. Pure; no DOM.
 */
import { simplify } from "./words.js";

/** So much later stands what has no guide, unless it is called just so. */
const OUTLINED = 2;

/** @import {StartsFile, TitlesFile} from "../../data/types.d.ts" */

/** Letters that are no others with an accent, as people type them who have no such key. @type {Record<string, string>} */
const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };
/** Letters that say too little to be looked for as the beginning of a word. */
const LEAST = 3;
/** Letters that say too little to be looked for within words. */
const INSIDE = 4;
/** Titles between two chances to stop. */
const STRETCH = 64;
const MOST_RESULTS = 12;

/** @typedef {{place: number, title: string, language: string, isClose: boolean, isWhole: boolean, isInside: boolean}} Found `title`: by which it was found; `isWhole`: it is what was typed; `isInside`: a word typed is no more than within one of it */

/** @param {string} text */
const fold = (text) => text.split("/").map(simplify).join("/").replace(/[ßæœøłđðþħı]/g, (sign) => PLAIN[sign]);

/** The languages in which a word begins as each of those typed. @param {string} query @param {StartsFile} file @returns {string[]} */
export function suspect(query, { letters, starts }) {
  const groups = Object.entries(starts);
  const typed = fold(query).split(" ").filter(({ length }) => length >= LEAST);
  const found = typed.map((word) => groups.find(([, own]) => own.includes(word.slice(0, letters)))?.[0].split(" ") ?? []);
  return (found[0] ?? []).filter((language) => found.every((own) => own.includes(language)));
}

/** Each file's titles as they are compared, made once. @type {WeakMap<TitlesFile, string[][]>} */
const folded = new WeakMap();

/** @param {TitlesFile} file */
function read(file) {
  const plain = folded.get(file) ?? file.titles.map((own) => own.map(fold));
  folded.set(file, plain);
  return plain;
}

/**
 * @param {string} query @param {Map<string, TitlesFile>} files by language
 * @param {number} [profiled] how many have a profile; these are the first
 * @param {string} [jobs] a digit for each occupation, the more the more do the work
 * @returns {Generator<void, Found[]>} each occupation once, by the title that has it best
 */
export function* searchingTitles(query, files, profiled = Infinity, jobs = "") {
  const plain = fold(query);
  const typed = plain.split(" ");
  /** @type {Map<number, Found & {worth: number}>} */
  const best = new Map();
  for (const [language, file] of typed.some(({ length }) => length >= LEAST) ? files : []) {
    const close = new Set(file.close);
    for (const [place, titles] of read(file).entries()) {
      if (place % STRETCH === 0) yield;
      for (const [at, title] of titles.entries()) {
        const isClose = close.has(place);
        const fit = Math.min(...title.split("/").map((part) => weigh(plain, typed, part.trim())), weigh(plain, typed, title.replace("/", " ")));
        // A guide goes before an outline, unless that is called just so.
        const worth = fit + (fit && place >= profiled ? OUTLINED : 0) + Number(isClose) + title.length / 1000 - Number(jobs[place] ?? 0) / 20;
        if (worth < (best.get(place)?.worth ?? Infinity)) best.set(place, { place, title: file.titles[place][at], language, isClose, isWhole: fit === 0, isInside: fit > 2 * typed.length, worth });
      }
    }
  }
  const ranked = [...best.values()].sort((one, other) => one.worth - other.worth || one.place - other.place);
  return ranked.slice(0, MOST_RESULTS).map(({ worth, ...found }) => found);
}

/** 0 for the title itself, or one of several with a slash between; more where words only begin with what was typed, or have it inside; Infinity where one has not. @param {string} plain @param {string[]} typed @param {string} title */
function weigh(plain, typed, title) {
  if (title === plain) return 0;
  return typed.reduce((sum, word) => {
    if (` ${title} `.includes(` ${word} `)) return sum + 1;
    if (word.length >= LEAST && ` ${title}`.includes(` ${word}`)) return sum + 2;
    return word.length >= INSIDE && title.includes(word) ? sum + 4 : Infinity;
  }, 0);
}
