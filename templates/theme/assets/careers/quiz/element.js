/**
 * `<career-quiz>`: turns the paper form inside it into pages of five, and answers into results. It shows the parts of a
 * phase (start, items, results); all on the screen follows from `#state`, which is saved after each answer.
 */
import { fill, setLocale } from "../words.js";
import { begin, findMissing, load, paginate, save, today } from "./answers.js";
import { loadOccupations } from "./occupations.js";
import { Questions } from "./questions.js";

/** @typedef {import("./answers.js").State} State */

class CareerQuiz extends HTMLElement {
  #control = new AbortController();
  #state = begin();
  /** @type {State | null} for the undo of "start again" */
  #cleared = null;
  #page = 0;

  async connectedCallback() {
    // One signal ends all listeners and requests when instant navigation swaps the page away.
    const { signal } = (this.#control = new AbortController());
    this.Results = (await import(this.dataset.kind === "interests" ? "./results.js" : "./beginnings.js")).Results;
    if (signal.aborted) return;
    this.strings = JSON.parse(this.find("strings").content.textContent);
    setLocale(this.strings.text.locale);
    this.questions = new Questions(this, this.strings.text);
    for (const type of ["click", "change", "keydown", "submit"]) this.find("quiz").addEventListener(type, this, { signal });
    this.#replace(load(this.dataset.quiz, this.questions.items));
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
    return paginate(this.questions?.items ?? [], this.#state.form);
  }

  get #missing() {
    return findMissing(this.#pages.flat(), this.#state.answers);
  }

  #save() {
    this.find("unsaved").hidden = save(this.dataset.quiz, this.#state);
  }

  /** On arrival, after "start again" and its undo. @param {State} state @param {boolean} [focus] */
  #replace(state, focus) {
    this.#state = state;
    this.questions?.mark(state.answers);
    for (const box of this.querySelectorAll("[data-levels] input")) box.checked = state.levels.includes(+box.value);
    this.#tellLevels();
    if (state.done && !this.#missing.length) this.#showResults(focus);
    else this.#show("start", focus);
  }

  /** @param {string} phase @param {boolean} [focus] not on arrival: then it stays where the browser has it */
  #show(phase, focus) {
    this.dataset.phase = phase;
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-in]"))) {
      part.hidden = part.dataset.in !== phase;
    }
    this.questions?.show(phase === "items" ? this.#pages : [], this.#page, this.#state.answers);
    // The levels are one set of boxes that stands where it is needed; moving it there again would lose the focus.
    const place = this.querySelector(`[data-in=${phase}] [data-levels-place]`);
    if (place && !place.children.length) place.append(this.find("levels"));
    const total = this.#pages.flat().length;
    const answered = total - this.#missing.length;
    const { text } = this.strings;
    this.find("saved").hidden = !this.#state.answers.size;
    this.find("cleared").hidden = !this.#cleared;
    this.find("continue").textContent = answered < total ? fill(text.continue, { answered, total }) : text.see;
    if (!focus) return;
    const title = this.find(`title=${phase}`);
    title.focus({ preventScroll: true });
    title.scrollIntoView();
  }

  #next() {
    const pages = this.#pages;
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
    } else {
      this.#state.done = today();
      this.#save();
      this.#showResults(true);
    }
  }

  /** @param {boolean} [focus] */
  #showResults(focus) {
    this.results = new this.Results(this.find("results"), this.strings, this.#pages.flat(), this.#state);
    this.results.showScores();
    this.#show("results", focus);
    if (!this.results.scores.flat) this.#showBands();
  }

  /** @param {boolean} [again] the list changes under the reader's hands, so say that it did */
  async #showBands(again) {
    const { results } = this;
    const { signal } = this.#control;
    try {
      if (!again) results?.showPart("loading");
      const occupations = await loadOccupations(signal);
      if (signal.aborted) return;
      const counts = results?.showBands(occupations);
      if (again) this.find("status").textContent = fill(this.strings.text.updated, counts ?? {});
    } catch (problem) {
      if (signal.aborted) return;
      results?.showPart("failed");
      console.warn(problem);
    }
  }

  #tellLevels() {
    const notice = this.find("levels-empty");
    if (notice) notice.textContent = this.#state.levels.length ? "" : this.find("levels-empty-text").content.textContent;
  }

  /** @param {HTMLInputElement} input */
  #change(input) {
    const state = this.#state;
    if (input.type === "checkbox") {
      const boxes = this.find("levels").querySelectorAll("input:checked");
      state.levels = Array.from(boxes, ({ value }) => +value);
      this.#tellLevels();
      if (this.dataset.phase === "results") this.#showBands(true);
    } else {
      const item = /** @type {any} */ (input.closest("[data-item]"));
      state.answers.set(item.dataset.item, +input.value);
      this.questions?.update(state.answers);
    }
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
      this.#replace(begin(this.#state.levels), true);
      this.#save();
    },
    undo: () => {
      const state = this.#cleared ?? this.#state;
      this.#cleared = null;
      this.#replace(state, true);
      this.#save();
    },
    retry: () => this.#showBands(),
    print: () => window.print(),
  };
}

customElements.define("career-quiz", CareerQuiz);
