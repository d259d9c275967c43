/** `<career-pay>`: by which unit of time and in which country the reader likes to be told of pay; the whole page follows. */
import { read } from "../../kept/store.js";
import { SETTINGS, keep, readUnit } from "../../reader/unit.js";
import { findAll } from "../../site/dom.js";
import { Part, announce } from "../part.js";

class CareerPay extends Part {
  start() {
    const units = this.querySelector("select[data-unit]");
    const countries = this.querySelector("select[data-countries]");
    this.dataset.on = "";
    if (units instanceof HTMLSelectElement) {
      this.listen(units, "change", () => {
        keep({ unit: units.value });
        announce();
      });
    }
    if (countries instanceof HTMLSelectElement) {
      const own = countries.value;
      this.listen(countries, "change", () => {
        const wanted = countries.value;
        countries.value = own;
        keep({ country: wanted });
        announce();
        findAll(document, ".cg-glance__pay:not([hidden]) [data-countries]")[0]?.focus();
      });
    }
    // The first on a page sees to all of it, for those of the other countries, too.
    if (this !== document.querySelector("career-pay")) return;
    const tell = async () => {
      const all = findAll(document, ".cg-glance__pay");
      const country = read(SETTINGS)?.country;
      const shown = all.find((one) => one.dataset.region === country) ?? all[0];
      for (const one of all) one.hidden = one !== shown;
      for (const one of findAll(document, "details[data-region]", HTMLDetailsElement)) {
        if (one.toggleAttribute("data-chosen", one.dataset.region === country)) one.open = true;
      }
      // Few choose: until then the page stays as it came.
      if (readUnit() ?? document.querySelector("[data-told]")) {
        const { tellAll } = await this.bring(() => import("./telling.js"));
        for (const select of findAll(document, "career-pay [data-unit]", HTMLSelectElement)) tellAll(select, readUnit());
      }
    };
    this.heed([SETTINGS], tell);
    tell();
  }
}

customElements.define("career-pay", CareerPay);
