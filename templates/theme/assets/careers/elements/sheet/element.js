/**
 * `<career-sheet>`: keeps what is written into the worksheet inside it. The form is the page's own; what is needed in
 * addition stands hidden in it, with all sentences as data- attributes of the status.
 */
import { isAllowed, isSaved, watch } from "../../kept/store.js";
import { SHEET } from "../../kept/sheets.js";
import { setLocale } from "../../site/words.js";
import { Entries } from "./entries.js";
import { copyText, findFields, readField, readMarks, showField, showValues, tidyRows } from "./fields.js";
import { tellChange, tellHints } from "./hints.js";
import { listEntries } from "./listing.js";
import { printAlone } from "./printing.js";
import { addButtons, removeRow } from "./rows.js";
import { Undoing } from "../../site/undoing.js";

/** @typedef {import("../../kept/sheets.js").Value} Value */

/** How long the reader pauses before it is saved, in milliseconds. */
const PAUSE = 300;

/** So long the status keeps in sight. */
const FRESH = 3000;

/** Room that is taken while the reader presses a button would make the press miss it. */
const PRESS = 200;

export class CareerSheet extends HTMLElement {
  #control = new AbortController();
  /** @type {any} */
  #entries;
  /** @type {any} */
  #undoing;
  /** Fields with something that is not saved yet. @type {Set<any>} */
  #changed = new Set();
  #pause = 0;
  #fresh = 0;
  /** The sentences. @type {any} */
  words = {};

  connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    const isNew = !("live" in this.dataset);
    this.words = this.find("status").dataset;
    setLocale(this.dataset.locale ?? "en");
    this.#entries = new Entries(this.dataset.sheet ?? "", !("entry" in this.dataset));
    this.#entries.open(location.hash.slice("#entry-".length));
    this.#undoing = new Undoing(this.find("done"));
    if (isNew) addButtons(this);
    // What the reader was quicker to write than the script to arrive stays.
    const early = isNew ? findFields(this).filter((field) => readField(field) !== undefined) : [];
    this.#show(early);
    this.find("unkept").hidden = isSaved() && isAllowed();
    if (early.length) this.#keep(early);
    for (const type of ["input", "focusout", "click"]) this.addEventListener(type, this, { signal });
    for (const type of ["pagehide", "visibilitychange"]) addEventListener(type, () => this.flush(), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.refresh(), { signal });
    document.addEventListener("careers:changed", () => this.refresh(), { signal });
    watch(SHEET + this.dataset.sheet, () => this.refresh("otherTab"), signal);
    this.find("tools").hidden = this.find("foot").hidden = false;
    this.dataset.live = "";
  }

  disconnectedCallback() {
    this.flush();
    this.#control.abort();
  }

  /** Aborted when the page is left. */
  get signal() {
    return this.#control.signal;
  }

  /** @param {any} event */
  handleEvent({ type, target }) {
    const field = target.closest("[data-field]");
    if (type === "click") {
      const button = target.closest("button");
      for (const name in button?.dataset) this.#actions[name]?.(button);
    } else if (field && type === "focusout") {
      this.flush();
      setTimeout(() => tellHints(field, target, this.words, true), PRESS);
    } else if (field) this.#take(field, target);
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** The first thing to write in. @returns {any} */
  get first() {
    return this.querySelector("[data-field] :is(input, textarea, select)");
  }

  /** The reader has written in a field. @param {any} field @param {any} control */
  #take(field, control) {
    copyText(control);
    const list = control.closest("[data-rows]");
    if (list) tidyRows(list);
    tellHints(field, control, this.words);
    tellChange(field);
    this.#changed.add(field);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.flush(), PAUSE);
  }

  /** Saves what is not saved yet. */
  flush() {
    clearTimeout(this.#pause);
    const fields = [...this.#changed];
    this.#changed.clear();
    if (fields.length) this.#keep(fields);
  }

  /** @param {any[]} fields */
  #keep(fields) {
    this.#tell(this.#entries.keep(fields.map((field) => [field.dataset.field, readField(field), readMarks(field)])));
  }

  /** @param {string} result of keeping */
  #tell(result) {
    this.find("unkept").hidden = result !== "unsaved";
    this.say(result);
    listEntries(this, this.#entries, findFields(this));
  }

  /** @param {string} name of a sentence; nothing is said if there is none */
  say(name) {
    const status = this.find("status");
    const sentence = this.words[name] ?? "";
    // The same one again would be read out again.
    if (status.textContent !== sentence) status.textContent = sentence;
    status.dataset.fresh = "";
    clearTimeout(this.#fresh);
    this.#fresh = setTimeout(() => status.removeAttribute("data-fresh"), FRESH);
  }

  /** Shows the open entry. @param {any[]} [except] fields that stay as they are */
  #show(except = []) {
    const { values, marks = {} } = this.#entries.current;
    const fields = findFields(this);
    if (!except.length) showValues(this, values, marks);
    for (const field of fields.filter((one) => !except.includes(one))) {
      if (except.length) showField(field, values[field.dataset.field], marks[field.dataset.field]);
      field.querySelector("[data-hint]")?.remove();
    }
    fields.forEach(tellChange);
    listEntries(this, this.#entries, fields);
  }

  /** Another tab or another part of the page has changed what is kept. @param {string} [sentence] */
  refresh(sentence = "") {
    this.flush();
    const before = JSON.stringify(this.#entries.all);
    const isGone = this.#entries.load();
    if (JSON.stringify(this.#entries.all) === before) return;
    const here = document.activeElement?.closest("[data-field]");
    this.#show(!isGone && here && this.contains(here) ? [here] : []);
    this.say(isGone ? "gone" : sentence);
  }

  /** @param {string} id @returns {boolean} whether there is such an entry */
  #open(id) {
    this.flush();
    const isThere = this.#entries.open(id);
    this.#show();
    return isThere;
  }

  /** Writes into fields in the reader's stead. @param {[field: any, value: Value | undefined, marks?: string[]][]} changes rows keep the marks of their places if there are no others */
  put(changes) {
    for (const [field, value, marks = readMarks(field)] of changes) {
      showField(field, value, marks);
      tellChange(field);
      tellHints(field, field.querySelector("input, textarea"), this.words, true);
    }
    this.#keep(changes.map(([field]) => field));
  }

  /**
   * Says what was done to the open entry, with a way back.
   *
   * @param {string} sentence @param {() => any} undo returns what is to have the focus then @param {Element} [after] where
   */
  offerUndo(sentence, undo, after = this.find("foot").firstElementChild) {
    const { id } = this.#entries.current;
    const isOpen = () => this.#entries.current.id === id || this.#open(id);
    this.#undoing.offer(sentence, () => (isOpen() ? undo() : null), after);
  }

  /** What each button does, by its data attribute. @type {Record<string, (button: any) => void>} */
  #actions = {
    open: ({ dataset }) => this.#open(dataset.open),
    new: () => {
      this.flush();
      if (!this.#entries.begin()) return this.say("tooMany");
      this.#show();
      this.first.focus();
    },
    delete: () => {
      this.flush();
      const undo = this.#entries.remove();
      this.#show();
      const back = () => {
        undo();
        this.#show();
        return this.first;
      };
      this.#undoing.offer(this.words.deleted, back, this.find("foot").firstElementChild);
    },
    clear: () => {
      this.flush();
      const { values, marks = {} } = this.#entries.current;
      const old = /** @type {[string, Value, string[]][]} */ (Object.entries(values).map(([field, value]) => [field, value, marks[field]]));
      const keep = (/** @type {any[]} */ changes) => {
        this.#tell(this.#entries.keep(changes));
        this.#show();
      };
      keep(old.map(([field]) => [field, undefined]));
      this.offerUndo(this.words.cleared, () => {
        // What was written since stays.
        keep(old.filter(([field]) => !Object.hasOwn(this.#entries.current.values, field)));
        return this.first;
      });
    },
    remove: (button) => removeRow(this, button),
    undo: () => {
      const next = this.#undoing.take();
      this.say(next ? "undone" : "gone");
      (next ?? this.first).focus();
    },
    print: () => {
      this.flush();
      printAlone(this);
    },
    fillIn: async (button) => {
      if (!this.find("panel").hidden) return this.closePanel();
      try {
        const { open } = await import(`./fills/${this.dataset.fill}.js`);
        await open(this);
      } catch (problem) {
        console.warn(problem);
        return this.say("unloaded");
      }
      if (this.signal.aborted) return;
      button.setAttribute("aria-expanded", "true");
      this.find("panel").hidden = false;
      this.find("panel").focus();
    },
  };

  /** Puts away what was offered to fill in. */
  closePanel() {
    this.find("panel").replaceChildren();
    this.find("panel").hidden = true;
    this.find("fill-in").setAttribute("aria-expanded", "false");
    this.find("fill-in").focus();
  }
}

customElements.define("career-sheet", CareerSheet);
