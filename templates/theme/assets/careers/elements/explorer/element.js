/**
 * `<career-explorer>`: filters and sorts all occupations. While nothing is asked for, the page's own list by field stands;
 * else a list in its place, a few dozen at a time. What is asked for stands in the address behind the #.
 */
import { copyAddress } from "../../actions/copying.js";
import { load } from "../../site/loading.js";
import { withSlugs } from "../../data/slugs.js";
import { findSaved, followRenames } from "../../kept/items.js";
import { SHOW, replaceFragment } from "../../site/addresses.js";
import { find, findAll } from "../../site/dom.js";
import { fill, number, readSentence, setLocale } from "../../language/words.js";
import { pause } from "../../site/slices.js";
import { Part } from "../part.js";
import { choosePay, filter, sort } from "./filtering.js";
import { Listing } from "./listing.js";
import { isEmpty, makeEmpty, read, write } from "./state.js";
import { drawTokens } from "./tokens.js";
import { Tray } from "./tray.js";

/** @typedef {import("./filtering.js").Facets} Facets */

/** @extends {Part<Facets>} */
class CareerExplorer extends Part {
  #wish = makeEmpty();
  /** Worked out once for the results that lie on the device. @type {Float64Array | null} */
  #fits = null;
  /** What stands on cards, once it has come. @type {string[]} */
  #summaries = [];
  /** @type {Listing | null} */
  #listing = null;
  /** @type {Tray | null} */
  #tray = null;

  actions = {
    take: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#take(button),
    clear: () => this.#clear(),
    link: () => copyAddress(this.find("copied")),
    more: () => {
      this.#listing?.more(this.#summaries);
      this.#tray?.show();
    },
    save: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#tray?.save(button),
    turn: () => this.#tray?.turn(),
  };

  /** @returns {Promise<Facets>} */
  async load() {
    setLocale(this.#words.locale ?? "en");
    return withSlugs(await load("facets"));
  }

  start() {
    followRenames(this.data.formerly);
    this.#listing = new Listing(this, this.data, this.#words);
    this.#tray = new Tray(this, this.data);
    this.listen(this, "change", ({ target }) => target instanceof HTMLInputElement && "tick" in target.dataset && this.#tray?.tick(target));
    this.dataset.state = "ready";
    this.find("view").hidden = false;
    // Where there is room they stand beside the list: element.css.
    const room = matchMedia("(min-width: 60em)");
    this.listen(this.find("filters"), "click", () => room.matches || this.#panel.showModal());
    room.onchange = () => room.matches && this.#panel.close();
    for (const name of ["form", "sort", "as"]) this.listen(this.find(name), "change", () => this.#choose());
    this.listen(window, "hashchange", () => this.#read());
    // Results, their weights or the plan.
    this.heed(null, () => {
      this.#fits = null;
      this.#show();
    });
    this.#read();
  }

  get #panel() {
    return this.find("panel", HTMLDialogElement);
  }

  get #words() {
    return this.find("words").dataset;
  }

  /** @param {string} sentence */
  #fault(sentence) {
    this.find("fault").textContent = sentence;
    this.find("fault").hidden = !sentence;
  }

  /** Takes over what the address asks for, if it is for us. */
  #read() {
    const { hash } = location;
    if (hash && !SHOW.isOurs(hash)) {
      this.#show();
      return;
    }
    const found = hash ? read(hash, this.data.values, this.data.renamed) : { wish: makeEmpty(), unknown: [] };
    this.#wish = found?.wish ?? makeEmpty();
    const { unread = "", unknown = "" } = this.#words;
    this.#fault(!found ? unread : found.unknown.length ? fill(unknown, { names: found.unknown.join(", ") }) : "");
    this.#fillIn();
    this.#show().then(() => hash && this.#listing?.land());
  }

  /** Puts what is asked for into the form. */
  #fillIn() {
    const { chosen, every, pay, change, starred, guided, sort: by, view } = this.#wish;
    for (const box of this.#boxes) box.checked = (chosen[facetOf(box)] ?? []).includes(box.value);
    for (const box of this.#switches) box.checked = every.includes(box.dataset.every ?? "");
    this.#select("pay", pay);
    this.#select("change", change === null ? "" : String(change));
    this.#box("starred").checked = starred;
    this.#box("guided").checked = guided;
    this.#list("sort").value = by;
    this.#list("as").value = view;
  }

  /** A link may ask for an amount that the list does not offer. @param {string} name @param {string} value */
  #select(name, value) {
    const select = this.#list(name);
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(value.replace("-", " "), value));
    select.value = value;
  }

  get #boxes() {
    return findAll(this, "[data-facet]", HTMLInputElement);
  }

  /** The boxes that ask for all values chosen of a facet. */
  get #switches() {
    return findAll(this, "[data-every]", HTMLInputElement);
  }

  /** @param {string} name */
  #box(name) {
    return this.find(name, HTMLInputElement);
  }

  /** @param {string} name */
  #list(name) {
    return this.find(name, HTMLSelectElement);
  }

  /** Takes over what the form asks for. */
  #choose() {
    const wish = makeEmpty();
    for (const box of this.#boxes) {
      if (!box.checked) continue;
      const facet = facetOf(box);
      wish.chosen[facet] = [...(wish.chosen[facet] ?? []), box.value];
    }
    wish.every = this.#switches.filter(({ checked }) => checked).map(({ dataset }) => dataset.every ?? "");
    const change = this.#list("change").value;
    wish.pay = this.#list("pay").value;
    wish.change = change === "" ? null : Number(change);
    wish.starred = this.#box("starred").checked;
    wish.guided = this.#box("guided").checked;
    wish.sort = this.#list("sort").value;
    wish.view = this.#list("as").value;
    this.#wish = wish;
    this.#fault("");
    // No new entry in the history for each tick; the address can be copied at any time.
    replaceFragment(write(wish));
    this.#show();
  }

  async #show() {
    const [wish, nothing] = [this.#wish, isEmpty(this.#wish)];
    if (wish.sort === "fit") this.#fits ??= await this.bring(async () => (await import("./fits.js")).findFits());
    // Something else may have been chosen in the meantime.
    if (this.#wish !== wish) return;
    this.find("unfit").hidden = wish.sort !== "fit" || Boolean(this.#fits);
    const stars = findSaved();
    const facets = choosePay(this.data, wish);
    const { places, counts } = filter(facets, wish, stars);
    this.#count(counts);
    drawTokens(this, this.#chosen);
    this.#tell(nothing, places);
    this.find("empty").hidden = places.length > 0;
    this.find("clear").hidden = this.find("link").hidden = nothing;
    this.toggleAttribute("data-filtered", !nothing);
    // The tick has been answered; the list comes in a task of its own.
    await pause();
    if (this.#wish !== wish) return;
    if (!nothing && wish.view === "cards" && !this.#summaries.length) {
      ({ summary: this.#summaries } = await this.bring(() => load("summaries")));
      if (this.#wish !== wish) return;
    }
    this.#listing?.show(facets, nothing ? null : sort(places, wish.sort, facets, this.#fits), wish.view, this.#summaries);
    this.#tray?.show();
  }

  /** How many there are, and how many of them have a guide. @param {boolean} nothing is asked for @param {number[]} places */
  #tell(nothing, places) {
    const { profiled, slug } = this.data;
    const status = this.find("status");
    const { all, whole, some, none = "", guided } = status.dataset;
    const [count, total] = [places.length, slug.length];
    const guides = places.filter((at) => at < profiled).length;
    const found = fill(readSentence(nothing ? all : count === total ? whole : some), { count, total });
    const more = guides < count ? ` ${fill(readSentence(guided), { count: guides })}` : "";
    status.textContent = count ? found + more : none;
    const show = this.find("show");
    show.textContent = fill(readSentence(show.dataset.sentence), { count });
  }

  /** @param {Record<string, number[]>} counts */
  #count(counts) {
    for (const box of this.#boxes) {
      const facet = facetOf(box);
      const count = counts[facet][this.data.values[facet].indexOf(box.value)];
      const [label] = box.labels ?? [];
      find(label, "count").textContent = number(count);
      // What would leave nothing stays in sight but steps back.
      label.toggleAttribute("data-nothing", !count && !box.checked);
    }
    for (const part of findAll(this, "form details")) {
      const checked = part.querySelectorAll("[data-facet]:checked").length;
      find(part, "chosen").textContent = checked ? `(${checked})` : "";
    }
  }

  /** All that narrows the list, in the order of the form. */
  get #chosen() {
    const lists = [this.#list("pay"), this.#list("change")].filter(({ value }) => value);
    return [...this.#boxes, ...lists, this.#box("starred"), this.#box("guided")].filter((one) => one instanceof HTMLSelectElement || one.checked);
  }

  /** @param {HTMLElement} button */
  #take(button) {
    const at = findAll(this, "[data-take]").indexOf(button);
    const control = this.#chosen[at];
    if (control instanceof HTMLSelectElement) control.value = "";
    else control.checked = false;
    this.#choose();
    // The button is gone: the next one takes the focus over, or the choice of the order.
    const left = findAll(this, "[data-take]");
    (left[Math.min(at, left.length - 1)] ?? this.find("sort")).focus();
  }

  #clear() {
    this.#wish = makeEmpty();
    this.#fillIn();
    this.#choose();
    this.find("sort").focus();
  }

}

/** @param {HTMLElement} box */
const facetOf = (box) => box.dataset.facet ?? "";

customElements.define("career-explorer", CareerExplorer);
