/** Sentences from the strings that the page brings along; scripts hold no words of their own. */

/**
 * @param {string} text with placeholders like `{count}`
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

/** The page's language, for lists, dates and numbers. */
const language = () => document.documentElement.lang || "en";

/** @param {string[]} names "A, B and C" */
export const list = (names) => new Intl.ListFormat(language()).format(names);

/** @param {number} value with one decimal */
export const decimal = (value) =>
  new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** @param {string} day YYYY-MM-DD */
export const date = (day) =>
  new Intl.DateTimeFormat(language(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
