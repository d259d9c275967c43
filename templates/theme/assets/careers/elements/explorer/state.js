/** What is asked for, as the part of an address behind the #, so that a filtered view can be sent. Pure; no DOM. */
import { SHOW } from "../../site/addresses.js";

/** @typedef {import("./filtering.js").Wish} Wish */

const MOST_LETTERS = 2000;
const SORTS = ["title", "pay", "change", "openings", "fit"];
const VIEWS = ["cards", "table", "picture"];

/** @returns {Wish & {view: string}} */
export const makeEmpty = () => ({ chosen: {}, every: [], pay: "", change: null, starred: false, guided: false, unsure: false, sort: "title", view: "cards" });

/** Whether everything is shown in the usual order. @param {Wish & {view: string}} wish */
export const isEmpty = (wish) => write(wish) === "";

/** @param {Wish & {view: string}} wish @returns {string} with the #, or "" where nothing is asked for */
export function write({ chosen, every, pay, change, starred, guided, unsure, sort, view }) {
  const parts = Object.entries(chosen).filter(([, values]) => values.length).map(([facet, values]) => [facet, values.join(",")]);
  const all = every.filter((facet) => chosen[facet]?.length);
  if (all.length) parts.push(["all", all.join(",")]);
  if (pay) parts.push(["pay", pay]);
  if (change !== null) parts.push(["change", String(change)]);
  if (starred) parts.push(["starred", "yes"]);
  if (guided) parts.push(["guided", "yes"]);
  if (unsure) parts.push(["unsure", "yes"]);
  if (sort !== "title") parts.push(["sort", sort]);
  if (view !== "cards") parts.push(["view", view]);
  return parts.length ? SHOW.write(parts.map((part) => part.join("=")).join("&")) : "";
}

/**
 * @param {string} fragment @param {Record<string, string[]>} values of each facet
 * @param {Record<string, Record<string, string>>} [renamed] facet -> old value -> present one
 * @returns {{wish: Wish & {view: string}, unknown: string[]} | null} `unknown`: what was left out; null if it cannot be read
 */
export function read(fragment, values, renamed = {}) {
  const asked = SHOW.read(fragment);
  if (asked === null || fragment.length > MOST_LETTERS) return null;
  const wish = makeEmpty();
  /** @type {string[]} */
  const unknown = [];
  for (const part of asked.split("&")) {
    const [name, text = ""] = part.split("=");
    if (Object.hasOwn(values, name)) {
      const present = new Map(Object.entries(renamed[name] ?? {}));
      const wanted = [...new Set(text.split(",").map((value) => present.get(value) ?? value))];
      wish.chosen[name] = wanted.filter((value) => values[name].includes(value));
      unknown.push(...wanted.filter((value) => !values[name].includes(value)).map((value) => `${name}=${value}`));
    } else if (name === "all" && text.split(",").every((facet) => Object.hasOwn(values, facet))) wish.every = text.split(",");
    else if (name === "pay" && /^[A-Z]{3}-\d{1,12}$/.test(text)) wish.pay = text;
    else if (name === "change" && /^-?\d{1,2}$/.test(text)) wish.change = Number(text);
    else if (name === "starred" && text === "yes") wish.starred = true;
    else if (name === "guided" && text === "yes") wish.guided = true;
    else if (name === "unsure" && text === "yes") wish.unsure = true;
    else if (name === "sort" && SORTS.includes(text)) wish.sort = text;
    else if (name === "view" && VIEWS.includes(text)) wish.view = text;
    else if (part) unknown.push(part);
  }
  return { wish, unknown };
}
