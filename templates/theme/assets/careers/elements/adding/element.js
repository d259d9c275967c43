/**
 * `<career-adding>`: buttons that put things into the reader's plan. On an occupation's page the tag stands for the star
 * and for every way to explore it, also where one is proposed; under a strategy for something to try.
 */
import { Row } from "./row.js";
import { ROOT, load } from "../../site/loading.js";
import { PLAN, followRenames, loadPlan } from "../../kept/items.js";
import { watch } from "../../kept/store.js";
import { readWay, readWays } from "./ways.js";

class CareerAdding extends HTMLElement {
  #control = new AbortController();
  /** @type {Map<HTMLElement, Row>} by the node that they stand in */
  #rows = new Map();
  /** `address` is that of the plan, `beside` of the page for comparing. @type {{text: any, address: string, beside: string} | undefined} */
  #words;

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    try {
      const { text, plan, compare, formerly } = await load("adding");
      followRenames(formerly);
      const [address, beside] = [plan, compare].map((path) => new URL(path, ROOT).href);
      this.#words = { text, address, beside };
    } catch (problem) {
      console.warn(problem);
      return;
    }
    if (signal.aborted) return;
    const show = () => this.#show();
    watch(PLAN, show, signal);
    for (const name of ["careers:changed", "careers:proposed"]) document.addEventListener(name, show, { signal });
    // A page that the browser had set aside was not told of changes.
    addEventListener("pageshow", show, { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#control.abort();
    for (const { node } of this.#rows.values()) node.remove();
    this.#rows.clear();
  }

  #show() {
    for (const place of this.#rows.keys()) if (!place.isConnected) this.#rows.delete(place);
    const { method, strategy, text = "", takes, slug } = this.dataset;
    if (strategy) this.#put(this, { kind: "experiment", text, method, strategy, takes });
    else this.#putOccupation(slug);
    const plan = loadPlan();
    for (const row of this.#rows.values()) row.show(plan);
  }

  /** @param {string | undefined} slug */
  #putOccupation(slug) {
    // The title's first node: a link to it follows.
    const text = document.querySelector("article h1")?.firstChild?.textContent?.trim() ?? "";
    if (!this.#rows.has(this)) {
      this.#put(this, { kind: "occupation", text, slug });
      const link = document.createElement("a");
      // As compare/choice.js reads it.
      link.href = `${this.#words?.beside}#compare1=${slug}`;
      link.textContent = this.#words?.text.compare;
      this.#rows.get(this)?.node.append(link);
    }
    const proposed = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-proposal] > [data-method]")]);
    const ways = [...readWays(), ...proposed.map((item) => ({ item, method: item.dataset.method }))];
    for (const { item, method } of ways) {
      if (!this.#rows.has(item)) this.#put(item, { kind: "experiment", slug, method, ...readWay(item) });
    }
  }

  /** @param {HTMLElement} place @param {import("./row.js").Wanted} wanted */
  #put(place, wanted) {
    if (this.#rows.has(place) || !this.#words) return;
    const row = new Row(wanted, this.#words);
    this.#rows.set(place, row);
    place.append(row.node);
  }
}

customElements.define("career-adding", CareerAdding);
