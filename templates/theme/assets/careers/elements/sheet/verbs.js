/**
 * Verbs in what a reader tells, by the interest that each belongs to. The list has past forms; of regular ones the other
 * forms follow by the rules of English spelling, of irregular ones (built, drew) only the listed form is known, and so it
 * is in any other language. Pure.
 */

/** After one of these a base form or one in -s, such as `plant` and `files`, is a noun. */
const BEFORE_NOUNS = new Set(
  "a an the my your his her its our their this that these those some any no each every all of in with for at by on from about into".split(" "),
);

/** What looks like a base form, but mostly is another word: I saw. */
const OTHERS = new Set(["saw"]);

/** How many groups of vowels there are: as good as syllables. @param {string} text */
const countVowels = (text) => text.match(/[aeiouy]+/g)?.length ?? 0;

/** Ends of a stem after which a base form has an e: traced, solved; judged; handled; nursed; advised; mediated; guided; dyed. */
const WITH_E = /([cuvz]|dg|[^aeiour]l|[^aeious]s|is|[iu]a[dt]|uid|[^aeiou]y)$/;

/** Ends after which it may have one: arranged, raised; soothed; centred. */
const PERHAPS_WITH_E = /([gs]|th|[^aeiou]r)$/;

/** A single vowel with a single consonant after it: cared, edited, measured. */
const SHORT_END = /(^|[^aeiou])[aeiouy][^aeiouwxy]$/;

/** The base forms that a regular past form may have; one that is no word does no harm. @param {string} past @returns {string[]} */
function findBases(past) {
  const stem = past.slice(0, -2);
  const isLong = countVowels(stem) > 1;
  if (!past.endsWith("ed") || !countVowels(stem)) return []; // built; led, sped
  if (past.endsWith("ied")) return past.length > 4 ? [`${past.slice(0, -3)}y`] : [past.slice(0, -1)]; // studied; tied
  if (stem.endsWith("e")) return [`${stem}e`]; // agreed
  if (/([^aeiou])\1$/.test(stem)) {
    const single = stem.slice(0, -1);
    if (/[lsfz]$/.test(stem)) return stem.endsWith("l") && isLong ? [stem, single] : [stem]; // labelled; drilled, pressed
    return single.length > 2 ? [single] : [stem]; // planned; added
  }
  if (WITH_E.test(stem)) return [`${stem}e`];
  if (SHORT_END.test(stem)) return isLong ? [stem, `${stem}e`] : [`${stem}e`];
  return PERHAPS_WITH_E.test(stem) ? [stem, `${stem}e`] : [stem]; // mended
}

/** @param {string} past @param {string[]} bases @returns {string[]} */
function findIngs(past, bases) {
  if (!bases.length) return [];
  if (/[^aeiou]ied$/.test(past)) return past.length > 4 ? [`${bases[0]}ing`] : [`${past[0]}ying`]; // studying; tying
  return /(e|[^aeiou]y)ed$/.test(past) ? [`${bases[0]}ing`] : [`${past.slice(0, -2)}ing`]; // agreeing, dyeing; mending
}

/** @param {string} base @returns {string} he ... */
const addS = (base) => (/[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : /(s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`);

/** All forms of a verb. @param {string} past @returns {{sure: string[], doubtful: string[]}} `doubtful`: may be nouns, too */
export function deriveForms(past) {
  const bases = findBases(past);
  const others = bases.flatMap((base) => [base, addS(base)]);
  return { sure: [past, ...findIngs(past, bases)], doubtful: others.filter((form) => !OTHERS.has(form)) };
}

/** @typedef {Map<string, {interest: string, verb: string, isDoubtful: boolean}>} Forms */

/** @param {Record<string, string[]>} verbs interest -> past forms @param {string} [locale] of what language they are @returns {Forms} what a listed form is stays that */
export function makeForms(verbs, locale = "en") {
  const derive = /^en\b/.test(locale) ? deriveForms : (/** @type {string} */ verb) => ({ sure: [verb], doubtful: [] });
  /** @type {Forms} */
  const forms = new Map();
  const all = Object.entries(verbs).flatMap(([interest, pasts]) => pasts.map((verb) => ({ interest, verb, ...derive(verb) })));
  for (const kind of /** @type {const} */ (["sure", "doubtful"])) {
    for (const { interest, verb, ...own } of all) {
      for (const form of own[kind]) if (!forms.has(form)) forms.set(form, { interest, verb, isDoubtful: kind === "doubtful" });
    }
  }
  for (const { interest, verb } of all) forms.set(verb, { interest, verb, isDoubtful: false });
  return forms;
}

/**
 * The verbs in a text, each once, as they stand there first.
 *
 * @param {string} text @param {Forms} forms @returns {Map<string, string[]>} interest -> words; only interests of which there is one
 */
export function findVerbs(text, forms) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const seen = new Set();
  let before = "";
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+|[.!?;:\n]/gu)) {
    const form = forms.get(word);
    const isNoun = form?.isDoubtful && BEFORE_NOUNS.has(before);
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
