/** Loads what a page needs. Instant navigation swaps pages without loading them, so look again after each. */
function load() {
  if (document.querySelector("career-quiz")) import("./quiz/element.js");
}

load();
/** @type {any} */ (window).document$?.subscribe(load);
