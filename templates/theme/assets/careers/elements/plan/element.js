/**
 * `<career-plan>`: the reader's plan. All on the screen follows from what lies on the device; what the reader types is
 * saved at once, and no redrawing takes it away.
 */
import { addItem, keepItem, loadPlan } from "../../kept/items.js";
import { loadPlanning } from "../../data/planning.js";
import { Undoing } from "../../site/undoing.js";
import { watch } from "../../kept/store.js";
import { fill } from "../../site/words.js";
import { makeActions } from "./actions.js";
import { drag } from "./lists/dragging.js";
import { checkField, findField, readField, tellFault } from "./forms/fields.js";
import { Forms } from "./forms/forms.js";
import { shorten } from "./lists/paint.js";
import { View } from "./view.js";

/** While the reader types, the rest of the page follows after so many milliseconds. */
const PAUSE = 250;

class CareerPlan extends HTMLElement {
  #control = new AbortController();
  #pause = 0;
  /** What a day was before the reader began to type another. @type {string | undefined} */
  #before;
  /** @type {View} */
  #view = /** @type {any} */ (null);
  /** @type {Forms} */
  #forms = /** @type {any} */ (null);
  /** @type {ReturnType<typeof makeActions>} */
  #actions = {};

  async connectedCallback() {
    const { signal } = (this.#control = new AbortController());
    this.find("no-script").hidden = true;
    let planning;
    try {
      planning = await loadPlanning();
    } catch (problem) {
      console.warn(problem);
      this.find("failed").hidden = false;
      return;
    }
    if (signal.aborted) return;
    this.text = planning.text.plan;
    const view = (this.#view = new View(this, planning, signal));
    const forms = (this.#forms = new Forms(this));
    this.#actions = makeActions({
      view,
      forms,
      undoing: new Undoing(this.find("undone")),
      announce: () => this.#announce(),
      tell: (sentence) => this.#tell(sentence),
      find: (name) => this.find(name),
    });
    for (const link of this.querySelectorAll("a[data-again]")) /** @type {any} */ (link).hash = "again";
    for (const type of ["click", "input", "change", "focusin", "focusout", "submit", "pointerdown"]) this.addEventListener(type, this, { signal });
    const refresh = () => view.show();
    document.addEventListener("careers:changed", refresh, { signal });
    // A page that was set aside, or left open over night.
    for (const type of ["pageshow", "visibilitychange"]) addEventListener(type, refresh, { signal });
    addEventListener("beforeprint", () => view.unfold(), { signal });
    watch(null, refresh, signal);
    view.show();
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#control.abort();
  }

  /** @param {any} event */
  handleEvent(event) {
    const { type, target } = event;
    if (type === "click") {
      const button = target.closest("button, a[data-go]");
      for (const name in button?.dataset) this.#actions[name]?.(button.dataset[name], button, event);
    } else if (type === "submit") {
      event.preventDefault();
      this.#submit(target);
    } else if (type === "pointerdown") this.#drag(event);
    else this.#edit(type, target);
  }

  /** @param {string} name @returns {any} the first part marked `data-<name>` */
  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  /** Tells all parts of the page, this one too. */
  #announce() {
    clearTimeout(this.#pause);
    document.dispatchEvent(new CustomEvent("careers:changed"));
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.find("status").textContent = sentence;
  }

  /** @param {string} type input, change, focusin or focusout @param {any} target */
  #edit(type, target) {
    if (type === "change" && target === this.find("which")) this.#view.showChart(loadPlan());
    const field = findField(target);
    const form = target.closest("form");
    const frame = target.closest("form, [data-id]");
    if (!field || !frame) return;
    if (type === "change" && field.dataset.value === "decision") import("./forms/review.js").then(({ turnReview }) => turnReview(form));
    const isKept = field.dataset.late === undefined && !form?.dataset.adding;
    if (type === "focusin") {
      if (isKept) this.#before = /** @type {any} */ (this.#view.locate(field).item)[field.dataset.value];
      return;
    }
    const fault = checkField(field, this.#view.sight.day);
    const place = frame.querySelector("[data-fault]");
    // While a day is being typed it does not exist yet, and a form tells what is missing when it is sent.
    if (!fault) tellFault(field, place, "");
    else if (type === "focusout" && (!form || fault === "date")) tellFault(field, place, this.text.faults[fault]);
    if (type === "input" && !fault && isKept) this.#keep(field, readField(field));
    // On the way to a day that does not exist, others came up that do.
    if (type === "focusout" && fault === "date" && isKept) this.#keep(field, this.#before);
  }

  /** @param {any} field of an item @param {string | number | undefined} value */
  #keep(field, value) {
    const { item } = this.#view.locate(field);
    const changes = { [field.dataset.value]: value };
    // Another tab may have deleted it: it comes back with what is typed here.
    keepItem(item, changes);
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#announce(), PAUSE);
  }

  /** @param {any} form */
  async #submit(form) {
    if (form.dataset.adding) {
      const added = this.#forms.save(form, this.#view.sight.day, this.text);
      if (added) this.#finish(added.id, fill(this.text.added, { text: shorten(added.text, this.text) }));
      return;
    }
    const { id, item } = this.#view.locate(form);
    if (form.dataset.recording === undefined) {
      const { saveReview } = await import("./forms/review.js");
      const sentence = saveReview(form, item, this.#view.sight);
      if (!sentence) return;
      form.remove();
      this.#finish(id, sentence);
      return;
    }
    const { saveRecord } = await import("./forms/record.js");
    const sentences = saveRecord(form, item, this.#view.sight);
    if (!sentences) return;
    form.remove();
    this.#announce();
    this.find("loop").hidden = false;
    this.find("loop-told").textContent = sentences.join(" ");
    this.find("loop-title").focus();
  }

  /** @param {string} id of what was saved, which gets the focus @param {string} sentence */
  #finish(id, sentence) {
    this.#announce();
    this.#tell(sentence);
    this.#view.reveal(id)?.focus();
  }

  /** @param {any} event */
  #drag(event) {
    const handle = event.target.closest("[data-handle]");
    if (!handle || event.button) return;
    const { id, row } = this.#view.locate(handle);
    const drop = (/** @type {any} */ next) => {
      const sentence = this.#view.lists.drop(id, next);
      this.#announce();
      this.#tell(sentence);
    };
    drag(event, row, drop, () => this.#view.show(), this.#control.signal);
  }
}

customElements.define("career-plan", CareerPlan);
