/** Parts of a page that are folded up: a link into one opens it, a button opens all, and paper has them open. */
import { findAll } from "./dom.js";

const FOLDS = "article details:is(.cg-fold, .cg-others)";

/** Those that paper alone has open. @type {HTMLElement[]} */
let printed = [];

/** Opens whatever holds the part of the page that the address leads to. @returns {Element | null | undefined} that part, if something was closed */
function open() {
  const target = document.getElementById(location.hash.slice(1));
  const closed = "details:not([open])";
  const holder = target?.closest(closed);
  for (let at = holder; at; at = at.parentElement?.closest(closed)) at.setAttribute("open", "");
  return holder && target;
}

export const reveal = () => open()?.scrollIntoView();

/** Shows the page from a part of it once that stands in its place: what moves until then is out of sight. @param {Element} part @param {() => void} [first] */
export function arriveAt(part, first = () => {}) {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    first();
    part.scrollIntoView();
  }));
}

// The browser would show it from there at once.
const { href } = location;
const target = open();
if (target) {
  history.replaceState(history.state, "", href.split("#")[0]);
  arriveAt(target, () => history.replaceState(history.state, "", href));
}

addEventListener("hashchange", reveal);

addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const button = target.closest("[data-unfold]");
  if (button instanceof HTMLElement) {
    const opens = button.toggleAttribute("data-unfolded");
    for (const fold of findAll(document, FOLDS)) fold.toggleAttribute("open", opens);
    // The word for the way back.
    [button.dataset.unfold, button.textContent] = [button.textContent ?? "", button.dataset.unfold ?? ""];
  }
  // Who opens a part has an address that leads there, and comes back to it.
  const heading = target.closest(".cg-fold:not([open]) > summary")?.querySelector("[id]");
  if (heading) history.replaceState(history.state, "", `#${heading.id}`);
});

// Browsers of late do so by themselves: paper.css.
addEventListener("beforeprint", () => {
  // In the foot of each sheet: paper.css.
  document.documentElement.style.setProperty("--cg-foot", JSON.stringify(document.querySelector(".cg-address")?.textContent ?? ""));
  for (const link of document.links) link.toggleAttribute("data-elsewhere", !!link.host && link.origin !== location.origin);
  printed = findAll(document, FOLDS).filter((fold) => !fold.hasAttribute("open"));
  for (const fold of printed) fold.setAttribute("open", "");
});
addEventListener("afterprint", () => {
  for (const fold of printed) fold.removeAttribute("open");
});
