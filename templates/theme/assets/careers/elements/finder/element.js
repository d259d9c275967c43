/**
 * `<career-finder>`: a box to type a title, another name, a deed or a wish into, and the occupations that have it below.
 *
 * The combobox pattern with a list of its own (ARIA Authoring Practices, "List Autocomplete with Manual Selection"): the
 * focus stays in the box, arrow keys choose, Enter opens what has been chosen, or what is just as it was typed; of
 * anything else it chooses the first. Names are loaded when the box is first used, tasks after them;
 * titles in other languages where no name has what was typed: of the browser's, of those that have such words where
 * nothing else comes near, and of those that the reader asks for.
 */
import { FIND } from "../../site/addresses.js";
import { closest, findAll, make } from "../../site/dom.js";
import { withSlugs } from "../../data/slugs.js";
import { ROOT, load } from "../../site/loading.js";
import { choose } from "../../language/languages.js";
import { fill, readSentence, setLocale } from "../../language/words.js";
import { Part } from "../part.js";
import { run } from "../../site/slices.js";
import { Languages } from "./languages.js";
import { Lines } from "./lines.js";
import { MOST_LETTERS, simplify } from "./words.js";

/** @import {Found} from "./search.js" */

export const openHeader = () => import("../header/search.js"); // It shares what this needs.

class CareerFinder extends Part {
  /** @type {import("./search.js").Index | null} */
  #index = null;
  /** @type {Lines | null} */
  #lines = null;
  /** @type {typeof import("./search.js").searching | null} comes with the lists, once the box is used */
  #searching = null;
  /** @type {string[][] | null} */
  #tasks = null;
  /** @type {Promise<void> | null} */
  #loading = null;
  /** The reader's languages of which there are titles. @type {string[]} */
  #own = [];
  #languages = new Languages();
  /** Ends the search that is under way. */
  #running = new AbortController();
  /** Once what is shown is what was asked for. @type {Promise<void>} */
  #shown = Promise.resolve();
  /** Whether what comes first is just what was typed. */
  #isSure = false;
  /** The option that the arrow keys have reached, -1 for none. */
  #at = -1;

  actions = { look: () => this.#lookElsewhere() };

  start() {
    setLocale(this.dataset.locale ?? "en");
    const [input, list] = [this.#input, this.#list];
    this.listen(input, "focus", () => this.#prepare());
    this.listen(input, "input", () => {
      this.#prepare();
      this.#search();
    });
    this.listen(input, "keydown", (event) => this.#press(event));
    // Before the box loses the focus, so that the list is still there when the click ends.
    this.listen(list, "pointerdown", (event) => event.preventDefault());
    this.listen(list, "click", ({ target }) => this.#open(closest(target, "[role=option]")));
    this.listen(this, "focusout", ({ relatedTarget: next }) => (next instanceof Node && this.contains(next)) || this.#close());
    this.#own = choose(navigator.languages, findAll(this, "[data-languages] option", HTMLOptionElement).map(({ value }) => value));
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
    // The header leads here, to a box that the browser could not focus while it was hidden.
    if (location.hash === FIND) input.focus();
  }

  get #input() { return this.find("input", HTMLInputElement); }
  get #list() { return this.find("list"); }

  get #options() {
    return findAll(this.#list, "[role=option]");
  }

  /** The next letter that is typed tries again what did not arrive. */
  #prepare() {
    this.#loading ??= this.#fetch().catch((problem) => {
      console.warn(problem);
      this.#loading = null;
      this.#tell(this.dataset.fault ?? "");
      this.find("none").hidden = false;
    });
  }

  async #fetch() {
    const { signal } = this;
    // Without the other words, names alone would say that nothing is called so.
    const [names, finding, search] = await Promise.all([load("names"), load("finding"), import("./search.js")]);
    this.#searching = search.searching;
    this.#index = await run(search.indexing(withSlugs(names), finding), signal);
    this.#lines = new Lines(this.find("option", HTMLTemplateElement), this.dataset, this.#index);
    if (!signal.aborted) this.#search();
    this.#tasks = (await load("tasks")).tasks;
    if (!signal.aborted) this.#search();
  }

  #search() {
    this.#shown = this.#look();
  }

  async #look() {
    const query = this.#input.value;
    // What was looked for before is of no interest any more.
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    if (!this.#index || !this.#searching) return;
    if (!simplify(query)) {
      this.#close();
      this.find("none").hidden = true;
      this.#offer(false);
      this.#tell("");
      return;
    }
    const all = await run(this.#searching(this.#index, query, this.#tasks ?? []), signal);
    const own = all.isBoth ? await this.bring(async () => (await import("../explorer/narrowing.js")).narrowLater(all)) : all;
    const { isNamed, isMeant } = own;
    const found = isNamed ? own : await this.#languages.join(own, query, signal, this.#index, this.dataset.close);
    if (signal.aborted || this.signal.aborted) return;
    this.#show(found);
    const { results, filter, says, isGuess } = found;
    const isNothing = !results.length && !filter;
    // While tasks are still on their way, nothing found is not the last word.
    const sentence = isNothing && !says.length && !this.#tasks ? "" : this.#sum(found);
    this.#tell(query.length > MOST_LETTERS ? `${fill(this.dataset.long ?? "", { most: MOST_LETTERS })} ${sentence}` : sentence);
    this.find("none").hidden = !this.#tasks || (!isGuess && !isNothing);
    this.#offer(Boolean(this.#tasks) && !isNamed && !isMeant);
    if (!this.#tasks || isNamed || isMeant) return;
    if (this.#own.length) this.#learn();
    // What does not arrive can be asked for.
    else if (this.querySelector("[data-elsewhere]")) this.#suspect(query, signal).catch(console.warn);
  }

  /** What came of it, in a sentence. @param {Found} found */
  #sum({ results, filter, says, isGuess }) {
    const { found, guess = "", nothing = "", wished = "" } = this.dataset;
    if (!results.length) return says.join(" ") || (filter ? wished : nothing);
    return [...says, isGuess ? guess : fill(readSentence(found), { count: results.length })].join(" ");
  }

  /** Fetches titles in the reader's own languages. */
  async #learn() {
    for (const language of this.#own.splice(0)) {
      await this.#languages.fetch(language).catch(console.warn);
      if (!this.signal.aborted) this.#search();
    }
  }

  /** @param {string} query @param {AbortSignal} signal */
  async #suspect(query, signal) {
    if (await this.#languages.suspect(query, signal)) this.#search();
  }

  /** Searches the language that the reader has chosen, too. */
  async #lookElsewhere() {
    const { value: language } = this.find("languages", HTMLSelectElement);
    await this.bring(() => this.#languages.fetch(language));
    this.#input.focus();
    this.#search();
  }

  /** @param {boolean} isOffered */
  #offer(isOffered) {
    for (const part of findAll(this, "[data-elsewhere]")) part.hidden = !isOffered;
  }

  /** @param {Found} found */
  #show(found) {
    this.#at = -1;
    this.#isSure = found.isSure;
    this.#input.removeAttribute("aria-activedescendant");
    const lines = this.#lines?.make(found) ?? [];
    this.#list.replaceChildren(...lines);
    this.#unfold(lines.length > 0);
  }

  /** @param {boolean} isOpen */
  #unfold(isOpen) {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
  }

  #close() {
    this.#running.abort();
    this.#unfold(false);
    this.#at = -1;
    this.#input.removeAttribute("aria-activedescendant");
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.find("status").textContent = sentence;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const options = this.#options;
    const isOpen = !this.#list.hidden && options.length > 0;
    const { key } = event;
    if ((key === "ArrowDown" || key === "ArrowUp") && options.length && this.#input.value) {
      const step = key === "ArrowDown" ? 1 : -1;
      // From the box itself, up leads to the last one.
      this.#mark(isOpen ? (this.#at < 0 && step < 0 ? options.length - 1 : (this.#at + step + options.length) % options.length) : step > 0 ? 0 : options.length - 1);
      this.#unfold(true);
    } else if (key === "Enter" && this.#input.value) this.#shown.then(() => this.#enter());
    else if (key === "Escape" && (isOpen || this.#input.value)) {
      // The first closes the list, the second empties the box.
      if (isOpen) this.#close();
      else {
        this.#input.value = "";
        this.#search();
      }
    } else return;
    event.preventDefault();
  }

  /** What nobody has chosen opens only if it is just what was typed. */
  #enter() {
    const options = this.#options;
    if (this.#list.hidden || !options.length) return;
    if (this.#at >= 0 || this.#isSure) return this.#open(options[Math.max(0, this.#at)]);
    this.#mark(0);
    this.#tell(this.dataset.again ?? "");
  }

  /** @param {number} at */
  #mark(at) {
    this.#at = at;
    this.#options.forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === at));
      if (place !== at) return;
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  /** Follows a link, so that instant navigation and the history work as with any other. @param {HTMLElement | null} option */
  #open(option) {
    if (!option) return;
    const way = make("a", { href: new URL(option.dataset.href ?? "", ROOT).href });
    this.append(way);
    way.click();
    way.remove();
  }
}

customElements.define("career-finder", CareerFinder);
