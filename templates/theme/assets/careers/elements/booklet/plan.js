/** The plan in a booklet: what is in it, in full, by kinds. */
import { date, fill } from "../../language/words.js";
import { make } from "../../site/dom.js";
import { describe, list, tabulate, write } from "./nodes.js";

/** @typedef {import("../../kept/items.js").Item} Item @typedef {import("../../data/planning.js").Planning} Planning */

/** @param {string | undefined} day */
const tellDay = (day) => day && date(day);

/** The journal's date. @param {Item} note */
const dayOf = (note) => note.date ?? note.made;

export class PlanPart {
  /** @param {Item[]} items in the reader's order @param {Planning} planning */
  constructor(items, { text, methods }) {
    this.items = items;
    this.words = text.booklet;
    this.methods = methods;
    /** Occupations that are in the plan are known by their names. */
    this.names = new Map(this.#find("occupation").map(({ slug, text: title }) => [slug, title]));
  }

  /** One that is not in the plan is known by its address alone. @param {string | undefined} slug */
  #name = (slug) => (slug ? (this.names.get(slug) ?? slug.replaceAll("-", " ")) : "");

  /** @param {string} kind @param {boolean} [done] */
  #find(kind, done) {
    return this.items.filter((item) => item.kind === kind && (done === undefined || done === Boolean(item.done)));
  }

  /** Notes are a part of their own. */
  get count() {
    return this.items.length - this.notes.length;
  }

  get notes() {
    return this.#find("note").sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  }

  /** @returns {Node[]} */
  show() {
    const { words } = this;
    return [
      ...this.#section(words.occupations, this.#find("occupation"), (item) => [[words.made, tellDay(item.made)]]),
      ...this.#section(words.planned, this.#find("experiment", false), (item) => this.#describe(item)),
      ...this.#section(words.tried, this.#find("experiment", true), (item) => this.#describe(item)),
      ...this.#section(words.goals, this.#find("goal"), ({ review, done }) => [
        [words.review, tellDay(review)],
        [words.reached, tellDay(done)],
      ]),
      ...this.#section(words.people, this.#find("contact"), ({ about, date: day, done }) => [
        [words.about, about && write(about)],
        [words.contact, tellDay(day)],
        [words.done, tellDay(done)],
      ]),
    ];
  }

  /** @param {string} title @param {Item[]} items @param {(item: Item) => [string, string | Node | undefined][]} tell */
  #section(title, items, tell) {
    if (!items.length) return [];
    const nodes = items.map((item) => {
      const text = write(item.text);
      text.classList.add("cg-booklet__item");
      return make("div", {}, text, describe(tell(item), "facts"));
    });
    return [make("h3", {}, title), list("ul", nodes)];
  }

  /** @param {Item} item an experiment @returns {[string, string | Node | undefined][]} */
  #describe({ slug, method = "", takes, cost, date: day, done, expected, felt, taught }) {
    const { words } = this;
    const step = (/** @type {number | undefined} */ value) => (value ? fill(words.step, { step: value }) : "");
    return [
      [words.occupation, this.#name(slug)],
      [words.method, this.methods[method]?.label],
      [words.takes, takes],
      [words.cost, cost],
      [words.date, tellDay(day)],
      [words.done, tellDay(done)],
      [words.expected, step(expected)],
      [words.felt, step(felt)],
      [words.taught, taught && write(taught)],
    ];
  }

  /** @returns {Node[]} */
  showJournal() {
    const { words, notes } = this;
    const isAbout = notes.some(({ slug }) => slug);
    const rows = notes.map((note) => [
      date(dayOf(note)),
      String(note.interest ?? ""),
      write(note.text),
      ...(isAbout ? [this.#name(note.slug)] : []),
    ]);
    const table = tabulate([words.day, words.interest, words.note, ...(isAbout ? [words.occupation] : [])], rows);
    table.classList.add("cg-booklet__journal");
    return [table];
  }
}
