/**
 * `<career-results>`: all assessments together. What is on the screen follows from the reader's records, or from those
 * that a link brings along in its fragment; the latter are shown and never saved.
 */
import { loadAssessments, loadOccupations } from "../../data/collection.js";
import { PLAN } from "../../kept/items.js";
import * as records from "../../kept/records.js";
import * as settings from "../../kept/settings.js";
import { decode } from "../../kept/sharing.js";
import { findUnreadable, isSaved, read } from "../../kept/store.js";
import { assessAll } from "../../reader/reader.js";
import { showAssessed, tellDate } from "../../reader/sections.js";
import { askTime } from "../../reader/time.js";
import { MATCHING } from "../../site/constants.js";
import { RESULT, SHARED, findTarget, locate } from "../../site/addresses.js";
import { today } from "../../language/dates.js";
import { closest, find, findAll } from "../../site/dom.js";
import { arriveAt } from "../../site/folds.js";
import { date, fill, list } from "../../language/words.js";
import { Part, announce } from "../part.js";
import { tellAnew } from "./anew.js";
import { History } from "./history.js";
import { copyLink, offerLink } from "./link.js";
import { Ranking } from "./ranking.js";
import { Settings, isChoice } from "./settings.js";
import { showStory } from "./story.js";

/**
 * @typedef {import("../../data/collection.js").Assessments} Assessments
 * @typedef {{assessments: Assessments, history: History, ranking: Ranking, controls: Settings}} Loaded
 */

/** @extends {Part<Loaded>} */
class CareerResults extends Part {
  /** @type {records.Record[]} */
  #records = [];
  /** @type {records.Record | null} */
  #dropped = null;
  /** The settings in use: the reader's own, or those of a link. */
  #settings = settings.loadSettings();
  /** @type {import("../../reader/reader.js").Reader} */
  #reader = new Map();
  #isShared = false;
  #isSaving = false;
  /** What is off the list; fetched only once there is something. @type {import("./dismissing.js").Dismissing | null} */
  #off = null;
  /** The fragment whose answers are shown. */
  #link = "";

  async load() {
    const assessments = await loadAssessments();
    return { assessments, history: new History(this.find("history"), assessments), ranking: new Ranking(this, assessments, () => this.#offerSaving()), controls: new Settings(this, assessments.text) };
  }

  start() {
    this.listen(this, ["change", "input"], (event) => isChoice(event) && this.#weigh(event.target));
    this.listen(this, "change", ({ target }) => target instanceof Element && target.closest("[data-time]") && this.#follow());
    this.listen(this.find("lookup"), "submit", (event) => {
      event.preventDefault();
      this.data.ranking.lookup.look();
      this.#offerSaving();
    });
    this.listen(window, "hashchange", () => (this.#readLink() ? this.#refresh() : this.#open()));
    this.listen(window, "beforeprint", () => {
      for (const details of findAll(this, "details[data-opens]", HTMLDetailsElement)) details.open = true;
    });
    this.heed([records.RECORDS], (isElsewhere) => this.#isSaving || this.#refresh(isElsewhere ? this.#words.other_tab : ""));
    this.watch(PLAN, () => this.#offerSaving());
    this.watch(settings.SETTINGS, () => this.#follow());
    this.watch(settings.DISMISSED, () => this.#rank(true));
    askTime(this);
    this.find("view").hidden = false;
    this.#readLink();
    // Once the list stands, which is above it.
    this.#refresh().then(() => this.#open());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.data?.ranking.stop();
  }

  get #words() {
    return this.data.assessments.text.results;
  }

  /** Takes up a link in the address; one to a part of this page leaves what is shown. @returns {boolean} whether it is new */
  #readLink() {
    const { hash } = location;
    if (hash && SHARED.read(hash) === null) return false;
    const isNew = this.#link !== hash;
    this.#link = hash;
    return isNew;
  }

  /** What a link leads to: one assessment's result, or what stands below all. Only now is it there to be scrolled to. */
  #open() {
    this.dataset.state = "shown";
    const part = RESULT.read(location.hash) !== null ? findTarget(this, location.hash) : scrollY ? null : findTarget(document, location.hash);
    for (let details = part?.closest("details"); details; details = details.parentElement?.closest("details")) details.open = true;
    if (part) arriveAt(part);
  }

  /** Reads anew what is to be shown. @param {string} [status] said to the reader @returns {Promise<void>} */
  #refresh(status = "") {
    const { quizzes } = this.data.assessments;
    const own = records.loadRecords(quizzes);
    // Not even that was deleted is known: all is forgotten.
    if (!read(records.RECORDS)) this.#dropped = null;
    const code = SHARED.read(this.#link);
    const opened = code === null ? null : decode(code, quizzes, today());
    const shared = opened && "shared" in opened ? opened : null;
    this.#isShared = Boolean(shared);
    this.#records = shared ? shared.shared.records.map((record) => ({ ...record, id: "" })) : own.records;
    this.#settings = shared ? { ...shared.shared, seen: [] } : settings.loadSettings();
    this.#reader = assessAll(this.#records, this.data.assessments);
    this.find("shared").hidden = !shared;
    this.find("fault").textContent = opened && "fault" in opened ? this.#words.fault[opened.fault] : "";
    this.find("unsaved").hidden = isSaved();
    this.find("unreadable").hidden = !findUnreadable().length;
    const { unknown } = shared ?? own;
    this.find("unknown").textContent = unknown ? fill(this.#words.unknown, { count: unknown }) : "";
    for (const part of findAll(this, "[data-own]")) part.hidden = this.#isShared;
    showStory(this, this.#reader, this.data.assessments, this.#isShared);
    tellAnew(this.find("anew"), this.#isShared ? [] : this.#records, quizzes);
    this.find("status").textContent = status;
    this.find("link-place").hidden = true;
    this.find("link").hidden = !this.#records.length;
    this.#showAssessed();
    this.data.controls.show(this.#settings, this.#reader);
    if (!this.#isShared) this.data.history.show(this.#records, this.#dropped);
    return this.#rank();
  }

  #showAssessed() {
    for (const section of findAll(this, "[data-result]")) {
      const kind = section.dataset.result ?? "";
      const assessed = this.#reader.get(kind);
      section.hidden = !assessed;
      for (const entry of findAll(this, `[data-taken=${kind}]`)) {
        find(entry, "when").textContent = assessed ? fill(this.#words.taken, { date: date(assessed.date) }) : "";
        find(entry, "when").hidden = !assessed;
        find(entry, "not-taken").hidden = Boolean(assessed);
      }
      if (!assessed) continue;
      find(section, "result-date").textContent = tellDate(assessed, this.data.assessments);
      showAssessed(find(section, "assessed"), assessed, this.data.assessments);
    }
  }

  /** The reader has moved a weight or ticked a level: who did the one has not said the other. @param {EventTarget | null} input */
  #weigh(input) {
    const { levels, weights } = this.data.controls.read();
    this.#choose(closest(input, "[data-levels]") ? { levels } : { weights });
    this.data.controls.tell();
    this.#rank(true);
  }

  /** @param {Partial<settings.Settings>} changes */
  #choose(changes) {
    this.#settings = { ...this.#settings, ...changes };
    if (!this.#isShared) this.find("unsaved").hidden = settings.changeSettings(changes);
  }

  /** Another tab has weighed: so does this one. */
  #follow() {
    const { levels, weights } = settings.loadSettings();
    const tell = (/** @type {import("./settings.js").Choice} */ one) => [one.levels, ...MATCHING.map((kind) => one.weights[kind])].join();
    if (this.#isShared || tell({ levels, weights }) === tell(this.#settings)) return;
    this.#settings = { ...this.#settings, levels, weights };
    this.data.controls.show(this.#settings, this.#reader);
    this.#rank(true);
  }

  /** @param {boolean} [again] the list changes under the reader's hands, so say that it did */
  async #rank(again = false) {
    // What was brought back has to go from the list of that, too.
    const off = !this.#isShared && (this.#off || read(settings.DISMISSED)) ? await this.#loadOff() : null;
    off?.show();
    const isOff = this.#isShared ? null : (off?.isOff ?? (() => false));
    const ranked = await this.data.ranking.show(this.#reader, this.#settings, again, isOff);
    this.find("off-list").hidden ||= !off;
    // An element that is gone keeps nothing: all may be forgotten by now.
    if (!ranked || this.signal.aborted) return;
    this.#compareSeen(ranked.shown.map(({ slug, title }) => ({ slug, title })), new Set(ranked.all.map(({ slug }) => slug)));
    if (again) this.find("status").textContent = fill(this.#words["short" in ranked.counts ? "updated_short" : "updated"], ranked.counts);
  }

  /** On cards that have none yet. */
  async #offerSaving() {
    if (this.#isShared) return;
    const { offerSaving } = await this.bring(() => import("./cards/saving.js"));
    offerSaving(this, () => {
      // A plan changes no list.
      this.#isSaving = true;
      announce();
      this.#isSaving = false;
    });
  }

  async #loadOff() {
    const { Dismissing } = await this.bring(() => import("./dismissing.js"));
    this.#off ??= new Dismissing(this, this.#words.off, () => this.data.ranking.redraw(this.#off?.isOff ?? null));
    return this.#off;
  }

  /** What stood on the list the last time and is gone from the collection. @param {settings.Settings["seen"]} seen what stands on it now @param {Set<string>} slugs of the collection */
  #compareSeen(seen, slugs) {
    if (this.#isShared) return;
    const gone = this.#settings.seen.filter(({ slug }) => !slugs.has(slug));
    this.find("gone").textContent = gone.length ? fill(this.#words.gone, { titles: list(gone.map(({ title }) => title)) }) : "";
    if (JSON.stringify(seen) !== JSON.stringify(this.#settings.seen)) this.#choose({ seen });
  }

  actions = {
    retry: () => this.#rank(),
    more: () => this.data.ranking.more(),
    reset: () => {
      this.#choose({ weights: { ...settings.WEIGHTS } });
      this.data.controls.show(this.#settings, this.#reader);
      this.#rank(true);
    },
    leave: () => {
      // Not location.hash = "": that would leave a bare # behind and jump to the top.
      history.pushState(null, "", locate());
      this.#link = "";
      this.#refresh();
      this.find("view").querySelector("a")?.focus();
    },
    link: () => offerLink(this, this.#records, this.#settings, this.data.assessments.quizzes),
    copy: () => copyLink(this, this.#words),
    drop: (/** @type {string} */ at) => {
      this.#dropped = this.#records[+at];
      records.dropRecord(this.#dropped);
      this.#refresh();
      this.find("undrop").focus();
    },
    undrop: () => {
      if (this.#dropped) records.addRecords([this.#dropped]);
      this.#dropped = null;
      this.#refresh();
    },
    dismiss: async (/** @type {string} */ _, /** @type {HTMLElement} */ button) => (await this.#loadOff()).dismiss(button),
    restore: async (/** @type {string} */ key, /** @type {HTMLElement} */ button) => (await this.#loadOff()).restore(key, button),
    compare: async () => this.data.history.compare(await this.bring(loadOccupations), this.signal),
  };
}

customElements.define("career-results", CareerResults);
