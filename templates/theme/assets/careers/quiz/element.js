/**
 * `<career-quiz>`: turns the paper form inside it into pages of five, and answers into results.
 *
 * The element owns no words and hardly any markup; it shows and hides parts of the form by phase. Everything on the
 * screen follows from `#state`, which is saved after each answer.
 */
import { fill } from "../words.js";
import { arrange, begin, findMissing, load, paginate, save, today } from "./answers.js";
import { loadOccupations } from "./occupations.js";
import { Results } from "./results.js";

/** @typedef {"start" | "items" | "results"} Phase */

class CareerQuiz extends HTMLElement {
  /** @type {AbortController | undefined} ends all listeners and requests when the page is swapped away */
  #control;
  /** @type {import("./answers.js").State} */
  #state = begin();
  /** @type {import("./answers.js").State | null} what "start again" threw away, until the reader leaves */
  #cleared = null;
  #page = 0;

  connectedCallback() {
    this.#control = new AbortController();
    const { signal } = this.#control;
    this.quiz = this.dataset.quiz ?? "";
    /** @type {import("./results.js").Strings} */
    this.strings = JSON.parse(this.#template("strings").textContent ?? "");
    this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.items = [...this.querySelectorAll("fieldset[data-item]")].map((found) => {
      const node = /** @type {HTMLElement} */ (found);
      const text = node.querySelector("legend")?.textContent?.trim() ?? "";
      return { key: node.dataset.item ?? "", scale: node.dataset.scale ?? "", text, quick: "quick" in node.dataset, node };
    });
    this.form.addEventListener("click", (event) => this.#click(event), { signal });
    this.form.addEventListener("change", (event) => this.#change(event), { signal });
    this.form.addEventListener("keydown", (event) => this.#press(event), { signal });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.dataset.phase === "items") this.#next();
    }, { signal });
    this.#state = load(this.quiz, this.items);
    this.#mark();
    if (this.#state.done && !this.#missing().length) this.#showResults();
    else this.#show("start");
  }

  disconnectedCallback() {
    this.#control?.abort();
    this.#cleared = null;
  }

  /** @param {string} name */
  #find(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
  }

  /** @param {string} name */
  #template(name) {
    return /** @type {HTMLTemplateElement} */ (this.#find(name)).content;
  }

  get #sequence() {
    return arrange(this.items ?? [], this.#state.form);
  }

  #missing() {
    return findMissing(this.#sequence, this.#state.answers);
  }

  #save() {
    this.#find("unsaved").hidden = save(this.quiz ?? "", this.#state);
  }

  /** Puts the state into the form's own controls. */
  #mark() {
    const { answers, levels } = this.#state;
    for (const { key, node } of this.items ?? []) {
      for (const radio of node.querySelectorAll("input")) radio.checked = Number(radio.value) === answers.get(key);
    }
    for (const box of this.#find("levels").querySelectorAll("input")) box.checked = levels.includes(Number(box.value));
    this.#tellLevels();
  }

  #tellLevels() {
    const text = this.#state.levels.length ? "" : this.#template("levels-empty-text").textContent;
    this.#find("levels-empty").textContent = text;
  }

  /**
   * @param {Phase} phase
   * @param {boolean} [focus] whether the reader asked for it; on arrival the focus stays where the browser has it
   */
  #show(phase, focus = false) {
    this.dataset.phase = phase;
    for (const part of this.querySelectorAll("[data-in]")) {
      /** @type {HTMLElement} */ (part).hidden = /** @type {HTMLElement} */ (part).dataset.in !== phase;
    }
    const shown = phase === "items" ? paginate(this.#sequence)[this.#page] : [];
    for (const item of this.items ?? []) item.node.hidden = !shown.includes(item);
    this.#complain([]);
    if (phase !== "items") {
      const place = this.querySelector(`[data-in=${phase}] [data-levels-place]`);
      const levels = this.#find("levels");
      if (levels.parentElement !== place) place?.append(levels);
    }
    if (phase === "start") this.#showStart();
    if (phase === "items") this.#showProgress();
    if (focus) this.#focus(/** @type {HTMLElement} */ (this.querySelector(`[data-title=${phase}]`)));
  }

  /** @param {HTMLElement} node */
  #focus(node) {
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "start" });
  }

  #showStart() {
    const total = this.#sequence.length;
    const missing = this.#missing().length;
    const { text } = /** @type {import("./results.js").Strings} */ (this.strings);
    this.#find("saved").hidden = !this.#state.answers.size;
    this.#find("cleared").hidden = !this.#cleared;
    this.#find("continue").textContent = missing ? fill(text.continue, { answered: total - missing, total }) : text.see;
  }

  #showProgress() {
    const total = this.#sequence.length;
    const answered = total - this.#missing().length;
    const { text } = /** @type {import("./results.js").Strings} */ (this.strings);
    const pages = paginate(this.#sequence).length;
    this.#find("progress").textContent = fill(text.progress, { page: this.#page + 1, pages, answered, total });
    const bar = /** @type {HTMLProgressElement} */ (this.querySelector("progress"));
    bar.max = total;
    bar.value = answered;
    const finish = this.#find("finish");
    finish.textContent = text.see;
    finish.hidden = answered < total || this.#page + 1 === pages;
  }

  /** Says which items lack an answer, ties the sentence to them, and goes to the first. @param {import("./answers.js").Item[]} missing */
  #complain(missing) {
    const error = this.#find("error");
    const { text } = /** @type {import("./results.js").Strings} */ (this.strings);
    const quoted = missing.map((item) => fill(text.quote, { text: item.text }));
    error.hidden = !missing.length;
    error.textContent = missing.length ? fill(text.missing, { items: quoted.join(text.separator) }) : "";
    for (const item of this.items ?? []) {
      if (missing.includes(item)) item.node.setAttribute("aria-describedby", error.id);
      else item.node.removeAttribute("aria-describedby");
    }
  }

  #next() {
    const pages = paginate(this.#sequence);
    const missing = findMissing(pages[this.#page], this.#state.answers);
    if (missing.length) {
      this.#complain(missing);
      this.#focusItem(missing[0]);
    } else if (this.#page + 1 < pages.length) {
      this.#page += 1;
      this.#show("items", true);
    } else this.#continue();
  }

  /** Goes to the first page with a gap, or to the results if there is none. */
  #continue() {
    const gap = this.#missing()[0];
    if (gap) {
      this.#page = paginate(this.#sequence).findIndex((page) => page.includes(gap));
      this.#show("items", true);
    } else {
      this.#state.done = today();
      this.#save();
      this.#showResults(true);
    }
  }

  /** @param {boolean} [focus] */
  #showResults(focus) {
    const strings = /** @type {import("./results.js").Strings} */ (this.strings);
    this.results = new Results(this.#find("results"), strings, this.#sequence, this.#state);
    this.results.showScores();
    this.#show("results", focus);
    if (!this.results.scores.flat) this.#showBands();
  }

  async #showBands(announce = false) {
    const results = /** @type {Results} */ (this.results);
    const signal = /** @type {AbortController} */ (this.#control).signal;
    try {
      if (!announce) results.showMessage("loading");
      const counts = results.showBands(await loadOccupations(signal));
      if (announce) this.#announce(fill(results.strings.text.updated, counts));
    } catch (problem) {
      // A swapped page ends its request; then there is nobody to tell.
      if (signal.aborted) return;
      results.showMessage("failed", "retry");
      console.warn(problem);
    }
  }

  /** @param {string} text */
  #announce(text) {
    this.#find("status").textContent = text;
  }

  /** @param {import("./answers.js").Item} item */
  #focusItem({ node }) {
    const radio = node.querySelector("input:checked") ?? node.querySelector("input");
    /** @type {HTMLElement | null} */ (radio)?.focus();
  }

  /** @param {Event} event */
  #change(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.type === "checkbox") {
      const boxes = [...this.#find("levels").querySelectorAll("input")];
      this.#state.levels = boxes.filter((box) => box.checked).map((box) => Number(box.value));
      this.#save();
      this.#tellLevels();
      if (this.dataset.phase === "results") this.#showBands(true);
      return;
    }
    const node = /** @type {HTMLElement | null} */ (input.closest("[data-item]"));
    if (node) this.#answer(node, Number(input.value));
  }

  /** @param {HTMLElement} node @param {number} value */
  #answer(node, value) {
    this.#state.answers.set(node.dataset.item ?? "", value);
    this.#save();
    this.#showProgress();
    const error = this.#find("error");
    // Answering takes an item out of the complaint and leaves the others in.
    if (!error.hidden) this.#complain(findMissing(paginate(this.#sequence)[this.#page], this.#state.answers));
  }

  /** Digits answer an item and move on to the next. @param {KeyboardEvent} event */
  #press(event) {
    const node = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("[data-item]"));
    if (!node || !/^[1-5]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const radio = /** @type {HTMLInputElement} */ (node.querySelector(`input[value="${event.key}"]`));
    radio.checked = true;
    this.#answer(node, Number(event.key));
    const shown = paginate(this.#sequence)[this.#page];
    const next = shown[shown.findIndex((item) => item.node === node) + 1];
    if (next) this.#focusItem(next);
    else this.#find("next").focus();
  }

  /** @param {Event} event */
  #click(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    for (const name of Object.keys(button?.dataset ?? {})) this.#actions[name]?.(button?.dataset[name] ?? "");
  }

  /** What each button does, by its data attribute. @type {Record<string, (value: string) => void>} */
  #actions = {
    form: (name) => {
      this.#state.form = name === "quick" ? "quick" : "full";
      this.#continue();
    },
    continue: () => this.#continue(),
    finish: () => this.#continue(),
    back: () => {
      this.#page -= 1;
      this.#show(this.#page < 0 ? "start" : "items", true);
    },
    more: () => {
      this.#state.form = "more";
      this.#continue();
    },
    change: () => {
      this.#page = 0;
      this.#show("items", true);
    },
    restart: () => this.#replace(begin(this.#state.levels), this.#state),
    undo: () => this.#replace(this.#cleared ?? this.#state, null),
    retry: () => this.#showBands(),
    print: () => window.print(),
  };

  /**
   * Start again, or take that back.
   *
   * @param {import("./answers.js").State} state
   * @param {import("./answers.js").State | null} cleared
   */
  #replace(state, cleared) {
    this.#state = state;
    this.#cleared = cleared;
    this.#save();
    this.#mark();
    if (state.done && !this.#missing().length) this.#showResults(true);
    else this.#show("start", true);
  }
}

if (!customElements.get("career-quiz")) customElements.define("career-quiz", CareerQuiz);
