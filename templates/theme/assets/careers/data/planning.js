/** What the site publishes for the plan and the worksheets: their words, the six methods and all worksheets. */
import { ROOT, load } from "../site/loading.js";
import { followRenames, loadPlan } from "../kept/items.js";
import { fill, setLocale } from "../language/words.js";

/**
 * @import {PlanFile} from "./types.d.ts" @import {Item} from "../kept/items.js"
 *
 * @typedef {Omit<PlanFile, "version" | "formerly" | "occupation" | "several"> & {locate: (slug: string) => string, loadItems: () => Item[]}} Planning
 *   `locate`: the address of an occupation's page; `loadItems`: the plan, with occupations called as in the page's language
 */

const absolute = (/** @type {string} */ address) => new URL(address, ROOT).href;

/** @returns {Promise<Planning>} addresses are absolute */
export async function loadPlanning() {
  const { text, locale, site, address, occupation, formerly, methods, sheets, several } = await load("plan");
  setLocale(locale);
  followRenames(formerly);
  return {
    text,
    locale,
    site,
    address: absolute(address),
    loadItems: several ? await (await import("./calling.js")).makeLoader() : loadPlan,
    locate: (slug) => absolute(fill(occupation, { slug: encodeURIComponent(slug) })),
    methods: Object.fromEntries(Object.entries(methods).map(([key, { url, ...method }]) => [key, { ...method, url: url && absolute(url) }])),
    sheets: sheets.map((sheet) => ({ ...sheet, url: absolute(sheet.url), guide: absolute(sheet.guide) })),
  };
}
