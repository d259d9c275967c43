/** Where a proposal goes: addresses of a repository and of mails, within the length that such an address takes. No DOM. */

/** Letters of an address that hosts of repositories take. */
const MOST_OF_ADDRESS = 8_000;
/** Letters of an address that programs for mail take. */
const MOST_OF_MAIL = 1_900;

/** @param {string} template @param {Record<string, string>} values */
const fillAddress = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ""));

/** The address of a new file, with the text in it if it is not too long for that. @param {string} template @param {string} path @param {string} text @returns {{href: string, isWhole: boolean}} */
export function writeNew(template, path, text) {
  const href = fillAddress(template, { path, text });
  const isWhole = template.includes("{text}") && href.length <= MOST_OF_ADDRESS;
  return { href: isWhole ? href : fillAddress(template, { path }), isWhole };
}

/** The address of a file that is there. @param {string} template @param {string} path */
export const writeEdit = (template, path) => template.replace("{path}", path);

/** @param {string} to @param {string} subject @param {string} text @param {string} instead where the text is too long @returns {{href: string, isWhole: boolean}} */
export function writeMail(to, subject, text, instead) {
  const make = (/** @type {string} */ body) => `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  const href = make(text);
  const isWhole = href.length <= MOST_OF_MAIL;
  return { href: isWhole ? href : make(instead), isWhole };
}
