/**
 * `<career-adding>`: buttons that put things into the reader's plan. On an occupation's page the tag stands for the star
 * and for every way to explore it, also where one is proposed; under a strategy for something to try.
 */
import { PLAN, followRenames, loadPlan } from "../../kept/items.js";
import { findAll } from "../../site/dom.js";
import { ROOT, load } from "../../site/loading.js";
import { Part } from "../part.js";
import { Row } from "./row.js";
import { readWay, readWays } from "./ways.js";

/** @typedef {{text: Record<string, string>, address: string}} Loaded `address` is that of the plan */

/** @extends {Part<Loaded>} */
class CareerAdding extends Part {
  /** @type {Map<HTMLElement, Row>} by the node that they stand in */
  #rows = new Map();

  async load() {
    const { text, plan, formerly } = await load("adding");
    followRenames(formerly);
    return { text, address: new URL(plan, ROOT).href };
  }

  start() {
    this.heed([PLAN], () => this.#show());
    this.listen(document, "careers:proposed", () => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const { node } of this.#rows.values()) node.remove();
    this.#rows.clear();
  }

  #show() {
    for (const place of this.#rows.keys()) if (!place.isConnected) this.#rows.delete(place);
    const { method, strategy, text = "", takes, slug = "" } = this.dataset;
    if (strategy) this.#put(this, { kind: "experiment", text, method, strategy, takes });
    else this.#putOccupation(slug);
    const plan = loadPlan();
    for (const row of this.#rows.values()) row.show(plan);
  }

  /** @param {string} slug */
  #putOccupation(slug) {
    // The title's first node: a link to it follows.
    const text = document.querySelector("article h1")?.firstChild?.textContent?.trim() ?? "";
    if (!this.#rows.has(this)) {
      this.#put(this, { kind: "occupation", text, slug });
      // What the page has for everybody comes after it.
      this.prepend(this.#rows.get(this)?.node ?? "");
    }
    const proposed = findAll(document, "[data-proposal] > [data-method]");
    const ways = [...readWays(), ...proposed.map((item) => ({ item, method: item.dataset.method }))];
    for (const { item, method } of ways) {
      if (!this.#rows.has(item)) this.#put(item, { kind: "experiment", slug, method, ...readWay(item) });
    }
  }

  /** @param {HTMLElement} place @param {import("./row.js").Wanted} wanted */
  #put(place, wanted) {
    if (this.#rows.has(place)) return;
    const row = new Row(wanted, this);
    this.#rows.set(place, row);
    place.append(row.node);
  }
}

customElements.define("career-adding", CareerAdding);
