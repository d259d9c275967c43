/**
 * What all elements have in common: their life, their parts, what their buttons do, how they hear of changes, and what
 * they say where something does not arrive.
 */
import { isAnythingKept, watch } from "../kept/store.js";
import { find } from "../site/dom.js";
import { waitForReader } from "../site/failing.js";
import { pause } from "../site/slices.js";

/**
 * @typedef {Record<string, (value: string, button: HTMLElement, event: Event) => unknown>} Actions what buttons do, each
 *   by its data attribute and with the value of that: `data-move="1"` is `move`
 */

/** @typedef {HTMLElementEventMap & WindowEventMap & DocumentEventMap & Record<`careers:${"changed" | "proposed"}`, Event>} Events our own say that what is kept, or proposed, has changed */

/** What any element's button can do. @type {Actions} */
const COMMON = { print: () => print() };

/** Tells all parts of the page that what the reader keeps has changed. */
export const announce = () => document.dispatchEvent(new CustomEvent("careers:changed"));

/** Where no element begins to work. */
const still = document.implementation.createHTMLDocument();

/** @template [Data=void] what has to be there before it can start */
export class Part extends HTMLElement {
  #life = new AbortController();
  /** As it came with the page. @type {Node | undefined} */
  #before;
  /** @type {Data | undefined} */
  #data;

  /** @type {Actions} */
  actions = {};

  /** Aborted when the element goes: instant navigation swaps pages without loading them. */
  get signal() {
    return this.#life.signal;
  }

  /** What `load` has brought. @returns {Data} */
  get data() {
    return /** @type {Data} */ (this.#data);
  }

  async connectedCallback() {
    this.#life = new AbortController();
    this.#before ??= still.importNode(this, true);
    const { signal } = this;
    this.#data = await this.bring(() => this.load());
    // Several begin at a time: each by itself, so that none holds up the reader for all of them.
    await pause();
    if (signal.aborted) return;
    this.listen(this, "click", (event) => this.#press(event));
    this.start();
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** Fetches what the element cannot begin without. @returns {Data | Promise<Data>} */
  load() {
    return /** @type {Data} */ (undefined);
  }

  /** Once all is loaded; not for an element that has gone in the meantime. */
  start() {}

  /**
   * Fetches data or a module; whatever does that comes through here, since nothing need arrive. Where it fails, the element
   * says so and offers to try again.
   *
   * @template Found
   * @param {() => Found | Promise<Found>} fetch @param {() => void} [meanwhile] done each time it has failed
   * @returns {Promise<Found>} never settles once the element is gone
   */
  async bring(fetch, meanwhile = () => {}) {
    const { signal } = this;
    for (;;) {
      try {
        const found = await fetch();
        if (!signal.aborted) return found;
      } catch (problem) {
        if (!signal.aborted) {
          meanwhile();
          await waitForReader(this, problem);
        }
      }
      if (signal.aborted) await new Promise(() => {});
    }
  }

  /** Fetches early what `bring` will be asked for. What does not arrive now is fetched then. @param {() => Promise<unknown>} fetch */
  foresee(fetch) {
    fetch().catch(console.warn);
  }

  /**
   * The first part that is marked `data-<name>`.
   *
   * @template {Element} [Kind=HTMLElement]
   * @param {string} name also with a value: `kind=goal` @param {abstract new () => Kind} [kind] @returns {Kind} throws where there is none
   */
  find(name, kind) {
    return /** @type {Kind} */ (find(this, name, /** @type {abstract new () => Element} */ (kind ?? HTMLElement)));
  }

  /**
   * Hears of events until the element goes.
   *
   * @template {keyof Events} Type
   * @param {EventTarget} target @param {Type | Type[]} types @param {(event: Events[Type]) => unknown} hear @param {AddEventListenerOptions} [options]
   */
  listen(target, types, hear, options) {
    const { signal } = this;
    for (const type of [types].flat()) target.addEventListener(type, /** @type {(event: Event) => unknown} */ (hear), { ...options, signal });
  }

  /** What is forgotten leaves nothing behind: puts the element there as it came. @returns {boolean} whether it is done */
  renew() {
    if (this.#before) this.replaceWith(document.importNode(this.#before, true));
    return true;
  }

  /** Hears of changes in another tab. @param {string | null} name what matters, as store.js keeps it; null for all @param {() => unknown} hear */
  watch(name, hear) {
    watch(name, (isForgotten) => ((isForgotten || !isAnythingKept()) && this.renew()) || hear(), this.signal);
  }

  /**
   * Hears of changes to what the reader keeps: on this page, in another tab, while the browser had set the page aside, and
   * over night, since some of it is for a day. Where nothing is kept any more, the element begins anew.
   *
   * @param {string[] | null} names what matters of another tab, as store.js keeps it; null for all
   * @param {(isElsewhere: boolean) => unknown} change
   */
  heed(names, change) {
    const hear = (/** @type {boolean} */ isElsewhere) => (!isAnythingKept() && this.renew()) || change(isElsewhere);
    for (const name of names ?? [null]) this.watch(name, () => change(true));
    // What is forgotten goes one after the other: the last of it may be another's.
    if (names) this.watch(null, () => {});
    this.listen(document, "careers:changed", () => hear(false));
    this.listen(window, "pageshow", ({ persisted }) => persisted && hear(false));
    const today = () => new Date().toDateString();
    let day = today();
    const look = () => {
      if (document.hidden || day === today()) return;
      day = today();
      hear(false);
    };
    this.listen(document, "visibilitychange", look);
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const { target } = event;
    const button = target instanceof Element ? target.closest("button, a") : null;
    if (!(button instanceof HTMLElement)) return;
    const actions = { ...COMMON, ...this.actions };
    const names = Object.keys(button.dataset).filter((name) => Object.hasOwn(actions, name));
    for (const name of names) actions[name](button.dataset[name] ?? "", button, event);
  }
}
