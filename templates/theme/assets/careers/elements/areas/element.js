/**
 * `<career-areas>` on an occupation's page: what it pays from place to place. Few readers ask for it, so amounts and what
 * draws them are loaded only when the part is opened.
 */
import { Part, announce } from "../part.js";

class CareerAreas extends Part {
  start() {
    const part = this.find("part", HTMLDetailsElement);
    const show = async () => {
      this.find("place").replaceChildren(...(await this.bring(async () => (await import("./table.js")).make(this.dataset))));
      announce();
    };
    // It may have been opened before the script came.
    if (part.open) show();
    else this.listen(part, "toggle", show, { once: true });
  }
}

customElements.define("career-areas", CareerAreas);
