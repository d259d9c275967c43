/**
 * Simulated respondents, scored and matched by the site's own modules. `accuracy.py` calls these functions in Chromium.
 *
 * Scales are in the order R I A S E C. A profile has six numbers from 1 to 5, O*NET's 1 to 7 being stretched over it.
 * "All" is every occupation; "level" those of the respondent's own level of preparation.
 */
import { assess } from "./scoring/assessments.js";
import { findTop, match } from "./scoring/matching.js";
import { makePart, makeUnits } from "./scoring/parts.js";
import { rank } from "./scoring/scales.js";
import { finish } from "./site/slices.js";
import { centre, correlate, drawNormal, makeRandom, mean, squares } from "./scoring/statistics.js";

const LETTERS = ["r", "i", "a", "s", "e", "c"];
const ITEMS = 10;
const QUICK = 5;
const MIDDLE = 3;
const LONGEST = 25;

/** Iachan (1984): what it is worth that the letter at a place of one code (row) stands at a place of the other. */
const WORTH = [
  [22, 10, 4],
  [10, 5, 2],
  [4, 2, 1],
];

/** Shaped as the site's own. What the items ask does not matter: nobody reads them here. */
const QUIZ = {
  key: "interests",
  kind: "interests",
  steps: 5,
  scales: LETTERS,
  items: LETTERS.flatMap((scale) =>
    Array.from({ length: ITEMS }, (_, at) => ({ key: `${scale}${at}`, scale, text: "", quick: at < QUICK })),
  ),
};

let parameters = {};
let occupations = [];
let people = [];
let drawFlat = makeRandom(0);

/**
 * @param {{profile: number[], level: number}[]} rated profiles as O*NET has them, 1 to 7
 * @param {{seed: number, people: number, compression: number, elevation: number, noise: number}} given
 */
export function begin(rated, given) {
  parameters = given;
  drawFlat = makeRandom(given.seed + 1);
  occupations = rated.map(({ profile, level }, index) => ({
    index,
    level,
    profile: profile.map((rating) => 1 + ((rating - 1) * 4) / 6),
    code: rank(profile).slice(0, 3),
    interests: centre(profile),
    values: null,
    skills: [],
    environment: new Set(),
  }));
}

/** One answer to every item, a whole step each. @param {number[]} truth @param {() => number} random */
const answer = (truth, random) =>
  new Map(
    QUIZ.items.map(({ key, scale }) => {
      const felt = truth[LETTERS.indexOf(scale)] + parameters.noise * drawNormal(random);
      return [key, Math.round(Math.min(5, Math.max(1, felt)))];
    }),
  );

/** People who are like an occupation, and what they answer on two days. @returns {number} how many */
export function invite(deviation) {
  const random = makeRandom(parameters.seed);
  people = [];
  for (const own of occupations) {
    for (let each = 0; each < parameters.people; each++) {
      const elevation = parameters.elevation * drawNormal(random);
      const truth = own.profile.map(
        (value) => MIDDLE + parameters.compression * (value - MIDDLE) + elevation + deviation * drawNormal(random),
      );
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
  const count = (holds) => pool.filter(({ index }) => holds(fits[index])).length;
  return [count((fit) => fit > mine), count((fit) => fit === mine)];
}

/** The best first. @param {number[]} fits */
const list = (fits, pool) =>
  pool
    .map(({ index }) => index)
    .sort((a, b) => fits[b] - fits[a])
    .slice(0, LONGEST);

const METHODS = {
  correlation: ({ scores }) => {
    const reader = centre(scores);
    return occupations.map(({ interests }) => correlate(reader, interests));
  },
  distance: ({ scores }) =>
    occupations.map(({ profile }) => -Math.hypot(...profile.map((value, at) => value - scores[at]))),
  letters: ({ scores }, { tiebreak }) => {
    const code = rank(scores.map((score, at) => score + tiebreak[at])).slice(0, 3);
    return occupations.map((one) =>
      code.reduce((sum, letter, at) => sum + (WORTH[at][one.code.indexOf(letter)] ?? 0), 0),
    );
  },
};

const findLevel = ({ level }) => occupations.filter((one) => one.level === level);

/**
 * Two days of each person; null for a day on which the answers were flat.
 *
 * @typedef {{places: object, all: number[], level: number[]}} Day lists of the first 25; places by method and scope
 * @returns {{own: number, size: number, likeness: number, days: (Day | null)[]}[]} size: occupations of the level
 */
export const rankAll = (form, from, to) =>
  people.slice(from, to).map((person) => {
    const level = findLevel(person.own);
    const days = person.days.map((answers) => {
      const assessed = assess(QUIZ, form, answers);
      if (assessed.flat) return null;
      const places = {};
      let all, same;
      for (const [method, fit] of Object.entries(METHODS)) {
        const fits = fit(assessed, person);
        places[method] = { all: place(fits, person.own, occupations), level: place(fits, person.own, level) };
        if (method === "correlation") [all, same] = [list(fits, occupations), list(fits, level)];
      }
      return { places, all, level: same };
    });
    const likeness = correlate(centre(person.truth), person.own.interests);
    return { own: person.own.index, size: level.length, likeness, days };
  });

/** The occupations that the site would name, by the real bands. @returns {{strong: number[], possible: number[]}} */
function name(assessed, pool) {
  const part = makePart(assessed, pool, 1, makeUnits(QUIZ, pool));
  const found = finish(match([part], pool.length));
  const pick = (band) => found.filter((entry) => entry.band === band).map(({ index }) => pool[index].index);
  return { strong: pick("strong"), possible: pick("possible") };
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

/**
 * The bands of people who answer the full form just as an occupation's profile is, as nearly as whole steps allow: of a
 * scale at 3.4, four items are answered with 4 and six with 3.
 */
export const nameIdeal = (from, to) =>
  occupations.slice(from, to).map((own) => {
    const answers = new Map(
      own.profile.flatMap((value, scale) => {
        const low = Math.floor(value);
        const high = Math.round(ITEMS * (value - low));
        return Array.from({ length: ITEMS }, (_, at) => [`${LETTERS[scale]}${at}`, low + (at < high ? 1 : 0)]);
      }),
    );
    return { own: own.index, days: [nameBoth(assess(QUIZ, "full", answers), own)] };
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
