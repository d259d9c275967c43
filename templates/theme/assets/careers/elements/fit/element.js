/**
 * `<career-fit>` on an occupation's page: an invitation, or the reader's own results beside the occupation. Most readers
 * have taken nothing, and not everybody reads on to here: so all that scores and compares is loaded only when something
 * lies on the device and the reader comes near.
 */
import { RECORDS, hasRecords } from "../../kept/records.js";
import { make } from "../../site/dom.js";
import { Part } from "../part.js";

/** How far below the window it is near, in heights of the window: on a slow phone it takes seconds to come. Not above: who reads on below would see the page move. */
const NEAR = "-10% 0px 100%";

/** Whether all is loaded since an earlier page. */
let isLoaded = false;

class CareerFit extends Part {
  /** @type {import("./experiments.js").Proposals | null} */
  #proposals = null;
  #isNear = false;

  actions = { another: () => this.#proposals?.step() };

  start() {
    this.heed([RECORDS], () => this.#refresh());
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#approach(), { rootMargin: NEAR });
    observer.observe(/** @type {HTMLElement} */ (this.parentElement));
    this.signal.addEventListener("abort", () => observer.disconnect());
    this.listen(window, "beforeprint", () => this.#approach());
    this.#refresh();
  }

  #approach() {
    if (this.#isNear) return;
    this.#isNear = true;
    this.#refresh();
  }

  async #refresh() {
    if (!hasRecords()) return this.#show("invitation");
    // In the meantime no invitation to take what was taken: only room, as when the page came.
    document.documentElement.classList.add("cg-known");
    if (!this.#isNear && !isLoaded) return;
    const fit = await this.bring(async () => (await import("./comparison.js")).prepare(this.dataset), () => this.#show("failed"));
    isLoaded = true;
    // What lies on the device is read only now: whichever refresh ends last shows the latest.
    const reader = fit.readReader();
    if (!reader.size) return this.#show("invitation");
    const frame = this.#unfold(fit.makeFrame);
    fit.show(frame, reader);
    this.#proposals ??= new fit.Proposals(frame);
    this.#proposals.propose(reader, fit);
    this.#show("comparison");
  }

  /** @param {string} shown */
  #show(shown) {
    this.toggleAttribute("data-taken", shown === "comparison");
    this.dataset.shown = "";
    for (const name of ["invitation", "failed", "comparison"]) {
      const part = this.querySelector(`[data-${name}]`);
      if (part instanceof HTMLElement) part.hidden = name !== shown;
    }
  }

  /** The frame for the comparison, once: when it is filled anew, the focus within stays where it is. @param {(results: string) => Node[]} makeFrame */
  #unfold(makeFrame) {
    const known = this.querySelector("[data-comparison]");
    if (known instanceof HTMLElement) return known;
    const place = make("div", {}, ...makeFrame(this.dataset.all ?? ""));
    place.dataset.comparison = "";
    this.prepend(place);
    return place;
  }
}

customElements.define("career-fit", CareerFit);
