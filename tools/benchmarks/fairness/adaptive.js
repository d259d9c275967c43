/**
 * Would it help to choose the items of the second half? After the quick form, some people are asked so many more items of
 * every interest alike, others of the letters that lie closest together: as often is their own occupation found, by the
 * site's own way to rank.
 */
import { LETTERS, QUICK, QUIZ, look } from "./people.js";
import { rank } from "./scoring/scales.js";
import { mean } from "./scoring/statistics.js";

/** Letters of a code: those that are looked at, with the one behind them. */
const CODE = 3;

/** @param {Map<string, number>} answers to all items @param {number[]} counts of items of each letter */
const score = (answers, counts) =>
  LETTERS.map((letter, at) => mean(Array.from({ length: counts[at] }, (_, item) => answers.get(`${letter}${item}`))));

/** The letter of which fewest items were asked. */
const even = (_, counts, open) => open.toSorted((a, b) => counts[a] - counts[b])[0];

/** Of the two neighbors near the top that lie closest together, beside their errors, the one of which fewer were asked. */
function tied(scores, counts, open) {
  const order = rank(scores);
  const pairs = order.slice(0, CODE).map((letter, at) => [letter, order[at + 1]]);
  const near = ([a, b]) => (scores[a] - scores[b]) / Math.sqrt(1 / counts[a] + 1 / counts[b]);
  const asked = pairs.filter((pair) => pair.some((letter) => open.includes(letter))).sort((one, other) => near(one) - near(other));
  return even(scores, counts, (asked[0] ?? open).filter((letter) => open.includes(letter)));
}

const WAYS = { even, tied };

/** @param {keyof typeof WAYS} way @param {number} more items than the quick form has @returns {number[][]} how many are in front of the own occupation, and how many share its place; of each person */
export function rankMore(way, more, from, to) {
  const { people, methods, place, items } = look();
  return people.slice(from, to).map(({ own, days: [answers], tiebreak }) => {
    const counts = LETTERS.map(() => QUICK);
    for (let each = 0; each < more; each++) {
      const open = LETTERS.flatMap((_, at) => (counts[at] < items ? [at] : []));
      counts[WAYS[way](score(answers, counts), counts, open)] += 1;
    }
    const assessed = { quiz: QUIZ, form: "full", answers, items: QUIZ.items, scores: score(answers, counts), error: 0, flat: null };
    return place(methods.site(assessed, { tiebreak }), own);
  });
}
