/** `<career-elsewhere>`: what an occupation is called in the languages of the browser; what says so is fetched for readers of those alone. */
import { choose } from "../../language/languages.js";
import { load } from "../../site/loading.js";
import { Part } from "../part.js";

class CareerElsewhere extends Part {
  start() {
    // The page is whole without it.
    this.foresee(async () => {
      const { languages } = await load("adding");
      const own = choose(navigator.languages, languages);
      if (own.length) await (await import("./telling.js")).tell(this, this.dataset.slug ?? "", own);
    });
  }
}

customElements.define("career-elsewhere", CareerElsewhere);
