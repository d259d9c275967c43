/**
 * `<career-quiz>`: turns the paper form inside it into pages of five, and answers into a result. It shows the parts of a
 * phase (start, items, results); all on the screen follows from `#state`, which is saved after each answer.
 */
import { loadAssessments } from "../../data/collection.js";
import { keepRecord } from "../../kept/records.js";
import { pickItems } from "../../scoring/kinds.js";
import { findUnreadable, watch } from "../../kept/store.js";
import { today } from "../../site/dates.js";
import { fill } from "../../site/words.js";
import { begin, findMissing, load, paginate, save } from "./answers.js";
import { Questions } from "./questions.js";

/** @typedef {import("./answers.js").State} State */

/** Most of the scripts are about results: they are fetched while the reader answers. */
const loadResults = async () => ({ ...(await import("../../scoring/assessments.js")), ...(await import("../../reader/sections.js")) });

class CareerQuiz extends HTMLElement {
  #control = new AbortController();
  #state = begin();
  /** @type {State | null} for the undo of "start again" */
  #cleared = null;
  #page = 0;
  /** @type {any} */
  #quiz;

  async connectedCallback() {
    // One signal ends all listeners and requests when instant navigation swaps the page away.
    const { signal } = (this.#control = new AbortController());
    try {
      this.assessments = await loadAssessments();
    } catch (problem) {
      console.warn(problem); // The paper form stays.
      return;
    }
    if (signal.aborted) return;
    this.text = this.assessments.text.quiz;
    this.#quiz = this.assessments.quizzes.get(this.dataset.quiz ?? "");
    this.questions = new Questions(this, this.text, this.#quiz);
    for (const type of ["click", "change", "keydown", "submit"]) this.find("quiz").addEventListener(type, this, { signal });
    watch(`quiz.${this.#quiz.key}`, () => this.#adopt(), signal);
    this.#replace(load(this.#quiz));
    if (location.hash !== "#again" || !this.#state.done) return;
    // "Take it again": not a second time when the page is loaded anew.
    history.replaceState(history.state, "", location.pathname);
    this.#actions.restart();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {any} event */
  handleEvent(event) {
    const { type, target } = event;
    if (type === "click") {
      const { dataset } = target.closest("button") ?? this;
      for (const name in dataset) this.#actions[name]?.(dataset[name]);
    } else if (type === "submit") {
      event.preventDefault();
      if (this.dataset.phase === "items") this.#next();
    } else {
      const input = type === "change" ? target : this.questions?.press(event);
      if (input) this.#change(input);
    }
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  get #pages() {
    // Without quick items the quick form is the full one.
    return paginate(this.#quiz, this.#state.form ?? (this.find("form=quick") ? "quick" : "full"));
  }

  get #missing() {
    return findMissing(this.#pages.flat(), this.#state.answers);
  }

  #save() {
    this.find("unsaved").hidden = save(this.#quiz, this.#state);
  }

  /** On arrival, after "start again" and its undo. @param {State} state @param {boolean} [focus] */
  #replace(state, focus) {
    this.#state = state;
    this.questions?.mark(state.answers);
    this.find("unreadable").hidden = !findUnreadable().length;
    if (state.done && !this.#missing.length) this.#showResults(focus);
    else this.#show("start", focus);
  }

  /** Another tab has saved answers: go on from there, on the page that is open here. */
  #adopt() {
    this.#state = load(this.#quiz);
    this.questions?.mark(this.#state.answers);
    if (this.dataset.phase === "items") this.questions?.show(this.#pages, this.#page, this.#state.answers);
    else this.#replace(this.#state);
    this.find("status").textContent = this.text.other_tab;
  }

  /** @param {string} phase @param {boolean} [focus] not on arrival: then it stays where the browser has it */
  #show(phase, focus) {
    this.dataset.phase = phase;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-in]"))) {
      part.hidden = part.dataset.in !== phase;
    }
    this.questions?.show(phase === "items" ? this.#pages : [], this.#page, this.#state.answers);
    if (phase === "items") loadResults();
    const total = this.#pages.flat().length;
    const answered = total - this.#missing.length;
    this.find("saved").hidden = !this.#state.answers.size;
    this.find("cleared").hidden = !this.#cleared;
    this.find("continue").textContent = answered < total ? fill(this.text.continue, { answered, total }) : this.text.see;
    if (!focus) return;
    const title = this.find(`title=${phase}`);
    title.focus({ preventScroll: true });
    title.scrollIntoView();
  }

  #next() {
    const pages = this.#pages;
    if (this.#page >= pages.length) return; // The results are on their way.
    if (this.questions?.complain(findMissing(pages[this.#page], this.#state.answers))) return;
    this.#page += 1;
    if (this.#page < pages.length) this.#show("items", true);
    else this.#continue();
  }

  /** Goes to the first page with a gap, or to the results if there is none. */
  #continue() {
    const [gap] = this.#missing;
    if (gap) {
      this.#page = this.#pages.findIndex((page) => page.includes(gap));
      this.#show("items", true);
      return;
    }
    this.#state.done = today();
    this.#save();
    const { id, answers, done: date } = this.#state;
    const own = pickItems(this.#quiz.items, this.#form).map(({ key }) => /** @type {[string, number]} */ ([key, answers.get(key)]));
    const kept = keepRecord({ id, quiz: this.#quiz.key, form: this.#form, date, answers: new Map(own) });
    this.find("unsaved").hidden &&= kept;
    this.#showResults(true);
  }

  /** quick, or full however it came about */
  get #form() {
    const { form } = this.#state;
    return form === "quick" || (form === null && this.find("form=quick")) ? "quick" : "full";
  }

  /** @param {boolean} [focus] */
  async #showResults(focus) {
    const { signal } = this.#control;
    const state = this.#state;
    const { assess, showAssessed, tellDate } = await loadResults();
    if (signal.aborted) return;
    if (state !== this.#state) return;
    const { answers, done: date } = state;
    const assessed = /** @type {any} */ ({ ...assess(this.#quiz, this.#form, answers), date });
    const assessments = /** @type {any} */ (this.assessments);
    this.find("title=results").textContent = tellDate(assessed, assessments);
    showAssessed(this.find("assessed"), assessed, assessments);
    const more = this.find("more-place");
    if (more) more.hidden = this.#form !== "quick";
    this.#show("results", focus);
  }

  /** @param {HTMLInputElement} input */
  #change(input) {
    const item = /** @type {any} */ (input.closest("[data-item]"));
    this.#state.answers.set(item.dataset.item, +input.value);
    this.questions?.update(this.#state.answers);
    this.#save();
  }

  /** What each button does, by its data attribute. @type {Record<string, (value: any) => void>} */
  #actions = {
    form: (form) => {
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
    print: () => window.print(),
  };
}

customElements.define("career-quiz", CareerQuiz);
