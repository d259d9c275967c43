/**
 * `<career-explorer>`: filters and sorts all occupations of the page. While nothing is asked for, the page's own list by
 * field stands; else a list in its place, of copies of the page's own cards, a few dozen at a time. What is asked for
 * stands in the address behind the #.
 */
import { copyAddress } from "../../site/copying.js";
import { load } from "../../site/loading.js";
import { followRenames, loadPlan } from "../../kept/items.js";
import { watch } from "../../kept/store.js";
import { fill, setLocale } from "../../site/words.js";
import { filter, sort } from "./filtering.js";
import { Listing, PAGE } from "./listing.js";
import { isEmpty, isOurs, makeEmpty, read, write } from "./state.js";

class CareerExplorer extends HTMLElement {
  #control = new AbortController();
  /** @type {import("./filtering.js").Facets} */
  #facets = /** @type {any} */ (null);
  #wish = makeEmpty();
  /** Worked out once for the results that lie on the device. @type {Float64Array | null} */
  #fits = null;
  #shown = PAGE;

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    this.words = this.find("words").dataset;
    setLocale(this.words.locale);
    try {
      this.#facets = await load("facets");
    } catch (problem) {
      console.warn(problem);
      if (!signal.aborted) this.#fault(this.words.failed);
      return;
    }
    if (signal.aborted) return;
    followRenames(this.#facets.formerly);
    this.listing = new Listing(this, this.#facets);
    this.find("view").hidden = false;
    // Open where there is room beside it.
    this.find("panel").open = matchMedia("(min-width: 60em)").matches;
    this.find("form").addEventListener("change", () => this.#choose(), { signal });
    for (const name of ["sort", "as"]) this.find(name).addEventListener("change", () => this.#choose(), { signal });
    this.addEventListener("click", this, { signal });
    addEventListener("hashchange", () => this.#read(), { signal });
    const renew = () => {
      this.#fits = null;
      this.#show();
    };
    document.addEventListener("careers:changed", renew, { signal });
    // Results, their weights or the plan in another tab.
    watch(null, renew, signal);
    this.#read();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** @param {string} sentence */
  #fault(sentence) {
    this.find("fault").textContent = sentence;
    this.find("fault").hidden = !sentence;
  }

  /** Takes over what the address asks for, if it is for us. */
  #read() {
    const { hash } = location;
    if (hash && !isOurs(hash)) return this.#show();
    const found = hash ? read(hash, this.#facets.values) : { wish: makeEmpty(), unknown: [] };
    this.#wish = found?.wish ?? makeEmpty();
    this.#fault(!found ? this.words.unread : found.unknown.length ? fill(this.words.unknown, { names: found.unknown.join(", ") }) : "");
    this.#fillIn();
    this.#shown = PAGE;
    this.#show();
  }

  /** Puts what is asked for into the form. */
  #fillIn() {
    const { chosen, pay, change, starred, sort: by, view } = this.#wish;
    for (const box of this.#boxes()) box.checked = (chosen[box.dataset.facet] ?? []).includes(box.value);
    this.#select("pay", String(pay));
    this.#select("change", change === null ? "" : String(change));
    this.find("starred").checked = starred;
    this.find("sort").value = by;
    this.find("as").value = view;
  }

  /** A link may ask for an amount that the list does not offer. @param {string} name @param {string} value */
  #select(name, value) {
    const select = this.find(name);
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }

  /** @returns {any[]} */
  #boxes() {
    return [...this.querySelectorAll("[data-facet]")];
  }

  /** Takes over what the form asks for. */
  #choose() {
    const wish = makeEmpty();
    for (const box of this.#boxes()) {
      if (box.checked) (wish.chosen[box.dataset.facet] ??= []).push(box.value);
    }
    wish.pay = Number(this.find("pay").value);
    wish.change = this.find("change").value === "" ? null : Number(this.find("change").value);
    wish.starred = this.find("starred").checked;
    wish.sort = this.find("sort").value;
    wish.view = this.find("as").value;
    this.#wish = wish;
    this.#shown = PAGE;
    this.#fault("");
    // No new entry in the history for each tick; the address can be copied at any time.
    history.replaceState(history.state, "", write(wish) || location.pathname + location.search);
    this.#show();
  }

  async #show() {
    const wish = this.#wish;
    const { signal } = this.#control;
    if (wish.sort === "fit") {
      try {
        this.#fits ??= await (await import("./fits.js")).findFits();
      } catch (problem) {
        console.warn(problem);
        this.#fits = null;
      }
      // Something else may have been chosen in the meantime.
      if (signal.aborted || this.#wish !== wish) return;
    }
    this.find("unfit").hidden = wish.sort !== "fit" || Boolean(this.#fits);
    const stars = new Set(loadPlan().flatMap(({ kind, slug }) => (kind === "occupation" && slug ? [slug] : [])));
    const { places, counts } = filter(this.#facets, wish, stars);
    const nothing = isEmpty(wish);
    this.#count(counts, stars.size);
    this.#name();
    const total = this.#facets.slug.length;
    const status = this.find("status");
    status.textContent = fill(nothing ? status.dataset.all : places.length ? status.dataset.some : status.dataset.none, { count: places.length, total });
    this.find("empty").hidden = places.length > 0;
    this.find("clear").hidden = this.find("link").hidden = nothing;
    this.toggleAttribute("data-filtered", !nothing);
    this.listing.show(nothing ? null : sort(places, wish.sort, this.#facets, this.#fits), wish.view, this.#shown);
  }

  /** @param {Record<string, number[]>} counts @param {number} stars */
  #count(counts, stars) {
    for (const box of this.#boxes()) {
      const count = counts[box.dataset.facet][this.#facets.values[box.dataset.facet].indexOf(box.value)];
      box.closest("label").querySelector("[data-count]").textContent = String(count);
      // What would leave nothing stays in sight but steps back.
      box.closest("label").toggleAttribute("data-nothing", !count && !box.checked);
    }
    this.find("stars").textContent = String(stars);
    for (const part of /** @type {any} */ (this.querySelectorAll("form details"))) {
      const checked = part.querySelectorAll(":checked").length;
      part.querySelector("[data-chosen]").textContent = checked ? `(${checked})` : "";
    }
  }

  /** A button for each thing chosen, which takes it back. */
  #name() {
    const boxes = this.#boxes().filter(({ checked }) => checked);
    const names = boxes.map((box) => {
      const copy = this.find("token").content.cloneNode(true);
      copy.querySelector("[data-name]").textContent = box.nextElementSibling.textContent;
      copy.querySelector("button").dataset.take = `${box.dataset.facet} ${box.value}`;
      return copy;
    });
    this.find("tokens").replaceChildren(...names);
  }

  /** @param {any} event */
  handleEvent({ target }) {
    const { dataset } = target.closest("button") ?? this;
    if ("take" in dataset) this.#take(dataset.take);
    else if ("clear" in dataset) this.#clear();
    else if ("link" in dataset) copyAddress(this.find("copied"));
    else if ("more" in dataset) this.#more();
  }

  /** @param {string} name facet and value */
  #take(name) {
    const [facet, value] = name.split(" ");
    const boxes = this.#boxes();
    const at = boxes.filter(({ checked }) => checked).findIndex((box) => box.dataset.facet === facet && box.value === value);
    boxes.find((box) => box.dataset.facet === facet && box.value === value).checked = false;
    this.#choose();
    // The button is gone: the next one takes the focus over, or the choice of the order.
    const left = /** @type {any} */ (this.querySelectorAll("[data-take]"));
    (left[Math.min(at, left.length - 1)] ?? this.find("sort")).focus();
  }

  #clear() {
    this.#wish = makeEmpty();
    this.#fillIn();
    this.#choose();
    this.find("sort").focus();
  }

  #more() {
    const before = this.#shown;
    this.#shown += PAGE;
    this.#show();
    this.listing.focus(before);
  }
}

customElements.define("career-explorer", CareerExplorer);
