/** The parts of addresses behind the #, each once: how they are written, read, and shown. */

/**
 * @typedef {object} Mark the beginning of a fragment, and what follows it
 * @property {(rest: string) => string} name the id in a page that such a fragment leads to, without the #
 * @property {(rest: string) => string} write with the #
 * @property {(fragment: string) => string | null} read what follows; null if it begins in another way
 */

/** Signs of a sentence that some programs take for the end of a link in it. */
const TAIL = /(?:[.,;:!?)\]}'*]|%(?:22|3E|E2%80%9[9D]))+$/i;

/** @param {string} beginning @param {boolean} [isText] whether words of a reader may follow, which end in any sign @returns {Mark} */
const mark = (beginning, isText = false) => ({
  name: (rest) => beginning + rest,
  write: (rest) => `#${beginning}${rest}`,
  read: (fragment) => (fragment.startsWith(`#${beginning}`) ? fragment.slice(beginning.length + 1).replace(isText ? "" : TAIL, "") : null),
});

/** One whose meaning may change some day. @param {string} word @param {number} version @param {string} sign between the version and the rest */
const versioned = (word, version, sign) => ({
  ...mark(`${word}${version}${sign}`, sign === "&"),
  /** @param {string} fragment @returns {boolean} whether it is one of ours, of any version */
  isOurs: (fragment) => new RegExp(`^#${word}\\d*${sign}`).test(fragment),
});

/** The box that finds occupations. */
export const FIND = "#find";
/** "Take it again": the beginning of a quiz that was finished. */
export const AGAIN = "#again";
/** "Go on with the quiz": the first of its questions that has no answer yet. */
export const GO_ON = "#go-on";
/** A page of a quiz, by its number. */
export const QUESTIONS = mark("questions-");
/** A page's own answers, as `sharing.js` writes them. */
export const SHARED = mark("shared=");
/** Where such answers begin in what somebody pasted: some programs write the sign # as %23. */
export const PASTED = /(?:#|%23)shared=/i;
/** An assessment's own result, by its kind. */
export const RESULT = mark("result-");
/** One entry of a worksheet, by its id. */
export const ENTRY = mark("entry-");
/** One thing in the plan, by its id. */
export const ITEM = mark("plan-item-");
/** A part of the booklet, by its name. */
export const BOOKLET = mark("booklet-");
/** The experiments of an occupation, by their method. */
export const EXPLORE = mark("explore-");
/** A filtered list of occupations; generator/links.py writes it, too. */
export const SHOW = versioned("show", 1, "&");
/** Occupations side by side. */
export const COMPARE = versioned("compare", 1, "=");

/** The part of a page that a fragment names: scripts may have put it there after the browser looked for it. @param {ParentNode} root @param {string} fragment @returns {HTMLElement | null} */
export const findTarget = (root, fragment) => (fragment.length > 1 ? root.querySelector(`[id="${CSS.escape(fragment.slice(1).replace(TAIL, ""))}"]`) : null);

/** The address of this page with another fragment, or with none. @param {string} [fragment] with the # */
export const locate = (fragment = "") => location.href.split("#")[0] + fragment;

/** Puts it into the address bar, without a new place in the history. @param {string} [fragment] with the # */
export const replaceFragment = (fragment = "") => history.replaceState(history.state, "", locate(fragment));
