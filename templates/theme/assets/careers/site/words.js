/** Sentences from the strings that the page brings along. */

/** @type {string | undefined} */
let locale;

/** @param {string} name language tag for lists, dates and numbers */
export const setLocale = (name) => {
  locale = name;
};

/** @typedef {string | Record<string, string>} Sentence a text, or its form for each plural category of the language */

/**
 * A text with its {names} replaced; of several forms the one that `count` asks for. generator/strings.py does the same.
 * @param {Sentence} text
 * @param {Record<string, any>} values
 * @returns {string}
 */
export function fill(text, values) {
  const form = typeof text === "string" ? text : (text[new Intl.PluralRules(locale).select(values.count)] ?? text.other ?? "");
  return form.replace(/\{([a-z][a-z0-9_]*)\}/g, (all, name) => values[name] ?? all);
}

/** @param {string} [json] a sentence that counts, in an attribute @returns {Sentence} */
export const readSentence = (json) => JSON.parse(json ?? '""');

/** @param {string[]} names "A, B and C" @param {"conjunction" | "disjunction"} [type] or "A, B or C" */
export const list = (names, type) => new Intl.ListFormat(locale, { type }).format(names);

/** @param {number} value with one decimal */
export const decimal = (value) =>
  value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {string} day YYYY-MM-DD */
export const date = (day) => new Date(day).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
