import { arrive } from "./shell.js";

/** Tag -> its module, loaded only where the tag stands. @type {Record<string, () => Promise<any>>} */
const ELEMENTS = {
  "career-quiz": () => import("./quiz/element.js"),
  "career-fit": () => import("./fit.js"),
  "career-results": () => import("./results/element.js"),
  "career-hub": () => import("./hub.js"),
  "career-keeping": () => import("./keeping.js"),
  "career-group": () => import("./group/element.js"),
  "career-adding": () => import("./adding.js"),
  "career-sheet": () => import("./sheet/element.js"),
  "career-plan": () => import("./plan/element.js"),
  "career-finder": () => import("./finder/element.js"),
  "career-explorer": () => import("./explorer/element.js"),
  "career-compare": () => import("./compare/element.js"),
  "career-map": () => import("./map/element.js"),
  "career-booklet": () => import("./booklet.js"),
};

/** Loads what a page needs. Instant navigation swaps pages without loading them, so look again after each. */
function load() {
  for (const [tag, start] of Object.entries(ELEMENTS)) if (document.querySelector(tag)) start();
  arrive();
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(load);
else load();
