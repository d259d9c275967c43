/**
 * `<career-plan>`: the reader's plan. All on the screen follows from what lies on the device; what the reader types is
 * saved at once, and no redrawing takes it away.
 */
import { loadPlanning } from "../../data/planning.js";
import { keepItem, loadPlan } from "../../kept/items.js";
import { AGAIN, findTarget } from "../../site/addresses.js";
import { closest, find, findAll } from "../../site/dom.js";
import { arriveAt } from "../../site/folds.js";
import { Undoing } from "../../actions/undoing.js";
import { fill } from "../../language/words.js";
import { Part, announce } from "../part.js";
import { makeActions } from "./actions.js";
import { checkField, findField, readField, readValue, tellFault } from "./forms/fields.js";
import { Forms } from "./forms/forms.js";
import { drop, note } from "./forms/typed.js";
import { drag } from "./lists/dragging.js";
import { shorten } from "./lists/paint.js";
import { View } from "./view.js";

/** @typedef {import("./forms/fields.js").Field} Field */

/** While the reader types, the rest of the page follows after so many milliseconds. */
const PAUSE = 250;

/** @typedef {{planning: import("../../data/planning.js").Planning, view: View, forms: Forms}} Loaded */

/** @extends {Part<Loaded>} */
class CareerPlan extends Part {
  #pause = 0;
  /** What a day was before the reader began to type another. @type {string | number | undefined} */
  #before;

  async load() {
    const planning = await loadPlanning();
    return { planning, view: new View(this, planning), forms: new Forms(this) };
  }

  start() {
    const { view, forms } = this.data;
    const undoing = new Undoing(this.find("undone"));
    this.actions = makeActions({
      view,
      forms,
      undoing,
      announce: () => this.#announce(),
      tell: (sentence) => this.#tell(sentence),
      find: (name) => this.find(name),
      bring: (fetch) => this.bring(fetch),
    });
    for (const link of findAll(this, "a[data-again]", HTMLAnchorElement)) link.hash = AGAIN;
    this.listen(this, ["input", "change", "focusin", "focusout"], ({ type, target }) => this.#edit(type, target));
    this.listen(this, "submit", (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement) this.#submit(event.target);
    });
    this.listen(this, "pointerdown", (event) => this.#drag(event));
    this.listen(this, "input", ({ target }) => note(target));
    this.listen(window, "beforeprint", () => view.unfold());
    this.heed(null, () => {
      view.show();
      undoing.sift();
    });
    view.show();
    // Only now is it there to be scrolled to, if nobody has gone anywhere else.
    const part = scrollY ? null : findTarget(document, location.hash);
    const show = () => (this.dataset.there = "");
    if (part) arriveAt(part, show);
    else show();
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    super.disconnectedCallback();
  }

  get #words() {
    return this.data.planning.text.plan;
  }

  /** Tells all parts of the page, this one too. */
  #announce() {
    clearTimeout(this.#pause);
    announce();
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.find("status").textContent = sentence;
  }

  /** @param {string} type input, change, focusin or focusout @param {EventTarget | null} target */
  #edit(type, target) {
    const { view } = this.data;
    if (type === "change" && target === this.find("which")) view.showChart(loadPlan());
    const field = findField(target);
    const form = target instanceof Element ? target.closest("form") : null;
    const frame = form ?? closest(target, "[data-id]");
    if (!field || !frame) return;
    if (type === "change" && form && field.dataset.value === "decision") this.#turnReview(form);
    const isKept = field.dataset.late === undefined && !form?.dataset.adding;
    if (type === "focusin") {
      if (isKept) this.#before = readValue(view.locate(field).item, field);
      return;
    }
    const fault = checkField(field, view.sight.day);
    const place = find(frame, "fault");
    // While a day is being typed it does not exist yet, and a form tells what is missing when it is sent.
    if (!fault) tellFault(field, place, "");
    else if (type === "focusout" && (!form || fault === "date")) tellFault(field, place, this.#words.faults[fault]);
    if (type === "input" && !fault && isKept) this.#keep(field, readField(field));
    // On the way to a day that does not exist, others came up that do.
    if (type === "focusout" && fault === "date" && isKept) this.#keep(field, this.#before);
  }

  /** @param {HTMLFormElement} form */
  async #turnReview(form) {
    const { turnReview } = await this.bring(() => import("./forms/review.js"));
    turnReview(form);
  }

  /** @param {Field} field of an item @param {string | number | undefined} value */
  #keep(field, value) {
    const { item } = this.data.view.locate(field);
    const changes = { [field.dataset.value ?? ""]: value };
    // Another tab may have deleted it: it comes back with what is typed here.
    keepItem(item, changes);
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#announce(), PAUSE);
  }

  /** @param {HTMLFormElement} form */
  async #submit(form) {
    const { view, forms } = this.data;
    if (form.dataset.adding) {
      const added = forms.save(form, view.sight.day, this.#words);
      if (added) this.#finish(added.id, fill(this.#words.added, { text: shorten(added.text, this.#words) }));
      return;
    }
    const { id, item } = view.locate(form);
    if (form.dataset.recording === undefined) {
      const { saveReview } = await this.bring(() => import("./forms/review.js"));
      const sentence = saveReview(form, item, view.sight);
      if (!sentence) return;
      drop(form);
      form.remove();
      this.#finish(id, sentence);
      return;
    }
    const { saveRecord } = await this.bring(() => import("./forms/record.js"));
    const sentences = saveRecord(form, item, view.sight);
    if (!sentences) return;
    drop(form);
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
    this.data.view.reveal(id)?.focus();
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const { view } = this.data;
    const handle = closest(event.target, "[data-handle]");
    if (!handle || event.button) return;
    const { id, row } = view.locate(handle);
    if (!row) return;
    const drop = (/** @type {HTMLElement | null} */ next) => {
      const sentence = view.lists.drop(id, next);
      this.#announce();
      this.#tell(sentence);
    };
    drag(event, row, drop, () => view.show(), this.signal);
  }
}

customElements.define("career-plan", CareerPlan);
