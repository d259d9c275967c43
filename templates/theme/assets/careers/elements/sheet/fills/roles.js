/** Occupations that fit the reader's interests, from several fields of work. */
import { loadAssessments, loadOccupations } from "../../../data/collection.js";
import { loadReader } from "../../../reader/reader.js";
import { explain } from "../../../scoring/explaining.js";
import { shapeReader } from "../../../scoring/norms.js";
import { blend } from "../../../scoring/matching.js";
import { makePart, makeUnits } from "../../../scoring/parts.js";
import { findStarred } from "../choosing.js";
import { make } from "../../../site/dom.js";
import { loadWords, offerQuizzes, propose } from "../filling.js";

/** @typedef {import("../../../data/collection.js").Occupation} Occupation */

const MOST = 10;
const MOST_OF_A_FIELD = 2;

/**
 * Those in the plan, then those whose interests go most with the reader's, no more than two of a field, so that the
 * industries differ.
 *
 * @param {Float64Array} fits @param {Occupation[]} occupations @param {Occupation[]} starred
 */
function pickRoles(fits, occupations, starred) {
  const places = new Map(occupations.map((one, at) => [one, at]));
  const fit = (/** @type {Occupation} */ one) => fits[places.get(one) ?? 0];
  const ranked = occupations.filter((one) => !starred.includes(one) && fit(one) > 1e-9).sort((a, b) => fit(b) - fit(a));
  /** @type {Map<string, number>} */
  const counts = new Map();
  const count = (/** @type {Occupation} */ { field }) => counts.set(field, (counts.get(field) ?? 0) + 1).get(field) ?? 0;
  starred.forEach(count);
  return [...starred, ...ranked.filter((one) => count(one) <= MOST_OF_A_FIELD)].slice(0, MOST);
}

/** @param {import("../element.js").CareerSheet} sheet */
export async function open(sheet) {
  const [words, assessments, occupations] = await Promise.all([loadWords(), loadAssessments(), loadOccupations()]);
  const text = words.roles;
  const panel = sheet.find("panel");
  const interests = loadReader(assessments).get("interests");
  if (!interests || interests.flat) {
    const quizzes = [...assessments.quizzes.values()].filter(({ kind }) => kind === "interests");
    panel.replaceChildren(...offerQuizzes(interests ? text.flat : text.none, quizzes));
    return;
  }
  const { scales, norms } = interests.quiz;
  const units = makeUnits(interests.quiz, occupations);
  const fits = blend([makePart(interests, occupations, 1, units)], [interests.scores], occupations.length);
  const reader = shapeReader(interests.scores, norms);
  const rows = pickRoles(fits, occupations, findStarred(occupations)).map((occupation) => {
    const { title, field } = occupation;
    const unit = units[occupations.indexOf(occupation)];
    const shared = unit && explain(reader, unit).find(({ pull, liked }) => pull > 0 && liked);
    return { role: title, industry: field, ...(shared && { interest: assessments.labels.interests[scales[shared.scale]] }) };
  });
  const place = make("div");
  propose(sheet, place, { matrix: rows }, words);
  panel.replaceChildren(make("p", {}, text.help), place);
}
