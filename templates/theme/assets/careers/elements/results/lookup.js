/** Why is this one not on the list? One occupation looked up by its title. */
import { suggest } from "../../actions/suggesting.js";
import { find } from "../../site/dom.js";
import { makeCard } from "./cards/making.js";
import { Saying } from "./cards/saying.js";

/**
 * @typedef {import("../../data/collection.js").Occupation} Occupation
 * @typedef {import("./cards/making.js").Ranked} Ranked
 * @typedef {import("../../scoring/matching.js").Match} Match
 */

export class Lookup {
  /** @type {{ranked: Ranked, matches: Match[], all: Occupation[]} | null} */
  #found = null;

  /** @param {HTMLElement} root holds the form and the frame of a card @param {import("../../data/collection.js").Assessments["text"]} text the sentences */
  constructor(root, text) {
    this.root = root;
    this.text = text;
  }

  /** Offers the titles of those that are ranked. @param {Ranked} ranked @param {Match[]} matches @param {Occupation[]} all ranked or not */
  offer(ranked, matches, all) {
    this.#found = { ranked, matches, all };
    suggest(find(this.root, "lookup-title", HTMLInputElement), find(this.root, "titles"), ranked.occupations, this.text.results.outline);
    this.#show("", "", []);
  }

  look() {
    if (!this.#found) return;
    const { ranked, matches, all } = this.#found;
    const { results } = this.text;
    const wanted = find(this.root, "lookup-title", HTMLInputElement).value.trim().toLowerCase();
    const isWanted = (/** @type {Occupation} */ { title }) => title.toLowerCase() === wanted;
    const found = matches.find(({ index }) => isWanted(ranked.occupations[index]));
    if (!found) return this.#show(all.some(isWanted) ? results.other_level : results.no_such, "", []);
    // It stands by itself, so it says all that it has to.
    const alone = { ...ranked, saying: new Saying(all, results.again) };
    const card = makeCard(alone, found.index, found.band, find(this.root, "card", HTMLTemplateElement));
    const isOff = ranked.isOff?.(ranked.occupations[found.index]);
    this.#show("", [results.band[found.band ?? "none"], ...(isOff ? [results.off.is] : [])].join(" "), [card]);
  }

  /** @param {string} fault @param {string} status @param {DocumentFragment[]} cards */
  #show(fault, status, cards) {
    find(this.root, "lookup-fault").textContent = fault;
    find(this.root, "looked-up").replaceChildren(...cards);
    find(this.root, "lookup-status").textContent = status;
  }
}
