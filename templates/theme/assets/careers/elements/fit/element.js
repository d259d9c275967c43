/**
 * `<career-fit>` on an occupation's page: an invitation, or the reader's own results beside the occupation. Most readers
 * have taken nothing, and not everybody reads on to here: so all that scores and compares is loaded only when something
 * lies on the device and the reader comes near.
 */
import { RECORDS } from "../../kept/records.js";
import { read, watch } from "../../kept/store.js";

/** How far from the window it is near, in heights of the window. */
const NEAR = "100%";

/** Whether all is loaded since an earlier page. */
let isLoaded = false;

class CareerFit extends HTMLElement {
  #control = new AbortController();
  /** @type {import("./experiments.js").Proposals | null} */
  #proposals = null;
  #isNear = false;

  connectedCallback() {
    // One signal ends all listeners when instant navigation swaps the page away.
    const { signal } = (this.#control = new AbortController());
    watch(RECORDS, () => this.#refresh(), signal);
    document.addEventListener("careers:changed", () => this.#refresh(), { signal });
    this.addEventListener("click", this, { signal });
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#approach(), { rootMargin: NEAR });
    observer.observe(/** @type {HTMLElement} */ (this.parentElement));
    signal.addEventListener("abort", () => observer.disconnect());
    addEventListener("beforeprint", () => this.#approach(), { signal });
    this.#refresh();
  }

  disconnectedCallback() {
    this.#control.abort();
  }

  /** @param {any} event */
  handleEvent({ target }) {
    if (target.closest("[data-another]")) this.#proposals?.step();
  }

  /** Has any assessment been finished here? Before results were kept with their dates, the quiz alone knew. */
  get #taken() {
    const quizzes = this.dataset.quizzes?.split(" ") ?? [];
    return read(RECORDS)?.entries?.length > 0 || quizzes.some((key) => read(`quiz.${key}`)?.done);
  }

  #approach() {
    if (this.#isNear) return;
    this.#isNear = true;
    this.#refresh();
  }

  async #refresh() {
    const { signal } = this.#control;
    if (!this.#taken) return this.#show("invitation");
    if (!this.#isNear && !isLoaded) return this.#show("nothing yet");
    let fit;
    try {
      fit = await (await import("./comparison.js")).prepare(this.dataset);
    } catch {
      return signal.aborted || this.#show("unloaded");
    }
    isLoaded = true;
    if (signal.aborted) return;
    // What lies on the device is read only now: whichever refresh ends last shows the latest.
    const reader = fit.readReader();
    if (!reader.size) return this.#show("invitation");
    const frame = this.#unfold();
    fit.show(frame, reader);
    this.#proposals ??= new fit.Proposals(frame);
    this.#proposals.propose(reader, fit);
    this.#show("comparison");
  }

  /** @param {string} shown */
  #show(shown) {
    this.toggleAttribute("data-taken", shown === "comparison");
    for (const name of ["invitation", "unloaded", "comparison"]) {
      const part = /** @type {HTMLElement | null} */ (this.querySelector(`[data-${name}]`));
      if (part) part.hidden = name !== shown;
    }
  }

  /** The frame for the comparison, once: when it is filled anew, the focus within stays where it is. */
  #unfold() {
    const known = /** @type {HTMLElement | null} */ (this.querySelector("[data-comparison]"));
    if (known) return known;
    const place = document.createElement("div");
    place.dataset.comparison = "";
    place.append(/** @type {HTMLTemplateElement} */ (this.querySelector("template")).content.cloneNode(true));
    this.prepend(place);
    return place;
  }
}

customElements.define("career-fit", CareerFit);
