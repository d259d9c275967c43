/** Who taps an answer goes on. Keys only choose, since the arrow keys pass over answers that nobody means. */
import { closest } from "../../site/dom.js";

/** For so many milliseconds the answer is seen before the next question comes. */
const SEEN = 250;

/**
 * @param {import("../part.js").Part<unknown>} part @param {HTMLElement} form
 * @param {() => unknown} place where the reader is: who has gone elsewhere meanwhile stays there @param {() => unknown} goOn
 */
export function heedTaps(part, form, place, goOn) {
  let soon = 0;
  // `detail` counts the presses of a pointer: none of a key.
  part.listen(form, "click", ({ target, detail }) => {
    if (!detail || !closest(target, "label")) return;
    clearTimeout(soon);
    const from = place();
    soon = setTimeout(() => !part.signal.aborted && place() === from && goOn(), SEEN);
  });
}
