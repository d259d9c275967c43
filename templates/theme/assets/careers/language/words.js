/** Sentences from the strings that the page brings along. */

import { AMOUNTS } from "../site/constants.js";
import { pause } from "../site/slices.js";

/** With the digits and the calendar that pages have, where a browser would take others for the language. */
const AS_PAGES = "-u-ca-gregory-nu-latn";

/** That of the page, until a text says more: as a reader's browser would have it, numbers would not fit the words. @type {string | undefined} */
let locale = globalThis.document && document.documentElement.lang + AS_PAGES;

/** Made when they are first needed: to make the first of a page takes a phone as long as to draw a list. @type {Intl.NumberFormat | undefined} */
let numbers;
/** @type {Intl.PluralRules | undefined} */
let plurals;

/** @param {string} name language tag for lists, dates and numbers */
export const setLocale = (name) => {
  locale = name + AS_PAGES;
  numbers = plurals = undefined;
  // So in a task of its own, rather than with the first key that asks for it.
  pause().then(() => number(1000));
};

/** A number as it is written in the language: 10,000 or 10.000. The pages group four digits in any language, too. @param {number} value */
export function number(value) {
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  numbers ??= new Intl.NumberFormat(locale, { useGrouping: true });
  return numbers.format(value);
}

/** @import {Sentence} from "../data/types.d.ts" @typedef {string | number | null | undefined} Filling */

/**
 * A text with its {names} replaced; of several forms the one that `count` asks for, `zero` for none. Numbers that say how many are grouped.
 * generator/strings.py does the same.
 * @param {Sentence} text
 * @param {{count?: number | string, [name: string]: Filling}} values
 * @returns {string}
 */
export function fill(text, values) {
  const form = typeof text === "string" ? text : choose(text, Number(values.count));
  return form.replace(/\{([a-z][a-z0-9_]*)\}/g, (all, name) => {
    const value = values[name] ?? all;
    return typeof value === "number" && /** @type {readonly string[]} */ (AMOUNTS).includes(name) ? number(value) : /** @type {string} */ (value);
  });
}

/** @param {Exclude<Sentence, string>} forms @param {number} count @returns {string} */
function choose(forms, count) {
  plurals ??= new Intl.PluralRules(locale);
  return (count ? "" : forms.zero) || (forms[plurals.select(count)] ?? forms.other);
}

/** Texts or values by their names, in pairs. @template {string} Name @template Value @param {Record<Name, Value>} named */
export const pairs = (named) => /** @type {[Name, Value][]} */ (Object.entries(named));

/** @param {string} [json] a sentence that counts, in an attribute @returns {Sentence} */
export const readSentence = (json) => JSON.parse(json ?? '""');

/** @param {string[]} names "A, B and C" @param {"conjunction" | "disjunction" | "unit"} [type] or "A, B or C", or "A, B, C" */
export const list = (names, type) => new Intl.ListFormat(locale, { type }).format(names);

/** For names in the order of the language. @param {string} one @param {string} other */
export const compare = (one, other) => one.localeCompare(other, locale);

/** @param {number} value with one decimal */
export const decimal = (value) =>
  value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A change with its sign, none without one, as generator/pages/filters.py writes it. @param {number} change */
export const signed = (change) => change.toLocaleString(locale, { signDisplay: "exceptZero" }).replace("-", "−");

/** @param {string} day YYYY-MM-DD @param {Intl.DateTimeFormatOptions} how */
export const date = (day, how = { dateStyle: "long" }) => new Date(day).toLocaleDateString(locale, { ...how, timeZone: "UTC" });
