/** Tells the amounts of a country by another unit of time: what stands in `data-pay`, which says currency, unit and hours a year. */
import { tellIn, writeMoney } from "../../language/money.js";
import { closest, findAll } from "../../site/dom.js";

/** @typedef {import("../../language/money.js").Unit} Unit */

/** @param {HTMLSelectElement} select has the words of each unit @param {Unit | undefined} wanted none: as the page came */
export function tellAll(select, wanted) {
  const words = Object.fromEntries(Array.from(select.options, ({ value, text }) => [value, text]));
  const country = closest(select, "[data-pay]")?.dataset.region;
  for (const part of findAll(document, `[data-pay][data-region="${country}"]`)) {
    const [currency, per, hours] = (part.dataset.pay ?? "").split(" ");
    const known = /** @type {Unit} */ (per);
    const tell = (/** @type {number} */ amount, /** @type {Unit} */ unit) => tellIn(amount, known, unit, Number(hours) || null);
    const unit = wanted && wanted in words && tell(1, wanted) !== null ? wanted : known;
    for (const amount of part.querySelectorAll("data")) {
      amount.textContent = writeMoney(tell(Number(amount.value), unit) ?? 0, currency, document.documentElement.lang);
    }
    for (const place of findAll(part, "[data-per]")) place.textContent = words[unit] ?? place.textContent;
    part.dataset.told = unit;
    if (part.contains(select)) select.value = unit;
  }
}
