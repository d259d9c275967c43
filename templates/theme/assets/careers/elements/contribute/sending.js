/** What becomes of what was written: a text to propose on the repository's own page, to copy, to save or to mail. */
import { make } from "../../site/dom.js";
import { spell } from "../../data/slugs.js";
import { fill } from "../../language/words.js";
import { writeEdit, writeMail, writeNew } from "./writing/addresses.js";
import { writeYaml } from "./writing/yaml.js";

/** @import {FormField, FormFile} from "../../data/types.d.ts" */
/** @typedef {import("./writing/yaml.js").Data} Data */
/** @typedef {{text: string, path: string, title: string, changed: string[]}} Proposal `changed`: the fields that a correction changes; each field of a new guide */

/** What an editor's program reads at the top of each profile. */
const HEAD = "# yaml-language-server: $schema=schema.json\n";

/** Letters of a title that names go by; what is longer is refused, and would make addresses that no browser opens. */
const MOST = 200;

/** The name of the file of a guide that is found in no list. @param {FormFile} file @param {string} title */
function nameFile({ taken }, title) {
  const slug = spell(title) || "occupation";
  return taken.includes(slug) ? `${slug}-1` : slug;
}

/** @param {Data | undefined} title */
const cut = (title) => [...String(title ?? "").slice(0, 2 * MOST)].slice(0, MOST).join("");

/** What is to be sent. @param {FormFile} file @param {{fields: FormField[], data: {[key: string]: Data}}} form @param {import("./drafts.js").Draft} draft @param {{[key: string]: Data}} base of a correction */
export const makeProposal = (file, { fields, data }, { slug, isCorrection }, base) =>
  isCorrection ? writeCorrection(file, fields, data, base, slug) : writeGuide(file, fields, data, slug || nameFile(file, cut(data.title)));

/** In the order in which a file has them. @param {FormField[]} fields @param {string[]} order */
const sort = (fields, order) => [...fields].sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key));

/** A new guide. @param {FormFile} file @param {FormField[]} fields @param {{[key: string]: Data}} data @param {string} slug @returns {Proposal} */
const writeGuide = (file, fields, data, slug) => ({
  text: HEAD + writeYaml(sort(fields, file.order), data),
  path: file.places.path.replace("{slug}", slug),
  title: cut(data.title ?? slug),
  changed: fields.map(({ key }) => key),
});

/**
 * What a correction changes: each field anew. The file itself stays as it is, since the form knows neither its comments nor
 * the fields that it does not ask for.
 *
 * @param {FormFile} file @param {FormField[]} fields @param {{[key: string]: Data}} data @param {{[key: string]: Data}} base as published @param {string} slug @returns {Proposal}
 */
function writeCorrection(file, fields, data, base, slug) {
  const text = (/** @type {FormField} */ field, /** @type {{[key: string]: Data}} */ from) => (from[field.key] === undefined ? "" : writeYaml([field], from));
  const changed = sort(fields, file.order).filter((field) => text(field, data) !== text(field, base));
  const parts = changed.map((field) => text(field, data) || fill(file.text.gone, { name: field.key }));
  return { text: parts.join("\n"), path: file.places.path.replace("{slug}", slug), title: String(base.title ?? slug), changed: changed.map(({ key }) => key) };
}

/** The links of a proposal: to the repository, and to whoever reads mail. @param {FormFile} file @param {Proposal} proposal @param {boolean} isCorrection */
export function makeWays({ places, text }, { text: written, path, title }, isCorrection) {
  /** @type {HTMLElement[]} */
  const ways = [];
  const add = (/** @type {string} */ href, /** @type {string} */ label, /** @type {string} */ note, /** @type {boolean} */ isWhole) => {
    const link = make("a", { href, className: "cg-part__button", rel: "noopener", target: href.startsWith("mailto:") ? "" : "_blank" }, label);
    if (!isWhole) link.dataset.paste = ""; // The element copies the text when it is opened.
    ways.push(make("li", {}, link, " ", note));
  };
  const values = { path, title };
  if (isCorrection && places.edit) add(writeEdit(places.edit, path), text.open_edit, fill(text.open_edit_help, values), false);
  else if (!isCorrection && places.new) {
    const { href, isWhole } = writeNew(places.new, path, written);
    add(href, text.open_new, fill(isWhole ? text.open_new_whole : text.open_new_paste, values), isWhole);
  }
  if (places.mail) {
    const subject = fill(isCorrection ? text.mail_correction : text.mail_guide, values);
    const { href, isWhole } = writeMail(places.mail, subject, written, text.mail_paste);
    add(href, text.mail, isWhole ? text.mail_whole : text.mail_copy, isWhole);
  }
  return ways;
}
