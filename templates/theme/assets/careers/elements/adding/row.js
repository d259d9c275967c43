/** A button that puts one thing into the plan or takes it out, and beside it what came of that, with a way back. */
import { MOST_ITEMS, PLAN, addItem, changeItem, loadPlan, removeItem } from "../../kept/items.js";
import { isSaved, read } from "../../kept/store.js";
import { button, link, make } from "../../site/dom.js";
import { fill, date as write } from "../../language/words.js";
import { announce } from "../part.js";

/**
 * @typedef {import("../../kept/items.js").Item} Item
 * @typedef {Partial<Item> & {kind: import("../../kept/items.js").Kind, text: string}} Wanted
 */

/** What makes it the same thing. @type {Record<string, (keyof Item)[]>} */
const SAME = { occupation: ["kind", "slug"], experiment: ["kind", "slug", "method", "strategy", "text"] };

/** What only the reader can have written. @type {(keyof Item)[]} */
const OWN = ["date", "done", "expected", "felt", "taught"];

export class Row {
  #isIn = false;
  /** @type {(() => void) | null} */
  #undo = null;
  /** @type {HTMLElement | null} days to choose from, while what was added is fresh */
  #days = null;

  /** @param {Wanted} wanted @param {import("../part.js").Part<import("./element.js").Loaded>} part */
  constructor(wanted, part) {
    const { text, address } = part.data;
    this.part = part;
    this.wanted = wanted;
    this.text = text;
    this.button = button("", () => this.#press(), "cg-adding__button");
    this.status = make("span", { role: "status" });
    this.link = link(address, text.plan);
    this.back = button(text.undo, () => this.#takeBack());
    this.node = make("div", { className: "cg-part cg-adding__row" }, this.button, this.status, this.link, this.back);
    this.node.dataset.adding = wanted.kind;
    this.#tell("");
  }

  /** @param {Item[]} plan */
  #find(plan) {
    return plan.filter((item) => SAME[this.wanted.kind].every((name) => item[name] === this.wanted[name]));
  }

  /** Shows whether it is in the plan; what was said before no longer holds when that has changed elsewhere. @param {Item[]} plan */
  show(plan) {
    const isIn = this.#find(plan).length > 0;
    // Nor is there a way back once all is forgotten.
    if (isIn !== this.#isIn || (this.#undo && !read(PLAN))) this.#tell("");
    this.#isIn = isIn;
    const isStar = this.wanted.kind === "occupation";
    const label = this.text[isStar ? (isIn ? "starred" : "star") : isIn ? "inside" : "add"];
    this.button.textContent = label;
    this.button.ariaPressed = String(isIn);
    // There are many of them on the page.
    if (!isStar) this.button.ariaLabel = fill(this.text.named, { label, text: this.wanted.text });
  }

  #press() {
    const found = this.#find(loadPlan());
    if (found.length) {
      const undos = found.map(({ id }) => removeItem(id)).reverse();
      const isOwn = found.some((item) => OWN.some((name) => name in item));
      this.#settle(isOwn ? "removed_own" : "removed", () => undos.map((undo) => undo()));
      return;
    }
    const added = addItem(this.wanted);
    if (added) {
      this.#settle("added", () => removeItem(added.item.id));
      if (this.wanted.kind === "experiment") this.#offerDays(added.item.id);
    } else this.#tell(fill(this.text.full, { most: MOST_ITEMS }));
  }

  /** @param {string} id of what was added */
  async #offerDays(id) {
    const { offerDays } = await this.part.bring(() => import("./days.js"));
    // It may have been taken back by then.
    if (!this.#find(loadPlan()).some((item) => item.id === id)) return;
    this.#days?.remove();
    this.#days = offerDays(this.text, this.wanted.text, (date) => {
      const isKept = changeItem(id, { date });
      const said = fill(this.text.dated, { date: write(date, { weekday: "long", day: "numeric", month: "long" }) });
      this.status.textContent = isKept ? said : `${said} ${this.text.unsaved}`;
      announce();
    });
    this.node.append(this.#days);
  }

  #takeBack() {
    this.#undo?.();
    this.#settle(this.#isIn ? "removed" : "returned");
  }

  /** Tells what was done, here and to the other parts of the page. @param {string} sentence @param {() => void} [undo] */
  #settle(sentence, undo) {
    this.#isIn = this.#find(loadPlan()).length > 0;
    this.#tell(this.text[sentence] + (isSaved() ? "" : ` ${this.text.unsaved}`), undo);
    announce();
  }

  /** @param {string} sentence @param {(() => void) | null} [undo] */
  #tell(sentence, undo = null) {
    if (this.back.contains(document.activeElement)) this.button.focus();
    this.#undo = undo;
    this.#days?.remove();
    this.status.textContent = sentence;
    this.back.hidden = !undo;
    // The star's way to the plan is always there.
    this.link.hidden = !sentence && this.wanted.kind !== "occupation";
  }
}
