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
 * @typedef {"flags" | "for" | "against"} Way
 * @typedef {object} About a sentence, for whoever says it in fewer words
 * @property {string[]} labels what it is about
 * @property {string[]} [items] of the assessment that it names
 * @property {number} [scale] of the interests, of which the work has much or little
 * @property {boolean} [isMuch]
 * @typedef {Record<Way, string[]>} Sentences
 * @typedef {Sentences & {missing: {kind: string, why: keyof Texts["script"]["reasons"]["missing"]}[], about: Map<string, About>}} Reasons
 * @typedef {(way: Way, sentence: string, about: About) => void} Say
 */

/** Scales to name on each side, and items on each. */
const NAMED = 2;

/** From this share of the whole pattern on, a value is served, or is not. */
const SERVED = 0.1;

/** Inside a sentence. @param {string} text */
const inline = (text) => (/^\p{Lu}{2}/u.test(text) ? text : text[0].toLowerCase() + text.slice(1)).replace(/\.$/, "");

/** Items that show a liking (4, 5) or a dislike (1, 2). @param {Assessed} assessed @param {number} scale @param {boolean} liked @param {(item: string) => boolean} isFresh */
function findItems({ quiz, items, answers }, scale, liked, isFresh) {
  /** @param {{key: string}} item */
  const lean = ({ key }) => ((answers.get(key) ?? 3) - 3) * (liked ? 1 : -1);
  return items
    .filter((item) => item.scale === quiz.scales[scale] && lean(item) > 0)
    .sort((a, b) => lean(b) - lean(a))
    .map(({ text }) => inline(text))
    .filter(isFresh)
    .slice(0, NAMED);
}

/** @type {Record<typeof import("../site/constants.js").MATCHING[number], (assessed: Assessed, occupation: Occupation, text: Texts["script"]["reasons"], labels: Record<string, string>, say: Say, isFresh: (item: string) => boolean) => void>} */
const KINDS = {
  interests(assessed, { interests }, text, labels, say, isFresh) {
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
        const items = findItems(assessed, scale, liked, isFresh);
        const sentence = text.interests[items.length ? "named" : "bare"][kind];
        const label = labels[assessed.quiz.scales[scale]];
        const about = { labels: [label], items, scale, isMuch: liked === (way === "for") };
        say(way, fill(sentence, { scale: label, items: list(items, liked ? "conjunction" : "disjunction") }), about);
      }
    }
  },
  values(assessed, { values }, text, labels, say) {
    if (!values) return;
    const most = assessed.range[1];
    for (const scale of findLeading(assessed.scores)) {
      const pull = values[scale];
      if (Math.abs(pull) < SERVED) continue;
      const value = labels[assessed.quiz.scales[scale]];
      const sentence = text.values[pull > 0 ? "served" : "unserved"];
      say(pull > 0 ? "for" : "against", fill(sentence, { value, wins: assessed.scores[scale], most }), { labels: [value] });
    }
  },
  skills(assessed, { skills }, text, labels, say) {
    const { there, learn } = splitSkills(readSteps(assessed), skills);
    /** @param {"for" | "against"} way @param {string} sentence @param {string[]} keys */
    const tell = (way, sentence, keys) => {
      const names = keys.map((key) => inline(labels[key]));
      if (names.length) say(way, fill(sentence, { skills: list(names) }), { labels: names });
    };
    tell("for", text.skills.there, there);
    tell("against", text.skills.learn, learn);
  },
  environment({ items, answers }, occupation, text, _labels, say) {
    const { environment, sometimes } = occupation;
    const compared = environment ? compare(items, answers, { environment, sometimes }) : [];
    /** @param {number} answer @param {number} presence */
    const find = (answer, presence) =>
      compared.filter((one) => one.answer === answer && one.presence === presence).map((one) => inline(one.condition.text));
    /** @param {Way} way @param {keyof Texts["script"]["reasons"]["environment"]} kind @param {string[]} found */
    const tell = (way, kind, found) => {
      if (found.length) say(way, fill(text.environment[kind], { conditions: list(found) }), { labels: found });
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
 * @param {(item: string) => boolean} [isFresh] whether an item may still be named
 * @returns {Reasons} `missing`: what could not be compared, and why; `about`: of each sentence
 */
export function giveReasons(reader, occupation, { text, labels }, isFresh = () => true) {
  /** @type {Reasons} */
  const reasons = { flags: [], for: [], against: [], missing: [], about: new Map() };
  /** @type {Say} */
  const say = (way, sentence, about) => {
    reasons[way].push(sentence);
    reasons.about.set(sentence, about);
  };
  for (const [kind, give] of pairs(KINDS)) {
    const assessed = reader.get(kind);
    const why = !assessed ? "not_taken" : KNOWN[kind]?.(occupation, assessed) === false ? "no_data" : assessed.flat ? "flat" : null;
    if (why) reasons.missing.push({ kind: text.kinds[kind], why });
    if (assessed && (!assessed.flat || !isCorrelated(kind))) give(assessed, occupation, text.reasons, labels[kind] ?? {}, say, isFresh);
  }
  return reasons;
}
