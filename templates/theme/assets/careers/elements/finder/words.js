/** What of a text counts when occupations are found: its words, without what says nothing, in the form in which they are compared. Pure; no DOM. */

/** Letters of a search that are read; more than any title has. */
export const MOST_LETTERS = 80;

/** Letters and digits without accents and case. @param {string} text */
export const simplify = (text) =>
  text
    .slice(0, MOST_LETTERS)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** One of many: English endings, of which what is no plural loses nothing that another word would keep. @param {string} word */
function singular(word) {
  if (word === "men") return "man";
  if (word.length < 4) return word;
  if (/(?:men)$/.test(word) && word.length > 4) return `${word.slice(0, -2)}an`;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return /s$/.test(word) && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** What is common to "cut", "cuts", "cutting" and "cutter", "remover" and "removal", "translator" and "translation". @param {string} word */
export function stem(word) {
  const one = singular(word);
  const bare = one.length < 5 ? one : one.replace(/(?:ied|ying)$/, "y").replace(/(?:ing|ed|er|or)$/, "").replace(/([ts])ion$/, "$1").replace(/([sv])al$/, "$1");
  // "Sing" and "red" are no endings.
  const root = bare.length < 3 ? one : bare;
  return root.replace(/([bdfgmnprt])\1$/, "$1").replace(/e$/, "");
}

/** A word's consonants as they sound, so that what is spelled by ear is found. @param {string} word */
export const skeleton = (word) =>
  word
    .replace(/^(?:[pw](?=s|r)|[kgp](?=n))/, "")
    .replace(/ph/g, "f")
    .replace(/[ckq]+h?/g, "k")
    .replace(/[zx]/g, "s")
    .replace(/^([a-z])/, "$1_")
    .replace(/[aeiouywh]/g, "")
    .replace(/(.)\1+/g, "$1");

/** How words of one language are read: which say nothing, and which mean the same. */
export class Reader {
  /** @param {{light: string[], roles: string[], alike: Record<string, string>}} words */
  constructor({ light, roles, alike }) {
    this.light = new Set(light.map(simplify));
    this.roles = new Set(roles.map((word) => singular(simplify(word))));
    this.alike = new Map(Object.entries(alike).map(([word, same]) => [singular(simplify(word)), singular(simplify(same))]));
  }

  /** @param {string} word */
  one(word) {
    const bare = singular(word);
    return this.alike.get(bare) ?? bare;
  }

  /** All words as they are compared. @param {string} plain */
  all(plain) {
    return plain ? plain.split(" ").map((word) => this.one(word)) : [];
  }

  /** Those that say something; all, where none does. @param {string} plain */
  content(plain) {
    const words = plain ? plain.split(" ") : [];
    const kept = words.filter((word) => !this.light.has(word));
    return (kept.length ? kept : words).map((word) => this.one(word));
  }
}
