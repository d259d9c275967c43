/** What a part of the page says, in the page's own words, where its module or its data does not arrive. */

import { isOutdated, renew } from "./renewing/builds.js";

/** What waits to be told to try again: a part may lack several things. @type {Set<{part: HTMLElement, again: () => void}>} */
const waiting = new Set();

/** Whatever failed, mostly the connection did: once is for all that wait. @param {boolean} [isPressed] who presses waits for what may be gone for good */
export async function tryAgain(isPressed) {
  const all = [...waiting];
  waiting.clear();
  for (const { part } of all) {
    /** @type {HTMLElement | null} */
    const notice = part.querySelector("[data-failed]");
    const hadFocus = notice?.contains(document.activeElement);
    if (notice) notice.hidden = true;
    part.removeAttribute("data-waiting");
    if (!hadFocus) continue;
    // The button is gone: its part takes the focus over.
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  }
  if (isPressed && (await isOutdated())) return renew();
  for (const { again } of all) again();
}

/**
 * Shows the words that a part holds for this, `[data-failed]`, with a button. Of many like ones on a page the first speaks
 * for all, or the one in which the reader is.
 *
 * @param {HTMLElement} part @param {unknown} problem for the console @returns {Promise<void>} when the reader asks to try again
 */
export function waitForReader(part, problem) {
  console.warn(problem);
  // What went with its page waits for nobody.
  for (const one of waiting) if (!one.part.isConnected) waiting.delete(one);
  const isSaid = [...waiting].some(({ part: other }) => other.localName === part.localName);
  const isHere = part.contains(document.activeElement);
  /** @type {HTMLElement | null} */
  const notice = part.querySelector("[data-failed]");
  if (notice && (isHere || !isSaid)) {
    notice.role = "alert";
    notice.hidden = false;
    part.setAttribute("data-waiting", "");
    // Where the reader has just done something, it may be out of sight.
    if (isHere) notice.scrollIntoView({ block: "nearest" });
    notice.onclick = ({ target }) => target instanceof HTMLButtonElement && tryAgain(true);
  }
  return new Promise((again) => waiting.add({ part, again }));
}
