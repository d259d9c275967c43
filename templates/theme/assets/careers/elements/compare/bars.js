/** Pay in bars on one scale, so that lengths can be compared. Pure; no DOM. */

/** @import {ProfileFile} from "../../data/types.d.ts" */

/**
 * @typedef {object} Scale
 * @property {number} top where the scale ends, a round number @property {string} currency @property {ProfileFile["pay"][0]["per"]} per @property {number | null} hours a year, where all have them
 * @property {[number, number, number] | null} beside p25, median and p75 of all employees, where these are the same for all that is drawn
 * @property {(number[] | null)[]} own p10, p25, median, p75 and p90 of each; null: it has no bar
 */

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The least round number at or above it. @param {number} value */
function ceiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (STEPS.find((step) => step * power >= value) ?? 10);
}

/**
 * What cannot be compared has no bar: amounts of another country, currency or unit of time than those of the first.
 *
 * @param {ProfileFile[]} profiles @returns {Scale | null} null where fewer than two can be drawn
 */
export function findScale(profiles) {
  const pays = profiles.map(({ pay: [first] }) => (first?.p10 && first.p25 && first.median && first.p75 && first.p90 ? first : null));
  const main = pays.find(Boolean);
  const own = pays.map((pay) => {
    const isSame = pay && main && pay.currency === main.currency && pay.per === main.per && pay.region === main.region;
    return isSame ? [pay.p10, pay.p25, pay.median, pay.p75, pay.p90].map(Number) : null;
  });
  const drawn = pays.filter((_, at) => own[at]);
  if (!main || drawn.length < 2) return null;
  const isShared = drawn.every((pay) => String(pay?.beside) === String(main.beside));
  const beside = isShared ? main.beside : null;
  const hours = drawn.every((pay) => pay?.hours) ? main.hours : null;
  return { per: main.per, hours, top: ceiling(Math.max(...own.flatMap((points) => points ?? []), ...(beside ?? []))), currency: main.currency, beside, own };
}
