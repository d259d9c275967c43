/** The list that filters leave: cards, or rows of a table, as many at a time as a cheap phone can draw. */
import { writeMoney } from "../../language/money.js";
import { fill, number, readSentence, signed } from "../../language/words.js";
import { prefer } from "../../reader/unit.js";
import { MOST_CARDS } from "../../site/constants.js";
import { copy, find, findAll } from "../../site/dom.js";
import { ROOT } from "../../site/loading.js";

/** Rows at a time: each takes a cheap phone as long as two cards. */
const MOST_ROWS = MOST_CARDS / 2;

/** Until the browser has shown what stands there: all that it styles and lays out at a time is one task. */
const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

export class Listing {
  /** @type {number[]} */
  #places = [];
  #view = "cards";
  #shown = 0;
  /** Those asked for that are still to be drawn. @type {number[]} */
  #rest = [];
  /** Of which nobody knows whether they have what is asked for. @type {Set<number>} */
  #unsure = new Set();

  /** @param {HTMLElement} element the explorer @param {import("./filtering.js").Facets} facets @param {DOMStringMap} words */
  constructor(element, facets, words) {
    this.element = element;
    this.facets = facets;
    this.words = words;
  }

  /** @param {import("./filtering.js").Facets} facets with the pay to show @param {number[] | null} places in order; null shows the page's own list @param {string} view cards, table or picture, which draws itself @param {string[]} summaries of all, for cards @param {number[]} unsure places among them @returns {Promise<void>} */
  show(facets, places, view, summaries, unsure) {
    const { element } = this;
    this.facets = facets;
    this.#places = places ?? [];
    this.#view = view;
    this.#unsure = new Set(unsure);
    this.#shown = 0;
    this.#rest = [];
    for (const grouped of findAll(document, "[data-grouped]")) grouped.hidden = places !== null;
    for (const name of ["cards", "table", "picture"]) find(element, name).hidden = !places?.length || name !== view;
    find(element, "note").hidden = !places?.length;
    for (const name of ["cards", "rows"]) find(element, name).replaceChildren();
    return this.#add(summaries);
  }

  /** Whoever comes by a link to a wish gets what it found into view: on a phone the page begins with much else. */
  land() {
    const bar = find(this.element, "bar");
    if (bar.getBoundingClientRect().top > innerHeight / 2) bar.scrollIntoView();
  }

  /** The next ones; the first of them takes the focus. @param {string[]} summaries */
  async more(summaries) {
    const before = this.#shown;
    const rest = this.#add(summaries);
    findAll(this.element, "[data-cards] a, [data-rows] a")[before]?.focus();
    await rest;
  }

  /** At once what fills a phone, the rest piece by piece. @param {string[]} summaries */
  async #add(summaries) {
    // Whoever is quick asks for more before the rest of what was asked for stands there.
    this.#draw(this.#rest, summaries);
    const most = this.#view === "table" ? MOST_ROWS : MOST_CARDS;
    const rest = this.#view === "picture" ? [] : this.#places.slice(this.#shown, this.#shown + most);
    this.#rest = rest;
    this.#shown += rest.length;
    const more = find(this.element, "more");
    const left = this.#places.length - this.#shown;
    more.hidden = left <= 0 || !rest.length;
    more.textContent = fill(readSentence(more.dataset.sentence), { count: Math.min(left, most) });
    // Something else may be asked for meanwhile.
    while (rest.length && this.#rest === rest) {
      this.#draw(rest.splice(0, most / 4), summaries);
      await shown();
    }
  }

  /** @param {number[]} places @param {string[]} summaries */
  #draw(places, summaries) {
    const isTable = this.#view === "table";
    find(this.element, isTable ? "rows" : "cards").append(...places.map((at) => (isTable ? this.#row(at) : this.#card(at, summaries[at]))));
  }

  /** @param {number} at @param {string} summary */
  #card(at, summary) {
    const card = copy(find(this.element, "frame", HTMLTemplateElement));
    const { values, columns } = this.facets;
    this.link(card, at);
    this.mark(card, at);
    find(card, "summary").textContent = summary;
    find(card, "covers").textContent = this.facets.figures.covers[at];
    const [entry] = columns.education[at];
    const facts = [entry === undefined ? "" : fill(this.words.start ?? "", { education: this.#label("education", values.education[entry]) }), this.pay(at)];
    find(card, "facts").textContent = facts.filter(Boolean).join(" · ");
    return card;
  }

  /** @param {number} at */
  #row(at) {
    const { values, columns, figures } = this.facets;
    const row = copy(find(this.element, "row", HTMLTemplateElement));
    const put = (/** @type {string} */ name, /** @type {string} */ text) => (find(row, name).textContent = text);
    this.link(row, at);
    this.mark(row, at);
    put("field", this.field(at));
    const [entry] = columns.education[at];
    put("education", entry === undefined ? "" : this.#label("education", values.education[entry]));
    put("amount", this.pay(at));
    put("covers", figures.covers[at]);
    const { [at]: change } = figures.change;
    const { [at]: openings } = figures.openings;
    put("change-cell", change === null ? "" : fill(this.words.percent ?? "", { percent: signed(change) }));
    put("openings", openings === null ? "" : number(openings));
    return row;
  }

  /** Says so where there are figures alone, or where nobody knows whether it has what is asked for. @param {ParentNode} part @param {number} at */
  mark(part, at) {
    const marks = [at < this.facets.profiled ? "" : this.words.outline, this.#unsure.has(at) ? this.words.unsure : ""];
    find(part, "outline").textContent = marks.filter(Boolean).join(" · ");
  }

  /** @param {number} at */
  field(at) {
    const { values, columns } = this.facets;
    return this.#label("field", values.field[columns.field[at][0]]);
  }

  /** @param {ParentNode} part @param {number} at */
  link(part, at) {
    const { slug, title, address } = this.facets;
    find(part, "save").dataset.save = slug[at];
    find(part, "tick", HTMLInputElement).value = slug[at];
    Object.assign(find(part, "title", HTMLAnchorElement), { href: new URL(fill(address, { slug: slug[at] }), ROOT).href, textContent: title[at] });
  }

  /** "" where none is published. @param {number} at */
  pay(at) {
    const { pay, least, mean, per, hours, currency } = this.facets.figures;
    if (pay[at] === null) return "";
    const told = prefer(pay[at], per[at] ?? "year", hours[at]);
    const said = least.includes(at) ? this.words.least : mean.includes(at) ? this.words.mean : "{amount}";
    return `${fill(said ?? "", { amount: writeMoney(told.amount, currency[at] ?? "", this.words.locale) })} ${this.words[told.per]}`;
  }

  /** The words beside the box of a value. @param {string} facet @param {string} value */
  #label(facet, value) {
    return this.element.querySelector(`[data-facet="${facet}"][value="${value}"]`)?.nextElementSibling?.textContent ?? value;
  }
}
