/** What the site publishes for the plan and the worksheets: their words, the six methods and all worksheets. */
import { ROOT, load } from "../site/loading.js";
import { followRenames } from "../kept/items.js";
import { fill, setLocale } from "../site/words.js";

/**
 * @typedef {object} Planning
 * @property {any} text the sentences
 * @property {string} locale language tag for numbers
 * @property {{name: string, url: string}} site
 * @property {string} address of the plan
 * @property {(slug: string) => string} locate the address of an occupation's page
 * @property {Record<string, {label: string, url: string | null}>} methods in the order of the six
 * @property {import("../kept/sheets.js").Sheet[]} sheets
 */

const absolute = (/** @type {string} */ address) => new URL(address, ROOT).href;

/** @returns {Promise<Planning>} addresses are absolute */
export async function loadPlanning() {
  const { text, locale, site, address, occupation, formerly, methods, sheets } = await load("plan");
  setLocale(locale);
  followRenames(formerly);
  const resolve = (/** @type {any} */ one) => ({ ...one, url: one.url && absolute(one.url) });
  return {
    text,
    locale,
    site,
    address: absolute(address),
    locate: (slug) => absolute(fill(occupation, { slug: encodeURIComponent(slug) })),
    methods: Object.fromEntries(Object.entries(methods).map(([key, method]) => [key, resolve(method)])),
    sheets: sheets.map((/** @type {any} */ sheet) => ({ ...resolve(sheet), guide: absolute(sheet.guide) })),
  };
}
