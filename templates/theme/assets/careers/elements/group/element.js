/**
 * `<career-group>`: how the results of several people spread, from the links and files that they hand over. All of it
 * lives in this element and ends with it: nothing is ever stored.
 */
import { loadAssessments } from "../../data/collection.js";
import { assessRecord } from "../../reader/reader.js";
import { copy, find, findAll } from "../../site/dom.js";
import { fill, list } from "../../language/words.js";
import { Part } from "../part.js";
import { checkHandouts } from "./handouts.js";
import { readInputs } from "./inputs.js";
import { MOST, areSame } from "./members.js";
import { showShared } from "./shared.js";
import { showSpread } from "./tables.js";

/**
 * @typedef {{number: number, name: string, source: string, records: import("./members.js").Records}} Member
 * @typedef {{label: string, reason: string, again?: import("./inputs.js").Read}} Refused
 */

/** @extends {Part<import("../../data/collection.js").Assessments>} */
class CareerGroup extends Part {
  /** @type {Member[]} */
  #members = [];
  #count = 0;
  /** @type {{member: Member, at: number} | null} for the undo */
  #removed = null;
  /** @type {Refused[]} */
  #refused = [];
  #isBusy = false;

  async load() {
    try {
      return await loadAssessments();
    } catch (problem) {
      this.dataset.phase = "failed";
      throw problem;
    }
  }

  start() {
    this.listen(this.#form, "submit", (event) => {
      event.preventDefault();
      this.#add();
    });
    this.listen(this.find("members"), "input", ({ target }) => target instanceof HTMLInputElement && this.#name(target));
    // A browser may keep the whole page for its "back": what was handed over must be gone then too.
    this.listen(window, "pagehide", () => this.#forget());
    this.listen(window, "hashchange", () => checkHandouts(this));
    this.find("view").hidden = false;
    this.#show();
    checkHandouts(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  get #form() {
    return this.find("form", HTMLFormElement);
  }

  get #links() {
    return this.find("links", HTMLTextAreaElement);
  }

  get #files() {
    return this.find("files", HTMLInputElement);
  }

  get #words() {
    return this.data.text.group;
  }

  #forget() {
    this.#members = [];
    this.#count = 0;
    this.#removed = null;
    this.#refused = [];
    this.#form.reset();
    this.find("status").textContent = "";
    if (!this.find("view").hidden) this.#show();
  }

  async #add() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const files = [...(this.#files.files ?? [])];
    const read = await readInputs(this.#links.value, files, this.data).finally(() => (this.#isBusy = false));
    if (this.signal.aborted) return;
    /** @type {string[]} */
    const left = [];
    /** @type {string[]} */
    const beyond = [];
    let added = 0;
    this.#refused = [];
    for (const one of read) {
      const twin = "reason" in one ? null : this.#members.find(({ records }) => areSame(records, one.records));
      const isFull = this.#members.length >= MOST;
      if ("reason" in one) this.#refused.push({ label: one.label, reason: one.reason });
      else if (twin) this.#refused.push({ label: one.label, reason: fill(this.#words.same, { name: this.#call(twin) }), again: one });
      else if (isFull) beyond.push(one.label);
      else added += this.#join(one);
      if (one.line && ("reason" in one || (isFull && !twin))) left.push(one.line);
    }
    if (!read.length) this.#refused.push({ label: this.#words.empty_label, reason: this.#words.empty });
    if (beyond.length) this.#refused.push({ label: list(beyond), reason: fill(this.#words.full, { most: MOST }) });
    // What was taken goes; what was not stays, to be mended.
    this.#links.value = left.join("\n");
    this.#files.value = "";
    this.#removed = null;
    this.#show();
    this.#tell(added);
    if (this.#refused.length) this.find("refused-title").focus();
  }

  /** @param {import("./inputs.js").Read} input @returns {1} */
  #join({ name = "", source = "", records, unknown, label }) {
    this.#count += 1;
    const member = { number: this.#count, name, source, records };
    this.#members.push(member);
    if (unknown) this.#refused.push({ label, reason: fill(this.#words.partly, { name: this.#call(member), count: unknown }) });
    return 1;
  }

  /** @param {Member} member */
  #call({ name, number }) {
    return name || fill(this.#words.person, { number });
  }

  /** @param {number} added */
  #tell(added) {
    this.find("status").textContent = fill(this.#words.added, { added, total: this.#members.length, most: MOST });
  }

  /** @param {Element} part @returns {number} place of the member in whose row it stands */
  #findPlace(part) {
    return [...this.find("members").children].findIndex((row) => row.contains(part));
  }

  /** @param {HTMLInputElement} input */
  #name(input) {
    this.#members[this.#findPlace(input)].name = input.value.trim();
  }

  /** All on the screen follows from the members and what was refused. */
  #show() {
    const total = this.#members.length;
    this.dataset.phase = total > 1 ? "spread" : "few";
    this.find("refused").hidden = !this.#refused.length;
    this.find("refused-list").replaceChildren(...this.#refused.map((one, at) => this.#makeRefused(one, at)));
    this.#links.setAttribute("aria-invalid", String(this.#links.value !== "" && this.#refused.length > 0));
    this.find("group").hidden = !total && !this.#removed;
    this.find("group-title").textContent = fill(this.#words.people, { total, most: MOST });
    this.find("members").replaceChildren(...this.#members.map((member) => this.#makeMember(member)));
    this.find("removed").hidden = !this.#removed;
    this.find("removed-text").textContent = this.#removed ? fill(this.#words.removed, { name: this.#call(this.#removed.member) }) : "";
    this.find("few").hidden = total > 1;
    this.find("first").hidden = total !== 1;
    this.find("spreads").hidden = total < 2;
    this.find("spreads-title").textContent = fill(this.#words.spread, { count: total });
    if (total > 1) this.#showSpreads();
  }

  /** The results of one assessment, a person each. @param {string} key */
  #assess(key) {
    return this.#members.flatMap(({ records }) => {
      const record = records.get(key);
      return (record && assessRecord(record, this.data)) ?? [];
    });
  }

  /** Saves how the group answered as a whole, for norms. @param {string} key of the assessment */
  async #saveNorms(key) {
    const { saveGroup } = await this.bring(() => import("./norms.js"));
    this.find("norms-told").textContent = saveGroup(this.data.quizzes.get(key), this.#assess(key), this.#words.norms);
  }

  #showSpreads() {
    const missing = [];
    showShared(this, (key) => this.#assess(key));
    for (const [key, quiz] of this.data.quizzes) {
      const frame = this.find(`spread="${key}"`);
      const results = this.#assess(key);
      showSpread(frame, results, this.#members.length, this.data);
      if (!results.length) missing.push(fill(this.#words.quote, { title: quiz.title }));
    }
    this.find("missing").textContent = missing.length ? fill(this.#words.missing, { titles: list(missing) }) : "";
  }

  /** @param {Member} member */
  #makeMember(member) {
    const row = copy(this.find("member", HTMLTemplateElement));
    const number = fill(this.#words.person, { number: member.number });
    const { quizzes } = this.data;
    const kinds = new Set([...quizzes.values()].flatMap(({ key, kind }) => (member.records.has(key) ? this.data.text.kinds[kind] : [])));
    find(row, "number").textContent = number;
    find(row, "name", HTMLInputElement).value = member.name;
    find(row, "took").textContent = [list([...kinds]), member.source].filter(Boolean).join(this.#words.separator);
    find(row, "whom").textContent = number;
    return row;
  }

  /** @param {Refused} refused @param {number} at */
  #makeRefused({ label, reason, again }, at) {
    const row = copy(this.find("refusal", HTMLTemplateElement));
    find(row, "label").textContent = fill(this.#words.label, { label });
    find(row, "reason").textContent = reason;
    for (const button of row.querySelectorAll("button")) {
      button.hidden = !again;
      button.dataset.again = String(at);
    }
    find(row, "whom").textContent = label;
    return row;
  }

  actions = {
    again: (/** @type {string} */ at) => {
      const refused = this.#refused[+at];
      if (this.#members.length >= MOST || !refused.again) refused.reason = fill(this.#words.full, { most: MOST });
      else {
        this.#refused.splice(+at, 1);
        this.#removed = null;
        this.#tell(this.#join(refused.again));
      }
      this.#show();
      this.find(this.#refused.length ? "refused-title" : "group-title").focus();
    },
    saveNorms: (/** @type {string} */ key) => this.#saveNorms(key),
    remove: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => {
      const at = this.#findPlace(button);
      const [member] = this.#members.splice(at, 1);
      this.#removed = { member, at };
      this.#show();
      this.find("undo").focus();
    },
    undo: () => {
      if (!this.#removed) return;
      const { member, at } = this.#removed;
      this.#removed = null;
      this.#members.splice(at, 0, member);
      this.#show();
      findAll(this.find("members"), "[data-name]")[at]?.focus();
    },
  };
}

customElements.define("career-group", CareerGroup);
