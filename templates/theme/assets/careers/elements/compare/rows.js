/** What each row says about an occupation, in words. No DOM, no storage. */
import { writeMoney } from "../../language/money.js";
import { fill, list, number, signed } from "../../language/words.js";
import { prefer } from "../../reader/unit.js";

/** @import {ProfileFile, Texts} from "../../data/types.d.ts" */

/** A row's words: one text, or several that stand below one another. @typedef {string | string[]} Said */

/**
 * @param {ProfileFile} profile @param {Texts["comparing"]} text the words @param {string} [locale] @param {Set<string>} [shared]
 *   rows whose region and years are the same for all, and said once
 * @returns {Record<string, Said>} by the name of the row
 */
export function describe(profile, text, locale, shared = new Set()) {
  const [pay] = profile.pay;
  const [outlook] = profile.outlook;
  const per = pay && text[`per_${prefer(0, pay.per, pay.hours).per}`];
  const amount = (/** @type {"p10" | "median" | "p90" | "mean"} */ name) => {
    const written = writeMoney(prefer(pay[name] ?? 0, pay.per, pay.hours).amount, pay.currency, locale);
    if (name === "mean") return fill(text.on_average, { amount: written });
    return pay.at_least.includes(name) ? fill(text.at_least, { amount: written }) : written;
  };
  return {
    summary: profile.summary,
    field: profile.field,
    pay: pay?.told ? [fill(shared.has("pay") ? text.pay_here : text.pay, { region: pay.region, year: pay.year, amount: amount(pay.told), per }), ...(pay.covers ? [pay.covers] : [])] : text.unknown,
    range: pay?.p10 && pay.p90 ? fill(text.range, { low: amount("p10"), high: amount("p90") }) : text.unknown,
    change: outlook ? tellChange(outlook, text, shared.has("change")) : text.unknown,
    openings: outlook ? number(outlook.openings_per_year) : text.unknown,
    level: profile.preparation ? fill(text.level, { level: profile.preparation }) : text.unknown,
    entry: profile.entry ?? text.unknown,
    training: profile.training ?? text.unknown,
    interests: profile.interests.length ? list(profile.interests) : text.unknown,
    ...(profile.is_outline ? leaveUnwritten(profile, text) : describeProse(profile, text)),
  };
}

/** A profile as it is told in a country: the pay of that first, if it has any. @param {ProfileFile} profile @param {unknown} country @returns {ProfileFile} */
export const tellIn = (profile, country) => ({ ...profile, pay: [...profile.pay].sort((one, other) => Number(other.country === country) - Number(one.country === country)) });

/** Code -> name of each country in which one of them is paid, in the order in which they are told. @param {ProfileFile[]} profiles */
export const listCountries = (profiles) => new Map(profiles.flatMap(({ pay }) => pay.map(({ country, region }) => [country, region])));

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

/** The same rows of an outline: of the time alone something is known. @param {ProfileFile} profile @param {Texts["comparing"]} text @returns {Record<string, Said>} */
const leaveUnwritten = ({ years }, text) => ({
  ...Object.fromEntries(["tasks", "day", "licence", "routes", "environment", "skills", "good_sides", "hard_sides"].map((row) => [row, text.unwritten])),
  time: years === null ? text.unwritten : years < 1 ? text.under_a_year : fill(text.years, { count: Math.round(years) }),
});

/** @param {ProfileFile["outlook"][0]} outlook @param {Texts["comparing"]} text @param {boolean} isShared whether region, years and all jobs are said elsewhere @returns {Said} */
function tellChange(outlook, text, isShared) {
  const filled = { ...outlook, percent: signed(outlook.change_percent), count: outlook.difference };
  if (isShared) return fill(text.change_here[outlook.direction], filled);
  return [fill(text.change[outlook.direction], filled), ...(outlook.beside === null ? [] : [fill(text.all_jobs, { percent: signed(outlook.beside) })])];
}

/**
 * What is the same for all that are compared, of rows that would say it with each value.
 *
 * @param {ProfileFile[]} profiles @param {Texts["comparing"]} text @returns {Map<string, string>} row -> what is said of it once
 */
export function findShared(profiles, text) {
  /** @type {Map<string, string>} */
  const said = new Map();
  const put = (/** @type {string} */ row, /** @type {(string | null)[]} */ sentences) => {
    const [first] = sentences;
    if (profiles.length > 1 && first && sentences.every((one) => one === first)) said.set(row, first);
  };
  put("pay", profiles.map(({ pay: [pay] }) => (pay?.told ? fill(text.pay_of, { region: pay.region, year: pay.year }) : null)));
  put("change", profiles.map(({ outlook: [outlook] }) => outlook && outlook.beside !== null ? fill(text.change_of, { ...outlook, percent: signed(outlook.beside) }) : null));
  return said;
}

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
