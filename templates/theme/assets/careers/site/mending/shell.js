/** Mends Material: a drawer that works by keyboard and keeps no focus while closed; titles focused after navigation; one build at a time. */
import { isAnother, renew, tellRenewed } from "../renewing/builds.js";

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
  const { hash } = location;
  const title = find("article h1");
  // What a page is asked for behind its # is no place in it: Material leaves the reader where the page before was scrolled to.
  if (!leave && hash && !document.getElementById(hash.slice(1))) scrollTo(0, 0);
  if (title && !leave && !hash) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
  leave = false;
}

// Material presses a link to what stands behind the #, which is no way back either.
addEventListener("popstate", ({ state }) => (leave = Boolean(state) || !location.hash));

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
