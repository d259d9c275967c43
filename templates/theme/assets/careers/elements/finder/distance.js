/** How many slips of the fingers lie between two words, and which words are near to what was typed. Pure; no DOM. */

/** @import {Index} from "./names.js" */

/** Letters below which only letters that have changed places, and vowels, are forgiven: any other slip makes another word. */
const SHORT = 5;
/** Letters from which on two slips are forgiven. */
const LONG = 9;

/**
 * How many slips make `typed` this word; Infinity if it may be another word. Two are forgiven in long words, and where
 * the word sounds the same; the first letter has to be right, or sound so.
 *
 * @param {string} typed @param {string} word @param {(word: string) => string} sound
 */
export function countSlips(typed, word, sound) {
  const { length } = typed;
  const apart = Math.abs(length - word.length);
  // Initials are typed as they are: "sleep" is no SLP.
  if (Math.min(length, word.length) < 4 || apart > 3) return Infinity;
  const slips = measure(typed, word, 3, true);
  if (slips > 3 || (slips > 2 && length < LONG)) return Infinity;
  if (sound(typed) === sound(word) && (slips < 2 || length > SHORT)) return slips / 2;
  if (slips > 2) return Infinity;
  if (length < SHORT) return slips === 1 && isSwapped(typed, word) ? slips : Infinity;
  if (slips === 2 && (length < LONG || word.length < LONG - 1)) return Infinity;
  return typed[0] === word[0] || isSwapped(typed, word) ? slips : Infinity;
}

/** Whether the same letters are there. @param {string} typed @param {string} word */
const isSwapped = (typed, word) => typed.length === word.length && [...typed].sort().join() === [...word].sort().join();

/** One row of the table for each of the last three letters, made once: this runs thousands of times a keystroke. */
const rows = [0, 1, 2].map(() => new Uint8Array(64));

/**
 * The least number of letters added, left out, changed or swapped with the next one that makes `typed` the beginning of
 * `word`, or more than `most` if it takes more than that. A whole word counts, too: then nothing of it is left over.
 *
 * Damerau's four slips in the restricted form (optimal string alignment): Damerau (1964), Communications of the ACM 7.
 * Only the band of `most` places around the diagonal is worked out (Ukkonen 1985, Information and Control 64).
 *
 * @param {string} typed @param {string} word @param {number} most @param {boolean} whole whether nothing may be left over
 */
export function measure(typed, word, most, whole = false) {
  const [n, m] = [typed.length, Math.min(word.length, typed.length + most, 62)];
  if (n > 60 || n - m > most || (whole && word.length > n + most)) return most + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    row[from - 1] = from === 1 ? i : most + 1;
    let least = row[from - 1];
    for (let j = from; j <= to; j++) {
      const change = typed[i - 1] === word[j - 1] ? 0 : 1;
      // Beyond the band lies what costs too much.
      const above = j === i + most ? most + 1 : last[j] + 1;
      let cost = Math.min(above, row[j - 1] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = Math.min(cost, most + 1);
      if (row[j] < least) least = row[j];
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  if (whole) return m === word.length ? last[m] : most + 1;
  let best = most + 1;
  for (let j = Math.max(0, n - most); j <= m; j++) if (last[j] < best) best = last[j];
  return best;
}

/** Words between two chances to stop. */
const STRETCH = 64;
/** Letters from which on a slip is forgiven in a word that is not typed to its end. */
const BEGUN = 6;

/** Words that begin so, the word itself not among them. @param {string[]} words in order @param {string} start @returns {Iterable<string>} */
export function* begin(words, start) {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < words.length && words[at].startsWith(start); at++) if (words[at] !== start) yield words[at];
}

/** Words that a slip may have made what was typed: those that begin as it, maybe with two letters in each other's place, and those that sound alike. @param {Index} index @param {string} typed @returns {Iterable<string>} */
function* listNear({ sorted: words, sounds, reader }, typed) {
  const [first, second] = typed;
  yield* begin(words, first);
  if (second !== first) yield* begin(words, second);
  for (const word of sounds.get(reader.sound(typed)) ?? []) if (word[0] !== first && word[0] !== second) yield word;
}

/** The words that each word typed may be, slips forgiven; itself alone, if it is one. @param {Index} index @param {string[]} typed @param {Set<string>} known words that are no slips @returns {Generator<void, [string, number][][]>} */
export function* listSlips(index, typed, known) {
  const { at, reader } = index;
  /** @type {[string, number][][]} */
  const found = [];
  for (const [place, one] of typed.entries()) {
    /** @type {[string, number][]} */
    const own = at.has(one) ? [[one, 0]] : [];
    if (!own.length && !known.has(one)) {
      let seen = 0;
      for (const word of listNear(index, one)) {
        if (++seen % STRETCH === 0) yield;
        let slips = countSlips(one, word, reader.sound);
        // Where the last letter alone is another, it is another word: a "corporal" begins no corporation.
        const isBegun = place === typed.length - 1 && one.length >= BEGUN && word.length > one.length && one[0] === word[0] && !word.startsWith(one.slice(0, -1));
        if (slips === Infinity && isBegun && measure(one, word, 1) === 1) slips = 1.5;
        if (slips < Infinity) own.push([word, slips]);
      }
    }
    found.push(own);
  }
  return found;
}
