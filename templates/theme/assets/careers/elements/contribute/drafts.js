/** Guides that somebody writes or corrects in the form, each under a name of its own until it is put away. No DOM. */
import { MOST_OF_NAME, isCount, isObject } from "../../kept/checks.js";
import { today } from "../../language/dates.js";
import { read, readAll, write } from "../../kept/store.js";

/** Before the occupation's own name; what counts all that is kept has the same, and should not come with the form. */
export const DRAFT = "draft.";
/** What somebody begins who found the occupation in no list. */
const NEW = "new";

/**
 * @typedef {object} Draft
 * @property {string} slug of the occupation; empty: it is made of the title
 * @property {number} number of several whose occupation was found in no list, from 0
 * @property {boolean} isCorrection of a guide that is there
 * @property {Record<string, unknown>} fields what stands in the form
 * @property {number} changed milliseconds
 */

/** @param {string} slug @param {number} number */
const name = (slug, number) => (DRAFT + (slug || (number ? `${NEW}-${number}` : NEW))).slice(0, MOST_OF_NAME).replace(/-+$/, "");

/** @param {unknown} raw @returns {Draft | null} null if nothing is written in it */
function readOne(raw) {
  if (!isObject(raw) || !isObject(raw.fields) || !Object.keys(raw.fields).length) return null;
  const { slug, number, isCorrection, fields, changed } = raw;
  return {
    slug: typeof slug === "string" ? slug : "",
    number: isCount(number) ? number : 0,
    isCorrection: isCorrection === true,
    fields: fields,
    changed: isCount(changed) ? changed : 0,
  };
}

/** @param {string} slug @returns {Draft | null} */
export const readDraft = (slug, number = 0) => readOne(read(name(slug, number)));

/** The number of the next one whose occupation is in no list. */
export function nextNumber() {
  let number = 0;
  while (readDraft("", number)) number += 1;
  return number;
}

/** @param {string} slug @param {Draft["fields"]} fields @returns {Draft} of an occupation that has no guide */
export function makeDraft(slug, fields, number = 0) {
  const day = today();
  return { slug, number, isCorrection: false, fields: { ...fields, reviewed: day, added: day }, changed: Date.now() };
}

/** @param {Draft} draft @returns {boolean} whether it is saved */
export const writeDraft = (draft) => write(name(draft.slug, draft.number), draft);

/** Puts a draft away. @param {Draft} draft */
export const dropDraft = ({ slug, number }) => write(name(slug, number), {});

/** What stands in each field, to be compared with later. @param {Draft["fields"]} fields */
export const freeze = (fields) => new Map(Object.entries(fields).map(([key, value]) => [key, JSON.stringify(value)]));

/** What two tabs have written: of each field what this one has changed since, or else theirs. @param {Draft["fields"]} mine @param {Draft["fields"]} theirs @param {Map<string, string>} since */
export const merge = (mine, theirs, since) => ({ ...theirs, ...Object.fromEntries(Object.entries(mine).filter(([key, value]) => JSON.stringify(value) !== since.get(key))) });

/** All of them, the one changed last first. @returns {Draft[]} */
export const listDrafts = () =>
  [...readAll()]
    .flatMap(([key, value]) => (key.startsWith(DRAFT) ? (readOne(value) ?? []) : []))
    .sort((one, other) => other.changed - one.changed);
