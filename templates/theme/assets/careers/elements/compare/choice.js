/** Which occupations are compared, as the part of an address behind the #. Pure; no DOM. */
import { COMPARE } from "../../site/addresses.js";

const MOST_LETTERS = 1000;

/** As many as fit side by side. */
export const MOST = 4;

/** @param {string[]} slugs @returns {string} with the #, or "" for none */
export const write = (slugs) => (slugs.length ? COMPARE.write(slugs.join(",")) : "");

/** @param {string} fragment @returns {string[] | null} slugs, each once; null if it cannot be read */
export function read(fragment) {
  const asked = COMPARE.read(fragment);
  if (asked === null || fragment.length > MOST_LETTERS) return null;
  const slugs = [...new Set(asked.split(",").filter(Boolean))];
  return slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) ? slugs : null;
}

/**
 * @param {string[]} asked slugs, old ones included @param {Set<string>} known @param {Record<string, string>} formerly old slug -> present one
 * @returns {{slugs: string[], extra: string[], gone: string[]}} at most four; `extra` would be there if there were room
 */
export function sortOut(asked, known, formerly) {
  const present = [...new Set(asked.map((slug) => (Object.hasOwn(formerly, slug) ? formerly[slug] : slug)))];
  const found = present.filter((slug) => known.has(slug));
  return { slugs: found.slice(0, MOST), extra: found.slice(MOST), gone: present.filter((slug) => !known.has(slug)) };
}
