/**
 * `<career-sheet>`: keeps what is written into the worksheet inside it. The form is the page's own; what is needed in
 * addition stands hidden in it, with all sentences as data- attributes of the status.
 */
import { SHEET } from "../../kept/sheets.js";
import { isAllowed, isSaved } from "../../kept/store.js";
import { ENTRY } from "../../site/addresses.js";
import { closest, findAll } from "../../site/dom.js";
import { Undoing } from "../../actions/undoing.js";
import { setLocale } from "../../language/words.js";
import { Part } from "../part.js";
import { Entries } from "./entries.js";
import { copyText, findFields, isControl, readField, readMarks, showField, showValues, tidyRows } from "./fields.js";
import { tellChange, tellHints } from "./hints.js";
import { listEntries } from "./listing.js";
import { Panel } from "./panel.js";
import { printAlone } from "./printing.js";
import { addButtons, removeRow } from "./rows.js";

/**
 * @typedef {import("../../kept/sheets.js").Value} Value
 * @typedef {[field: HTMLElement, value: Value | undefined, marks?: string[]]} Change
 */

/** How long the reader pauses before it is saved, in milliseconds. */
const PAUSE = 300;

/** So long the status keeps in sight. */
const FRESH = 3000;

/** Room that is taken while the reader presses a button would make the press miss it. */
const PRESS = 200;

/** @extends {Part<{entries: Entries, undoing: Undoing, panel: Panel}>} */
export class CareerSheet extends Part {
  /** Fields with something that is not saved yet. @type {Set<HTMLElement>} */
  #changed = new Set();
  #pause = 0;
  #fresh = 0;

  load() {
    return { entries: new Entries(this.dataset.sheet ?? "", !("entry" in this.dataset)), undoing: new Undoing(this.find("done")), panel: new Panel(this) };
  }

  start() {
    const isNew = !("live" in this.dataset);
    setLocale(this.dataset.locale ?? "en");
    this.data.entries.open(ENTRY.read(location.hash) ?? "");
    if (isNew) addButtons(this);
    // What the reader was quicker to write than the script to arrive stays.
    const early = isNew ? findFields(this).filter((field) => readField(field) !== undefined) : [];
    this.#show(early);
    this.find("unkept").hidden = isSaved() && isAllowed();
    if (early.length) this.#keep(early);
    this.listen(this, "input", ({ target }) => this.#take(target));
    this.listen(this, "focusout", ({ target }) => this.#leave(target));
    this.listen(window, ["pagehide", "visibilitychange"], () => this.flush());
    this.heed([SHEET + this.dataset.sheet], (isElsewhere) => this.refresh(isElsewhere ? "otherTab" : ""));
    this.dataset.live = "";
  }

  disconnectedCallback() {
    this.flush();
    super.disconnectedCallback();
  }

  /** The sentences. */
  get words() {
    return this.find("status").dataset;
  }

  /** The first thing to write in. @returns {HTMLElement} */
  get first() {
    return findAll(this, "[data-field] :is(input, textarea, select)")[0];
  }

  /** The reader has written in a field. @param {EventTarget | null} target */
  #take(target) {
    const field = closest(target, "[data-field]");
    if (!field || !isControl(target)) return;
    copyText(target);
    const list = closest(target, "[data-rows]");
    if (list) tidyRows(list);
    tellHints(field, target, this.words);
    tellChange(field);
    this.#changed.add(field);
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.flush(), PAUSE);
  }

  /** The reader has left a control. @param {EventTarget | null} target */
  #leave(target) {
    const field = closest(target, "[data-field]");
    if (!field) return;
    this.flush();
    setTimeout(() => isControl(target) && tellHints(field, target, this.words, true), PRESS);
  }

  /** Saves what is not saved yet. */
  flush() {
    clearTimeout(this.#pause);
    const fields = [...this.#changed];
    this.#changed.clear();
    if (fields.length) this.#keep(fields);
  }

  /** @param {HTMLElement[]} fields */
  #keep(fields) {
    this.#tell(this.data.entries.keep(fields.map((field) => [nameOf(field), readField(field), readMarks(field)])));
  }

  /** @param {string} result of keeping */
  #tell(result) {
    this.find("unkept").hidden = result !== "unsaved";
    this.say(result);
    listEntries(this, this.data.entries, findFields(this));
  }

  /** @param {string} name of a sentence; nothing is said if there is none */
  say(name) {
    const status = this.find("status");
    const sentence = this.words[name] ?? "";
    // The same one again would be read out again.
    if (status.textContent !== sentence) status.textContent = sentence;
    status.dataset.fresh = "";
    clearTimeout(this.#fresh);
    this.#fresh = window.setTimeout(() => status.removeAttribute("data-fresh"), FRESH);
  }

  /** Shows the open entry. @param {HTMLElement[]} [except] fields that stay as they are */
  #show(except = []) {
    const { values, marks = {} } = this.data.entries.current;
    const fields = findFields(this);
    if (!except.length) showValues(this, values, marks);
    for (const field of fields.filter((one) => !except.includes(one))) {
      if (except.length) showField(field, values[nameOf(field)], marks[nameOf(field)]);
      field.querySelector("[data-hint]")?.remove();
    }
    fields.forEach(tellChange);
    listEntries(this, this.data.entries, fields);
  }

  /** Another tab or another part of the page has changed what is kept. @param {string} [sentence] */
  refresh(sentence = "") {
    this.flush();
    this.data.undoing.sift();
    const before = JSON.stringify(this.data.entries.all);
    const isGone = this.data.entries.load();
    if (JSON.stringify(this.data.entries.all) === before) return;
    const here = closest(document.activeElement, "[data-field]");
    this.#show(!isGone && here && this.contains(here) ? [here] : []);
    this.say(isGone ? "gone" : sentence);
  }

  /** @param {string} id @returns {boolean} whether there is such an entry */
  #open(id) {
    this.flush();
    const isThere = this.data.entries.open(id);
    this.#show();
    return isThere;
  }

  /** Writes into fields in the reader's stead. @param {Change[]} changes rows keep the marks of their places if there are no others */
  put(changes) {
    for (const [field, value, marks = readMarks(field)] of changes) {
      showField(field, value, marks);
      tellChange(field);
      const [control] = findAll(field, "input, textarea");
      if (isControl(control)) tellHints(field, control, this.words, true);
    }
    this.#keep(changes.map(([field]) => field));
  }

  /**
   * Says what was done to the open entry, with a way back.
   *
   * @param {string} sentence @param {() => HTMLElement | null} undo returns what is to have the focus then @param {Element} [after] where
   */
  offerUndo(sentence, undo, after = this.#foot) {
    const { id } = this.data.entries.current;
    const isOpen = () => this.data.entries.current.id === id || this.#open(id);
    this.data.undoing.offer(sentence, () => (isOpen() ? undo() : null), after, () => !this.data.entries.isForgotten);
  }

  /** The buttons that stand below the form. */
  get #foot() {
    return this.find("foot").children[0];
  }

  /** @type {import("../part.js").Actions} */
  actions = {
    open: (id) => this.#open(id),
    new: () => {
      this.flush();
      if (!this.data.entries.begin()) return this.say("tooMany");
      this.#show();
      this.first.focus();
    },
    delete: () => {
      this.flush();
      const undo = this.data.entries.remove();
      this.#show();
      const back = () => {
        undo();
        this.#show();
        return this.first;
      };
      this.data.undoing.offer(this.words.deleted ?? "", back, this.#foot, () => !this.data.entries.isForgotten);
    },
    clear: () => {
      this.flush();
      const { values, marks = {} } = this.data.entries.current;
      const old = Object.entries(values).map(([field, value]) => /** @type {[string, Value, string[] | undefined]} */ ([field, value, marks[field]]));
      const keep = (/** @type {Parameters<Entries["keep"]>[0]} */ changes) => {
        this.#tell(this.data.entries.keep(changes));
        this.#show();
      };
      keep(old.map(([field]) => [field, undefined]));
      this.offerUndo(this.words.cleared ?? "", () => {
        // What was written since stays.
        keep(old.filter(([field]) => !Object.hasOwn(this.data.entries.current.values, field)));
        return this.first;
      });
    },
    remove: (_, button) => removeRow(this, button),
    undo: () => {
      const next = this.data.undoing.take();
      this.say(next ? "undone" : "gone");
      (next ?? this.first).focus();
    },
    print: () => {
      this.flush();
      printAlone(this);
    },
    fillIn: () => this.data.panel.toggle(),
  };

  /** Puts away what was offered to fill in. */
  closePanel() {
    this.data.panel.close();
  }
}

/** @param {HTMLElement} field */
const nameOf = (field) => field.dataset.field ?? "";

customElements.define("career-sheet", CareerSheet);
