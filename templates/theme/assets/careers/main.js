import { arrive } from "./shell.js";

/** Loads what a page needs. Instant navigation swaps pages without loading them, so look again after each. */
function load() {
  if (document.querySelector("career-quiz")) import("./quiz/element.js");
  if (document.querySelector("career-fit")) import("./fit.js");
  if (document.querySelector("career-results")) import("./results/element.js");
  if (document.querySelector("career-hub")) import("./hub.js");
  if (document.querySelector("career-keeping")) import("./keeping.js");
  if (document.querySelector("career-group")) import("./group/element.js");
  arrive();
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(load);
else load();
