/** `<career-compare>`: up to four occupations side by side, kept in the address behind the #, so that they can be sent. */
import { loadAssessments, loadOccupations } from "../../data/collection.js";
import { copyAddress } from "../../site/copying.js";
import { load } from "../../site/loading.js";
import { PLAN, loadPlan } from "../../kept/items.js";
import { RECORDS } from "../../kept/records.js";
import { read as readStored, watch } from "../../kept/store.js";
import { fill, list, setLocale } from "../../site/words.js";
import { MOST, isOurs, read, sortOut, write } from "./choice.js";
import { describe, differ, findOwn } from "./rows.js";

/** Rows about the reader, which stand only where there are results. */
const OWN = ["fit", "against", "flags"];

class CareerCompare extends HTMLElement {
  #control = new AbortController();
  /** @type {any} */
  #text;
  /** @type {any[]} */
  #occupations = [];
  /** @type {string[]} */
  #interests = [];
  /** Old slug -> present one. @type {Record<string, string>} */
  #formerly = {};
  /** @type {string[]} */
  #slugs = [];
  /** What was opened last; whatever arrives late is not drawn. */
  #turn = 0;

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    setLocale(this.dataset.locale ?? "en");
    try {
      const [{ text }, occupations, assessments, { formerly = {} }] = await Promise.all([load("comparing"), loadOccupations(), loadAssessments(), load("occupations")]);
      this.#text = text;
      this.#occupations = occupations;
      this.#interests = Object.values(assessments.labels.interests);
      this.#formerly = formerly;
    } catch (problem) {
      console.warn(problem); // The table for paper stands.
      return;
    }
    if (signal.aborted) return;
    this.find("titles").replaceChildren(...this.#occupations.map(({ title }) => new Option(title)));
    this.find("paper").hidden = true;
    this.find("view").hidden = false;
    this.find("form").addEventListener("submit", (/** @type {Event} */ event) => this.#submit(event), { signal });
    this.find("only").addEventListener("change", () => this.#narrow(), { signal });
    this.addEventListener("click", this, { signal });
    addEventListener("hashchange", () => this.#open(), { signal });
    document.addEventListener("careers:changed", () => this.#draw(), { signal });
    watch(RECORDS, () => this.#draw(), signal);
    watch(PLAN, () => this.#offer(), signal);
    this.#open();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** @param {string} slug */
  #title(slug) {
    return this.#occupations.find((one) => one.slug === slug)?.title ?? slug;
  }

  /** @param {string} sentence */
  #fault(sentence) {
    this.find("fault").textContent = sentence;
    this.find("fault").hidden = !sentence;
  }

  /** Takes over what the address asks for. */
  #open() {
    const { hash } = location;
    const asked = hash && isOurs(hash) ? read(hash) : [];
    const known = new Set(this.#occupations.map(({ slug }) => slug));
    const { slugs, extra, gone } = sortOut(asked ?? [], known, this.#formerly);
    const faults = [];
    if (!asked) faults.push(this.#text.unread);
    if (extra.length) faults.push(fill(this.#text.most, { titles: list(extra.map((slug) => this.#title(slug))) }));
    if (gone.length) faults.push(fill(this.#text.gone, { names: gone.join(", ") }));
    this.#fault(faults.join(" "));
    this.#slugs = slugs;
    this.#draw();
  }

  /** @param {string[]} slugs @param {string} sentence what has changed */
  async #change(slugs, sentence) {
    this.#slugs = slugs;
    this.#fault("");
    history.replaceState(history.state, "", write(slugs) || location.pathname + location.search);
    await this.#draw();
    this.find("status").textContent = sentence;
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const input = this.find("title");
    const wanted = input.value.trim().toLowerCase();
    const found = this.#occupations.find(({ title }) => title.toLowerCase() === wanted);
    if (!found) return this.#fault(this.#text.no_such);
    this.#add(found.slug) && (input.value = "");
  }

  /** @param {string} slug @returns {boolean} whether it is there now */
  #add(slug) {
    if (this.#slugs.includes(slug)) this.#fault(this.#text.there);
    else if (this.#slugs.length >= MOST) this.#fault(this.#text.full);
    else {
      const slugs = [...this.#slugs, slug];
      this.#change(slugs, fill(this.#text.added, { title: this.#title(slug), count: slugs.length }));
      return true;
    }
    return false;
  }

  /** @param {any} event */
  async handleEvent({ target }) {
    const button = target.closest("button");
    if (!button) return;
    const { dataset } = button;
    const slug = button.closest("[data-slug]")?.dataset.slug;
    if ("star" in dataset) this.#add(dataset.star);
    else if ("remove" in dataset) {
      const slugs = this.#slugs.filter((one) => one !== slug);
      await this.#change(slugs, fill(this.#text.removed, { title: this.#title(slug), count: slugs.length }));
      // The column is gone: the box for adding takes the focus over.
      this.find("title").focus();
    } else if ("left" in dataset || "right" in dataset) await this.#move(slug, "left" in dataset ? -1 : 1);
    else if ("print" in dataset) print();
    else if ("copy" in dataset) copyAddress(this.find("copied"));
  }

  /** @param {string} slug @param {number} step */
  async #move(slug, step) {
    const slugs = [...this.#slugs];
    const from = slugs.indexOf(slug);
    const to = from + step;
    if (to < 0 || to >= slugs.length) return;
    [slugs[from], slugs[to]] = [slugs[to], slugs[from]];
    await this.#change(slugs, fill(this.#text.moved, { title: this.#title(slug), place: to + 1, count: slugs.length }));
    const head = this.querySelector(`thead [data-slug="${slug}"]`);
    const wanted = head?.querySelector(step < 0 ? "[data-left]" : "[data-right]");
    /** @type {any} */ (wanted?.hasAttribute("disabled") ? head?.querySelector(step < 0 ? "[data-right]" : "[data-left]") : wanted)?.focus();
  }

  /** Buttons for what is saved to the plan and not here yet. */
  #offer() {
    const known = new Set(this.#occupations.map(({ slug }) => slug));
    const starred = loadPlan().flatMap(({ kind, slug }) => (kind === "occupation" && slug ? (this.#formerly[slug] ?? slug) : []));
    const left = starred.filter((slug) => known.has(slug) && !this.#slugs.includes(slug));
    this.find("stars").hidden = !left.length || this.#slugs.length >= MOST;
    const buttons = left.slice(0, 12).map((slug) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "cg-part__button", textContent: `+ ${this.#title(slug)}` });
      button.dataset.star = slug;
      return button;
    });
    this.find("star-list").replaceChildren(...buttons.flatMap((button) => [button, " "]));
  }

  async #draw() {
    const turn = ++this.#turn;
    const slugs = this.#slugs;
    this.#offer();
    const loaded = await Promise.allSettled(slugs.map((slug) => load(`profiles/${slug}`)));
    const results = readStored(RECORDS) ? await this.#findOwn(slugs) : [];
    if (turn !== this.#turn || this.#control.signal.aborted) return;
    const failed = slugs.filter((_, at) => loaded[at].status === "rejected");
    if (failed.length) this.#fault(fill(this.#text.failed, { titles: list(failed.map((slug) => this.#title(slug))) }));
    const shown = slugs.filter((slug) => !failed.includes(slug));
    const said = shown.map((slug) => ({
      ...describe(/** @type {any} */ (loaded[slugs.indexOf(slug)]).value, this.#text, this.#interests, this.dataset.locale),
      ...results[slugs.indexOf(slug)],
    }));
    this.#drawHeads(shown);
    for (const row of /** @type {any} */ (this.querySelectorAll("[data-view] [data-row]"))) {
      const name = row.dataset.row;
      const ownTerms = findOwn(name, said.map((one) => one[name] ?? []));
      const cells = said.map((one) => this.#cell(one[name] ?? this.#text.not_taken, ownTerms));
      row.replaceChildren(row.firstElementChild, ...cells);
      row.toggleAttribute("data-absent", OWN.includes(name) && !results.length);
      const isDifferent = said.length > 1 && differ(name, said.map((one) => one[name] ?? ""));
      row.querySelector("[data-differs]").hidden = !isDifferent;
      row.toggleAttribute("data-same", !isDifferent);
    }
    this.find("empty").hidden = slugs.length > 0;
    for (const name of ["scroll", "note", "copy", "print"]) this.find(name).hidden = !shown.length;
    this.find("only-place").hidden = shown.length < 2;
    this.#narrow();
  }

  #narrow() {
    this.toggleAttribute("data-narrow", this.find("only").checked && this.#slugs.length > 1);
  }

  /** @param {string[]} slugs */
  #drawHeads(slugs) {
    const heads = slugs.map((slug, at) => {
      const copy = this.find("head").content.cloneNode(true);
      const title = this.#title(slug);
      copy.firstElementChild.dataset.slug = slug;
      Object.assign(copy.querySelector("[data-name]"), { textContent: title, href: this.#occupations.find((one) => one.slug === slug)?.url });
      for (const name of ["left", "right", "remove"]) copy.querySelector(`[data-${name}]`).setAttribute("aria-label", fill(this.#text[name], { title }));
      copy.querySelector("[data-left]").disabled = at === 0;
      copy.querySelector("[data-right]").disabled = at === slugs.length - 1;
      return copy;
    });
    const row = this.find("heads");
    row.replaceChildren(row.firstElementChild, ...heads);
  }

  /** @param {import("./rows.js").Said} said @param {Set<string>} own terms that not all have */
  #cell(said, own) {
    const cell = document.createElement("td");
    if (Array.isArray(said) && said.length > 1) {
      const items = said.map((text) => {
        const item = document.createElement("li");
        const words = document.createElement(own.has(text) ? "strong" : "span");
        words.textContent = text;
        item.append(words);
        return item;
      });
      const all = document.createElement("ul");
      all.append(...items);
      cell.append(all);
    } else cell.textContent = String(said);
    return cell;
  }

  /** What the reader's results say of each; nothing where none were finished or they cannot be loaded. @param {string[]} slugs */
  async #findOwn(slugs) {
    try {
      return await (await import("./own.js")).findOwn(slugs, this.#text);
    } catch (problem) {
      console.warn(problem);
      return [];
    }
  }
}

customElements.define("career-compare", CareerCompare);
