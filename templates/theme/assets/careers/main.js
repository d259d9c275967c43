/**
 * Loads what a page needs, and nothing on the pages that need nothing.
 *
 * Material's instant navigation swaps the page without loading it, so we look again after each `document$`.
 */
function load() {
  if (document.querySelector("career-quiz")) import("./quiz/element.js");
}

load();
/** @type {any} */ (window).document$?.subscribe(load);
