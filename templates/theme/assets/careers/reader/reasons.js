/** What speaks for an occupation and what against it, in sentences made from the reader's own answers. No DOM. */
import { AVOID, CANNOT, OFTEN, SOMETIMES, WANT, compare } from "../scoring/environment.js";
import { explain } from "../scoring/explaining.js";
import { isCorrelated } from "../scoring/kinds.js";
import { besideWork, nameLevel, shapeReader, shapeWork } from "../scoring/norms.js";
import { findLeading } from "../scoring/scales.js";
import { readSteps, splitSkills } from "../scoring/skills.js";
import { fill, list, pairs } from "../language/words.js";

/**
 * @import {Texts} from "../data/types.d.ts"
 *
 * @typedef {import("./reader.js").Assessed} Assessed
 * @typedef {import("../data/collection.js").Occupation} Occupation
 * @typedef {{flags: string[], for: string[], against: string[], missing: string[]}} Reasons
 */

/** Scales to name on each side, and items on each. */
const NAMED = 2;

/** From this share of the whole pattern on, a value is served, or is not. */
const SERVED = 0.1;

/** Inside a sentence. @param {string} text */
const inline = (text) => (/^\p{Lu}{2}/u.test(text) ? text : text[0].toLowerCase() + text.slice(1)).replace(/\.$/, "");

/** Items that show a liking (4, 5) or a dislike (1, 2). @param {Assessed} assessed @param {number} scale @param {boolean} liked */
function findItems({ quiz, items, answers }, scale, liked) {
  /** @param {{key: string}} item */
  const lean = ({ key }) => ((answers.get(key) ?? 3) - 3) * (liked ? 1 : -1);
  return items
    .filter((item) => item.scale === quiz.scales[scale] && lean(item) > 0)
    .sort((a, b) => lean(b) - lean(a))
    .slice(0, NAMED)
    .map(({ text }) => inline(text));
}

/** @type {Record<typeof import("../site/constants.js").MATCHING[number], (assessed: Assessed, occupation: Occupation, text: Texts["script"]["reasons"], labels: Record<string, string>, reasons: Reasons) => void>} */
const KINDS = {
  interests(assessed, { interests }, text, labels, reasons) {
    if (!interests) return;
    const { norms } = assessed.quiz;
    const beside = besideWork(interests, norms);
    const pulls = explain(shapeReader(assessed.scores, norms), shapeWork(interests, norms)).filter(({ scale, pull, liked }) => {
      // Said is only what the work has much or little of, as it is told beside its ratings.
      const level = nameLevel(beside[scale]);
      return level !== "middle" && (level === "high") === (pull > 0 === liked);
    });
    for (const way of /** @type {const} */ (["for", "against"])) {
      const own = pulls.filter(({ pull }) => pull > 0 === (way === "for"));
      // A dislike of what the work has little of convinces nobody by itself.
      const likes = own.filter(({ liked }) => liked);
      const said = way === "against" ? own : likes.length ? [...likes, ...own.filter(({ liked }) => !liked)] : [];
      for (const { scale, liked } of said.slice(0, NAMED)) {
        const kind = /** @type {const} */ (`${liked ? "liked" : "disliked"}_${liked === (way === "for") ? "asked" : "unasked"}`);
        const found = findItems(assessed, scale, liked);
        const items = list(found, liked ? "conjunction" : "disjunction");
        const sentence = text.interests[found.length ? "named" : "bare"][kind];
        reasons[way].push(fill(sentence, { scale: labels[assessed.quiz.scales[scale]], items }));
      }
    }
  },
  values(assessed, { values }, text, labels, reasons) {
    if (!values) return;
    const most = assessed.range[1];
    for (const scale of findLeading(assessed.scores)) {
      const pull = values[scale];
      if (Math.abs(pull) < SERVED) continue;
      const named = { value: labels[assessed.quiz.scales[scale]], wins: assessed.scores[scale], most };
      reasons[pull > 0 ? "for" : "against"].push(fill(text.values[pull > 0 ? "served" : "unserved"], named));
    }
  },
  skills(assessed, { skills }, text, labels, reasons) {
    const { there, learn } = splitSkills(readSteps(assessed), skills);
    /** @param {string[]} keys */
    const name = (keys) => list(keys.map((key) => inline(labels[key])));
    if (there.length) reasons.for.push(fill(text.skills.there, { skills: name(there) }));
    if (learn.length) reasons.against.push(fill(text.skills.learn, { skills: name(learn) }));
  },
  environment({ items, answers }, occupation, text, _labels, reasons) {
    const { environment, sometimes } = occupation;
    const compared = environment ? compare(items, answers, { environment, sometimes }) : [];
    /** @param {number} answer @param {number} presence */
    const find = (answer, presence) =>
      compared.filter((one) => one.answer === answer && one.presence === presence).map((one) => inline(one.condition.text));
    /** @param {"for" | "against" | "flags"} way @param {keyof Texts["script"]["reasons"]["environment"]} kind @param {string[]} found */
    const tell = (way, kind, found) => {
      if (found.length) reasons[way].push(fill(text.environment[kind], { conditions: list(found) }));
    };
    tell("flags", "cannot", find(CANNOT, OFTEN));
    tell("flags", "cannot_sometimes", find(CANNOT, SOMETIMES));
    tell("for", "wanted", find(WANT, OFTEN));
    tell("for", "wanted_sometimes", find(WANT, SOMETIMES));
    tell("against", "lacking", find(WANT, 0));
    tell("against", "avoided", find(AVOID, OFTEN));
    tell("against", "avoided_sometimes", find(AVOID, SOMETIMES));
  },
};

/** Does the profile say anything that this kind compares with? @type {Partial<Record<keyof typeof KINDS, (occupation: Occupation, assessed: Assessed) => boolean>>} */
const KNOWN = {
  values: ({ values }) => Boolean(values),
  skills: ({ skills }, { quiz }) => skills.some((skill) => quiz.scales.includes(skill)),
  environment: ({ environment }) => environment !== null,
};

/**
 * @param {import("./reader.js").Reader} reader
 * @param {Occupation} occupation
 * @param {import("../data/collection.js").Assessments} assessments
 * @returns {Reasons} `missing`: what could not be compared, and why
 */
export function giveReasons(reader, occupation, { text, labels }) {
  /** @type {Reasons} */
  const reasons = { flags: [], for: [], against: [], missing: [] };
  for (const [kind, give] of pairs(KINDS)) {
    const assessed = reader.get(kind);
    const why = !assessed ? "not_taken" : KNOWN[kind]?.(occupation, assessed) === false ? "no_data" : assessed.flat ? "flat" : null;
    if (why) reasons.missing.push(fill(text.reasons.missing[why], { kind: text.kinds[kind] }));
    if (assessed && (!assessed.flat || !isCorrelated(kind))) give(assessed, occupation, text.reasons, labels[kind] ?? {}, reasons);
  }
  return reasons;
}
