/** How well each occupation fits the reader, for sorting; loaded only when that is asked for. */
import { loadAssessments, loadOccupations } from "../../data/collection.js";
import { loadReader } from "../../reader/reader.js";
import { loadSettings } from "../../kept/settings.js";
import { findSources } from "../../reader/sources.js";
import { blend } from "../../scoring/matching.js";
import { makePart } from "../../scoring/parts.js";

/** @returns {Promise<Float64Array | null>} -1 to 1 in order of the columns; null if no assessment gives a direction */
export async function findFits() {
  const [assessments, occupations] = await Promise.all([loadAssessments(), loadOccupations()]);
  const reader = loadReader(assessments);
  const sources = findSources(reader, loadSettings().weights, occupations);
  if (!sources.length) return null;
  const parts = sources.map(({ assessed, weight, units }) => makePart(assessed, occupations, weight, units));
  return blend(parts, parts.map(({ scores }) => scores), occupations.length);
}
