/** Which occupation somebody writes about: found by title or code among those that have no guide. */
import { button, make } from "../../site/dom.js";
import { date, fill } from "../../language/words.js";

/** @import {BeginningsFile, FormFile} from "../../data/types.d.ts" */
/** @typedef {Omit<BeginningsFile, "slug"> & {slug: string[]}} Beginnings with the slug of each */
/** @typedef {import("./writing/values.js").Draft} Draft */

const MOST = 8;

/** Buttons for what has been begun on this device. @template {import("./drafts.js").Draft} T @param {T[]} drafts @param {FormFile["text"]} text @param {(draft: T) => void} open */
export const makeDrafts = (drafts, text, open) =>
  drafts.map((draft) => {
    const title = String(draft.fields.title || draft.slug || text.untitled);
    const day = date(new Date(draft.changed).toISOString().slice(0, 10));
    return make("li", {}, button(fill(draft.isCorrection ? text.draft_correction : text.draft, { title, date: day }), () => open(draft)));
  });

/** @param {string} text */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The places of those that fit what was typed, the best first. @param {Beginnings} beginnings @param {string} typed @returns {number[]} */
export function findBeginnings({ title, one, aliases, codes }, typed) {
  /** @type {string[]} */
  const words = fold(typed).match(/[\p{L}\p{N}.-]+/gu) ?? [];
  if (!words.length) return [];
  /** @param {string} name */
  const fits = (name) => {
    const own = fold(name).split(/[^\p{L}\p{N}.-]+/u);
    // A word for many is found by that for one, too: dentist, dentists.
    return words.every((word) => own.some((part) => part.startsWith(word) || (part.length > 3 && word.startsWith(part))));
  };
  /** @param {number} at */
  const rank = (at) => {
    if (Object.values(codes[at]).flat().some((code) => code.startsWith(words[0]))) return 0;
    if ([title[at], one[at] ?? ""].some(fits)) return 1;
    return aliases[at].some(fits) ? 2 : Infinity;
  };
  const ranked = title.map((_, at) => /** @type {const} */ ([rank(at), at])).filter(([place]) => place < Infinity);
  return ranked.sort(([first], [second]) => first - second).slice(0, MOST).map(([, at]) => at);
}

/** What is known of it, as the form has it; `careers new CODE` writes the same. @param {Beginnings} beginnings @param {number} at @returns {Draft} */
export function fillBeginning({ title, one, aliases, field, codes, related }, at) {
  const name = one[at] ?? title[at];
  return {
    title: name,
    aliases: aliases[at].filter((other) => fold(other) !== fold(name)).join("\n"),
    field: field[at],
    codes: Object.entries(codes[at]).map(([key, some]) => ({ key, value: some.join("\n") })),
    related: related[at].map((slug) => ({ slug, why: "" })),
  };
}

/** @param {Beginnings} beginnings @param {string} typed @param {FormFile["text"]} text @param {(at: number) => void} choose @returns {HTMLElement[]} */
export const makeOffers = (beginnings, typed, text, choose) =>
  findBeginnings(beginnings, typed).map((at) => {
    const code = Object.values(beginnings.codes[at]).at(-1)?.[0] ?? "";
    return make("li", {}, button(fill(text.offer, { title: beginnings.one[at] ?? beginnings.title[at], code }), () => choose(at)));
  });
