/** The lines of the list below the box: where each leads, what it is called, and what of it was typed. */
import { copy, find, findAll } from "../../site/dom.js";
import { writeMoney } from "../../language/money.js";
import { fill, list, number } from "../../language/words.js";

/** @import {Filter} from "./deeds.js" @import {Found, Index, Result} from "./search.js" */

export class Lines {
  #frame;
  #texts;
  #index;

  /** @param {HTMLTemplateElement} frame @param {DOMStringMap} texts @param {Index} index */
  constructor(frame, texts, index) {
    this.#frame = frame;
    this.#texts = texts;
    this.#index = index;
  }

  /** @param {Found} found @returns {HTMLElement[]} */
  make({ results, filter, isFirst }) {
    const lines = results.map((result) => this.#tell(result));
    if (filter) lines.splice(isFirst ? 0 : lines.length, 0, this.#wish(filter));
    for (const [at, line] of lines.entries()) line.id = `find-option-${at}`;
    return lines;
  }

  /** @param {string} href @param {string} title @param {string} why */
  #write(href, title, why) {
    const [line] = findAll(copy(this.#frame), "[role=option]");
    line.dataset.href = href;
    find(line, "title").textContent = title;
    find(line, "why").textContent = why;
    return line;
  }

  /** @param {Result} result */
  #tell({ place, slug, title, isOutline, kind, why, language }) {
    const { fields, field: own, address } = this.#index.data;
    const { alias = "", deed = "", called = "", outline = "", locale } = this.#texts;
    const field = fields[own[place]];
    const about = kind === "task" || kind === "elsewhere" ? why : why ? fill(alias, { name: why }) : kind === "deed" ? fill(deed, { field }) : field;
    const line = this.#write(fill(address, { slug }), title, about);
    if (language) {
      find(line, "why").lang = language;
      find(line, "more").textContent = fill(called, { language: new Intl.DisplayNames(locale, { type: "language" }).of(language) });
    }
    find(line, "mark").textContent = isOutline ? outline : "";
    find(line, "mark").hidden = !isOutline;
    return line;
  }

  /** @param {Filter} filter */
  #wish({ labels, show }) {
    const { data, wishes: { finding } } = this.#index;
    const { wish = "", filters = "", locale } = this.#texts;
    const { currency = "" } = finding.pay ?? {};
    const names = labels.map(({ text, yearly }) => (yearly ? fill(text, { amount: writeMoney(yearly, currency, locale) }) : text));
    const line = this.#write(finding.list + show, fill(wish, { labels: list(names) }), fill(filters, { total: number(data.title.length) }));
    line.classList.add("cg-finder__option--filter");
    find(line, "mark").hidden = true;
    return line;
  }
}
