import { arrive } from "./shell.js";

/** Loads what a page needs. Instant navigation swaps pages without loading them, so look again after each. */
function load() {
  arrive();
  if (document.querySelector("career-quiz")) import("./quiz/element.js");
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(load);
else load();
