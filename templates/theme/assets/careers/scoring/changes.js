/** The smallest change of answers that moves an occupation across the border of a band. Pure; no DOM. */
import { assess, readChoices } from "./assessments.js";
import { blend, findTop, match } from "./matching.js";
import { makePart } from "./parts.js";

/** @template T @param {T[]} list @param {number} at @param {T} one */
const replaceAt = (list, at, one) => list.map((other, place) => (place === at ? one : other));

/** Answers that may change within one scale and across scales, and how many of the best moves of each size are tried. */
export const MOST = 40;
export const MOST_ACROSS = 80;
export const TRIED = 2;

/** How near to the border a combined move must bring the occupation before it is tried in full. */
const NEAR = 0.1;

/**
 * A change within one scale.
 *
 * @typedef {object} Move
 * @property {string} kind
 * @property {number} scale place in the quiz's scales; of the environment, of its items
 * @property {boolean} more
 * @property {number} size answers that change by a step; of values, choices that turn round
 * @property {number[]} others values: those chosen over, or giving way
 * @property {import("./assessments.js").Answers} answers
 */

/** @typedef {import("./assessments.js").Assessed} Assessed */

/** One more step within a scale, from the answer with most room. @param {Assessed} assessed @param {Move} move */
function step({ quiz, items }, { scale, more, answers }) {
  const own = items.filter((item) => item.scale === quiz.scales[scale]);
  const sorted = own.map(({ key }) => ({ key, value: answers.get(key) ?? 0 })).sort((a, b) => a.value - b.value);
  const pick = more ? sorted[0] : sorted[sorted.length - 1];
  const value = pick.value + (more ? 1 : -1);
  return value < 1 || value > quiz.steps ? null : new Map(answers).set(pick.key, value);
}

/** One more choice turned round. @param {Assessed} assessed @param {Move} move @param {number[] | null} unit @param {number} way */
function turn({ items, answers: first }, { scale, more, answers }, unit, way) {
  const choices = readChoices(items, answers);
  const open = items
    .map(({ key }, at) => ({ key, winner: choices[at][0], loser: choices[at][1] }))
    // Not one that was turned already: back would be no change.
    .filter(({ key, winner, loser }) => (more ? loser : winner) === scale && answers.get(key) === first.get(key))
    .map(({ key, winner, loser }) => ({ key, other: more ? winner : loser }));
  // Of the others, the one whose loss or gain helps most.
  const gain = (/** @type {number} */ other) => (unit?.[other] ?? 0) * way * (more ? 1 : -1);
  const [best] = open.sort((a, b) => gain(a.other) - gain(b.other));
  return best ? { other: best.other, answers: new Map(answers).set(best.key, 3 - (answers.get(best.key) ?? 1)) } : null;
}

/** The move, one answer larger; null if there is no room. @param {Assessed} assessed @param {Move} move @param {number[] | null} unit @param {number} way @returns {Move | null} */
function enlarge(assessed, move, unit, way) {
  const size = move.size + 1;
  if (move.kind === "environment") {
    const { key } = assessed.items[move.scale];
    const minded = size === 1 && move.answers.get(key) !== 2;
    return minded ? { ...move, size, answers: new Map(move.answers).set(key, 2) } : null;
  }
  if (move.kind === "values") {
    const turned = turn(assessed, move, unit, way);
    return turned && { ...move, size, others: [...move.others, turned.other], answers: turned.answers };
  }
  const answers = step(assessed, move);
  return answers && { ...move, size, answers };
}

/**
 * @typedef {{assessed: Assessed, weight: number, units: (number[] | null)[]}} Source of a part
 * @typedef {import("./matching.js").Part} Part
 * @typedef {{at: number, move: Move, parts: Part[], reach: number}} Step `at`: which source; `parts`: after the move
 */

/**
 * Moves grow one answer at a time, first within one scale, then, if no scale can do it alone, across them. Of each size,
 * those are tried in full that bring the occupation furthest across the border of the top. What is found does move it;
 * a smaller change may exist.
 *
 * @param {Source[]} sources
 * @param {import("./assessments.js").Occupation[]} occupations
 * @param {number} index of the occupation
 * @param {(share: number) => boolean} reached is the share of draws what is asked for?
 * @param {1 | -1} way up or down
 * @returns {Generator<void, Move[] | null>} one move a scale
 */
export function* findChange(sources, occupations, index, reached, way) {
  const whole = sources.map(({ assessed, weight, units }) => makePart(assessed, occupations, weight, units));
  const count = occupations.length;

  /** How far the occupation is beyond the border. @param {Part[]} parts */
  const reach = (parts) => {
    const fits = blend(parts, parts.map(({ scores }) => scores), count);
    return way * (fits[index] - fits.slice().sort()[count - findTop(count)]);
  };

  /** All moves, one answer larger. @param {{at: number, move: Move}[]} moves @param {Part[]} parts @returns {Generator<void, Step[]>} */
  function* grow(moves, parts) {
    const grown = [];
    for (const { at, move } of moves) {
      const { assessed, weight, units } = sources[at];
      const larger = enlarge(assessed, move, units[index], way);
      const scored = larger && assess(assessed.quiz, assessed.form, larger.answers);
      yield;
      if (!larger || !scored) continue;
      const changed = replaceAt(parts, at, makePart(scored, occupations, weight, units));
      // Flat answers make no list, but one step further they may point somewhere again.
      grown.push({ at, move: larger, parts: changed, reach: scored.flat ? -Infinity : reach(changed) });
    }
    return grown.sort((a, b) => b.reach - a.reach);
  }

  /** @param {Part[]} parts @returns {Generator<void, boolean>} */
  function* isReached(parts) {
    const found = (yield* match(parts, count)).find((entry) => entry.index === index);
    return Boolean(found && reached(found.share));
  }

  const first = sources.flatMap(listMoves);
  let moves = first;
  for (let size = 1; size <= MOST && moves.length; size++) {
    const grown = yield* grow(moves, whole);
    for (const { move, parts, reach } of grown.slice(0, TRIED)) {
      if (reach > -Infinity && (yield* isReached(parts))) return [move];
    }
    moves = grown;
  }

  /** Answers so far, by source. */
  let answers = sources.map(({ assessed }) => assessed.answers);
  let parts = whole;
  /** @type {Map<string, Move>} */
  const taken = new Map();
  for (let size = 1; size <= MOST_ACROSS; size++) {
    const next = first
      .filter(({ at, move }) => !taken.has(name(at, { ...move, more: !move.more })))
      .map(({ at, move }) => ({ at, move: { ...(taken.get(name(at, move)) ?? move), answers: answers[at] } }));
    const [best] = yield* grow(next, parts);
    if (!best) return null;
    parts = best.parts;
    answers = replaceAt(answers, best.at, best.move.answers);
    taken.set(name(best.at, best.move), best.move);
    // The best guess of where the border lies is too far off to be worth a trial in full before it is crossed.
    if (best.reach > -NEAR && (yield* isReached(parts))) return [...taken.values()];
  }
  return null;
}

/** @param {number} at @param {Move} move */
const name = (at, { scale, more }) => `${at} ${scale} ${more}`;

/** What can change in one assessment: each scale, both ways. @param {Source} source @param {number} at @returns {{at: number, move: Move}[]} */
function listMoves({ assessed: { quiz, answers, items } }, at) {
  const isWish = quiz.kind === "environment";
  return (isWish ? items : quiz.scales).flatMap((_, scale) =>
    (isWish ? [false] : [true, false]).map((more) => ({ at, move: { kind: quiz.kind, scale, more, size: 0, others: [], answers } })),
  );
}
