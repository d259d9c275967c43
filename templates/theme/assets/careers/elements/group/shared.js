/** Occupations that several people of a group have among their best: for visits, guests and talks. Nobody is named. */
import { loadOccupations } from "../../data/collection.js";
import { fill } from "../../language/words.js";
import { blend, findTop } from "../../scoring/matching.js";
import { makePart, makeUnits, prepare } from "../../scoring/parts.js";
import { copy, find } from "../../site/dom.js";
import { run } from "../../site/slices.js";

const MOST = 10;
/** Guests from the same house all say the same. */
const MOST_OF_A_FIELD = 2;
const SEVERAL = 2;

/** @typedef {import("../../reader/reader.js").Assessed} Assessed @typedef {import("../../data/collection.js").Occupation} Occupation */

/**
 * Yields after each person.
 *
 * @param {Assessed[]} results of interests, a person each
 * @param {Occupation[]} occupations
 * @returns {Generator<void, {occupation: Occupation, count: number}[]>} those that most people have first; of a field, two
 */
export function* findShared(results, occupations) {
  const top = findTop(occupations.length);
  const all = occupations.map((occupation) => ({ occupation, count: 0, fit: 0 }));
  for (const assessed of results) {
    yield* prepare(assessed.quiz, occupations);
    const part = makePart(assessed, occupations, 1, makeUnits(assessed.quiz, occupations));
    const fits = blend([part], [assessed.scores], all.length);
    const limit = Math.max(1e-9, fits.slice().sort()[all.length - top]);
    for (const [at, one] of all.entries()) {
      one.fit += fits[at];
      if (fits[at] >= limit) one.count += 1;
    }
    yield;
  }
  /** @type {Map<string, number>} */
  const fields = new Map();
  const count = (/** @type {string} */ field) => fields.set(field, (fields.get(field) ?? 0) + 1).get(field) ?? 0;
  const several = all.filter((one) => one.count >= SEVERAL).sort((a, b) => b.count - a.count || b.fit - a.fit);
  return several.filter(({ occupation }) => count(occupation.field) <= MOST_OF_A_FIELD).slice(0, MOST);
}

/** What was asked for last: a group changes while a list is reckoned. @type {WeakMap<Element, Assessed[]>} */
const last = new WeakMap();

/** @param {import("../part.js").Part<import("../../data/collection.js").Assessments>} group @param {(key: string) => Assessed[]} assess the results of an assessment, a person each */
export async function showShared(group, assess) {
  const frame = group.querySelector("[data-shared]");
  if (!(frame instanceof HTMLElement)) return;
  const results = assess(frame.dataset.shared ?? "").filter(({ flat }) => !flat);
  last.set(frame, results);
  frame.hidden = results.length < SEVERAL;
  if (frame.hidden) return;
  const occupations = await loadOccupations().catch(console.warn);
  const found = occupations && (await run(findShared(results, occupations), group.signal));
  if (last.get(frame) !== results) return;
  frame.hidden = !found;
  const { shared } = group.data.text.group;
  find(frame, "shared-none").hidden = Boolean(found?.length);
  find(frame, "shared-list").replaceChildren(
    ...(found ?? []).map(({ occupation, count }) => {
      const row = copy(find(frame, "shared-row", HTMLTemplateElement));
      const link = find(row, "title", HTMLAnchorElement);
      link.href = occupation.url;
      link.textContent = occupation.title;
      find(row, "count").textContent = fill(shared, { count, total: results.length });
      return row;
    }),
  );
}
