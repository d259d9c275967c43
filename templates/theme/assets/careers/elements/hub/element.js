/** `<career-hub>`: says on each card of an assessment where the reader stands in it, and tells of trouble with what is kept. */
import { loadAssessments } from "../../data/collection.js";
import { findMissing, load, paginate } from "../quiz/answers.js";
import { loadRecords } from "../../kept/records.js";
import { findUnreadable, forgetUnreadable, isAllowed, isSaved, watch } from "../../kept/store.js";
import { date, fill } from "../../site/words.js";

/**
 * @typedef {import("../../data/collection.js").Quiz} Quiz
 * @typedef {import("../../kept/records.js").Record} Record
 * @typedef {object} Standing where the reader stands in one assessment
 * @property {Record[]} taken oldest first
 * @property {{answered: number, total: number} | null} begun answers that have not become a result yet
 */

/** Whether there is a quick form besides the full one. @param {Quiz} quiz */
const hasQuick = ({ items }) => items.some(({ quick }) => quick) && !items.every(({ quick }) => quick);

/** @param {Quiz} quiz @param {Record[]} records @returns {Standing} */
function findStanding(quiz, records) {
  const { form, answers, done } = load(quiz);
  // Without a quick form, nobody has chosen one; the quiz itself asks all questions then, too.
  const items = paginate(quiz, hasQuick(quiz) ? (form ?? "quick") : "full").flat();
  const missing = findMissing(items, answers).length;
  const isBegun = answers.size > 0 && (missing > 0 || !done);
  return {
    taken: records.filter((record) => record.quiz === quiz.key),
    begun: isBegun ? { answered: items.length - missing, total: items.length } : null,
  };
}

class CareerHub extends HTMLElement {
  #control = new AbortController();
  /** @type {any} */
  #assessments;

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    try {
      this.#assessments = await loadAssessments();
    } catch (problem) {
      // The cards lead to every assessment without knowing where the reader stands.
      console.warn(problem);
      return;
    }
    if (signal.aborted) return;
    const refresh = () => this.#refresh();
    this.find("forget-unreadable").addEventListener("click", () => this.#forgetUnreadable(), { signal });
    document.addEventListener("careers:changed", refresh, { signal });
    // Going back may bring the page as it was left, before the assessment was taken.
    addEventListener("pageshow", refresh, { signal });
    watch(null, refresh, signal);
    for (const link of this.querySelectorAll("a[data-again]")) /** @type {any} */ (link).hash = "again";
    this.#refresh();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #refresh() {
    const { quizzes, text } = this.#assessments;
    const { records, unknown } = loadRecords(quizzes);
    const matching = [];
    for (const quiz of quizzes.values()) {
      const standing = findStanding(quiz, records);
      this.#showCard(quiz, standing);
      if (quiz.kind !== "methods") matching.push(standing.taken.length > 0);
    }
    const counts = { taken: matching.filter(Boolean).length, total: matching.length };
    this.find("progress").hidden = !matching.length;
    this.find("progress-text").textContent = fill(text.hub.progress, counts);
    Object.assign(this.find("progress").querySelector("progress"), { max: counts.total || 1, value: counts.taken });
    this.find("unknown").hidden = !unknown;
    this.find("unknown").textContent = unknown ? fill(text.hub.unknown, { count: unknown }) : "";
    // After the reading above, which sets aside what cannot be read.
    this.find("unreadable").hidden = !findUnreadable().length;
    this.find("forbidden").hidden = isSaved() && isAllowed();
  }

  /** @param {Quiz} quiz @param {Standing} standing */
  #showCard(quiz, standing) {
    const card = /** @type {any} */ (this.querySelector(`[data-card="${quiz.key}"]`));
    if (!card) return;
    const isTaken = standing.taken.length > 0;
    const state = card.querySelector("[data-state]");
    state.textContent = this.#tell(quiz, standing).join(" ");
    state.hidden = false;
    card.querySelector("[data-take]").hidden = isTaken || Boolean(standing.begun);
    card.querySelector("[data-continue]").hidden = !standing.begun;
    card.querySelector("[data-see]").hidden = !isTaken;
    card.querySelector("[data-again]").hidden = !isTaken || Boolean(standing.begun);
  }

  /** @param {Quiz} quiz @param {Standing} standing @returns {string[]} sentences */
  #tell(quiz, { taken, begun }) {
    const words = this.#assessments.text.hub;
    const last = taken.at(-1);
    const sentences = [];
    if (last) {
      const values = { date: date(last.date), form: words.form[last.form ?? "full"] };
      sentences.push(fill(hasQuick(quiz) ? words.taken_form : words.taken, values));
      sentences.push(fill(words.kept, { count: taken.length }));
    }
    if (begun) sentences.push(fill(words.in_progress, begun));
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
