/** `<career-compare>`: up to four occupations side by side, kept in the address behind the #, so that they can be sent. */
import { loadOccupations } from "../../data/collection.js";
import { PLAN, findSaved } from "../../kept/items.js";
import { RECORDS } from "../../kept/records.js";
import { read as readStored } from "../../kept/store.js";
import { SETTINGS, keep } from "../../reader/unit.js";
import { COMPARE, replaceFragment } from "../../site/addresses.js";
import { copyAddress } from "../../actions/copying.js";
import { suggest } from "../../actions/suggesting.js";
import { closest, findAll, make } from "../../site/dom.js";
import { load } from "../../site/loading.js";
import { fill, list, setLocale } from "../../language/words.js";
import { Part, announce } from "../part.js";
import { findScale } from "./bars.js";
import { MOST, read, sortOut, write } from "./choice.js";
import { offerCountries } from "./countries.js";
import { findNamed, findTitle } from "./naming.js";
import { describe, findShared, tellIn } from "./rows.js";
import { drawHeads, drawRows } from "./table.js";

/** Occupations of the plan that are offered, so that the offer stays in two lines. */
const MOST_OFFERED = 12;

/**
 * @typedef {import("../../data/collection.js").Occupation} Occupation
 * @typedef {object} Loaded
 * @property {import("../../data/types.d.ts").Texts["comparing"]} text the words
 * @property {Occupation[]} occupations
 * @property {Record<string, string>} formerly old slug -> present one
 */

/** @extends {Part<Loaded>} */
class CareerCompare extends Part {
  /** @type {string[]} */
  #slugs = [];
  /** What was opened last; whatever arrives late is not drawn. */
  #turn = 0;

  actions = {
    star: (/** @type {string} */ slug) => this.#add(slug),
    remove: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#remove(slugOf(button)),
    left: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#move(slugOf(button), -1),
    right: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#move(slugOf(button), 1),
    copy: () => copyAddress(this.find("copied")),
    fold: (/** @type {string} */ _, /** @type {HTMLElement} */ button) => this.#unfold(button),
  };

  /** @returns {Promise<Loaded>} */
  async load() {
    setLocale(this.dataset.locale ?? "en");
    const [{ text }, occupations, { formerly = {} }] = await Promise.all([load("comparing"), loadOccupations(), load("occupations")]);
    return { text, occupations, formerly };
  }

  start() {
    suggest(this.find("title", HTMLInputElement), this.find("titles"), this.data.occupations, this.dataset.outline ?? "");
    this.dataset.state = "ready";
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
    this.listen(this.find("form"), "submit", (event) => this.#submit(event));
    this.listen(this.#only, "change", () => this.#narrow());
    this.listen(window, "hashchange", () => this.#open());
    this.heed([RECORDS, SETTINGS], () => this.#draw());
    const countries = this.find("countries", HTMLSelectElement);
    this.listen(countries, "change", () => {
      keep({ country: countries.value });
      announce();
    });
    this.watch(PLAN, () => this.#offer());
    this.#open();
  }

  get #only() {
    return this.find("only", HTMLInputElement);
  }

  /** @param {string} slug */
  #title(slug) {
    return this.#occupation(slug)?.title ?? slug;
  }

  /** @param {string} slug */
  #occupation(slug) {
    return this.data.occupations.find((one) => one.slug === slug);
  }

  /** What stands beside the title of an outline. @param {string} slug */
  #mark(slug) {
    return this.#occupation(slug)?.isOutline ? `(${this.dataset.outline})` : "";
  }

  /** @param {string} sentence */
  #fault(sentence) {
    this.find("fault").textContent = sentence;
    this.find("fault").hidden = !sentence;
  }

  /** Takes over what the address asks for. */
  #open() {
    const { hash } = location;
    const asked = COMPARE.isOurs(hash) ? read(hash) : [];
    const known = new Set(this.data.occupations.map(({ slug }) => slug));
    const { slugs, extra, gone } = sortOut(asked ?? [], known, this.data.formerly);
    const faults = [];
    if (!asked) faults.push(this.data.text.unread);
    if (extra.length) faults.push(fill(this.data.text.most, { titles: list(extra.map((slug) => this.#title(slug))) }));
    if (gone.length) faults.push(fill(this.data.text.gone, { names: list(gone) }));
    this.#fault(faults.join(" "));
    this.#slugs = slugs;
    this.#draw();
  }

  /** @param {string[]} slugs @param {string} sentence what has changed */
  async #change(slugs, sentence) {
    this.#slugs = slugs;
    this.#fault("");
    replaceFragment(write(slugs));
    await this.#draw();
    this.find("status").textContent = sentence;
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    const input = this.find("title", HTMLInputElement);
    const { value } = input;
    if (!value.trim()) return;
    const { found, near } = await this.#name(value);
    // More was typed in the meantime.
    if (input.value !== value) return;
    if (found) {
      if (this.#add(found.slug)) input.value = "";
    } else this.#fault(near.length ? fill(this.data.text.nearest, { titles: list(near.map(({ title }) => title)) }) : this.data.text.no_such);
  }

  /** Other names are looked for where no title has what was typed. @param {string} typed @returns {ReturnType<typeof findNamed>} */
  async #name(typed) {
    const found = findTitle(typed, this.data.occupations);
    return found ? { found, near: [] } : this.bring(() => findNamed(typed, this.signal));
  }

  /** @param {string} slug @returns {boolean} whether it is there now */
  #add(slug) {
    if (this.#slugs.includes(slug)) this.#fault(this.data.text.there);
    else if (this.#slugs.length >= MOST) this.#fault(this.data.text.full);
    else {
      const slugs = [...this.#slugs, slug];
      this.#change(slugs, fill(this.data.text.added, { title: this.#title(slug), count: slugs.length }));
      return true;
    }
    return false;
  }

  /** @param {string} slug */
  async #remove(slug) {
    const slugs = this.#slugs.filter((one) => one !== slug);
    await this.#change(slugs, fill(this.data.text.removed, { title: this.#title(slug), count: slugs.length }));
    // The column is gone: the box for adding takes the focus over.
    this.find("title").focus();
  }

  /** @param {string} slug @param {number} step */
  async #move(slug, step) {
    const slugs = [...this.#slugs];
    const from = slugs.indexOf(slug);
    const to = from + step;
    if (to < 0 || to >= slugs.length) return;
    [slugs[from], slugs[to]] = [slugs[to], slugs[from]];
    await this.#change(slugs, fill(this.data.text.moved, { title: this.#title(slug), place: to + 1, count: slugs.length }));
    // At either end the button that was pressed is off: then the other one takes the focus over, unless all has gone.
    const buttons = findAll(this, `thead [data-slug="${slug}"] :is([data-left], [data-right])`, HTMLButtonElement);
    const [first, other] = step < 0 ? buttons : buttons.reverse();
    (first?.disabled ? other : first)?.focus();
  }

  /** Buttons for what is saved to the plan and not here yet. */
  #offer() {
    const known = new Set(this.data.occupations.map(({ slug }) => slug));
    const saved = [...findSaved()].map((slug) => this.data.formerly[slug] ?? slug);
    const left = saved.filter((slug) => known.has(slug) && !this.#slugs.includes(slug));
    this.find("stars").hidden = !left.length || this.#slugs.length >= MOST;
    const buttons = left.slice(0, MOST_OFFERED).map((slug) => {
      const offer = make("button", { type: "button", className: "cg-part__button", textContent: `+ ${this.#title(slug)} ${this.#mark(slug)}`.trim() });
      offer.dataset.star = slug;
      return offer;
    });
    this.find("star-list").replaceChildren(...buttons.flatMap((offer) => [offer, " "]));
  }

  async #draw() {
    const turn = ++this.#turn;
    const slugs = this.#slugs;
    const loaded = await Promise.allSettled(slugs.map((slug) => load(`profiles/${slug}`)));
    const results = readStored(RECORDS) ? await this.#findOwn(slugs) : [];
    if (turn !== this.#turn || this.signal.aborted) return;
    this.#offer();
    const failed = slugs.filter((_, at) => loaded[at].status === "rejected");
    if (failed.length) this.#fault(fill(this.data.text.failed, { titles: list(failed.map((slug) => this.#title(slug))) }));
    const shown = slugs.filter((slug) => !failed.includes(slug));
    const { text } = this.data;
    const found = loaded.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const country = offerCountries(this.find("countries", HTMLSelectElement), found);
    const profiles = found.map((profile) => tellIn(profile, country));
    const own = results.filter((_, at) => loaded[at].status === "fulfilled");
    const shared = findShared(profiles, text);
    /** @type {Record<string, import("./rows.js").Said>[]} */
    const said = profiles.map((profile, at) => ({ ...describe(profile, text, this.dataset.locale, new Set(shared.keys())), ...own[at] }));
    const heads = shown.map((slug) => ({ slug, title: this.#title(slug), url: this.#occupation(slug)?.url ?? "", mark: this.#mark(slug) }));
    drawHeads(this, heads, text);
    drawRows(this, heads, said, findScale(profiles), shared, text);
    this.find("empty").hidden = slugs.length > 0;
    for (const name of ["table", "note", "copy", "print"]) this.find(name).hidden = !shown.length;
    this.find("only-place").hidden = shown.length < 2;
    this.#narrow();
  }

  /** @param {HTMLElement} button */
  #unfold(button) {
    const part = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (!part) return;
    part.hidden = !part.hidden;
    button.ariaExpanded = String(!part.hidden);
  }

  #narrow() {
    this.toggleAttribute("data-narrow", this.#only.checked && this.#slugs.length > 1);
  }

  /** What the reader's results say of each; nothing where none were finished. Where they do not arrive, the rest stands without. @param {string[]} slugs @returns {Promise<Awaited<ReturnType<typeof import("./own.js").findOwn>>>} */
  #findOwn(slugs) {
    return new Promise((resolve) => {
      let isLate = false;
      const goOn = () => {
        isLate = true;
        resolve([]);
      };
      const found = this.bring(async () => (await import("./own.js")).findOwn(slugs, this.data.text), goOn);
      found.then((own) => (isLate ? this.#draw() : resolve(own)));
    });
  }
}

/** The occupation in whose column a button stands. @param {HTMLElement} button */
const slugOf = (button) => closest(button, "[data-slug]")?.dataset.slug ?? "";

customElements.define("career-compare", CareerCompare);
