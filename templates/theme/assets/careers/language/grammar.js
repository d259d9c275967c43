/** How words of the page's language end, by the rules that come with it; without any, each word stays as it is. Pure. */

/** @typedef {Record<string, string>} Rules pattern -> what becomes of what it found */

/** Words that are remembered: reading a name again is most of the work. */
const MOST = 20000;

/** One step: the first rule that fits. @param {Rules} rules @returns {(word: string) => string} */
function makeStep(rules) {
  const all = Object.entries(rules).map(([pattern, made]) => ({ pattern: new RegExp(pattern, "u"), made }));
  return (word) => {
    const rule = all.find(({ pattern }) => pattern.test(word));
    return rule ? word.replace(rule.pattern, rule.made) : word;
  };
}

/** Another form of a word, step by step. @param {readonly Rules[]} steps @returns {(word: string) => string} */
export function makeForm(steps) {
  const all = steps.map(makeStep);
  /** @type {Map<string, string>} */
  const known = new Map();
  return (word) => {
    let form = known.get(word);
    if (form === undefined) {
      form = all.reduce((before, step) => step(before), word);
      if (known.size < MOST) known.set(word, form);
    }
    return form;
  };
}

/** What is common to words that sound alike: how their letters sound, the first and those that are not silent. @param {readonly Rules[]} sounds @param {string} silent @returns {(word: string) => string} */
export function makeSound(sounds, silent) {
  const all = sounds.flatMap((rules) => Object.entries(rules).map(([pattern, made]) => /** @type {const} */ ([new RegExp(pattern, "gu"), made])));
  const drop = silent ? new RegExp(`[${silent}]`, "gu") : null;
  return (word) => {
    const heard = all.reduce((before, [pattern, made]) => before.replace(pattern, made), word);
    const plain = drop ? heard.replace(/^([a-z])/, "$1_").replace(drop, "") : heard;
    return plain.replace(/(.)\1+/g, "$1");
  };
}
