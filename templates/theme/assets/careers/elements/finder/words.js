/** What of a text counts when occupations are found: its words, without what says nothing, in the form in which they are compared. Pure; no DOM. */
import { makeForm, makeSound } from "../../language/grammar.js";

/** @import {FindingFile} from "../../data/types.d.ts" */

/** @typedef {NonNullable<FindingFile["grammar"]>} Grammar */

/** Letters of a search that are read; more than any title has. */
export const MOST_LETTERS = 80;

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

/** A text as a pattern that finds just it; only what has a meaning may be escaped where patterns know all letters. @param {string} text */
export const escapePattern = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Without rules: no word is another's form. */
const NO_RULES = { one: [], stem: [], sounds: [], silent: "" };

/** @param {(word: string) => string} single @param {Grammar["stem"]} steps */
function makeStem(single, steps) {
  const form = makeForm(steps);
  return (/** @type {string} */ word) => form(single(word));
}

/** How words of one language are read: which say nothing, which mean the same, and which are forms of one. */
export class Reader {
  /** @param {{light: string[], roles: string[], alike: Record<string, string>, grammar?: Grammar}} words */
  constructor({ light, roles, alike, grammar = NO_RULES }) {
    /** One of many. */
    this.single = makeForm(grammar.one);
    /** What is common to "cut", "cuts", "cutting" and "cutter". @type {(word: string) => string} */
    this.stem = makeStem(this.single, grammar.stem);
    /** A word as it sounds, so that what is spelled by ear is found. */
    this.sound = makeSound(grammar.sounds, grammar.silent);
    /** Words that say what is done. */
    this.done = grammar.done ? new RegExp(grammar.done, "u") : null;
    /** Words that say who does it. */
    this.doer = grammar.doer ? new RegExp(grammar.doer, "u") : null;
    this.head = grammar.head ?? "";
    this.light = new Set(light.map(simplify));
    this.roles = new Set(roles.map((word) => this.single(simplify(word))));
    this.alike = new Map(Object.entries(alike).map(([word, same]) => [this.single(simplify(word)), this.single(simplify(same))]));
  }

  /** @param {string} word */
  one(word) {
    const bare = this.single(word);
    return this.alike.get(bare) ?? bare;
  }

  /** All words as they are compared. @param {string} plain */
  all(plain) {
    return plain ? plain.split(" ").map((word) => this.one(word)) : [];
  }

  /** Those that say something; all, where none does. @param {string} plain */
  content(plain) {
    const words = plain ? plain.split(" ") : [];
    const kept = words.filter((word) => !this.light.has(word));
    return (kept.length ? kept : words).map((word) => this.one(word));
  }
}
