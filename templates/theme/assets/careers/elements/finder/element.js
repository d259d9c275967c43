/**
 * `<career-finder>`: a box to type a title, another name or a task into, and the occupations that have it below.
 *
 * The combobox pattern with a list of its own (ARIA Authoring Practices, "List Autocomplete with Manual Selection"): the
 * focus stays in the box, arrow keys choose, Enter opens. Names are loaded when the box is first used, tasks after them.
 */
import { ROOT, load } from "../../site/loading.js";
import { fill } from "../../site/words.js";
import { MOST_LETTERS, makeIndex, search, simplify } from "./search.js";

class CareerFinder extends HTMLElement {
  #control = new AbortController();
  /** @type {import("./search.js").Index | null} */
  #index = null;
  /** @type {string[][] | null} */
  #tasks = null;
  /** @type {Promise<void> | null} */
  #loading = null;
  /** The option that the arrow keys have reached, -1 for none. */
  #at = -1;

  connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    this.input = this.find("input");
    this.list = this.find("list");
    this.input.addEventListener("focus", () => this.#prepare(), { signal });
    this.input.addEventListener("input", () => this.#prepare() && this.#search(), { signal });
    this.input.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#press(event), { signal });
    // Before the box loses the focus, so that the list is still there when the click ends.
    this.list.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault(), { signal });
    this.list.addEventListener("click", (/** @type {any} */ { target }) => this.#open(target.closest("[role=option]")), { signal });
    this.addEventListener("focusout", (event) => this.contains(/** @type {any} */ (event.relatedTarget)) || this.#close(), { signal });
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
    // The header leads here by #find, which the browser could not focus while it was hidden.
    if (location.hash === "#find") this.input.focus();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** @returns {true} */
  #prepare() {
    this.#loading ??= this.#load(this.#control.signal).catch((problem) => {
      console.warn(problem);
      this.#loading = null;
      this.#tell(this.dataset.failed ?? "");
      this.find("none").hidden = false;
    });
    return true;
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    this.#index = makeIndex(await load("names"));
    if (!signal.aborted) this.#search();
    this.#tasks = (await load("tasks")).tasks;
    if (!signal.aborted) this.#search();
  }

  #search() {
    const query = this.input.value;
    if (!this.#index) return;
    if (!simplify(query)) {
      this.#close();
      this.find("none").hidden = true;
      this.#tell("");
      return;
    }
    const { results, isGuess } = search(this.#index, query, this.#tasks);
    this.#show(results, isGuess);
    const key = isGuess ? (results.length ? "guess" : "nothing") : results.length === 1 ? "one" : "found";
    // While tasks are still on their way, nothing found is not the last word.
    const sentence = results.length || this.#tasks ? fill(this.dataset[key] ?? "", { count: results.length }) : "";
    this.#tell(query.length > MOST_LETTERS ? `${fill(this.dataset.long ?? "", { most: MOST_LETTERS })} ${sentence}` : sentence);
    this.find("none").hidden = !this.#tasks || (!isGuess && results.length > 0);
  }

  /** @param {import("./search.js").Result[]} results @param {boolean} isGuess */
  #show(results, isGuess) {
    this.#at = -1;
    this.input.removeAttribute("aria-activedescendant");
    for (const group of this.list.querySelectorAll("[data-group]")) {
      const own = results.filter(({ kind }) => (isGuess ? "guess" : kind) === group.dataset.group);
      group.hidden = !own.length;
      for (const old of group.querySelectorAll("[role=option]")) old.remove();
      group.append(...own.map((result) => this.#make(result)));
    }
    this.list.querySelectorAll("[role=option]").forEach((/** @type {any} */ option, /** @type {number} */ at) => (option.id = `find-option-${at}`));
    this.#unfold(results.length > 0);
  }

  /** @param {import("./search.js").Result} result */
  #make({ place, slug, title, kind, why }) {
    const copy = this.find("option").content.cloneNode(true);
    const { field, fields } = /** @type {any} */ (this.#index).data;
    const option = copy.firstElementChild;
    option.dataset.slug = slug;
    copy.querySelector("[data-title]").textContent = title;
    const about = kind === "title" ? fields[field[place]] : kind === "alias" ? fill(this.dataset.alias ?? "", { name: why }) : why;
    copy.querySelector("[data-why]").textContent = about;
    return option;
  }

  /** @param {boolean} isOpen */
  #unfold(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  #close() {
    this.#unfold(false);
    this.#at = -1;
    this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.find("status").textContent = sentence;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const options = this.list.querySelectorAll("[role=option]");
    const isOpen = !this.list.hidden && options.length > 0;
    const { key } = event;
    if ((key === "ArrowDown" || key === "ArrowUp") && options.length && this.input.value) {
      const step = key === "ArrowDown" ? 1 : -1;
      // From the box itself, up leads to the last one.
      this.#mark(isOpen ? (this.#at < 0 && step < 0 ? options.length - 1 : (this.#at + step + options.length) % options.length) : step > 0 ? 0 : options.length - 1);
      this.#unfold(true);
    } else if (key === "Enter" && isOpen) this.#open(options[Math.max(0, this.#at)]);
    else if (key === "Escape" && (isOpen || this.input.value)) {
      // The first closes the list, the second empties the box.
      if (isOpen) this.#close();
      else {
        this.input.value = "";
        this.#search();
      }
    } else return;
    event.preventDefault();
  }

  /** @param {number} at */
  #mark(at) {
    this.#at = at;
    this.list.querySelectorAll("[role=option]").forEach((/** @type {any} */ option, /** @type {number} */ place) => {
      option.setAttribute("aria-selected", String(place === at));
      if (place !== at) return;
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  /** Follows a link, so that instant navigation and the history work as with any other. @param {any} option */
  #open(option) {
    if (!option) return;
    const link = document.createElement("a");
    const { address } = /** @type {any} */ (this.#index).data;
    link.href = new URL(fill(address, { slug: option.dataset.slug }), ROOT).href;
    this.append(link);
    link.click();
    link.remove();
  }
}

customElements.define("career-finder", CareerFinder);
