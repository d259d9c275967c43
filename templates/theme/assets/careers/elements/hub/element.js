/** `<career-hub>`: says on each card of an assessment where the reader stands in it, and tells of trouble with what is kept. */
import { loadAssessments } from "../../data/collection.js";
import { findMissing, paginate } from "../quiz/answers.js";
import { loadRecords } from "../../kept/records.js";
import { findStage, load } from "../../kept/sittings.js";
import { findUnreadable, forgetUnreadable, isAllowed, isSaved } from "../../kept/store.js";
import { isMatching } from "../../scoring/kinds.js";
import { AGAIN } from "../../site/addresses.js";
import { find, findAll } from "../../site/dom.js";
import { date, fill } from "../../language/words.js";
import { Part } from "../part.js";

/**
 * @typedef {import("../../data/collection.js").Quiz} Quiz
 * @typedef {import("../../kept/records.js").Record} Record
 * @typedef {object} Standing where the reader stands in one assessment
 * @property {Record[]} taken oldest first
 * @property {ReturnType<typeof findStage>} stage of the latest sitting
 * @property {number} answered questions of it
 * @property {number} total
 */

/** Whether there is a quick form besides the full one. @param {Quiz} quiz */
const hasQuick = ({ items }) => items.some(({ quick }) => quick) && !items.every(({ quick }) => quick);

/** @param {Quiz} quiz @param {Record[]} records @returns {Standing} */
function findStanding(quiz, records) {
  const sitting = load(quiz);
  // Without a quick form, nobody has chosen one; the quiz itself asks all questions then, too.
  const items = paginate(quiz, hasQuick(quiz) ? (sitting.form ?? "quick") : "full").flat();
  const total = items.length;
  return {
    taken: records.filter((record) => record.quiz === quiz.key),
    stage: findStage(quiz, sitting, items),
    answered: total - findMissing(items, sitting.answers).length,
    total,
  };
}

/** Whether there are answers that have not become a result yet. @param {Standing} standing */
const isBegun = ({ stage }) => stage === "begun" || stage === "changed";

/** @extends {Part<import("../../data/collection.js").Assessments>} */
class CareerHub extends Part {
  actions = { forgetUnreadable: () => this.#forgetUnreadable() };

  load() {
    return loadAssessments();
  }

  start() {
    this.heed(null, () => this.#refresh());
    for (const link of findAll(this, "a[data-again]", HTMLAnchorElement)) link.hash = AGAIN;
    this.#refresh();
  }

  #refresh() {
    const { quizzes, text } = this.data;
    const { records, unknown } = loadRecords(quizzes);
    const matching = [];
    for (const quiz of quizzes.values()) {
      const standing = findStanding(quiz, records);
      this.#showCard(quiz, standing);
      if (isMatching(quiz.kind)) matching.push(standing.taken.length > 0);
    }
    const counts = { taken: matching.filter(Boolean).length, total: matching.length };
    this.find("progress").hidden = !matching.length;
    this.find("progress-text").textContent = fill(text.hub.progress, counts);
    for (const bar of this.find("progress").querySelectorAll("progress")) Object.assign(bar, { max: counts.total || 1, value: counts.taken });
    this.find("unknown").hidden = !unknown;
    this.find("unknown").textContent = unknown ? fill(text.hub.unknown, { count: unknown }) : "";
    // After the reading above, which sets aside what cannot be read.
    this.find("unreadable").hidden = !findUnreadable().length;
    this.find("forbidden").hidden = isSaved() && isAllowed();
  }

  /** @param {Quiz} quiz @param {Standing} standing */
  #showCard(quiz, standing) {
    const card = this.find(`card="${quiz.key}"`);
    const isTaken = standing.taken.length > 0;
    find(card, "state").textContent = this.#tell(quiz, standing).join(" ");
    find(card, "state").hidden = false;
    find(card, "take").hidden = isTaken || isBegun(standing);
    find(card, "continue").hidden = !isBegun(standing);
    find(card, "see").hidden = !isTaken;
    find(card, "again").hidden = !isTaken || isBegun(standing);
  }

  /** @param {Quiz} quiz @param {Standing} standing @returns {string[]} sentences */
  #tell(quiz, { taken, stage, answered, total }) {
    const words = this.data.text.hub;
    const last = taken.at(-1);
    const sentences = [];
    if (last) {
      const values = { date: date(last.date), form: words.form[last.form] };
      sentences.push(fill(hasQuick(quiz) ? words.taken_form : words.taken, values));
      sentences.push(fill(words.kept, { count: taken.length }));
    }
    if (stage === "begun") sentences.push(fill(words.in_progress, { answered, total }));
    if (stage === "changed") sentences.push(words.changed);
    return sentences.length ? sentences : [words.not_taken];
  }

  #forgetUnreadable() {
    forgetUnreadable();
    this.#refresh();
    // The button is gone: the sentence takes the focus over.
    this.find("forgotten").hidden = false;
    this.find("forgotten").focus();
  }
}

customElements.define("career-hub", CareerHub);
