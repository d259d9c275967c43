/** Guides that somebody writes or corrects in the form, each under a name of its own until it is put away. No DOM. */
import { MOST_OF_NAME, isCount, isObject } from "../../kept/checks.js";
import { read, readAll, write } from "../../kept/store.js";

/** Before the occupation's own name; what counts all that is kept has the same, and should not come with the form. */
export const DRAFT = "draft.";
/** What somebody begins who found the occupation in no list. */
const NEW = "new";

/**
 * @typedef {object} Draft
 * @property {string} slug of the occupation; empty: it is made of the title
 * @property {boolean} isCorrection of a guide that is there
 * @property {Record<string, unknown>} fields what stands in the form
 * @property {number} changed milliseconds
 */

/** @param {string} slug */
const name = (slug) => (DRAFT + (slug || NEW)).slice(0, MOST_OF_NAME).replace(/-+$/, "");

/** @param {unknown} raw @returns {Draft | null} null if nothing is written in it */
function readOne(raw) {
  if (!isObject(raw) || !isObject(raw.fields) || !Object.keys(raw.fields).length) return null;
  const { slug, isCorrection, fields, changed } = raw;
  return {
    slug: typeof slug === "string" ? slug : "",
    isCorrection: isCorrection === true,
    fields: fields,
    changed: isCount(changed) ? changed : 0,
  };
}

/** @param {string} slug @returns {Draft | null} */
export const readDraft = (slug) => readOne(read(name(slug)));

/** @param {Draft} draft @returns {boolean} whether it is saved */
export const writeDraft = (draft) => write(name(draft.slug), draft);

/** Puts a draft away. @param {string} slug */
export const dropDraft = (slug) => write(name(slug), {});

/** All of them, the one changed last first. @returns {Draft[]} */
export const listDrafts = () =>
  [...readAll()]
    .flatMap(([key, value]) => (key.startsWith(DRAFT) ? (readOne(value) ?? []) : []))
    .sort((one, other) => other.changed - one.changed);
