/**
 * `<career-keeping>`: what lies on the device, to download, to bring back from a file, to forget. Nothing happens before it
 * is confirmed here, and nothing that a file says is shown but as text. What reads files is loaded when one is chosen.
 */
import { MOST_BYTES, readBackup, writeBackup } from "../../kept/files/backup.js";
import { loadAssessments } from "../../data/collection.js";
import { countParts, lookHere, lookThrough, nameParts } from "../../kept/files/holdings.js";
import { remember } from "../../kept/files/remembering.js";
import { SETTINGS } from "../../kept/settings.js";
import { findUnreadable, forgetAll, isAllowed, isSaved, readAll } from "../../kept/store.js";
import { today } from "../../language/dates.js";
import { find, findAll, items } from "../../site/dom.js";
import { download } from "../../actions/downloading.js";
import { fill } from "../../language/words.js";
import { Part, announce } from "../part.js";

/** All but the settings, which other parts of the page change in passing. */
const takeStock = () => JSON.stringify([...readAll()].filter(([name]) => name !== SETTINGS));

/**
 * @typedef {typeof import("./sentences.js")} Telling @typedef {typeof import("../../kept/files/merging.js")} Merging
 * @typedef {{telling: Telling, merging: Merging, words: Awaited<ReturnType<Telling["loadWords"]>>, contents: import("../../kept/files/merging.js").Contents}} Offer
 */

/** What knows what to do with a file. */
const loadTools = () => Promise.all([import("./sentences.js"), import("../../kept/files/merging.js")]);

/** @extends {Part<import("../../data/collection.js").Assessments>} */
class CareerKeeping extends Part {
  /** The file that was chosen last. @type {File | null} */
  #file = null;
  /** What it holds, and the modules that know what to do with it. @type {Offer | null} */
  #offer = null;
  /**
   * What was done here, the last one last: what puts back how it was before, and how it was after an import.
   *
   * @type {{putBack: () => void, isForgotten: boolean, after: string}[]}
   */
  #history = [];

  load() {
    return loadAssessments();
  }

  start() {
    this.listen(this.find("file"), "change", () => this.#open());
    this.heed(null, () => this.#refresh());
    this.find("view").hidden = false;
    this.#refresh();
  }

  /** Stays, since it knows how to bring back what was forgotten. */
  renew() {
    return false;
  }

  get #words() {
    return this.data.text.keep;
  }

  /** Says what is here, and what would become of it if a file is open. */
  #refresh() {
    const parts = countParts(lookHere(this.data.quizzes));
    this.find("kept").textContent = parts.length ? fill(this.#words.kept, { parts: nameParts(parts, this.#words) }) : this.#words.nothing_kept;
    this.find("forbidden").hidden = isAllowed() && isSaved();
    if (this.#offer) this.#describe(this.#offer);
  }

  /** Puts away what was asked or said before. @param {string} [sentence] to say now @param {boolean} [focus] where a button has gone */
  #tell(sentence = "", focus = false) {
    const last = this.#history.at(-1);
    this.find("fault").textContent = "";
    this.find("forgotten").hidden = !last?.isForgotten;
    this.find("imported").hidden = !last || last.isForgotten;
    for (const question of findAll(this, "[data-asking]")) question.hidden = true;
    this.find("told").textContent = sentence;
    if (focus) this.find("told").focus();
  }

  /** @param {string} name restore, forget or undo */
  #ask(name) {
    if (name !== "restore") this.#offer = null;
    this.#tell();
    const question = this.find(`asking=${name}`);
    question.hidden = false;
    find(question, "title").focus();
  }

  #download() {
    const values = readAll();
    // After the reading above, which sets aside what cannot be read.
    const { length: count } = findUnreadable();
    const leftOut = count ? [fill(this.#words.not_downloaded, { count })] : [];
    if (!countParts(lookThrough(values, this.data.quizzes)).length) return this.#tell([this.#words.nothing, ...leftOut].join(" "));
    const name = fill(this.#words.file_name, { date: today() });
    download(name, writeBackup(values, today()), "application/json");
    this.#tell([fill(this.#words.downloaded, { name }), ...leftOut].join(" "));
  }

  async #open() {
    const input = this.find("file", HTMLInputElement);
    const file = input.files?.[0];
    if (!file) return;
    this.#file = file;
    const found = file.size > MOST_BYTES ? this.#words.faults.big : await this.#read(file);
    if (this.signal.aborted || this.#file !== file) return;
    // So that the same file, mended, can be chosen again.
    input.value = "";
    this.#offer = typeof found === "string" ? null : found;
    this.#tell();
    if (typeof found === "string") {
      this.find("fault").textContent = found;
      return;
    }
    this.#describe(found);
    this.#ask("restore");
  }

  /** @param {File} file @returns {Promise<Offer | string>} an offer, or what is wrong with the file */
  async #read(file) {
    const { quizzes } = this.data;
    const [telling, merging] = await this.bring(loadTools);
    const words = await telling.loadWords(this.data);
    try {
      const backup = readBackup(await file.text(), quizzes);
      const contents = "fault" in backup ? backup : merging.readContents(backup, quizzes);
      return "fault" in contents ? telling.tellFault(contents, words) : { telling, merging, words, contents };
    } catch (problem) {
      console.warn(problem);
      return this.#words.faults.unopened;
    }
  }

  /** What the file holds and what each choice would do as things stand. @param {Offer} offer */
  #describe({ contents, merging, telling, words }) {
    const { quizzes } = this.data;
    const outcome = merging.findMerge(readAll(), contents.values, quizzes);
    /** @param {string} name @param {string[]} lines */
    const show = (name, lines) => this.find(name).replaceChildren(...items(lines));
    show("found", telling.tellContents(contents, words));
    show("merging", telling.tellMerge(outcome, words));
    show("replacing", [telling.tellReplace(lookHere(quizzes), words)]);
    const button = this.find("merge");
    if (outcome.limit && button === document.activeElement) find(this.find("asking=restore"), "title").focus();
    button.hidden = Boolean(outcome.limit);
  }

  /** Puts the file away. @param {string} sentence */
  #close(sentence) {
    this.#offer = null;
    this.#tell(sentence, true);
  }

  /** After an import. @param {() => void} putBack @param {string[]} sentences */
  #finish(putBack, sentences) {
    const done = { putBack, isForgotten: false, after: "" };
    this.#offer = null;
    this.#history.push(done);
    announce();
    done.after = takeStock();
    this.#tell([...sentences, ...(isSaved() ? [] : [this.#words.unsaved])].join(" "), true);
  }

  /** The last import as if it had never been; or all that was forgotten since the first time, with what came since. */
  async #undo() {
    const isForgotten = this.#history.at(-1)?.isForgotten;
    if (!isForgotten) this.#history.pop()?.putBack();
    else {
      const [, { reunite }] = await this.bring(loadTools);
      // A second click may have been quicker.
      const at = this.#history.findIndex((done) => done.isForgotten);
      const forgotten = at < 0 ? [] : this.#history.splice(at).filter((done) => done.isForgotten);
      for (const { putBack } of forgotten.reverse()) reunite(putBack, this.data.quizzes);
    }
    this.#tell(isSaved() ? this.#words.undone : this.#words.undone_unsaved, true);
    announce();
  }

  actions = {
    download: () => this.#download(),
    merge: () => {
      // Another tab may have changed what is here since the file was opened.
      if (!this.#offer) return;
      const { contents, merging, telling, words } = this.#offer;
      const outcome = merging.findMerge(readAll(), contents.values, this.data.quizzes);
      if (outcome.limit) return this.#describe(this.#offer);
      if (!outcome.values.size) return this.#close(telling.tellMerge(outcome, words).join(" "));
      const putBack = remember();
      merging.merge(outcome);
      this.#finish(putBack, [this.#words.merged, ...telling.tellMerge(outcome, words)]);
    },
    replace: () => {
      if (!this.#offer) return;
      const { contents, merging } = this.#offer;
      const putBack = remember();
      if (!merging.replace(contents)) {
        this.find("fault").textContent = this.#words.refused;
        return;
      }
      const parts = countParts(lookHere(this.data.quizzes));
      this.#finish(putBack, [fill(this.#words.replaced, { parts: nameParts(parts, this.#words) })]);
    },
    cancel: () => this.#close(this.#words.cancelled),
    askForget: () => this.#ask("forget"),
    forget: () => {
      this.#history.push({ putBack: remember(), isForgotten: true, after: "" });
      forgetAll();
      this.#tell();
      this.find("forgotten").focus();
      announce();
    },
    undo: () => {
      const last = this.#history.at(-1);
      if (last?.isForgotten === false && last.after !== takeStock()) this.#ask("undo");
      else if (last) this.#undo();
    },
    undoAll: () => this.#undo(),
  };
}

customElements.define("career-keeping", CareerKeeping);
