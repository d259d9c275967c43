/** `<career-pay>`: by the year, the month or the hour, as the reader likes to be told of pay; all amounts of the page follow. */
import { SETTINGS, keepUnit, readUnit } from "../../reader/unit.js";
import { Part, announce } from "../part.js";

class CareerPay extends Part {
  start() {
    const select = this.find("unit", HTMLSelectElement);
    this.dataset.on = "";
    this.listen(select, "change", () => {
      keepUnit(select.value);
      announce();
    });
    const tell = async () => {
      // Few choose: until then the page stays as it came.
      if (readUnit() ?? document.querySelector("[data-told]")) (await this.bring(() => import("./telling.js"))).tellAll(select, readUnit());
    };
    this.heed([SETTINGS], tell);
    tell();
  }
}

customElements.define("career-pay", CareerPay);
