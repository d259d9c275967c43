/** What each row says about an occupation, in words. No DOM, no storage. */
import { writeMoney } from "../../language/money.js";
import { fill, list, number, signed } from "../../language/words.js";
import { prefer } from "../../reader/unit.js";

/** @import {ProfileFile, Texts} from "../../data/types.d.ts" */

/** A row's words: one text, or several that stand below one another. @typedef {string | string[]} Said */

/**
 * @param {ProfileFile} profile @param {Texts["comparing"]} text the words @param {string} [locale]
 * @returns {Record<string, Said>} by the name of the row
 */
export function describe(profile, text, locale) {
  const [pay] = profile.pay;
  const [outlook] = profile.outlook;
  const per = pay && text[`per_${prefer(0, pay.per, pay.hours).per}`];
  const amount = (/** @type {"p10" | "median" | "p90" | "mean"} */ name) => {
    const written = writeMoney(prefer(pay[name] ?? 0, pay.per, pay.hours).amount, pay.currency, locale);
    if (name === "mean") return fill(text.on_average, { amount: written });
    return pay.at_least.includes(name) ? fill(text.at_least, { amount: written }) : written;
  };
  const percent = outlook && signed(outlook.change_percent);
  return {
    summary: profile.summary,
    field: profile.field,
    pay: pay?.told ? [fill(text.pay, { region: pay.region, year: pay.year, amount: amount(pay.told), per }), ...(pay.covers ? [pay.covers] : [])] : text.unknown,
    range: pay?.p10 && pay.p90 ? fill(text.range, { low: amount("p10"), high: amount("p90") }) : text.unknown,
    change: outlook ? [fill(text.change[outlook.direction], { ...outlook, percent, count: outlook.difference }), ...(outlook.beside === null ? [] : [fill(text.all_jobs, { percent: signed(outlook.beside) })])] : text.unknown,
    openings: outlook ? number(outlook.openings_per_year) : text.unknown,
    level: profile.preparation ? fill(text.level, { level: profile.preparation }) : text.unknown,
    entry: profile.entry ?? text.unknown,
    training: profile.training ?? text.unknown,
    interests: profile.interests.length ? list(profile.interests) : text.unknown,
    ...(profile.is_outline ? leaveUnwritten(text.unwritten) : describeProse(profile, text)),
  };
}

/** What a profile says and no table. @param {ProfileFile} profile @param {Texts["comparing"]} text @returns {Record<string, Said>} */
const describeProse = (profile, text) => ({
  tasks: profile.tasks,
  day: profile.day,
  time: profile.routes.slice(0, 1).map((route) => fill(text.way, { ...route })).join(""),
  licence: profile.licence ?? text.unknown,
  routes: profile.routes.map((route) => fill(text.route, { ...route })),
  environment: Object.entries(profile.environment).map(([group, terms]) => fill(text.condition, { group, terms: /** @type {string[]} */ (terms).join(text.separator) })),
  skills: profile.skills,
  good_sides: profile.good_sides,
  hard_sides: profile.hard_sides,
});

/** The same rows of an outline. @param {string} words @returns {Record<string, Said>} */
const leaveUnwritten = (words) => Object.fromEntries(["tasks", "day", "time", "licence", "routes", "environment", "skills", "good_sides", "hard_sides"].map((row) => [row, words]));

/** Rows of prose: each occupation has its own, so that it differs says nothing. */
const PROSE = ["summary", "tasks", "day", "routes", "good_sides", "hard_sides", "fit", "against", "flags"];

/** Rows whose entries are terms, which may stand in several lists. */
const TERMS = ["environment", "skills"];

/** Whether a row tells the occupations apart; the order within a list does not count. @param {string} row @param {Said[]} said */
export function differ(row, said) {
  if (PROSE.includes(row)) return false;
  const plain = said.map((one) => (Array.isArray(one) ? [...one].sort().join("\n") : one));
  return new Set(plain).size > 1;
}

/** Of a row of terms, those that not all have. @param {string} row @param {Said[]} said @returns {Set<string>} */
export function findOwn(row, said) {
  const lists = said.map((one) => /** @type {string[]} */ ([one].flat()));
  const all = TERMS.includes(row) && lists.length > 1 ? lists.flat() : [];
  return new Set(all.filter((term) => !lists.every((one) => one.includes(term))));
}
