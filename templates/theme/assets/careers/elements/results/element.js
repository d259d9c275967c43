/**
 * `<career-results>`: all assessments together. What is on the screen follows from the reader's records, or from those
 * that a link brings along in its fragment; the latter are shown and never saved.
 */
import { loadAssessments, loadOccupations } from "../../data/collection.js";
import { assessAll } from "../../reader/reader.js";
import * as records from "../../kept/records.js";
import { MATCHING } from "../../scoring/kinds.js";
import { match } from "../../scoring/matching.js";
import { makePart } from "../../scoring/parts.js";
import { decode, encode } from "../../kept/sharing.js";
import { run } from "../../site/slices.js";
import { showAssessed, tellDate } from "../../reader/sections.js";
import { findUnreadable, isSaved, watch } from "../../kept/store.js";
import { today } from "../../site/dates.js";
import { date, fill, list } from "../../site/words.js";
import { makeCard } from "./cards.js";
import { History } from "./history.js";
import { findSources } from "../../reader/sources.js";

const SHARED = "#shared=";

class CareerResults extends HTMLElement {
  #control = new AbortController();
  /** Ends a ranking when another begins. */
  #ranking = new AbortController();
  /** @type {any} */
  #assessments;
  /** @type {any[]} */
  #records = [];
  /** @type {any} */
  #dropped = null;
  /** @type {any} the settings in use: the reader's own, or those of a link */
  #settings = records.loadSettings();
  /** @type {any} */
  #reader = new Map();
  #isShared = false;
  /** The fragment whose answers are shown. */
  #link = "";

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    try {
      this.#assessments = await loadAssessments();
    } catch (problem) {
      console.warn(problem);
      this.find("failed").hidden = false;
      return;
    }
    if (signal.aborted) return;
    this.history = new History(this.find("history"), this.#assessments);
    for (const type of ["click", "change", "input", "submit"]) this.addEventListener(type, this, { signal });
    addEventListener("hashchange", () => (this.#readLink() ? this.#refresh() : this.#open()), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#refresh(), { signal });
    addEventListener("beforeprint", () => this.querySelectorAll("details[data-opens]").forEach((one) => ((/** @type {any} */ (one)).open = true)), { signal });
    document.addEventListener("careers:changed", () => this.#refresh(), { signal });
    watch(records.RECORDS, () => this.#refresh(this.#assessments.text.results.other_tab), signal);
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
    this.#readLink();
    this.#refresh();
    this.#open();
  }

  /** Takes up a link in the address; one to a part of this page leaves what is shown. @returns {boolean} whether it is new */
  #readLink() {
    if (location.hash && !location.hash.startsWith(SHARED)) return false;
    const isNew = this.#link !== location.hash;
    this.#link = location.hash;
    return isNew;
  }

  /** A link to one assessment's result: only now is it there to be scrolled to. */
  #open() {
    const part = /** @type {any} */ (location.hash.startsWith("#result-") && this.querySelector(location.hash.replace(/[^#\w-]/g, "")));
    const details = part && part.closest("details");
    if (details) details.open = true;
    if (part) part.scrollIntoView();
  }

  disconnectedCallback() {
    this.#control.abort();
    this.#ranking.abort();
  }

  /** @param {any} event */
  handleEvent(event) {
    const { type, target } = event;
    if (type === "submit") {
      event.preventDefault();
      this.#lookUp();
    } else if (type === "click") {
      const { dataset } = target.closest("button") ?? this;
      for (const name in dataset) this.#actions[name]?.(dataset[name]);
    } else if (target.matches("[data-levels] input, [data-weights] input")) {
      if ((type === "change") === (target.type === "checkbox")) this.#weigh();
    }
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** Reads anew what is to be shown. @param {string} [status] said to the reader */
  #refresh(status = "") {
    const { quizzes, text } = this.#assessments;
    const own = records.loadRecords(quizzes);
    this.#isShared = this.#link.startsWith(SHARED);
    const opened = this.#isShared ? decode(this.#link.slice(SHARED.length), quizzes, today()) : null;
    const fault = opened && "fault" in opened ? opened.fault : null;
    const shared = opened && "shared" in opened ? opened : null;
    this.#isShared = Boolean(shared);
    this.#records = shared ? shared.shared.records : own.records;
    this.#settings = shared ? { ...shared.shared, seen: [] } : records.loadSettings();
    this.#reader = assessAll(this.#records, this.#assessments);
    this.find("shared").hidden = !shared;
    this.find("fault").textContent = fault ? text.results.fault[fault] : "";
    this.find("unsaved").hidden = isSaved();
    this.find("unreadable").hidden = !findUnreadable().length;
    const unknown = shared ? shared.unknown : own.unknown;
    this.find("unknown").textContent = unknown ? fill(text.results.unknown, { count: unknown }) : "";
    for (const part of this.querySelectorAll("[data-own]")) /** @type {any} */ (part).hidden = this.#isShared;
    this.find("status").textContent = status;
    this.find("link-place").hidden = true;
    this.find("link").hidden = !this.#records.length;
    this.#showAssessed();
    this.#markSettings();
    if (!this.#isShared) this.history?.show(this.#records, this.#dropped);
    this.#rank();
  }

  #showAssessed() {
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-result]"))) {
      const kind = section.dataset.result ?? "";
      const assessed = this.#reader.get(kind);
      section.hidden = !assessed;
      for (const entry of this.querySelectorAll(`[data-taken=${kind}]`)) {
        entry.querySelector("[data-when]").textContent = assessed ? fill(this.#assessments.text.results.taken, { date: date(assessed.date) }) : "";
        entry.querySelector("[data-when]").hidden = !assessed;
        entry.querySelector("[data-not-taken]").hidden = Boolean(assessed);
      }
      if (!assessed) continue;
      section.querySelector("[data-result-date]").textContent = tellDate(assessed, this.#assessments);
      showAssessed(/** @type {any} */ (section.querySelector("[data-assessed]")), assessed, this.#assessments);
    }
  }

  #markSettings() {
    const { levels, weights } = this.#settings;
    for (const box of this.find("levels").querySelectorAll("input")) box.checked = levels.includes(+box.value);
    for (const slider of this.find("weights").querySelectorAll("input")) {
      slider.value = String(Math.round(100 * weights[slider.name]));
      slider.disabled = !this.#reader.has(slider.name) || this.#reader.get(slider.name).flat;
    }
    this.#tellSettings();
  }

  /** What the sliders and boxes come to. */
  #tellSettings() {
    const { text } = this.#assessments;
    const sliders = [...this.find("weights").querySelectorAll("input")];
    const total = sliders.reduce((sum, { disabled, value }) => sum + (disabled ? 0 : +value), 0);
    for (const slider of sliders) {
      const share = slider.disabled ? text.results.left_out : fill(text.results.share, { percent: total ? Math.round((100 * slider.value) / total) : 0 });
      slider.setAttribute("aria-valuetext", share);
      slider.nextElementSibling.textContent = share;
    }
    this.find("levels-empty").textContent = this.#settings.levels.length ? "" : text.results.no_level;
  }

  /** The reader has moved a weight or ticked a level. */
  #weigh() {
    const boxes = [...this.find("levels").querySelectorAll("input:checked")];
    const sliders = [...this.find("weights").querySelectorAll("input")];
    const weights = Object.fromEntries(sliders.map(({ name, value }) => [name, +value / 100]));
    this.#settings = { ...this.#settings, levels: boxes.map(({ value }) => +value), weights };
    this.#keepSettings();
    this.#tellSettings();
    this.#rank(true);
  }

  #keepSettings() {
    if (!this.#isShared) this.find("unsaved").hidden = records.saveSettings(this.#settings);
  }

  /** Shows one part of the list: both bands, or a sentence in their place. @param {string} name */
  #showPart(name) {
    for (const part of this.find("list").children) part.hidden = part.dataset.part !== name;
    this.find("lookup").hidden = name !== "bands";
  }

  /** @param {boolean} [again] the list changes under the reader's hands, so say that it did */
  async #rank(again) {
    this.#ranking.abort();
    const { signal } = (this.#ranking = new AbortController());
    const { text } = this.#assessments;
    const { levels, weights } = this.#settings;
    if (!again) this.#showPart("loading");
    let all;
    try {
      all = await loadOccupations();
    } catch (problem) {
      console.warn(problem);
      if (!signal.aborted) this.#showPart("failed");
      return;
    }
    if (signal.aborted) return;
    this.occupations = all;
    const occupations = all.filter(({ preparation }) => !levels.length || levels.includes(preparation));
    const sources = findSources(this.#reader, weights, occupations);
    const rest = MATCHING.filter((kind) => !sources.some(({ assessed }) => assessed.quiz.kind === kind));
    const names = (/** @type {string[]} */ kinds) => list(kinds.map((kind) => text.kinds[kind]));
    this.find("rests-on").textContent = sources.length
      ? fill(text.results[rest.length ? "rests_on" : "rests_on_all"], { kinds: names(sources.map(({ assessed }) => assessed.quiz.kind)), rest: names(rest) })
      : "";
    if (!sources.length || !occupations.length) {
      this.#showPart(!occupations.length ? "none" : this.#reader.size ? "nothing" : "empty");
      return;
    }
    const parts = sources.map(({ assessed, weight, units }) => makePart(assessed, occupations, weight, units));
    const matches = await run(match(parts, occupations.length), signal);
    this.ranking = { reader: this.#reader, sources, occupations, assessments: this.#assessments, signal };
    this.matches = matches;
    const counts = this.#showBands(matches);
    this.#fillLookup(occupations);
    this.#compareSeen(matches, occupations, all);
    if (again) this.find("status").textContent = fill(text.results.updated, counts);
  }

  /** @param {any[]} matches @returns {Record<string, number>} how many in each band */
  #showBands(matches) {
    /** @type {Record<string, number>} */
    const counts = {};
    for (const name of ["strong", "possible"]) {
      const own = matches.filter(({ band }) => band === name);
      const cards = own.map(({ index }) => makeCard(/** @type {any} */ (this.ranking), index, name, this.find("card")));
      counts[name] = own.length;
      this.find(`${name}-help`).hidden = !own.length;
      this.find(`${name}-empty`).hidden = own.length > 0;
      this.find(`${name}-list`).replaceChildren(...cards);
    }
    this.#showPart("bands");
    return counts;
  }

  /** @param {any[]} occupations */
  #fillLookup(occupations) {
    this.find("titles").replaceChildren(...occupations.map(({ title }) => Object.assign(document.createElement("option"), { value: title })));
    this.find("looked-up").replaceChildren();
    this.find("lookup-fault").textContent = "";
  }

  /** Why is this one not on the list? */
  #lookUp() {
    const { text } = this.#assessments;
    const wanted = this.find("lookup-title").value.trim().toLowerCase();
    const found = this.matches?.find(({ index }) => this.ranking?.occupations[index].title.toLowerCase() === wanted);
    const elsewhere = this.occupations?.some(({ title }) => title.toLowerCase() === wanted);
    this.find("lookup-fault").textContent = found ? "" : text.results[elsewhere ? "other_level" : "no_such"];
    this.find("looked-up").replaceChildren(
      ...(found ? [makeCard(/** @type {any} */ (this.ranking), found.index, found.band, this.find("card"))] : []),
    );
    if (found) this.find("lookup-status").textContent = text.results.band[found.band ?? "none"];
    else this.find("lookup-status").textContent = "";
  }

  /** What stood on the list the last time and is gone from the collection. @param {any[]} matches @param {any[]} occupations @param {any[]} all */
  #compareSeen(matches, occupations, all) {
    if (this.#isShared) return;
    const { text } = this.#assessments;
    const slugs = new Set(all.map(({ slug }) => slug));
    const gone = this.#settings.seen.filter((/** @type {any} */ { slug }) => !slugs.has(slug));
    this.find("gone").textContent = gone.length ? fill(text.results.gone, { titles: list(gone.map((/** @type {any} */ { title }) => title)) }) : "";
    const seen = matches.filter(({ band }) => band).map(({ index }) => ({ slug: occupations[index].slug, title: occupations[index].title }));
    if (JSON.stringify(seen) === JSON.stringify(this.#settings.seen)) return;
    this.#settings = { ...this.#settings, seen };
    this.#keepSettings();
  }

  /** What each button does, by its data attribute. @type {Record<string, (value: any) => void>} */
  #actions = {
    retry: () => this.#rank(),
    reset: () => {
      this.#settings = { ...this.#settings, weights: { ...records.WEIGHTS } };
      this.#keepSettings();
      this.#markSettings();
      this.#rank(true);
    },
    print: () => window.print(),
    leave: () => {
      // Not location.hash = "": that would leave a bare # behind and jump to the top.
      history.pushState(null, "", location.pathname);
      this.#link = "";
      this.#refresh();
      this.find("view").querySelector("a").focus();
    },
    link: () => {
      const { levels, weights } = this.#settings;
      const latest = [...records.findLatest(this.#records, this.#assessments.quizzes).values()];
      const text = encode({ records: latest, levels, weights }, this.#assessments.quizzes);
      this.find("link-text").value = location.href.split("#")[0] + SHARED + text;
      this.find("link-place").hidden = false;
      this.find("link-text").select();
    },
    copy: async () => {
      const field = this.find("link-text");
      field.select();
      let copied = true;
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        copied = false;
      }
      this.find("copied").textContent = this.#assessments.text.results[copied ? "copied" : "not_copied"];
    },
    drop: (at) => {
      this.#dropped = this.#records[+at];
      records.dropRecord(this.#dropped);
      this.#refresh();
      this.find("undrop").focus();
    },
    undrop: () => {
      records.addRecords([this.#dropped]);
      this.#dropped = null;
      this.#refresh();
    },
    compare: async () => {
      this.history?.compare(await loadOccupations(), this.#control.signal);
    },
  };
}

customElements.define("career-results", CareerResults);
