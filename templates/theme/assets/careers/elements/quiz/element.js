/**
 * `<career-quiz>`: turns the paper form inside it into steps, and answers into a result. It shows the parts of a
 * phase (start, items, results); all on the screen follows from `#state`, which is saved after each answer.
 */
import { loadAssessments } from "../../data/collection.js";
import { RECORDS } from "../../kept/records.js";
import { QUIZ, begin, finish, findStage, load, save } from "../../kept/sittings.js";
import { findUnreadable, read } from "../../kept/store.js";
import { AGAIN, QUESTIONS, locate, replaceFragment } from "../../site/addresses.js";
import { today } from "../../language/dates.js";
import { closest, findAll } from "../../site/dom.js";
import { tryAgain } from "../../site/failing.js";
import { fill } from "../../language/words.js";
import { Part } from "../part.js";
import { findMissing, paginate } from "./answers.js";
import { countLost } from "./lost.js";
import { Questions } from "./questions.js";
import { loadResults } from "./results.js";
import { areAlike, arrive, isLeft, isWithin, isWithinQuiz } from "./standing.js";
import { heedTaps } from "./taps.js";

/** @typedef {import("../../kept/sittings.js").State} State */

/** Whether the reader went Back or Forward: instant navigation then may bring the page anew. */
let hasTurned = false;
addEventListener("popstate", () => (hasTurned = true));

/** @extends {Part<import("../../data/collection.js").Assessments>} */
class CareerQuiz extends Part {
  #state = begin();
  /** @type {State | null} for the undo of "start again" */
  #cleared = null;
  #page = 0;
  /** What was asked for last: results that arrive when the reader is elsewhere again are not shown. */
  #turn = 0;
  /** @type {Questions | null} */
  #questions = null;

  load() {
    return loadAssessments();
  }

  start() {
    const form = this.find("quiz", HTMLFormElement);
    this.#questions = new Questions(this, this.#text, this.#quiz);
    this.listen(form, "change", ({ target }) => this.#change(target));
    this.listen(form, "keydown", (event) => this.#change(this.#questions?.press(event) ?? null));
    heedTaps(this, form, () => this.#page, () => this.#questions?.leadsOn(this.#state.answers) && this.#next());
    this.listen(form, "submit", (event) => {
      event.preventDefault();
      if (this.dataset.phase === "items") this.#next();
    });
    this.heed([QUIZ + this.#quiz.key, RECORDS], (isElsewhere) => this.#adopt(isElsewhere));
    this.listen(window, "hashchange", () => isWithinQuiz(location.hash) && this.#read(true));
    // The theme knows no places within the quiz: it takes the page's own link for one to where the reader is.
    this.listen(document, "click", ({ target }) => isLeft(target) && this.#read(), { capture: true });
    // Who arrives by another way than Back or Forward is shown where they stand.
    const goesOn = arrive(hasTurned);
    this.#replace(load(this.#quiz), hasTurned && isWithinQuiz(location.hash));
    if (goesOn && this.#state.answers.size && this.#missing.length) this.#continue();
    hasTurned = false;
  }

  /** Goes where the address says, as Back and Forward do. That changes no answer. @param {boolean} [focus] */
  #read(focus) {
    const { answers, form } = this.#state;
    const page = Number.parseInt(QUESTIONS.read(location.hash) ?? "", 10);
    if (page && (form || answers.size)) {
      this.#page = Math.max(0, Math.min(page, this.#pages.length) - 1);
      replaceFragment(QUESTIONS.write(`${this.#page + 1}`));
      this.#show("items", focus);
    } else if (this.#stage === "finished" && location.hash !== AGAIN) this.#showResults(focus);
    else this.#show("start", focus);
  }

  get #text() {
    return this.data.text.quiz;
  }

  /** @returns {import("./answers.js").Quiz} */
  get #quiz() {
    const quiz = this.data.quizzes.get(this.dataset.quiz ?? "");
    if (!quiz) throw new Error(`${this.dataset.quiz}: no such assessment`);
    return quiz;
  }

  /** Whether there is a quick form besides the full one. */
  get #hasQuick() {
    return Boolean(this.querySelector("[data-form=quick]"));
  }

  get #pages() {
    // Without quick items the quick form is the full one.
    return paginate(this.#quiz, this.#state.form ?? (this.#hasQuick ? "quick" : "full"));
  }

  get #missing() {
    return findMissing(this.#pages.flat(), this.#state.answers);
  }

  /** How far the reader has come. */
  get #stage() {
    return findStage(this.#quiz, this.#state, this.#pages.flat());
  }

  #save() {
    this.find("unsaved").hidden = save(this.#quiz, this.#state);
  }

  /** On arrival, after "start again" and its undo. @param {State} state @param {boolean} [focus] */
  #replace(state, focus) {
    this.#state = state;
    this.#questions?.mark(state.answers);
    this.find("unreadable").hidden = !findUnreadable().length;
    this.#read(focus);
  }

  /** Another tab or another page has saved answers: go on from there, on the page that is open here. @param {boolean} isElsewhere */
  #adopt(isElsewhere) {
    const state = load(this.#quiz);
    // Undo would write over what was answered there, or bring back what was to be forgotten.
    if (!isWithin(state, this.#state) || !read(QUIZ + this.#quiz.key)) this.#cleared = null;
    this.find("cleared").hidden = !this.#cleared;
    // Most that happens to results is about others.
    if (areAlike(state, this.#state) && (this.dataset.phase !== "results" || this.#stage === "finished")) return;
    this.#state = state;
    // Another form may have fewer pages.
    this.#page = Math.min(this.#page, this.#pages.length - 1);
    this.#questions?.mark(state.answers);
    if (this.dataset.phase === "items" && state.answers.size) this.#questions?.show(this.#pages, this.#page, state.answers);
    else this.#replace(state);
    if (isElsewhere) this.find("status").textContent = this.#text.other_tab;
  }

  /** @param {string} phase @param {boolean} [focus] not on arrival: then it stays where the browser has it */
  #show(phase, focus) {
    this.#turn += 1;
    this.dataset.phase = phase;
    for (const part of findAll(this, "[data-in]")) part.hidden = part.dataset.in !== phase;
    this.#questions?.show(phase === "items" ? this.#pages : [], this.#page, this.#state.answers);
    if (phase === "items") this.foresee(loadResults);
    const total = this.#pages.flat().length;
    const answered = total - this.#missing.length;
    this.find("saved").hidden = !this.#state.answers.size;
    this.find("again").hidden = this.#stage !== "finished";
    this.find("changed").hidden = this.#stage !== "changed";
    const lost = answered < total ? countLost(this.#quiz) : 0;
    this.find("lost").hidden = !lost;
    this.find("lost").textContent = fill(this.#text.lost, { count: lost });
    this.find("cleared").hidden = !this.#cleared;
    this.find("continue").textContent = answered < total ? fill(this.#text.continue, { answered, total }) : this.#text.see;
    if (!focus) return;
    this.#note(phase);
    const title = this.find(`title=${phase}`);
    title.focus({ preventScroll: true });
    title.scrollIntoView();
  }

  /** Makes where the reader has gone a place in the history. @param {string} phase */
  #note(phase) {
    const isAgain = phase === "start" && this.#stage === "finished";
    const fragment = phase === "items" ? QUESTIONS.write(`${this.#page + 1}`) : isAgain ? AGAIN : "";
    if (fragment !== location.hash) history.pushState(null, "", locate(fragment));
  }

  #next() {
    const pages = this.#pages;
    if (this.#questions?.complain(findMissing(pages[this.#page], this.#state.answers))) return;
    if (this.#page === pages.length - 1) return this.#continue();
    this.#page += 1;
    this.#show("items", true);
    this.#questions?.enter();
  }

  /** Goes to the first page with a gap, or to the results if there is none. */
  #continue() {
    const [gap] = this.#missing;
    if (gap) {
      this.#page = this.#pages.findIndex((page) => page.includes(gap));
      this.#show("items", true);
      return;
    }
    this.find("unsaved").hidden = finish(this.#quiz, this.#state, this.#form);
    this.#showResults(true);
  }

  /** quick, or full however it came about */
  get #form() {
    const { form } = this.#state;
    return form === "quick" || (form === null && this.#hasQuick) ? "quick" : "full";
  }

  /** @param {boolean} [focus] */
  async #showResults(focus) {
    this.#turn += 1;
    const [state, turn] = [this.#state, this.#turn];
    // Whoever asks for them again need not look for the button.
    tryAgain();
    const { askTime, assess, showAssessed, tellDate } = await this.bring(loadResults);
    if (turn !== this.#turn || state !== this.#state) return;
    const assessed = assess(this.#quiz, this.#form, state.answers);
    if (!assessed) return;
    this.find("title=results").textContent = tellDate({ ...assessed, date: state.done ?? today() }, this.data);
    showAssessed(this.find("assessed"), assessed, this.data);
    // Of what is asked at the end of the interests, once.
    if (this.querySelector("[data-time][hidden]")) askTime(this);
    for (const more of findAll(this, "[data-more-place]")) more.hidden = this.#form !== "quick";
    this.#show("results", focus);
  }

  /** @param {EventTarget | null} input a radio of an item, chosen now */
  #change(input) {
    const { item } = closest(input, "[data-item]")?.dataset ?? {};
    if (!item || !(input instanceof HTMLInputElement)) return;
    this.#turn += 1;
    this.#state.answers.set(item, +input.value);
    this.#questions?.update(this.#state.answers);
    this.#save();
  }

  actions = {
    form: (/** @type {string} */ form) => {
      this.#state.form = form;
      this.#continue();
    },
    continue: () => this.#continue(),
    finish: () => this.#continue(),
    back: () => {
      this.#page -= 1;
      this.#show(this.#page < 0 ? "start" : "items", true);
    },
    change: () => {
      this.#page = 0;
      this.#show("items", true);
    },
    restart: () => {
      this.#cleared = this.#state;
      this.#replace(begin(), true);
      this.#save();
    },
    undo: () => {
      const state = this.#cleared ?? this.#state;
      this.#cleared = null;
      this.#replace(state, true);
      this.#save();
    },
  };
}

customElements.define("career-quiz", CareerQuiz);
