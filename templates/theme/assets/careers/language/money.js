/** Amounts of money in words. No DOM. */

/**
 * An amount as it is written in the site's language, whatever the country: $97,550 or $29.05 in English, 97.550 $ in
 * German. `generator/pages/filters.py` writes the same on the pages.
 *
 * @param {number} amount a whole one has no hundredths @param {string} currency ISO 4217 @param {string} [locale] language tag
 */
export function writeMoney(amount, currency, locale = "en") {
  const maximumFractionDigits = Number.isInteger(amount) ? 0 : undefined;
  return new Intl.NumberFormat(new Intl.Locale(locale).language, { style: "currency", currency, maximumFractionDigits }).format(amount);
}
