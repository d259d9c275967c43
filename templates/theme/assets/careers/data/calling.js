/** Calls the occupations of the plan by the language of the page: they were saved by the title that some page had. */
import { loadPlan } from "../kept/items.js";
import { loadOccupations } from "./collection.js";

/** @import {Item} from "../kept/items.js" */

/** @returns {Promise<() => Item[]>} loads the plan; as it was saved, where the titles cannot be had */
export async function makeLoader() {
  const found = await loadOccupations().catch(console.warn);
  const titles = new Map(found?.map(({ slug, title }) => [slug, title]));
  return () => loadPlan().map((item) => (item.kind === "occupation" ? { ...item, text: titles.get(item.slug ?? "") ?? item.text } : item));
}
