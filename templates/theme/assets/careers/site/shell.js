/** Mends Material: a drawer that works by keyboard and keeps no focus while closed; titles focused after navigation; one build at a time. */
import { isAnother, renew, tellRenewed } from "./renewing/builds.js";

const OPENER = ".md-header__button[for=__drawer]";
const narrow = matchMedia("(max-width: 76.234375em)");

/** @param {string} selector @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector);

/** The box that holds whether the drawer is open. @returns {HTMLInputElement | null} */
const findToggle = () => document.querySelector("input#__drawer");

function tellDrawer() {
  const open = Boolean(findToggle()?.checked);
  const [drawer, opener] = [find(".md-sidebar--primary"), find(OPENER)];
  if (drawer) drawer.inert = narrow.matches && !open;
  if (opener) Object.assign(opener, { role: "button", tabIndex: 0, ariaExpanded: String(open) });
}

/** The first page, "back" and links to a part of a page leave the focus to the browser. */
let leave = true;

export function arrive() {
  if (isAnother()) return renew();
  tellRenewed();
  tellDrawer();
  const title = find("article h1");
  if (title && !leave && !location.hash) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
  leave = false;
}

addEventListener("popstate", () => (leave = true));

addEventListener("keydown", (event) => {
  const toggle = findToggle();
  const closes = event.key === "Escape" && narrow.matches && toggle?.checked;
  // Material itself answers Enter on a label.
  const presses = event.key === " " && document.activeElement === find(OPENER);
  if (presses) event.preventDefault();
  if (closes || presses) toggle?.click();
});
addEventListener("change", ({ target }) => {
  const toggle = findToggle();
  if (!toggle || target !== toggle) return;
  tellDrawer();
  find(toggle.checked ? ".md-sidebar--primary a" : OPENER)?.focus();
});
narrow.addEventListener("change", tellDrawer);
