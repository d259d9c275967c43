/**
 * `<career-keeping>`: what lies on the device, to download, to bring back from a file, to forget. Nothing happens before it
 * is confirmed here, and nothing that a file says is shown but as text. What reads files is loaded when one is chosen.
 */
import { MOST_BYTES, readBackup, writeBackup } from "../../kept/backup.js";
import { loadAssessments } from "../../data/collection.js";
import { countParts, lookHere, nameParts } from "../../kept/holdings.js";
import { SETTINGS } from "../../kept/records.js";
import { forgetAll, isAllowed, isSaved, readAll, remember, watch } from "../../kept/store.js";
import { today } from "../../site/dates.js";
import { fill } from "../../site/words.js";

/** All but the settings, which other parts of the page change in passing. */
const takeStock = () => JSON.stringify([...readAll()].filter(([name]) => name !== SETTINGS));

class CareerKeeping extends HTMLElement {
  #control = new AbortController();
  /** @type {any} */
  #assessments;
  /** The file that was chosen last. @type {File | null} */
  #file = null;
  /** What it holds, and the modules that know what to do with it. @type {any} */
  #offer = null;
  /**
   * What was done here, the last one last: what puts back how it was before, and how it was after an import.
   *
   * @type {{putBack: () => void, isForgotten: boolean, after: string}[]}
   */
  #history = [];

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    try {
      this.#assessments = await loadAssessments();
    } catch (problem) {
      console.warn(problem);
      return;
    }
    if (signal.aborted) return;
    this.text = this.#assessments.text.keep;
    this.addEventListener("click", this, { signal });
    this.find("file").addEventListener("change", () => this.#open(signal), { signal });
    const refresh = () => this.#refresh();
    document.addEventListener("careers:changed", refresh, { signal });
    // Going back may bring the page as it was left.
    addEventListener("pageshow", refresh, { signal });
    watch(null, refresh, signal);
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
    this.#refresh();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {any} event */
  handleEvent({ target }) {
    const { dataset } = target.closest("button") ?? this;
    for (const name in dataset) this.#actions[name]?.();
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** Says what is here, and what would become of it if a file is open. */
  #refresh() {
    const parts = countParts(lookHere(this.#assessments.quizzes));
    this.find("kept").textContent = parts.length ? fill(this.text.kept, { parts: nameParts(parts, this.text) }) : this.text.nothing_kept;
    this.find("forbidden").hidden = isAllowed() && isSaved();
    if (this.#offer) this.#describe();
  }

  /** Puts away what was asked or said before. @param {string} [sentence] to say now @param {boolean} [focus] where a button has gone */
  #tell(sentence = "", focus = false) {
    const last = this.#history.at(-1);
    this.find("fault").textContent = "";
    this.find("forgotten").hidden = !last?.isForgotten;
    this.find("imported").hidden = !last || last.isForgotten;
    for (const question of /** @type {any} */ (this.querySelectorAll("[data-asking]"))) question.hidden = true;
    this.find("told").textContent = sentence;
    if (focus) this.find("told").focus();
  }

  /** @param {string} name restore, forget or undo */
  #ask(name) {
    if (name !== "restore") this.#offer = null;
    this.#tell();
    const question = this.find(`asking=${name}`);
    question.hidden = false;
    question.querySelector("[data-title]").focus();
  }

  /** Tells the other parts of the page. */
  #announce() {
    document.dispatchEvent(new CustomEvent("careers:changed"));
  }

  #download() {
    const { quizzes } = this.#assessments;
    if (!countParts(lookHere(quizzes)).length) return this.#tell(this.text.nothing);
    const name = fill(this.text.file_name, { date: today() });
    const href = URL.createObjectURL(new Blob([writeBackup(readAll(), today())], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href, download: name }).click();
    // The browser reads the file after this returns.
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    this.#tell(fill(this.text.downloaded, { name }));
  }

  /** @param {AbortSignal} signal */
  async #open(signal) {
    const input = this.find("file");
    const [file] = input.files;
    if (!file) return;
    this.#file = file;
    const found = file.size > MOST_BYTES ? this.text.faults.big : await this.#read(file);
    if (signal.aborted || this.#file !== file) return;
    // So that the same file, mended, can be chosen again.
    input.value = "";
    this.#offer = typeof found === "string" ? null : found;
    this.#tell();
    if (!this.#offer) {
      this.find("fault").textContent = found;
      return;
    }
    this.#describe();
    this.#ask("restore");
  }

  /** @param {File} file @returns {Promise<any>} an offer, or what is wrong with the file */
  async #read(file) {
    const { quizzes } = this.#assessments;
    try {
      const [telling, merging] = await Promise.all([import("./sentences.js"), import("../../kept/merging.js")]);
      const words = await telling.loadWords(this.#assessments);
      const backup = readBackup(await file.text(), quizzes);
      const contents = "fault" in backup ? backup : merging.readContents(backup, quizzes);
      return "fault" in contents ? telling.tellFault(contents, words) : { contents, merging, telling, words };
    } catch (problem) {
      console.warn(problem);
      return this.text.faults.unopened;
    }
  }

  /** What the file holds and what each choice would do as things stand. */
  #describe() {
    const { quizzes } = this.#assessments;
    const { contents, merging, telling, words } = this.#offer;
    const outcome = merging.findMerge(readAll(), contents.values, quizzes);
    /** @param {string} name @param {string[]} lines */
    const show = (name, lines) =>
      this.find(name).replaceChildren(...lines.map((textContent) => Object.assign(document.createElement("li"), { textContent })));
    show("found", telling.tellContents(contents, words));
    show("merging", telling.tellMerge(outcome, words));
    show("replacing", [telling.tellReplace(lookHere(quizzes), words)]);
    const button = this.find("merge");
    if (outcome.limit && button === document.activeElement) this.find("asking=restore").querySelector("[data-title]").focus();
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
    this.#announce();
    done.after = takeStock();
    this.#tell([...sentences, ...(isSaved() ? [] : [this.text.unsaved])].join(" "), true);
  }

  /** The last import as if it had never been; or all that was forgotten since the first time, with what came since. */
  async #undo() {
    const isForgotten = this.#history.at(-1)?.isForgotten;
    if (!isForgotten) this.#history.pop()?.putBack();
    else {
      try {
        const { reunite } = await import("../../kept/merging.js");
        // A second click may have been quicker.
        const at = this.#history.findIndex((done) => done.isForgotten);
        const forgotten = at < 0 ? [] : this.#history.splice(at).filter((done) => done.isForgotten);
        for (const { putBack } of forgotten.reverse()) reunite(putBack, this.#assessments.quizzes);
      } catch (problem) {
        console.warn(problem);
        return this.#tell(this.text.failed, true);
      }
    }
    this.#tell(isSaved() ? this.text.undone : this.text.undone_unsaved, true);
    this.#announce();
  }

  /** What each button does, by its data attribute. @type {Record<string, () => void>} */
  #actions = {
    download: () => this.#download(),
    merge: () => {
      // Another tab may have changed what is here since the file was opened.
      const { contents, merging, telling, words } = this.#offer;
      const outcome = merging.findMerge(readAll(), contents.values, this.#assessments.quizzes);
      if (outcome.limit) return this.#describe();
      if (!outcome.values.size) return this.#close(this.text.nothing_new);
      const putBack = remember();
      merging.merge(outcome);
      this.#finish(putBack, [this.text.merged, ...telling.tellMerge(outcome, words)]);
    },
    replace: () => {
      const { contents, merging } = this.#offer;
      const putBack = remember();
      if (!merging.replace(contents)) return (this.find("fault").textContent = this.text.refused);
      const parts = countParts(lookHere(this.#assessments.quizzes));
      this.#finish(putBack, [fill(this.text.replaced, { parts: nameParts(parts, this.text) })]);
    },
    cancel: () => this.#close(this.text.cancelled),
    askForget: () => this.#ask("forget"),
    forget: () => {
      this.#history.push({ putBack: remember(), isForgotten: true, after: "" });
      forgetAll();
      this.#tell();
      this.find("forgotten").focus();
      this.#announce();
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
