/** The reader's results beside one occupation, put into the frame of its page. Loaded only when there are results. */
import { loadAssessments, loadOccupations } from "../../data/collection.js";
import { drawBars } from "../../reader/bars.js";
import { loadReader } from "../../reader/reader.js";
import { giveReasons } from "../../reader/reasons.js";
import { MATCHING } from "../../site/constants.js";
import { isCorrelated } from "../../scoring/kinds.js";
import { besidePeople, besideWork, nameLevel } from "../../scoring/norms.js";
import { rank } from "../../scoring/scales.js";
import { readSteps, splitSkills } from "../../scoring/skills.js";
import { tellScore } from "../../reader/telling.js";
import { fillCells, find, findAll, items, link, make } from "../../site/dom.js";
import { date, decimal, fill, list, pairs } from "../../language/words.js";
import { Proposals } from "./experiments.js";
import { makeFrame, makeRow } from "./frame.js";

/**
 * @typedef {import("../../reader/reader.js").Reader} Reader
 * @typedef {import("../../reader/reader.js").Assessed} Assessed
 * @typedef {import("../../data/collection.js").Assessments} Assessments
 * @typedef {import("../../data/collection.js").Occupation} Occupation
 * @typedef {Record<string, number[] | undefined>} Ratings kind -> as the profile has them, from 1 to 7
 */

/** The scale of the profiles' ratings. */
const LOW = 1;
const HIGH = 7;

/** @param {DOMStringMap} dataset of the element */
export async function prepare({ slug, interests, values }) {
  const [assessments, occupations] = await Promise.all([loadAssessments(), loadOccupations()]);
  const occupation = occupations.find((one) => one.slug === slug);
  if (!occupation) throw new Error(`${slug} is not in the collection`);
  const ratings = { interests: interests?.split(" ").map(Number), values: values?.split(" ").map(Number) };
  return {
    Proposals,
    assessments,
    makeFrame,
    occupation,
    readReader: () => loadReader(assessments),
    show: (/** @type {HTMLElement} */ frame, /** @type {Reader} */ reader) =>
      new Comparison(frame, reader, assessments).show(occupation, ratings),
  };
}

class Comparison {
  /** @param {HTMLElement} frame @param {Reader} reader @param {Assessments} assessments */
  constructor(frame, reader, assessments) {
    this.frame = frame;
    this.reader = reader;
    this.assessments = assessments;
    this.text = assessments.text.fit;
  }

  /** @param {string} name */
  find(name) {
    return find(this.frame, name);
  }

  /** The words that the frame leaves out. */
  name() {
    const { titles, heads } = this.text;
    for (const [part, title] of pairs(titles)) findAll(this.find(`part=${part}`), "h3, dt, caption")[0].textContent = title;
    for (const [kind, cells] of pairs(heads)) fillCells(this.find(`part=${kind}`), Object.values(cells), "thead th");
    for (const name of /** @type {const} */ (["legend", "results", "another"])) this.find(name).textContent = this.text[name];
  }

  /** Fills a list, and hides its whole part when there is nothing in it. @param {string} name @param {(string | Node)[]} nodes */
  fill(name, nodes) {
    this.find(name).replaceChildren(...nodes);
    this.find(`part=${name}`).hidden = !nodes.length;
  }

  /** @param {Occupation} occupation @param {Ratings} ratings */
  show(occupation, ratings) {
    this.name();
    this.#showReasons(occupation);
    this.#showSkills(occupation);
    const drawn = ["interests", "values"].map((kind) => this.#showBars(kind, ratings[kind]));
    this.find("legend").hidden = !drawn.includes(true);
    this.#showMissing();
    this.#tellDates();
  }

  /** @param {Occupation} occupation */
  #showReasons(occupation) {
    // Skills have a part of their own, which says the same with links.
    const others = new Map([...this.reader].filter(([kind]) => kind !== "skills"));
    const reasons = giveReasons(others, occupation, this.assessments);
    this.find("flags").replaceChildren(...reasons.flags.map((sentence) => make("p", {}, sentence)));
    this.find("flags").hidden = !reasons.flags.length;
    for (const side of /** @type {const} */ (["for", "against"])) {
      this.fill(side, items(reasons[side]));
    }
    const environment = this.reader.get("environment");
    const own = giveReasons(new Map(environment ? [["environment", environment]] : []), occupation, this.assessments);
    const silent = environment && occupation.environment && !own.flags.length && !own.for.length && !own.against.length;
    this.find("environment").textContent = silent ? this.text.quiet : "";
  }

  /** @param {Occupation} occupation */
  #showSkills(occupation) {
    const assessed = this.reader.get("skills");
    // Of an outline nobody knows any.
    this.find("part=skills").hidden = !assessed || !occupation.skills.length;
    if (!assessed) return;
    this.#tellFlat(assessed);
    const split = splitSkills(readSteps(assessed), occupation.skills);
    for (const [step, keys] of Object.entries(split)) {
      const links = keys.map((key) => link(`#skill-${key}`, this.assessments.labels.skills[key]));
      this.fill(step, links.flatMap((one, at) => (at ? [this.text.separator, one] : [one])));
    }
  }

  /** @param {string} kind @param {number[]} [ratings] @returns {boolean} whether bars are drawn */
  #showBars(kind, ratings) {
    const assessed = this.reader.get(kind);
    this.find(`part=${kind}`).hidden = !assessed;
    if (!assessed) return false;
    for (const table of findAll(this.find(`part=${kind}`), "table")) table.hidden = !ratings;
    this.#tellFlat(assessed, ratings ? "" : this.text.no_data);
    if (!ratings) return false;
    const order = rank(assessed.scores);
    const { quiz, scores, error, range } = assessed;
    const people = besidePeople(scores, quiz.norms, range);
    const work = besideWork(ratings, quiz.norms);
    const rows = order.map((at) => ({
      label: this.assessments.labels[kind][quiz.scales[at]],
      value: scores[at],
      // The last cell is the occupation's.
      text: decimal(ratings[at]),
    }));
    const drawn = drawBars(rows, error, makeRow(), range);
    drawn.forEach((row, place) => {
      const at = order[place];
      const share = (ratings[at] - LOW) / (HIGH - LOW);
      const reader = this.#tellLevel(people[at]);
      fillCells(row, [tellScore(assessed, scores[at], this.assessments)], "td:nth-last-child(2)");
      fillCells(row, [fill(this.text.compared, { reader, work: this.#tellLevel(work[at]) })], "span");
      find(row, "work", SVGElement).setAttribute("x", `${100 * share}%`);
    });
    this.find(kind).replaceChildren(...drawn);
    return true;
  }

  /** The two scales differ, so words compare what stands above and below the middle of each. @param {number} beside */
  #tellLevel = (beside) => this.text.levels[nameLevel(beside)];

  /** Answers without a direction are shown, but do not count. @param {Assessed} assessed @param {string} [instead] */
  #tellFlat({ quiz, flat }, instead = "") {
    const { kind } = quiz;
    // Only what has a part of its own says why it shows nothing.
    if (!isCorrelated(kind)) return;
    this.find(`flat=${kind}`).textContent = instead || (flat ? this.text.flat[kind] : "");
  }

  #tellDates() {
    const { kinds } = this.assessments.text;
    const days = [...new Set([...this.reader.values()].map((assessed) => assessed.date))].sort().reverse();
    const answers = days.map((day) => {
      const own = [...this.reader.values()].filter((assessed) => assessed.date === day).map(({ quiz }) => kinds[quiz.kind]);
      return fill(this.text.answer, { kinds: list(own), date: date(day) });
    });
    this.find("dates").textContent = fill(this.text.dates, { answers: answers.join(this.text.separator) });
  }

  #showMissing() {
    const quizzes = [...this.assessments.quizzes.values()];
    const { kinds } = this.assessments.text;
    const missing = MATCHING.filter((kind) => !this.reader.has(kind)).flatMap((kind) => {
      const quiz = quizzes.find((one) => one.kind === kind);
      return quiz ? link(quiz.url, fill(this.text.take, { quiz: quiz.title, kind: kinds[kind] })) : [];
    });
    this.fill("missing", items(missing));
  }
}
