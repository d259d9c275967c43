/**
 * `<career-first>`: the first questions of the quiz about interests, one at a time, on the front page. Answers are written
 * as the quiz's own sitting. After the last a careful sentence and, for who asks, five jobs. Who has been here before gets
 * what is theirs in the same place.
 */
import { loadAssessments, loadOccupations } from "../../data/collection.js";
import { PLAN, loadPlan } from "../../kept/items.js";
import { RECORDS, hasRecords, loadRecords } from "../../kept/records.js";
import { QUIZ, load, save } from "../../kept/sittings.js";
import { read } from "../../kept/store.js";
import { SHOWN, drawShape } from "../../reader/bars.js";
import { fill } from "../../language/words.js";
import { find, findAll, link, make } from "../../site/dom.js";
import { run } from "../../site/slices.js";
import { Part } from "../part.js";
import { heedTaps } from "../quiz/taps.js";
import { scoreFew, standOut, tellFew } from "./telling.js";

/** So many are a start, and few enough to look at. */
const JOBS = 5;

/** @typedef {import("../../data/collection.js").Assessments} Assessments */

class CareerFirst extends Part {
  #at = 0;
  /** Whether something was answered here: then the questions stay. */
  #isBusy = false;
  /** Fetched once there is something to keep or to tell: who only looks needs nothing. @type {Promise<Assessments> | null} */
  #assessments = null;

  start() {
    const form = this.find("in=asking");
    this.listen(form, "change", () => this.#keep());
    this.listen(form, "submit", (event) => {
      event.preventDefault();
      this.#next();
    });
    heedTaps(this, form, () => this.#at, () => this.#isAnswered(this.#at) && this.#next());
    this.heed([QUIZ + this.#key, RECORDS, PLAN], () => this.#isBusy || this.#look());
    this.#look();
    // What was tapped before this came.
    if (findAll(form, ":checked").length) this.#keep();
  }

  get #key() {
    return this.dataset.quiz ?? "";
  }

  get #fields() {
    return findAll(this, "[data-item]");
  }

  /** @param {number} at */
  #isAnswered(at) {
    return this.#fields[at]?.querySelector(":checked") !== null;
  }

  #need() {
    this.#assessments ??= Promise.resolve(this.bring(loadAssessments));
    return this.#assessments;
  }

  async #read() {
    const assessments = await this.#need();
    const quiz = assessments.quizzes.get(this.#key);
    if (!quiz) throw new Error(`${this.#key}: no such assessment`);
    const keys = new Set(this.#fields.map(({ dataset }) => dataset.item));
    return { assessments, quiz, items: quiz.items.filter(({ key }) => keys.has(key)), state: load(quiz) };
  }

  /** Where the reader stands, by what lies on the device. */
  async #look() {
    if (!hasRecords() && !loadPlan().length && !read(QUIZ + this.#key)) return this.#show("asking");
    const { assessments, quiz, items, state } = await this.#read();
    if (this.#isBusy) return;
    for (const [key, value] of state.answers) for (const radio of findAll(this, `[data-item="${key}"] input[value="${value}"]`, HTMLInputElement)) radio.checked = true;
    this.#draw();
    this.#place(quiz);
    const { records } = loadRecords(assessments.quizzes);
    if (records.length || loadPlan().length) {
      const [{ showBack }, { assessAll }, { tellStory }] = await this.bring(loadBack);
      const reader = assessAll(records, assessments);
      const interests = reader.get("interests");
      this.#draw(interests?.scores);
      if (interests) this.#place(interests.quiz, interests.scores);
      const sentence = tellStory(reader, assessments.text.results.sentence, assessments.labels, false);
      const total = quiz.items.filter(({ quick }) => quick).length;
      showBack(this.find("in=back"), this.dataset.address ?? "", assessments.text.first, { sentence, hasResults: records.length > 0, answered: state.answers.size, total });
      return this.#show("back");
    }
    this.#at = items.findIndex((_, at) => !this.#isAnswered(at));
    if (this.#at >= 0) return this.#show("asking");
    this.#at = items.length - 1;
    this.#tell();
  }

  /** Shows one part, and of the questions one. @param {string} phase */
  #show(phase) {
    const fields = this.#fields;
    this.dataset.phase = phase;
    for (const part of findAll(this, "[data-in]")) part.hidden = part.dataset.in !== phase;
    for (const [at, field] of fields.entries()) field.hidden = at !== this.#at;
    const asking = this.find("in=asking");
    const progress = find(asking, "progress");
    progress.textContent = fill(progress.dataset.progress ?? "", { page: this.#at + 1, pages: fields.length });
    find(asking, "back").hidden = !this.#at;
    this.#offerNext();
  }

  /** Who has answered nothing cannot go on; the place of the button stays. */
  #offerNext() {
    this.find("next").toggleAttribute("data-idle", !this.#isAnswered(this.#at));
  }

  /** By field; null where nothing is answered yet. */
  get #answers() {
    return this.#fields.map((field) => {
      const radio = field.querySelector("input:checked");
      return radio && Number(radio.getAttribute("value"));
    });
  }

  /** Shape of a result, or of what was answered here; what was not lies in the middle. @param {number[]} [known] */
  #draw(known) {
    const answers = this.#answers;
    if (known || answers.some(Boolean)) this.find("shape", SVGElement).setAttribute("points", drawShape(known ?? answers.map((answer) => answer ?? 3), SHOWN));
  }

  /** Where that lies on the map behind the shape, and what is near. @param {import("../../data/collection.js").Quiz} quiz @param {number[]} [known] */
  async #place({ norms }, known) {
    const scores = known ?? this.#answers;
    if (!scores.some(Boolean)) return;
    const { placeNear } = await this.bring(() => import("./near.js"));
    const path = this.find("dots", SVGElement);
    const { own, near } = placeNear(scores, norms, path.getAttribute("d") ?? "", Number(path.dataset.dots));
    this.find("near", SVGElement).setAttribute("d", near);
    this.find("cross", SVGElement).setAttribute("d", own);
  }

  /** Writes what is answered here into the quiz's own sitting. */
  async #keep() {
    this.#isBusy = true;
    this.#offerNext();
    this.#draw();
    const { quiz, state } = await this.#read();
    this.#place(quiz);
    for (const field of this.#fields) {
      const radio = field.querySelector("input:checked");
      if (radio instanceof HTMLInputElement) state.answers.set(field.dataset.item ?? "", Number(radio.value));
    }
    this.find("unsaved").hidden = save(quiz, state);
  }

  #next() {
    const fields = this.#fields;
    if (this.#isAnswered(this.#at)) {
      if (this.#at === fields.length - 1) {
        this.#tell(true);
        return;
      }
      this.#at += 1;
      this.#show("asking");
    }
    fields[this.#at].querySelector("input")?.focus({ preventScroll: true });
  }

  /** What the answers say so far. @param {boolean} [focus] */
  async #tell(focus) {
    const { assessments, quiz, items, state } = await this.#read();
    const scores = scoreFew(quiz, items, state.answers);
    const names = quiz.scales.map((scale) => assessments.labels.interests[scale]);
    this.find("sentence").textContent = tellFew(scores, names, assessments.text.first);
    this.find("jobs-button").hidden = !standOut(scores);
    this.find("jobs-note").hidden = true;
    this.find("jobs").replaceChildren();
    this.#show("told");
    if (focus) this.find("sentence").focus({ preventScroll: true });
  }

  async #showJobs() {
    const { assessments, quiz, items, state } = await this.#read();
    const [{ findJobs }, occupations] = await this.bring(() => Promise.all([import("./jobs.js"), loadOccupations()]));
    const found = await run(findJobs(quiz, items, state.answers, occupations, JOBS), this.signal);
    const entries = found.map(({ title, url, field, entry, isOutline }) => {
      const notes = [field, entry, isOutline ? assessments.text.first.outline : ""].filter(Boolean);
      return make("li", {}, link(url, title), make("span", { className: "cg-part__note" }, notes.join(" · ")));
    });
    this.find("jobs").replaceChildren(...entries);
    this.find("jobs-note").hidden = false;
    this.find("jobs-button").hidden = true;
    this.find("jobs").querySelector("a")?.focus();
  }

  actions = {
    back: () => {
      if (this.dataset.phase === "asking") this.#at = Math.max(0, this.#at - 1);
      this.#show("asking");
      const radios = findAll(this.#fields[this.#at], "input", HTMLInputElement);
      (radios.find(({ checked }) => checked) ?? radios[0]).focus({ preventScroll: true });
    },
    jobsButton: () => this.#showJobs(),
  };
}

const loadBack = () => Promise.all([import("./back.js"), import("../../reader/reader.js"), import("../../reader/story.js")]);

customElements.define("career-first", CareerFirst);
