/**
 * Simulated respondents, scored and matched by the site's own modules. `accuracy.py` calls these functions in Chromium.
 *
 * Scales are in the order R I A S E C; ratings go from 1 to 7, scores from 1 to 5. "All" is every occupation; "level"
 * those of the respondent's own level of preparation. A world is a number from 0 to 1: at 0 people spread over the six
 * interests as occupations do, at 1 as the sample of the norms does.
 */
import { assess } from "./scoring/assessments.js";
import { DRAWS, blend, findTop, match } from "./scoring/matching.js";
import { expectPeople, standardize } from "./scoring/norms.js";
import { makePart, makeUnits } from "./scoring/parts.js";
import { rank } from "./scoring/scales.js";
import { finish } from "./site/slices.js";
import { centre, correlate, drawNormal, factorize, makeRandom, mean, squares } from "./scoring/statistics.js";

export const LETTERS = ["r", "i", "a", "s", "e", "c"];
const ITEMS = 10;
export const QUICK = 5;
const MIDDLE = 3;
const LONGEST = 25;
/** As many occupations are what somebody is shown: of them exposure is counted. */
const SHOWN = 10;
/** Weights of the norms in the rankings that norm both sides. */
const WEIGHTS = { work: 0, quarter: 0.25, half: 0.5, most: 0.75, full: 1 };

/** Iachan (1984): what it is worth that the letter at a place of one code (row) stands at a place of the other. */
const WORTH = [
  [22, 10, 4],
  [10, 5, 2],
  [4, 2, 1],
];

/** Shaped as the site's own. What the items ask does not matter: nobody reads them here. */
export const QUIZ = {
  key: "interests",
  kind: "interests",
  steps: 5,
  scales: LETTERS,
  items: LETTERS.flatMap((scale) =>
    Array.from({ length: ITEMS }, (_, at) => ({ key: `${scale}${at}`, scale, text: "", quick: at < QUICK })),
  ),
};

let parameters = {};
let norms;
let occupations = [];
let people = [];
let methods = {};
/** Level -> the occupations on it: one list each, so that what is reckoned of it is reckoned once. */
let levels = new Map();
let drawFlat = makeRandom(0);

/**
 * @param {{profile: number[], level: number}[]} rated profiles as O*NET has them, 1 to 7
 * @param {{seed: number, people: number, elevation: number, noise: number}} given
 * @param {import("./scoring/norms.js").Norms} known
 */
export function begin(rated, given, known) {
  parameters = given;
  norms = known;
  QUIZ.norms = known;
  drawFlat = makeRandom(given.seed + 1);
  occupations = rated.map(({ profile, level }, index) => ({
    index,
    level,
    profile: profile.map((rating) => 1 + ((rating - 1) * 4) / 6),
    beside: standardize(profile, known.work),
    code: rank(profile).slice(0, 3),
    interests: profile,
    values: null,
    skills: [],
    environment: new Set(),
  }));
  levels = Map.groupBy(occupations, ({ level }) => level);
  methods = makeMethods();
}

/** One answer to every item, a whole step each. @param {number[]} truth @param {() => number} random */
const answer = (truth, random) =>
  new Map(
    QUIZ.items.map(({ key, scale }) => {
      const felt = truth[LETTERS.indexOf(scale)] + parameters.noise * drawNormal(random);
      return [key, Math.round(Math.min(5, Math.max(1, felt)))];
    }),
  );

const mix = (world, first, second) => first.map((value, at) => (1 - world) * value + world * second[at]);

/**
 * People who are like an occupation, and what they answer on two days. A person's interests are `likeness` times those of
 * the occupation, in standard deviations, and the rest of a kind that goes together as it does in this world.
 *
 * @returns {number} how many
 */
export function invite(world, likeness) {
  const random = makeRandom(parameters.seed);
  const spread = expectPeople({ ...norms, weight: world });
  const together = norms.work.correlations.map((row, i) => mix(world, row, norms.people.correlations[i]));
  const factor = factorize(together);
  const rest = Math.sqrt(1 - likeness ** 2);
  people = [];
  for (const own of occupations) {
    for (let each = 0; each < parameters.people; each++) {
      const elevation = parameters.elevation * drawNormal(random);
      const chance = LETTERS.map(() => drawNormal(random));
      const truth = own.beside.map((value, at) => {
        const other = factor[at].reduce((sum, weight, i) => sum + weight * chance[i], 0);
        return spread.mean[at] + spread.deviation[at] * (likeness * value + rest * other) + elevation;
      });
      // Letters that are tied are put in either order.
      const tiebreak = LETTERS.map(() => 1e-6 * random());
      people.push({ own, truth, tiebreak, days: [answer(truth, random), answer(truth, random)] });
    }
  }
  return people.length;
}

/** How many occupations are in front of the own one, and how many share its place, itself included. */
function place(fits, own, pool) {
  const mine = fits[own.index];
  let before = 0;
  let tied = 0;
  for (const { index } of pool) {
    if (fits[index] > mine) before++;
    else if (fits[index] === mine) tied++;
  }
  return [before, tied];
}

/** The first `count`, the best first; equal ones in the order of the list. @param {ArrayLike<number>} fits */
function list(fits, pool, count) {
  const sorted = Float64Array.from(pool, ({ index }) => fits[index]).sort();
  const limit = sorted[Math.max(0, sorted.length - count)];
  return pool
    .filter(({ index }) => fits[index] >= limit)
    .map(({ index }) => index)
    .sort((a, b) => fits[b] - fits[a])
    .slice(0, count);
}

/** By name, what gives the fit of every occupation; the site's own first. */
function makeMethods() {
  const whole = (units) => ({ scores }) => {
    const reader = centre(scores);
    return units.map((unit) => correlate(reader, unit));
  };
  const beside = occupations.map((one) => centre(one.beside));
  const normed = Object.entries(WEIGHTS).map(([name, weight]) => {
    const people = expectPeople({ ...norms, weight });
    const compare = whole(beside);
    return [`normed_${name}`, ({ scores }) => compare({ scores: standardize(scores, people) })];
  });
  const own = makeUnits(QUIZ, occupations);
  return {
    site: (assessed) => {
      const part = makePart(assessed, occupations, 1, own);
      return [...blend([part], [assessed.scores], occupations.length)];
    },
    raw: whole(occupations.map(({ interests }) => centre(interests))),
    ...Object.fromEntries(normed),
    distance: ({ scores }) =>
      occupations.map(({ profile }) => -Math.hypot(...profile.map((value, at) => value - scores[at]))),
    letters: ({ scores }, { tiebreak }) => {
      const code = rank(scores.map((score, at) => score + tiebreak[at])).slice(0, 3);
      return occupations.map((one) =>
        code.reduce((sum, letter, at) => sum + (WORTH[at][one.code.indexOf(letter)] ?? 0), 0),
      );
    },
  };
}

const findLevel = ({ level }) => levels.get(level) ?? [];

/**
 * Two days of each person, by all methods or the site's alone; null for a day on which the answers were flat. Of the second day the site's lists alone.
 *
 * @typedef {{places: object, shown: object, all: number[], level: number[]}} Day lists of the first 25 by the site; places
 *   by method and scope; `shown`: the first ten of all, by method
 * @returns {{own: number, size: number, likeness: number, days: (Day | null)[]}[]} size: occupations of the level
 */
export const rankAll = (form, isWhole, from, to) =>
  people.slice(from, to).map((person) => {
    const level = findLevel(person.own);
    const days = person.days.map((answers, day) => {
      const assessed = assess(QUIZ, form, answers);
      if (assessed.flat) return null;
      const places = {};
      const shown = {};
      let all, same;
      for (const [method, fit] of Object.entries(methods)) {
        if ((day || !isWhole) && method !== "site") continue;
        const fits = fit(assessed, person);
        places[method] = { all: place(fits, person.own, occupations), level: place(fits, person.own, level) };
        shown[method] = list(fits, occupations, SHOWN);
        if (method === "site") [all, same] = [list(fits, occupations, LONGEST), list(fits, level, LONGEST)];
      }
      return { places, shown, all, level: same };
    });
    const likeness = correlate(centre(person.truth), centre(person.own.profile));
    return { own: person.own.index, size: level.length, likeness, days };
  });

/** The units of each list that was ranked. */
const units = new WeakMap();

/** In how many draws each occupation is among the top, those of at least one. @returns {{index: number, share: number}[]} */
function name(assessed, pool) {
  if (!units.has(pool)) units.set(pool, makeUnits(QUIZ, pool));
  const part = makePart(assessed, pool, 1, units.get(pool));
  const found = finish(match([part], pool.length));
  return found.filter(({ share }) => share >= 1 / DRAWS).map(({ index, share }) => ({ index: pool[index].index, share }));
}

const nameBoth = (assessed, own) =>
  assessed.flat ? null : { all: name(assessed, occupations), level: name(assessed, findLevel(own)) };

/** How many count as the top of all and of the level. @returns {{all: number, level: number}} */
const findTops = (own) => ({ all: findTop(occupations.length), level: findTop(findLevel(own).length) });

/** The bands of some people on both days; null for flat answers. @param {number[]} places */
export const nameAll = (form, places) =>
  places.map((at) => {
    const { own, days } = people[at];
    const named = days.map((answers) => nameBoth(assess(QUIZ, form, answers), own));
    return { own: own.index, tops: findTops(own), days: named };
  });

/** Of people without any direction, how many get a list? @returns {{quick: number, full: number}} */
export function countFalse(count) {
  const found = { quick: 0, full: 0 };
  for (let each = 0; each < count; each++) {
    const truth = Array(LETTERS.length).fill(MIDDLE + parameters.elevation * drawNormal(drawFlat));
    const answers = answer(truth, drawFlat);
    for (const form of Object.keys(found)) if (!assess(QUIZ, form, answers).flat) found[form] += 1;
  }
  return found;
}

const findVariance = (values) => squares(values, mean(values)) / (values.length - 1);

/** Means over the six scales: Cronbach's (1951) alpha on the first day, and r of the scores of the two days. */
export function findReliability(form) {
  const k = form === "quick" ? QUICK : ITEMS;
  const alphas = LETTERS.map((letter) => {
    const rows = people.map(({ days }) => Array.from({ length: k }, (_, at) => days[0].get(`${letter}${at}`)));
    const items = Array.from({ length: k }, (_, at) => findVariance(rows.map((row) => row[at])));
    return (k / (k - 1)) * (1 - (k * mean(items)) / findVariance(rows.map((row) => k * mean(row))));
  });
  const scores = people.map(({ days }) => days.map((answers) => assess(QUIZ, form, answers).scores));
  const retests = LETTERS.map((_, scale) =>
    correlate(...[0, 1].map((day) => centre(scores.map((person) => person[day][scale])))),
  );
  return { alpha: mean(alphas), retest: mean(retests) };
}

/** What `adaptive.js` ranks the same people by. */
export const look = () => ({ people, methods, items: ITEMS, place: (fits, own) => place(fits, own, occupations) });
