/** The list that filters leave: copies of the page's own cards, or rows of a table. */
import { copy, find, findAll } from "../../site/dom.js";
import { writeMoney } from "../../language/money.js";
import { fill, readSentence } from "../../language/words.js";

/** So many are drawn at a time: a cheap phone draws a thousand too slowly. */
export const PAGE = 48;

export class Listing {
  /** The page's own cards by slug. @type {Map<string, HTMLElement>} */
  #cards;

  /** @param {HTMLElement} element the explorer @param {import("./filtering.js").Facets} facets @param {DOMStringMap} words */
  constructor(element, facets, words) {
    this.element = element;
    this.facets = facets;
    this.words = words;
    const cards = findAll(document, "[data-grouped] [data-card]");
    this.#cards = new Map(cards.map((card) => [card.dataset.card ?? "", card]));
  }

  /** @param {number[] | null} places in order; null shows the page's own list @param {string} view cards or table @param {number} shown at most */
  show(places, view, shown) {
    const { element } = this;
    const isTable = view === "table";
    for (const grouped of findAll(document, "[data-grouped]")) grouped.hidden = places !== null;
    const list = (places ?? []).slice(0, shown);
    find(element, "cards").hidden = !places?.length || isTable;
    find(element, "table").hidden = !places?.length || !isTable;
    find(element, "note").hidden = !places?.length;
    find(element, "cards").replaceChildren(...(isTable ? [] : list.map((at) => this.#card(at))));
    find(element, "rows").replaceChildren(...(isTable ? list.map((at) => this.#row(at)) : []));
    const more = find(element, "more");
    const left = (places?.length ?? 0) - list.length;
    more.hidden = left <= 0;
    more.textContent = fill(readSentence(more.dataset.sentence), { count: Math.min(left, PAGE) });
  }

  /** The first of those that came last. @param {number} at */
  focus(at) {
    findAll(this.element, "[data-cards] a, [data-rows] a")[at]?.focus();
  }

  /** @param {number} at */
  #card(at) {
    return this.#cards.get(this.facets.slug[at])?.cloneNode(true) ?? document.createElement("li");
  }

  /** @param {number} at */
  #row(at) {
    const { values, columns, figures, slug } = this.facets;
    const row = copy(find(this.element, "row", HTMLTemplateElement));
    const link = this.#cards.get(slug[at])?.querySelector("a");
    const put = (/** @type {string} */ name, /** @type {string} */ text) => (find(row, name).textContent = text);
    find(row, "title", HTMLAnchorElement).href = link?.href ?? "";
    put("title", link?.textContent ?? "");
    put("field", this.#label("field", values.field[columns.field[at][0]]));
    put("level", values.level[columns.level[at][0]]);
    const { locale, hour, year } = this.words;
    put("pay-cell", `${writeMoney(figures.pay[at], figures.currency[at], locale)} ${figures.per[at] === "hour" ? hour : year}`);
    put("change-cell", `${new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(figures.change[at])} %`);
    put("openings", figures.openings[at].toLocaleString(locale));
    return row;
  }

  /** The words beside the box of a value. @param {string} facet @param {string} value */
  #label(facet, value) {
    return this.element.querySelector(`[data-facet="${facet}"][value="${value}"]`)?.nextElementSibling?.textContent ?? value;
  }
}
