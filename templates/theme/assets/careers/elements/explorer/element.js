/**
 * `<career-explorer>`: filters and sorts all occupations. While nothing is asked for, the page's own list by field stands;
 * else a list in its place, a few dozen at a time. What is asked for stands in the address behind the #.
 */
import { copyAddress } from "../../actions/copying.js";
import { load } from "../../site/loading.js";
import { withSlugs } from "../../data/slugs.js";
import { findSaved, followRenames } from "../../kept/items.js";
import { hasRecords } from "../../kept/records.js";
import { SHOW, replaceFragment } from "../../site/addresses.js";
import { findAll } from "../../site/dom.js";
import { fill, list, readSentence, setLocale } from "../../language/words.js";
import { pause, run } from "../../site/slices.js";
import { Part } from "../part.js";
import { Form } from "./form.js";
import { choosePay, filtering, findMain, sort } from "./filtering.js";
import { Listing } from "./listing.js";
import { isEmpty, makeEmpty, read, write } from "./state.js";
import { drawTokens } from "./tokens.js";
import { Tray } from "./tray.js";

/** @typedef {import("./filtering.js").Facets} Facets */

/** @extends {Part<Facets>} */
class CareerExplorer extends Part {
  #form = new Form(this);
  #wish = makeEmpty();
  /** Worked out once for the results that lie on the device. @type {Float64Array | null} */
  #fits = null;
  /** What stands on cards, once it has come. @type {string[]} */
  #summaries = [];
  /** @type {Listing | null} */
  #listing = null;
  /** @type {Tray | null} */
  #tray = null;
  /** Made once it is asked for. @type {import("./picture/picture.js").Picture | null} */
  #picture = null;

  actions = {
    take: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#take(button),
    clear: () => this.#clear(),
    link: () => copyAddress(this.find("copied")),
    more: async () => {
      await this.#listing?.more(this.#summaries);
      this.#tray?.show();
    },
    save: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#tray?.save(button),
    turn: () => this.#tray?.turn(),
    pick: (/** @type {string} */ field) => {
      this.#form.turnField(field);
      this.#choose();
    },
    showAs: (/** @type {string} */ view) => {
      this.#form.view(view);
      this.#choose();
    },
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
    this.#picture = null;
    this.listen(this, "change", ({ target }) => target instanceof HTMLInputElement && "tick" in target.dataset && this.#tray?.tick(target));
    this.dataset.state = "ready";
    this.find("view").hidden = false;
    // Where there is room they stand beside the list: element.css.
    const room = matchMedia("(min-width: 60em)");
    this.listen(this.find("filters"), "click", () => room.matches || this.#panel.showModal());
    room.onchange = () => room.matches && this.#panel.close();
    for (const name of ["form", "sort", "views", "doubt"]) this.listen(this.find(name), "change", () => this.#choose());
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
    this.#fault(!found ? unread : found.unknown.length ? fill(unknown, { names: list(found.unknown) }) : "");
    this.#form.fillIn(this.#wish);
    this.#show().then(() => hash && this.#listing?.land());
  }

  /** Takes over what the form asks for. */
  #choose() {
    this.#wish = this.#form.read();
    this.#fault("");
    // No new entry in the history for each tick; the address can be copied at any time.
    replaceFragment(write(this.#wish));
    this.#show();
  }

  async #show() {
    // At once: what is taken back gives the focus to the next, and each stands for what is chosen in its place.
    drawTokens(this, this.#form.chosen);
    const [wish, nothing] = [this.#wish, isEmpty(this.#wish)];
    const isPicture = wish.view === "picture";
    if (wish.sort === "fit" || (isPicture && hasRecords())) this.#fits ??= await this.bring(async () => (await import("./fits.js")).findFits());
    // Something else may have been chosen in the meantime.
    if (this.#wish !== wish) return;
    this.find("unfit").hidden = wish.sort !== "fit" || Boolean(this.#fits);
    const stars = findSaved();
    // The picture has one currency, as what is sorted by pay.
    const facets = choosePay(this.data, isPicture ? { ...wish, sort: "pay" } : wish);
    const { places: found, unsure, counts } = await run(filtering(facets, wish, stars));
    if (this.#wish !== wish) return;
    const places = wish.unsure ? found.concat(unsure) : found;
    this.#form.count(counts, this.data.values);
    this.#tell(nothing, found, places.length);
    this.#doubt(unsure.length, wish.unsure);
    this.find("empty").hidden = places.length > 0;
    this.find("clear").hidden = this.find("link").hidden = nothing;
    this.toggleAttribute("data-filtered", !nothing);
    this.toggleAttribute("data-pictured", isPicture);
    // The tick has been answered; the list comes in a task of its own.
    await pause();
    if (this.#wish !== wish) return;
    if (!nothing && wish.view === "cards" && !this.#summaries.length) {
      ({ summary: this.#summaries } = await this.bring(() => load("summaries")));
      if (this.#wish !== wish) return;
    }
    const order = (/** @type {number[]} */ some) => sort(some, wish.sort, facets, this.#fits);
    await this.#listing?.show(facets, nothing ? null : order(found).concat(wish.unsure ? order(unsure) : []), wish.view, this.#summaries, unsure);
    if (this.#wish !== wish) return;
    if (isPicture) await this.#paint({ facets, places, fits: this.#fits, currency: wish.pay.split("-")[0] || findMain(facets.figures) });
    this.#tray?.show();
  }

  /** Of how many nobody knows whether they have what is asked for. @param {number} count @param {boolean} isTaken whether they are shown */
  #doubt(count, isTaken) {
    const doubt = this.find("doubt");
    doubt.hidden = !count && !isTaken;
    this.find("doubtful").textContent = fill(readSentence(doubt.dataset.sentence), { count });
  }

  /** @param {import("./picture/picture.js").State} state */
  async #paint(state) {
    const wish = this.#wish;
    const { Picture } = await this.bring(() => import("./picture/picture.js"));
    if (this.#wish !== wish || !this.#listing) return;
    this.#picture ??= new Picture(this, this.#listing, () => this.#tray?.show(), this.signal);
    await this.#picture.show(state);
  }

  /** How many there are, and how many of them have a guide. @param {boolean} nothing is asked for @param {number[]} places of what was found @param {number} shown with those of which it is not known */
  #tell(nothing, places, shown) {
    const { profiled, slug } = this.data;
    const status = this.find("status");
    const { all, whole, some, none = "", guided } = status.dataset;
    const [count, total] = [places.length, slug.length];
    const guides = places.filter((at) => at < profiled).length;
    const sentence = fill(readSentence(nothing ? all : count === total ? whole : some), { count, total });
    const more = guides < count ? ` ${fill(readSentence(guided), { count: guides })}` : "";
    status.textContent = count ? sentence + more : none;
    const show = this.find("show");
    show.textContent = fill(readSentence(show.dataset.sentence), { count: shown });
  }

  /** @param {HTMLElement} button */
  #take(button) {
    const at = findAll(this, "[data-take]").indexOf(button);
    const control = this.#form.chosen[at];
    if (control instanceof HTMLSelectElement) control.value = "";
    else control.checked = false;
    this.#choose();
    // The button is gone: the next one takes the focus over, or the choice of the order.
    const left = findAll(this, "[data-take]");
    (left[Math.min(at, left.length - 1)] ?? this.#order).focus();
  }

  #clear() {
    const { view } = this.#wish;
    // Who looks at the picture wants all of it, not the list.
    this.#wish = { ...makeEmpty(), ...(view === "picture" ? { view } : {}) };
    this.#form.fillIn(this.#wish);
    this.#choose();
    this.#order.focus();
  }

  /** Where the focus goes from what is no more: to the order, or the choice of the picture, which has none. */
  get #order() {
    return this.#wish.view === "picture" ? findAll(this, "[data-view-as]:checked")[0] : this.find("sort");
  }
}

customElements.define("career-explorer", CareerExplorer);
