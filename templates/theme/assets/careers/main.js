import { waitForReader } from "./site/failing.js";
import { reveal } from "./site/folds.js";
import "./site/mending/instant.js";
import "./site/mending/palette.js";
import { arrive } from "./site/mending/shell.js";
import { pause } from "./site/slices.js";

/** Tag -> its module, loaded only where the tag stands. @type {Record<string, () => Promise<unknown>>} */
const ELEMENTS = {
  "career-quiz": () => import("./elements/quiz/element.js"),
  "career-first": () => import("./elements/first/element.js"),
  "career-fit": () => import("./elements/fit/element.js"),
  "career-results": () => import("./elements/results/element.js"),
  "career-hub": () => import("./elements/hub/element.js"),
  "career-keeping": () => import("./elements/keeping/element.js"),
  "career-group": () => import("./elements/group/element.js"),
  "career-pay": () => import("./elements/pay/element.js"),
  "career-areas": () => import("./elements/areas/element.js"),
  "career-adding": () => import("./elements/adding/element.js"),
  "career-sheet": () => import("./elements/sheet/element.js"),
  "career-plan": () => import("./elements/plan/element.js"),
  "career-elsewhere": () => import("./elements/elsewhere/element.js"),
  "career-finder": () => import("./elements/finder/element.js"),
  "career-explorer": () => import("./elements/explorer/element.js"),
  "career-compare": () => import("./elements/compare/element.js"),
  "career-contribute": () => import("./elements/contribute/element.js"),
  "career-map": () => import("./elements/map/element.js"),
  "career-booklet": () => import("./elements/booklet/element.js"),
};

/** Loads an element's module; where it does not arrive, the reader can ask for it again. @param {string} tag @returns {Promise<unknown>} */
async function start(tag) {
  try {
    return await ELEMENTS[tag]();
  } catch (problem) {
    await Promise.race(Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(tag)), (part) => waitForReader(part, problem)));
    return start(tag);
  }
}

/** Loads what a page needs, one thing after the other. Instant navigation swaps pages without loading them, so look again after each. */
async function load() {
  arrive();
  reveal();
  for (const tag of Object.keys(ELEMENTS)) {
    if (!document.querySelector(tag)) continue;
    await pause();
    start(tag);
  }
}

addEventListener("focusin", ({ target }) => {
  if (target instanceof Element && target.matches(".md-search__input")) import("./elements/finder/element.js").then(({ openHeader }) => openHeader()).catch(console.warn);
});

/** Material's own, which tells of each page; not there without instant navigation. @type {Window & {document$?: {subscribe: (listen: () => void) => void}}} */
const { document$: pages } = window;
// Older browsers than Safari 15.4 and Chrome 93 know this not, nor much else: they get the page as it stands, rather than half of it.
if ("hasOwn" in Object) pages ? pages.subscribe(load) : load();
