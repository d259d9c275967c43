/**
 * `<career-keeping>`: what lies on the device, to download, to restore from a file, to forget. Nothing happens before it
 * is confirmed here, and nothing that a file says is shown but as text.
 */
import { MOST_BYTES, findNew, findQuizzes, readBackup, restore, writeBackup } from "./backup.js";
import { loadAssessments } from "./collection.js";
import { RECORDS, addRecords, loadRecords, today } from "./records.js";
import { forgetAll, isSaved, readAll } from "./store.js";
import { date, fill, list } from "./words.js";

class CareerKeeping extends HTMLElement {
  #control = new AbortController();
  /** @type {any} */
  #assessments;
  /** What the chosen file brings. @type {any} */
  #found = null;
  /** What brings back what was forgotten, the first time first. @type {((over: string) => void)[]} */
  #undos = [];

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
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
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

  /** Puts away what was asked or said before. @param {string} [sentence] to say now @param {boolean} [focus] where a button has gone */
  #tell(sentence = "", focus = false) {
    this.find("fault").textContent = "";
    this.find("forgotten").hidden = !this.#undos.length;
    for (const question of /** @type {any} */ (this.querySelectorAll("[data-asking]"))) question.hidden = true;
    this.find("told").textContent = sentence;
    if (focus) this.find("told").focus();
  }

  /** @param {string} name restore or forget */
  #ask(name) {
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
    const values = readAll();
    if (!values.size) return this.#tell(this.text.nothing);
    const name = fill(this.text.file_name, { date: today() });
    const href = URL.createObjectURL(new Blob([writeBackup(values, today())], { type: "application/json" }));
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
    const backup = file.size > MOST_BYTES ? "big" : await this.#read(file);
    if (signal.aborted) return;
    // So that the same file, mended, can be chosen again.
    input.value = "";
    this.#tell();
    if (typeof backup === "string") {
      this.find("fault").textContent = this.text.faults[backup];
      return;
    }
    this.#found = findNew(backup, this.#assessments.quizzes);
    const lines = this.#describe(backup).map((textContent) => Object.assign(document.createElement("li"), { textContent }));
    this.find("found").replaceChildren(...lines);
    this.#ask("restore");
  }

  /** @param {File} file */
  async #read(file) {
    try {
      return readBackup(await file.text(), this.#assessments.quizzes);
    } catch (problem) {
      console.warn(problem);
      return "unopened";
    }
  }

  /** What a file holds, and what of it is new. @param {import("./backup.js").Backup} backup @returns {string[]} */
  #describe({ saved, records, values, leftOut }) {
    const { text } = this;
    const { quizzes } = this.#assessments;
    /** @param {Map<string, any>} some */
    const name = (some) => list(findQuizzes(some, quizzes).map(({ title }) => title));
    const lines = [fill(text.saved, { date: date(saved) })];
    if (records.length) {
      const [first, last] = [records[0], records[records.length - 1]].map((record) => date(record.date));
      lines.push(fill(text.results, { count: records.length, first, last }));
      lines.push(fill(text.fresh, { count: this.#found.records.length }));
    } else lines.push(text.no_results);
    if (name(values)) lines.push(fill(text.answers, { names: name(values) }));
    if (name(this.#found.values)) lines.push(fill(text.answers_fresh, { names: name(this.#found.values) }));
    const others = values.size - findQuizzes(values, quizzes).length;
    if (others) lines.push(fill(text.others, { count: others }));
    if (leftOut) lines.push(fill(text.left_out, { count: leftOut }));
    return lines;
  }

  /** What each button does, by its data attribute. @type {Record<string, () => void>} */
  #actions = {
    download: () => this.#download(),
    restore: () => {
      // Another tab may have changed what is here since the file was opened.
      const news = findNew({ saved: "", leftOut: 0, ...this.#found }, this.#assessments.quizzes);
      const isKept = restore(news);
      const counts = { results: news.records.length, others: news.values.size };
      const sentence = isKept ? this.text.restored : this.text.unsaved;
      this.#tell(counts.results + counts.others ? fill(sentence, counts) : this.text.nothing_new, true);
      this.#announce();
    },
    cancel: () => this.#tell(this.text.cancelled, true),
    askForget: () => this.#ask("forget"),
    forget: () => {
      this.#undos.push(forgetAll());
      this.#tell();
      this.find("forgotten").focus();
      this.#announce();
    },
    undo: () => {
      // Results that came since, from a file or in another tab, join those that come back.
      for (const undo of this.#undos.splice(0).reverse()) {
        const { records } = loadRecords(this.#assessments.quizzes);
        undo(RECORDS);
        if (records.length) addRecords(records);
      }
      this.#tell(isSaved() ? this.text.undone : this.text.undone_unsaved, true);
      this.#announce();
    },
  };
}

customElements.define("career-keeping", CareerKeeping);
