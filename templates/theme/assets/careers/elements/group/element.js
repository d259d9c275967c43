/**
 * `<career-group>`: how the results of several people spread, from the links and files that they hand over. All of it
 * lives in this element and ends with it: nothing is ever stored.
 */
import { loadAssessments } from "../../data/collection.js";
import { assessRecord } from "../../reader/reader.js";
import { fill, list } from "../../site/words.js";
import { readInputs } from "./inputs.js";
import { MOST, areSame } from "./members.js";
import { showSpread } from "./tables.js";

/**
 * @typedef {{number: number, name: string, source: string, records: import("./members.js").Records}} Member
 * @typedef {import("./inputs.js").Input} Input
 * @typedef {{label: string, reason: string, again?: Input}} Refused
 */

class CareerGroup extends HTMLElement {
  #control = new AbortController();
  /** @type {any} */
  #assessments;
  /** @type {Member[]} */
  #members = [];
  #count = 0;
  /** @type {{member: Member, at: number} | null} for the undo */
  #removed = null;
  /** @type {Refused[]} */
  #refused = [];
  #isBusy = false;

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    try {
      this.#assessments = await loadAssessments();
    } catch (problem) {
      console.warn(problem);
      this.find("failed").hidden = false;
      this.dataset.phase = "failed";
      return;
    }
    if (signal.aborted) return;
    for (const type of ["click", "input", "submit"]) this.addEventListener(type, this, { signal });
    // A browser may keep the whole page for its "back": what was handed over must be gone then too.
    addEventListener("pagehide", () => this.#forget(), { signal });
    this.find("view").hidden = false;
    this.#show();
  }

  disconnectedCallback() {
    this.#control.abort();
    this.#forget();
  }

  /** @param {any} event */
  handleEvent(event) {
    const { type, target } = event;
    if (type === "submit") {
      event.preventDefault();
      this.#add();
    } else if (type === "input" && "name" in target.dataset) {
      this.#members[this.#findPlace(target)].name = target.value.trim();
    } else if (type === "click") {
      const button = target.closest("button") ?? this;
      for (const name in button.dataset) this.#actions[name]?.(button);
    }
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  get #words() {
    return this.#assessments.text.group;
  }

  #forget() {
    this.#members = [];
    this.#count = 0;
    this.#removed = null;
    this.#refused = [];
    this.find("form").reset();
    this.find("status").textContent = "";
    if (this.#assessments) this.#show();
  }

  async #add() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const files = [...this.find("files").files];
    const read = await readInputs(this.find("links").value, files, this.#assessments).finally(() => (this.#isBusy = false));
    if (this.#control.signal.aborted) return;
    /** @type {string[]} */
    const left = [];
    /** @type {string[]} */
    const beyond = [];
    let added = 0;
    this.#refused = [];
    for (const one of read) {
      const twin = one.reason ? null : this.#members.find(({ records }) => areSame(records, one.records));
      const isFull = this.#members.length >= MOST;
      if (one.reason) this.#refused.push({ label: one.label, reason: one.reason });
      else if (twin) this.#refused.push({ label: one.label, reason: fill(this.#words.same, { name: this.#call(twin) }), again: one });
      else if (isFull) beyond.push(one.label);
      else added += this.#join(one);
      if (one.line && (one.reason || (isFull && !twin))) left.push(one.line);
    }
    if (!read.length) this.#refused.push({ label: this.#words.empty_label, reason: this.#words.empty });
    if (beyond.length) this.#refused.push({ label: list(beyond), reason: fill(this.#words.full, { most: MOST }) });
    // What was taken goes; what was not stays, to be mended.
    this.find("links").value = left.join("\n");
    this.find("files").value = "";
    this.#removed = null;
    this.#show();
    this.#tell(added);
    if (this.#refused.length) this.find("refused-title").focus();
  }

  /** @param {Input} input @returns {1} */
  #join({ name = "", source = "", records, unknown, label }) {
    const member = { number: (this.#count += 1), name, source, records };
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
    return [...this.find("members").children].indexOf(part.closest("li"));
  }

  /** All on the screen follows from the members and what was refused. */
  #show() {
    const total = this.#members.length;
    this.dataset.phase = total > 1 ? "spread" : "few";
    this.find("refused").hidden = !this.#refused.length;
    this.find("refused-list").replaceChildren(...this.#refused.map((one, at) => this.#makeRefused(one, at)));
    this.find("links").setAttribute("aria-invalid", String(this.find("links").value !== "" && this.#refused.length > 0));
    this.find("group").hidden = !total && !this.#removed;
    this.find("group-title").textContent = fill(this.#words.people, { total, most: MOST });
    this.find("members").replaceChildren(...this.#members.map((member) => this.#makeMember(member)));
    this.find("removed").hidden = !this.#removed;
    this.find("removed-text").textContent = this.#removed ? fill(this.#words.removed, { name: this.#call(this.#removed.member) }) : "";
    this.find("few").hidden = total > 1;
    this.find("first").hidden = total !== 1;
    this.find("spreads").hidden = total < 2;
    this.find("spreads-title").textContent = fill(this.#words.spread, { total });
    if (total > 1) this.#showSpreads();
  }

  #showSpreads() {
    const missing = [];
    for (const [key, quiz] of this.#assessments.quizzes) {
      const frame = this.find(`spread="${key}"`);
      if (!frame) continue;
      const results = this.#members.flatMap(({ records }) => {
        const record = records.get(key);
        return (record && assessRecord(record, this.#assessments)) ?? [];
      });
      showSpread(frame, results, this.#members.length, this.#assessments);
      if (!results.length) missing.push(fill(this.#words.quote, { title: quiz.title }));
    }
    this.find("missing").textContent = missing.length ? fill(this.#words.missing, { titles: list(missing) }) : "";
  }

  /** @param {Member} member */
  #makeMember(member) {
    const copy = this.find("member").content.cloneNode(true);
    const number = fill(this.#words.person, { number: member.number });
    const { quizzes } = this.#assessments;
    const kinds = new Set([...quizzes.values()].flatMap(({ key, kind }) => (member.records.has(key) ? this.#assessments.text.kinds[kind] : [])));
    copy.querySelector("[data-number]").textContent = number;
    copy.querySelector("[data-name]").value = member.name;
    copy.querySelector("[data-took]").textContent = [list([...kinds]), member.source].filter(Boolean).join(this.#words.separator);
    copy.querySelector("[data-whom]").textContent = number;
    return copy;
  }

  /** @param {Refused} refused @param {number} at */
  #makeRefused({ label, reason, again }, at) {
    const copy = this.find("refusal").content.cloneNode(true);
    copy.querySelector("[data-label]").textContent = fill(this.#words.label, { label });
    copy.querySelector("[data-reason]").textContent = reason;
    const button = copy.querySelector("button");
    button.hidden = !again;
    button.dataset.again = String(at);
    copy.querySelector("[data-whom]").textContent = label;
    return copy;
  }

  /** What each button does, by its data attribute. @type {Record<string, (button: any) => void>} */
  #actions = {
    again: ({ dataset }) => {
      const refused = this.#refused[+dataset.again];
      if (this.#members.length >= MOST || !refused.again) refused.reason = fill(this.#words.full, { most: MOST });
      else {
        this.#refused.splice(+dataset.again, 1);
        this.#removed = null;
        this.#tell(this.#join(refused.again));
      }
      this.#show();
      this.find(this.#refused.length ? "refused-title" : "group-title").focus();
    },
    remove: (button) => {
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
      this.find("members").children[at]?.querySelector("[data-name]").focus();
    },
    print: () => window.print(),
  };
}

customElements.define("career-group", CareerGroup);
