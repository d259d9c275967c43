/** One occupation of the results: what speaks for and against it, and what would change that. */
import { giveReasons } from "../../../reader/reasons.js";
import { findChange } from "../../../scoring/changes.js";
import { isMatching } from "../../../scoring/kinds.js";
import { LEAST_BANDED } from "../../../site/constants.js";
import { copy, find, findAll, items } from "../../../site/dom.js";
import { run } from "../../../site/slices.js";
import { fill, list } from "../../../language/words.js";
import { showPay } from "./paying.js";

/**
 * All that the cards of one list share.
 *
 * @typedef {object} Ranked
 * @property {import("../../../reader/reader.js").Reader} reader
 * @property {import("../../../scoring/changes.js").Source[]} sources
 * @property {import("../../../data/collection.js").Occupation[]} occupations those that are ranked
 * @property {import("../../../data/collection.js").Assessments} assessments
 * @property {import("../../../scoring/matching.js").Limits} limits of the bands
 * @property {AbortSignal} signal
 * @property {import("./saying.js").Saying} saying of one list
 * @property {import("../../../data/collection.js").Occupation[]} all of the collection
 * @property {import("../../../data/types.d.ts").FacetsFile["figures"] | null} figures of all; null if they did not arrive
 * @property {HTMLTemplateElement} marks of the fields
 * @property {((occupation: import("../../../data/collection.js").Occupation) => boolean) | null} isOff whether the reader took it off the list; null of a list that is somebody else's
 */

/** What is asked of the share of draws, and which way. @type {Record<"strong" | "possible" | "none", {reached: (share: number, limits: import("../../../scoring/matching.js").Limits) => boolean, way: 1 | -1}>} */
const AIMS = {
  strong: { reached: (share, { strong }) => share < strong, way: -1 },
  possible: { reached: (share, { strong }) => share >= strong, way: 1 },
  none: { reached: (share, { possible }) => share >= possible, way: 1 },
};

/** Changes to name in a sentence. */
const MANY = 3;

/** Inside a sentence. @param {string} text */
const inline = (text) => (/^\p{Lu}{2}/u.test(text) ? text : text[0].toLowerCase() + text.slice(1));

/** @param {Ranked} ranked @param {number} index @param {import("../../../scoring/matching.js").Band} band @param {HTMLTemplateElement} frame @returns {DocumentFragment} */
export function makeCard(ranked, index, band, frame) {
  const { reader, occupations, assessments, saying } = ranked;
  const { text } = assessments;
  const occupation = occupations[index];
  const card = copy(frame);
  const title = find(card, "occupation", HTMLAnchorElement);
  Object.assign(title, { href: occupation.url, textContent: occupation.title, id: `match-${occupation.slug}` });
  Object.assign(title.dataset, { band: band ?? "none", slug: occupation.slug, field: occupation.field });
  showOff(find(card, "off"), ranked, occupation, band);
  find(card, "field-name").textContent = occupation.field;
  const mark = findAll(ranked.marks.content, "[data-mark]").find(({ dataset }) => dataset.mark === occupation.field);
  if (mark) find(card, "mark-place").append(...mark.cloneNode(true).childNodes);
  showPay(card, ranked.figures, ranked.all.indexOf(occupation), text);
  find(card, "outline").textContent = occupation.isOutline ? text.results.outline : "";
  const { preparation: level, entry } = occupation;
  const known = level !== null && entry !== null ? "both" : entry !== null ? "entry" : level !== null ? "level" : null;
  const time = text.results.ready[/** @type {keyof typeof text.results.ready} */ (`level_${level}`)];
  find(card, "preparation").textContent = known && fill(text.results.preparation[known], { entry: entry && inline(entry), time });
  const reasons = giveReasons(reader, occupation, assessments, saying.isFresh);
  const told = saying.tell(occupation, reasons);
  const others = [];
  for (const name of /** @type {const} */ (["flags", "for", "against"])) {
    const nothing = text.results[name === "for" && band ? "nothing_for" : "nothing_against"];
    const entries = told[name].length || name === "flags" ? told[name] : saying.tellOnce(nothing);
    // One each way tells more than ten: the others are there for who asks.
    const first = name === "flags" ? entries : entries.slice(0, 1);
    others.push(...entries.slice(first.length));
    find(card, name).replaceChildren(...items(first));
    for (const part of [find(card, name), ...findAll(card, `[data-side=${name}]`)]) part.hidden = !first.length;
  }
  find(card, "others").replaceChildren(...items(others));
  // What counts for no occupation is said above the list.
  const unknown = reasons.missing.filter(({ why }) => why === "no_data").map(({ kind }) => kind);
  const missing = fill(text.results.missing, { kinds: list(unknown.map((kind) => fill(text.reasons.missing.no_data, { kind }))) });
  find(card, "missing").textContent = unknown.length ? saying.tellMissing(occupation, missing, list(unknown)) : "";
  const details = find(card, "change");
  details.hidden = occupations.length < LEAST_BANDED;
  if (details.hidden) return card;
  const aim = band === "strong" || band === "possible" ? band : "none";
  find(details, "change-title").textContent = text.results.change.title[aim];
  details.addEventListener("toggle", () => tellChange(ranked, index, aim, find(details, "change-text")), { once: true });
  return card;
}

/** The two buttons that take it off, or all of its field. @param {HTMLElement} place @param {Ranked} ranked @param {import("../../../data/collection.js").Occupation} occupation @param {import("../../../scoring/matching.js").Band} band */
function showOff(place, { isOff, assessments }, occupation, band) {
  place.hidden = !isOff || !band || isOff(occupation);
  const { title, slug, field } = occupation;
  Object.assign(find(place, "dismiss=occupations").dataset, { key: slug, name: title });
  Object.assign(find(place, "dismiss=fields").dataset, { key: field, name: field });
  find(place, "dismiss=fields").textContent = fill(assessments.text.results.off.all, { name: field });
}

/** @param {Ranked} ranked @param {number} index @param {keyof typeof AIMS} aim @param {HTMLElement} place */
async function tellChange({ sources, occupations, assessments, limits, signal }, index, aim, place) {
  const { text, labels } = assessments;
  const words = text.results.change;
  place.textContent = words.searching;
  const { reached, way } = AIMS[aim];
  const moves = await run(findChange(sources, occupations, index, (share) => reached(share, limits), way), signal);
  if (!moves) {
    place.textContent = words.nothing;
    return;
  }
  const changes = moves.flatMap(({ kind, scale, more, size, others }) => {
    if (!isMatching(kind)) return [];
    const { quiz, items: asked } = sources.find(({ assessed }) => assessed.quiz.kind === kind)?.assessed ?? sources[0].assessed;
    /** @param {number} at */
    const name = (at) => (kind === "environment" ? asked[at].text : labels[kind][quiz.scales[at]]);
    return fill(words[kind][more ? "more" : "less"], { scale: name(scale), size, others: list(others.map(name)) });
  });
  const count = moves.reduce((sum, { size }) => sum + size, 0);
  const lead = changes.length > MANY ? words.many : words.lead[aim];
  place.textContent = fill(lead, { count, change: list(changes.slice(0, MANY)) });
}
