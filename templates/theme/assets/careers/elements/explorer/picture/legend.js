/** The fields of work by their colors, and how many dots each has; a press filters by it. */
import { number } from "../../../language/words.js";
import { copy, find, findAll } from "../../../site/dom.js";

export class Legend {
  /** By the field's place. @type {HTMLElement[]} */
  #buttons = [];

  /** @param {HTMLElement} root the picture @param {HTMLElement} element the explorer, whose form has the fields */
  constructor(root, element) {
    this.boxes = findAll(element, '[data-facet="field"]', HTMLInputElement);
    const frame = find(root, "legend-frame", HTMLTemplateElement);
    const entries = this.boxes.map((box) => {
      const entry = copy(frame);
      const button = find(entry, "pick");
      button.dataset.pick = button.dataset.field = box.value;
      find(entry, "field-name").textContent = box.nextElementSibling?.textContent ?? "";
      this.#buttons.push(button);
      return entry;
    });
    find(root, "legend").replaceChildren(...entries);
  }

  /** @param {number[]} fields of the dots that stand out, by their places */
  show(fields) {
    const counts = this.#buttons.map(() => 0);
    for (const field of fields) counts[field] += 1;
    for (const [at, button] of this.#buttons.entries()) {
      button.ariaPressed = String(this.boxes[at].checked);
      find(button, "field-count").textContent = number(counts[at]);
      button.toggleAttribute("data-nothing", !counts[at]);
    }
  }
}
