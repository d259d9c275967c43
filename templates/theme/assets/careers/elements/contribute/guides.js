/** Guides that are published: which there are, and what stands in the file of one. */
import { withSlugs } from "../../data/slugs.js";
import { ROOT, load } from "../../site/loading.js";
import { readPublished } from "./writing/published.js";
import { fromData, toData } from "./writing/values.js";

/** @import {Choice, FormFile} from "../../data/types.d.ts" */
/** @typedef {import("./writing/yaml.js").Data} Data */

/** All that have one. @returns {Promise<Choice[]>} */
export async function loadGuides() {
  const { profiled, slug, title } = withSlugs(await load("names"));
  return title.slice(0, profiled).map((label, at) => ({ key: slug[at], label }));
}

/** What an editor has written in one. @param {FormFile} file @param {string} slug @returns {Promise<{[key: string]: Data} | null>} null if there is none */
export async function loadGuide({ figures, page, parts, profile }, slug) {
  const response = await fetch(new URL(profile.replace("{slug}", encodeURIComponent(slug)), ROOT), { cache: "no-cache" });
  const occupation = response.ok ? (await response.json()).occupation : null;
  if (!occupation) return null;
  const root = String(occupation.url).slice(0, -page.replace("{slug}", occupation.slug).length);
  const fields = parts.flatMap((part) => part.fields).filter(({ key }) => !figures.includes(key));
  // By way of the boxes, as what stands in them will be compared with it.
  return toData(fields, fromData(fields, readPublished(fields, occupation, root))) ?? {};
}
