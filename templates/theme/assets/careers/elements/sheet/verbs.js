/**
 * Verbs in what a reader tells, by the interest that each belongs to. The list has one form of each; the others follow by
 * the rules of its language, without any of which only the listed form is known. Pure.
 */

/** @import {VerbsFile} from "../../data/types.d.ts" */

/** @typedef {NonNullable<VerbsFile["grammar"]>} Grammar */

/** Other forms of a verb. @param {string} listed @param {Grammar} grammar @returns {{sure: string[], doubtful: string[]}} `doubtful`: may be nouns, too */
export function deriveForms(listed, { forms, never }) {
  const [pattern, made] = Object.entries(forms).find(([one]) => new RegExp(one, "u").test(listed)) ?? [];
  /** @param {readonly string[]} some */
  const fill = (some) => some.map((one) => listed.replace(new RegExp(pattern ?? "", "u"), one)).filter((form) => !never.includes(form));
  return { sure: [listed, ...fill(made?.sure ?? [])], doubtful: fill(made?.doubtful ?? []) };
}

/** @typedef {{all: Map<string, {interest: string, verb: string, isDoubtful: boolean}>, beforeNouns: Set<string>}} Forms */

/** No rules: each verb is known in its listed form alone. @type {Grammar} */
const NO_RULES = { forms: {}, never: [], before_nouns: [] };

/** @param {Record<string, readonly string[]>} verbs interest -> verbs in a listed form @param {Grammar} [grammar] @returns {Forms} what a listed form is stays that */
export function makeForms(verbs, grammar = NO_RULES) {
  /** @type {Forms["all"]} */
  const forms = new Map();
  const all = Object.entries(verbs).flatMap(([interest, some]) => some.map((verb) => ({ interest, verb, ...deriveForms(verb, grammar) })));
  for (const kind of /** @type {const} */ (["sure", "doubtful"])) {
    for (const { interest, verb, ...own } of all) {
      for (const form of own[kind]) if (!forms.has(form)) forms.set(form, { interest, verb, isDoubtful: kind === "doubtful" });
    }
  }
  for (const { interest, verb } of all) forms.set(verb, { interest, verb, isDoubtful: false });
  return { all: forms, beforeNouns: new Set(grammar.before_nouns) };
}

/**
 * The verbs in a text, each once, as they stand there first.
 *
 * @param {string} text @param {Forms} forms @returns {Map<string, string[]>} interest -> words; only interests of which there is one
 */
export function findVerbs(text, { all, beforeNouns }) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const seen = new Set();
  let before = "";
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+|[.!?;:\n]/gu)) {
    const form = all.get(word);
    const isNoun = form?.isDoubtful && beforeNouns.has(before);
    before = word;
    if (!form || isNoun || seen.has(form.verb)) continue;
    seen.add(form.verb);
    found.set(form.interest, [...(found.get(form.interest) ?? []), word]);
  }
  return found;
}

/** From this share of the most on, an interest counts as one that the stories show. */
const SHOWN = 0.75;

/**
 * Where stories and assessment agree.
 *
 * @param {Map<string, string[]>} found @param {string[]} high interests that are high by the assessment
 * @returns {{both: string[], stories: string[], answers: string[]}}
 */
export function compareInterests(found, high) {
  const most = Math.max(0, ...[...found.values()].map(({ length }) => length));
  const shown = [...found.keys()].filter((interest) => (found.get(interest)?.length ?? 0) >= SHOWN * most);
  return {
    both: high.filter((interest) => shown.includes(interest)),
    stories: shown.filter((interest) => !high.includes(interest)),
    answers: high.filter((interest) => !shown.includes(interest)),
  };
}
