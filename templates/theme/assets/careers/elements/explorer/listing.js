/** The list that filters leave: copies of the page's own cards, or rows of a table. */
import { fill } from "../../site/words.js";

/** So many are drawn at a time: a cheap phone draws a thousand too slowly. */
export const PAGE = 48;

export class Listing {
  /** The page's own cards by slug. @type {Map<string, HTMLElement>} */
  #cards;

  /** @param {any} element the explorer @param {import("./filtering.js").Facets} facets */
  constructor(element, facets) {
    this.element = element;
    this.facets = facets;
    const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-grouped] [data-card]")]);
    this.#cards = new Map(cards.map((card) => [card.dataset.card ?? "", card]));
  }

  /** @param {number[] | null} places in order; null shows the page's own list @param {string} view cards or table @param {number} shown at most */
  show(places, view, shown) {
    const { element } = this;
    const isTable = view === "table";
    for (const grouped of /** @type {any} */ (document.querySelectorAll("[data-grouped]"))) grouped.hidden = places !== null;
    const list = (places ?? []).slice(0, shown);
    element.find("cards").hidden = !places?.length || isTable;
    element.find("table").hidden = !places?.length || !isTable;
    element.find("note").hidden = !places?.length;
    element.find("cards").replaceChildren(...(isTable ? [] : list.map((at) => this.#card(at))));
    element.find("rows").replaceChildren(...(isTable ? list.map((at) => this.#row(at)) : []));
    const more = element.find("more");
    const left = (places?.length ?? 0) - list.length;
    more.hidden = left <= 0;
    more.textContent = fill(more.dataset.sentence, { count: Math.min(left, PAGE) });
  }

  /** The first of those that came last. @param {number} at */
  focus(at) {
    const links = this.element.querySelectorAll("[data-cards] a, [data-rows] a");
    links[at]?.focus();
  }

  /** @param {number} at */
  #card(at) {
    return this.#cards.get(this.facets.slug[at])?.cloneNode(true) ?? document.createElement("li");
  }

  /** @param {number} at */
  #row(at) {
    const { values, columns, figures, slug } = this.facets;
    const copy = this.element.find("row").content.cloneNode(true);
    const link = this.#cards.get(slug[at])?.querySelector("a");
    const put = (/** @type {string} */ name, /** @type {string} */ text) => (copy.querySelector(`[data-${name}]`).textContent = text);
    copy.querySelector("[data-title]").href = link?.href ?? "";
    put("title", link?.textContent ?? "");
    put("field", this.#label("field", values.field[columns.field[at][0]]));
    put("level", values.level[columns.level[at][0]]);
    const { locale, hour, year } = this.element.words;
    const isHour = figures.per[at] === "hour";
    const money = new Intl.NumberFormat(locale, { style: "currency", currency: figures.currency[at], currencyDisplay: "narrowSymbol", minimumFractionDigits: isHour ? 2 : 0, maximumFractionDigits: isHour ? 2 : 0 });
    put("pay-cell", `${money.format(figures.pay[at])} ${isHour ? hour : year}`);
    put("change-cell", `${new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(figures.change[at])} %`);
    put("openings", figures.openings[at].toLocaleString(locale));
    return copy;
  }

  /** The words beside the box of a value. @param {string} facet @param {string} value */
  #label(facet, value) {
    return this.element.querySelector(`[data-facet="${facet}"][value="${value}"]`)?.nextElementSibling.textContent ?? value;
  }
}
