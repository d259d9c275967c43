/** Places in an order, and how long their bars are. No DOM. */

/** @import {Areas} from "../../data/types.d.ts" */

/** What places are put in order by; the amounts come in their own. @typedef {"medians" | "names" | "employed"} Order */

/** @param {Areas} areas @param {Order} order @param {string} locale @returns {number[]} where in the columns the first place stands, the second ... */
export function rank({ names, employed }, order, locale) {
  const places = names.map((_, at) => at);
  const { compare } = new Intl.Collator(locale);
  if (order === "names") places.sort((one, other) => compare(names[one], names[other]));
  // What is not published comes last.
  if (order === "employed") places.sort((one, other) => (employed[other] ?? -1) - (employed[one] ?? -1));
  return places;
}

/** How long each bar is beside the longest, from 0 to 1. @param {Areas} areas @returns {number[]} */
export function measure({ medians }) {
  const most = Math.max(...medians);
  return medians.map((median) => median / most);
}
