/** Which occupations have all that is asked for, how many each further choice would leave, and in which order. Pure; no DOM. */

/** Occupations between two chances to stop. */
const STRETCH = 64;

/**
 * @typedef {Omit<import("../../data/types.d.ts").FacetsFile, "slug"> & {slug: string[]}} Facets
 *
 * @typedef {object} Wish what is asked for
 * @property {Record<string, string[]>} chosen facet -> values, any of which will do
 * @property {string[]} every facets of which all values chosen are asked for
 * @property {string} pay currency and amount, as USD-40000: at least this much a year; "" for any
 * @property {number | null} change at least this change in jobs in percent; null for any
 * @property {boolean} starred
 * @property {boolean} guided only those with a profile
 * @property {boolean} unsure those, too, of which it is not known
 * @property {string} sort title, pay, change, openings, fit
 */

/**
 * The same, with the pay that is asked for, in the currency of the filter, or, sorted by pay, in that of most; and with
 * the outlook of the country where that is paid.
 *
 * @param {Facets} facets @param {Wish} wish @returns {Facets}
 */
export function choosePay(facets, { pay, sort: by }) {
  const { figures } = facets;
  const wanted = pay ? pay.split("-")[0] : by === "pay" ? findMain(figures) : "";
  const others = figures.others.filter(({ at, currency }) => currency === wanted && figures.currency[at] !== wanted);
  if (!others.length) return facets;
  const places = new Set(others.map(({ at }) => at));
  /** @template T @param {T[]} column @param {(one: Facets["figures"]["others"][number]) => T} tell */
  const put = (column, tell) => {
    const changed = [...column];
    for (const one of others) changed[one.at] = tell(one);
    return changed;
  };
  const mark = (/** @type {"is_least" | "is_mean"} */ name, /** @type {number[]} */ marked) => [
    ...marked.filter((at) => !places.has(at)),
    ...others.filter((one) => one[name]).map(({ at }) => at),
  ];
  const chosen = {
    pay: put(figures.pay, (one) => one.pay),
    yearly: put(figures.yearly, (one) => one.yearly),
    per: put(figures.per, (one) => one.per),
    hours: put(figures.hours, (one) => one.hours),
    covers: put(figures.covers, (one) => one.covers),
    currency: put(figures.currency, (one) => one.currency),
    year: put(figures.year, (one) => one.year),
    change: put(figures.change, (one) => one.change),
    openings: put(figures.openings, (one) => one.openings),
    least: mark("is_least", figures.least),
    mean: mark("is_mean", figures.mean),
  };
  return { ...facets, figures: { ...figures, ...chosen } };
}

/**
 * One pass over all occupations: each facet's own test is noted by a bit, so that a value's count can leave out the facet
 * that it belongs to.
 *
 * @param {Facets} facets @param {Wish} wish @param {Set<string>} stars slugs
 * @returns {Generator<void, {places: number[], unsure: number[], counts: Record<string, number[]>}>} `places` of what remains, in order of the
 *   columns; `unsure`: what would remain, too, if it had all of which nobody knows whether it has it; `counts`: for each facet and value, how many there would be with this value alone chosen in its facet; or, where all
 *   are asked for, with this value as well
 */
export function* filtering(facets, { chosen, every, pay, change, starred, guided }, stars) {
  const { values, slug, columns, figures, measured, profiled } = facets;
  const unmeasured = new Set(facets.unmeasured);
  /** Whether anything tells if an occupation has a value or not. @param {number} at @param {string} name @param {number} value */
  const isKnown = (at, name, value) =>
    measured[name] ? at < profiled || (measured[name].includes(value) && !unmeasured.has(at)) : columns[name][at].length > 0;
  const names = Object.keys(values);
  const wanted = names.map((name) => new Set((chosen[name] ?? []).map((value) => values[name].indexOf(value))));
  const least = names.map((name, facet) => (every.includes(name) ? wanted[facet].size : Math.min(1, wanted[facet].size)));
  const counts = Object.fromEntries(names.map((name) => [name, values[name].map(() => 0)]));
  const places = [];
  const unsure = [];
  const count = guided ? facets.profiled : slug.length;
  const [currency, amount] = pay.split("-");
  for (let at = 0; at < count; at++) {
    if (at % STRETCH === 0) yield;
    const [{ [at]: paid }, { [at]: yearly }, { [at]: growth }] = [figures.currency, figures.yearly, figures.change];
    if (pay && ((paid && paid !== currency) || (yearly ?? Infinity) < Number(amount))) continue;
    if (change !== null && (growth ?? Infinity) < change) continue;
    if (starred && !stars.has(slug[at])) continue;
    let failed = -1;
    let fails = (pay && yearly === null) || (change !== null && growth === null) ? 2 : 0;
    let isPossible = true;
    for (let facet = 0; facet < names.length && (fails < 2 || isPossible); facet++) {
      if (!least[facet]) continue;
      const { [facet]: name } = names;
      let found = 0;
      for (const value of columns[name][at]) if (wanted[facet].has(value)) found += 1;
      if (found >= least[facet]) continue;
      failed = facet;
      fails += 1;
      for (const value of wanted[facet]) if (!isKnown(at, name, value)) found += 1;
      if (found < least[facet]) isPossible = false;
    }
    if (fails && isPossible) unsure.push(at);
    if (fails > 1) continue;
    if (!fails) places.push(at);
    // What fails one facet only still counts for the values of that one.
    for (let facet = 0; facet < names.length; facet++) {
      // Where all values are asked for, a further one is asked for on top of them.
      if (fails && (facet !== failed || every.includes(names[facet]))) continue;
      for (const value of columns[names[facet]][at]) counts[names[facet]][value] += 1;
    }
  }
  return { places, unsure, counts };
}

/** @param {number[]} places in alphabetical order @param {string} by @param {Facets} facets @param {Float64Array | null} fits @returns {number[]} */
export function sort(places, by, facets, fits) {
  const { figures } = facets;
  /** @type {Record<string, (at: number) => number | null>} */
  const worth = {
    pay: (at) => figures.yearly[at] ?? figures.pay[at],
    change: (at) => figures.change[at],
    openings: (at) => figures.openings[at],
    fit: (at) => fits?.[at] ?? 0,
  };
  const value = worth[by];
  if (!value) return places;
  const means = new Set(figures.mean);
  const main = findMain(figures);
  /** What cannot be compared with the others stands after them, in groups of its own; what nothing is known of comes last. */
  const group = (/** @type {number} */ at) => {
    if (value(at) === null) return "~~";
    if (by !== "pay" || (figures.yearly[at] !== null && figures.currency[at] === main)) return "";
    return figures.yearly[at] === null ? `~${figures.currency[at]} ${figures.per[at]} ${means.has(at)}` : `${figures.currency[at]}`;
  };
  const groups = new Map(places.map((at) => [at, group(at)]));
  const order = (/** @type {number} */ a, /** @type {number} */ b) => {
    const [one, other] = [groups.get(a) ?? "", groups.get(b) ?? ""];
    return one === other ? (value(b) ?? 0) - (value(a) ?? 0) || a - b : one < other ? -1 : 1;
  };
  return [...places].sort(order);
}

/** The currency in which most are paid. @param {Facets["figures"]} figures */
export function findMain({ yearly, currency, others }) {
  /** @type {Record<string, number>} */
  const counts = {};
  const count = (/** @type {string | null} */ name, /** @type {number | null} */ amount) => {
    if (name && amount !== null) counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const [at, name] of currency.entries()) count(name, yearly[at]);
  for (const one of others) count(one.currency, one.yearly);
  return Object.keys(counts).sort((a, b) => counts[b] - counts[a])[0];
}
