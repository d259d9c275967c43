/** Which of some languages a reader reads. Pure; no DOM. */

/** What browsers call the languages of Norway -> that in which things are written there. @type {Record<string, string>} */
const ALIKE = { no: "nb", nn: "nb" };

/** @param {string} tag "de-AT" */
const primary = (tag) => {
  const [language] = tag.toLowerCase().split("-");
  return ALIKE[language] ?? language;
};

/** @param {readonly string[]} preferred those of the browser, the first most @param {string[]} offered @returns {string[]} of those offered, in the order of the reader */
export const choose = (preferred, offered) => [...new Set(preferred.flatMap((tag) => offered.find((one) => one === tag) ?? offered.find((one) => primary(one) === primary(tag)) ?? []))];
