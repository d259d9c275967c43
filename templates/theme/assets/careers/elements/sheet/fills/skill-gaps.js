/** Skills that occupations use and the reader has yet to learn, the most wanted first. */
import { loadAssessments, loadOccupations } from "../../../data/collection.js";
import { loadReader } from "../../../reader/reader.js";
import { readSteps, splitSkills } from "../../../scoring/skills.js";
import { fill, list } from "../../../language/words.js";
import { findStarred, makeSelect } from "../choosing.js";
import { button, make } from "../../../site/dom.js";
import { loadWords, offerQuizzes, propose } from "../filling.js";

/** @typedef {import("../../../data/collection.js").Occupation} Occupation */

/** As many as make a plan. */
const MOST = 10;

/**
 * @param {Map<string, number>} ratings skill -> step @param {Occupation[]} occupations
 * @returns {{skill: string, wanted: string[]}[]} with the titles that want it: the most wanted first, then the largest gap
 */
function findGaps(ratings, occupations) {
  /** @type {Map<string, string[]>} */
  const wanted = new Map();
  for (const { title, skills } of occupations) {
    for (const skill of splitSkills(ratings, skills).learn) wanted.set(skill, [...(wanted.get(skill) ?? []), title]);
  }
  const step = (/** @type {string} */ skill) => ratings.get(skill) ?? 0;
  const gaps = [...wanted].map(([skill, titles]) => ({ skill, wanted: titles }));
  return gaps.sort((a, b) => b.wanted.length - a.wanted.length || step(a.skill) - step(b.skill));
}

/** @param {import("../element.js").CareerSheet} sheet */
export async function open(sheet) {
  const [words, assessments, occupations] = await Promise.all([loadWords(), loadAssessments(), loadOccupations()]);
  const text = words.gaps;
  const panel = sheet.find("panel");
  const skills = loadReader(assessments).get("skills");
  if (!skills) {
    const quizzes = [...assessments.quizzes.values()].filter(({ kind }) => kind === "skills");
    panel.replaceChildren(...offerQuizzes(text.none, quizzes));
    return;
  }
  const starred = findStarred(occupations);
  const chosen = [...starred];
  const place = make("div", { tabIndex: -1 });
  const told = make("p");
  const show = () => {
    told.textContent = chosen.length ? fill(text.compared, { names: list(chosen.map(({ title }) => title)) }) : text.choose;
    if (!chosen.length) return;
    const gaps = findGaps(readSteps(skills), chosen);
    const rows = gaps.slice(0, MOST).map(({ skill, wanted }) => ({ skill: assessments.labels.skills[skill], "wanted-by": list(wanted) }));
    if (rows.length) propose(sheet, place, { gaps: rows }, words);
    else place.replaceChildren(make("p", {}, text.nothing));
    if (gaps.length > MOST) place.prepend(make("p", {}, fill(text.most, { most: MOST, total: gaps.length })));
  };
  const { select, row } = makeSelect(`ws-${sheet.dataset.sheet}-chosen`, occupations, words);
  const add = () => {
    const found = occupations.find(({ slug }) => slug === select.value);
    if (found && !chosen.includes(found)) chosen.push(found);
    show();
    place.focus();
  };
  row.append(button(text.add, add));
  show();
  panel.replaceChildren(make("p", {}, text.help), told, ...(starred.length ? [] : [row]), place);
}
