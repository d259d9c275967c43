/** Sentences from the strings that the page brings along. */

/** @type {string | undefined} */
let locale;

/** @param {string} name language tag for lists, dates and numbers */
export const setLocale = (name) => {
  locale = name;
};

/** @param {string} text with placeholders like `{count}` @param {Record<string, any>} values */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** @param {string[]} names "A, B and C" @param {"conjunction" | "disjunction"} [type] or "A, B or C" */
export const list = (names, type) => new Intl.ListFormat(locale, { type }).format(names);

/** @param {number} value with one decimal */
export const decimal = (value) =>
  value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {string} day YYYY-MM-DD */
export const date = (day) => new Date(day).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" });
