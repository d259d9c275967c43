/**
 * The colors that a reader chooses in the header. Material's own part for that writes into the head of the page whenever one
 * begins, and each time browsers style all of it anew; so the header calls it otherwise (main.html), and this stands in.
 */
import { findAll, make } from "../dom.js";

/** Material's, from the head of the page: kept under the same name, so that what was chosen before stays. @type {Window & {__md_get?: (name: string) => {index: number} | null, __md_set?: (name: string, value: unknown) => void}} */
const { __md_get: get, __md_set: set } = window;
const PARTS = ["media", "scheme", "primary", "accent"];
const FOLLOWS = "(prefers-color-scheme)";
const light = matchMedia("(prefers-color-scheme: light)");
const choices = findAll(document, "[data-palette] input", HTMLInputElement);
/** What a browser on a phone colors its own bar by. */
const bar = make("meta", { name: "theme-color" });

/** @param {HTMLInputElement} choice @param {string} part */
const read = (choice, part) => choice.getAttribute(`data-md-color-${part}`) ?? "";

/** Which is chosen: without any, the first that suits the device. */
const findPlace = () => Math.max(0, Math.min(get?.("__palette")?.index ?? choices.findIndex((one) => matchMedia(read(one, "media")).matches), choices.length - 1));

/** @param {number} [place] of what the reader chooses just now */
function show(place = findPlace()) {
  const { [place]: chosen } = choices;
  const isLeft = read(chosen, "media") === FOLLOWS;
  const shown = (isLeft && choices.find((one) => read(one, "media") === `${FOLLOWS.slice(0, -1)}: ${light.matches ? "light" : "dark"})`)) || chosen;
  const color = Object.fromEntries(PARTS.map((part) => [part, read(part === "media" ? chosen : shown, part)]));
  for (const part of PARTS) document.body.setAttribute(`data-md-color-${part}`, color[part]);
  for (const [at, { nextElementSibling: label }] of choices.entries()) label?.toggleAttribute("hidden", at !== place);
  const { backgroundColor, colorScheme } = getComputedStyle(/** @type {Element} */ (document.querySelector(".md-header")));
  bar.content = backgroundColor;
  // Where the device decides, the page says so by itself.
  if (!document.querySelector("meta[name=color-scheme]")) document.documentElement.style.colorScheme = colorScheme;
  return { index: place, color };
}

if (choices.length) {
  show();
  document.head.append(bar);
  light.addEventListener("change", () => show());
  for (const [at, choice] of choices.entries()) {
    choice.addEventListener("change", () => set?.("__palette", show(at)));
    choice.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter") return;
      const next = choices[(findPlace() + 1) % choices.length];
      next.click();
      next.focus();
    });
  }
}
