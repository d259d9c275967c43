/** What the reader's own results say of some occupations; loaded only where something was finished. */
import { loadAssessments, loadOccupations } from "../../data/collection.js";
import { loadReader } from "../../reader/reader.js";
import { giveReasons } from "../../reader/reasons.js";
import { isMatching } from "../../scoring/kinds.js";

/** @import {Texts} from "../../data/types.d.ts" */

/** @param {string[]} slugs @param {Texts["comparing"]} text @returns {Promise<Record<string, string | string[]>[]>} one for each, or none without results */
export async function findOwn(slugs, text) {
  const [assessments, occupations] = await Promise.all([loadAssessments(), loadOccupations()]);
  const reader = loadReader(assessments);
  if (![...reader.keys()].some(isMatching)) return [];
  return slugs.map((slug) => {
    const occupation = occupations.find((one) => one.slug === slug);
    const reasons = occupation && giveReasons(reader, occupation, assessments);
    const say = (/** @type {string[] | undefined} */ sentences) => (sentences?.length ? sentences : text.nothing);
    return { fit: say(reasons?.for), against: say(reasons?.against), flags: say(reasons?.flags) };
  });
}
