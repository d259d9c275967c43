/** How many slips of the fingers lie between two words. Pure; no DOM. */

import { skeleton } from "./words.js";

/** Letters below which only letters that have changed places, and vowels, are forgiven: any other slip makes another word. */
const SHORT = 5;
/** Letters from which on two slips are forgiven, and a slip in the first letter. */
const LONG = 9;

/**
 * How many slips make `typed` this word; Infinity if it may be another word. Two are forgiven in long words, and where
 * the word sounds the same; the first letter has to be right, but in long words.
 *
 * @param {string} typed @param {string} word
 */
export function countSlips(typed, word) {
  const { length } = typed;
  const apart = Math.abs(length - word.length);
  if (length < 4 || apart > 3) return Infinity;
  const slips = measure(typed, word, 3, true);
  if (slips > 3 || (slips > 2 && length < LONG)) return Infinity;
  if (skeleton(typed) === skeleton(word)) return slips / 2;
  if (slips > 2) return Infinity;
  if (length < SHORT) return slips === 1 && isSwapped(typed, word) ? slips : Infinity;
  if (slips === 2 && (length < LONG || word.length < LONG - 1)) return Infinity;
  return typed[0] === word[0] || length >= LONG || isSwapped(typed, word) ? slips : Infinity;
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
