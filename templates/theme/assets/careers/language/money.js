/** Amounts of money in words, and by another unit of time. No DOM. */

/** @typedef {"year" | "month" | "hour"} Unit */

/**
 * An amount as it is written in the site's language and its country: $97,550 or $29.05 in the United States, 97.550 $ in
 * Germany. `generator/pages/filters.py` writes the same on the pages.
 *
 * @param {number} amount a whole one has no hundredths @param {string} currency ISO 4217 @param {string} [locale] language tag
 */
export function writeMoney(amount, currency, locale = "en") {
  const maximumFractionDigits = Number.isInteger(amount) ? 0 : undefined;
  return new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits }).format(amount);
}

/**
 * What is paid in another unit of time; null where nobody knows by how many hours.
 *
 * @param {number} amount @param {Unit} per for which it is told @param {Unit} unit @param {number | null} hours a year
 */
export function tellIn(amount, per, unit, hours) {
  if (per === unit) return amount;
  const units = { year: 1, month: 12, hour: hours };
  const [from, to] = [units[per], units[unit]];
  if (!from || !to) return null;
  const found = (amount * from) / to;
  return unit === "hour" ? Math.round(100 * found) / 100 : Math.round(found);
}
