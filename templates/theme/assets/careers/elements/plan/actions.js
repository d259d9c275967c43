/** What the buttons of the plan do, each by its data attribute. */
import { PLAN, changeItem, loadPlan, removeItem } from "../../kept/items.js";
import { read } from "../../kept/store.js";
import { closest, find as findPart, findAll } from "../../site/dom.js";
import { fill } from "../../language/words.js";
import { bringBack, drop } from "./forms/typed.js";
import { putOff } from "./parts/due.js";
import { shorten, tellDay } from "./lists/paint.js";

/**
 * @typedef {object} Page what a button can do something to
 * @property {import("./view.js").View} view
 * @property {import("./forms/forms.js").Forms} forms
 * @property {import("../../actions/undoing.js").Undoing} undoing
 * @property {() => void} announce that something was changed
 * @property {(sentence: string) => void} tell those who do not see what has changed
 * @property {import("../part.js").Part["find"]} find
 * @property {import("../part.js").Part["bring"]} bring
 */

/** @param {Page} page @returns {import("../part.js").Actions} */
export function makeActions({ view, forms, undoing, announce, tell, find, bring }) {
  const { text } = view.sight;
  /** @param {import("../../kept/items.js").Item} item @param {string} sentence */
  const name = (item, sentence) => fill(sentence, { text: shorten(item.text, text) });

  /**
   * Does something that can be taken back.
   *
   * @param {Element} button @param {string} sentence @param {(id: string) => () => void} act returns how to undo it
   * @param {(item: import("../../kept/items.js").Item | undefined) => boolean} holds whether an item is still as that left it; undefined if it is not there
   */
  const change = (button, sentence, act, holds) => {
    const { id, item } = view.locate(button);
    const place = /** @type {HTMLElement} */ (closest(button, "[data-list], [data-group]"));
    const undo = act(id);
    const back = () => {
      undo();
      announce();
      tell(name(item, text.back));
      return view.reveal(id);
    };
    undoing.offer(name(item, sentence), back, place, () => read(PLAN) !== null && holds(loadPlan().find((one) => one.id === id)));
    // Not before: what was done to it earlier would seem to be outdated.
    announce();
  };

  /** @param {Element} button @param {(row: HTMLElement, item: import("../../kept/items.js").Item) => void} open a form in the row of its item */
  const open = (button, open) => {
    const { id, item } = view.locate(button);
    const row = view.lists.reveal(id);
    if (!row) return;
    open(row, item);
    findAll(row, "form", HTMLFormElement).forEach(bringBack);
  };

  return {
    add(kind, { dataset }) {
      const form = find(`adding=${kind}`, HTMLFormElement);
      const { method } = dataset;
      if (form.hidden || method) forms.open(kind, view.sight.day, method ? { method } : {});
      else forms.close(form);
    },
    cancel(_, button) {
      const form = button.closest("form");
      if (!form) return;
      if (form.dataset.adding) {
        forms.close(form);
        return;
      }
      const { id } = view.locate(form);
      drop(form);
      form.remove();
      view.reveal(id)?.focus();
    },
    edit(_, button) {
      const { row } = view.locate(button);
      if (!row) return;
      const editing = findPart(row, "editing");
      editing.hidden = !editing.hidden;
      button.setAttribute("aria-expanded", String(!editing.hidden));
      if (!editing.hidden) findAll(editing, "input, select, textarea")[0].focus();
    },
    move(step, button) {
      const sentence = view.lists.move(view.locate(button).id, +step);
      announce();
      tell(sentence);
      button.focus();
    },
    remove(_, button) {
      change(button, text.removed, removeItem, (now) => !now);
    },
    done(_, button) {
      const { day } = view.sight;
      const act = (/** @type {string} */ id) => {
        changeItem(id, { done: day });
        return () => changeItem(id, { done: undefined });
      };
      change(button, text.finished, act, (now) => now?.done === day);
    },
    reopen(_, button) {
      const { id, item } = view.locate(button);
      changeItem(id, { done: undefined });
      announce();
      tell(name(item, text.reopened));
      view.reveal(id)?.focus();
    },
    async record(_, button) {
      const { openRecord } = await bring(() => import("./forms/record.js"));
      open(button, (row, item) => openRecord(row, item, find("record-frame", HTMLTemplateElement), view.sight));
    },
    async review(_, button) {
      const { openReview } = await bring(() => import("./forms/review.js"));
      open(button, (row, item) => openReview(row, item, find("review-frame", HTMLTemplateElement)));
    },
    later(_, button) {
      const { item } = view.locate(button);
      const field = item.kind === "goal" ? "review" : "date";
      const { [field]: before = view.sight.day } = item;
      const day = putOff(before, view.sight.day);
      const act = (/** @type {string} */ id) => {
        changeItem(id, { [field]: day });
        return () => changeItem(id, { [field]: before });
      };
      change(button, fill(text.put_off, { when: tellDay(day, view.sight.day, text) }), act, (now) => now?.[field] === day);
    },
    go(_, link, event) {
      const { id } = closest(link, "[data-id]")?.dataset ?? {};
      const target = id && view.reveal(id);
      if (!target) return;
      // Else the browser, on its way to the same place, would take the focus away.
      event.preventDefault();
      event.stopPropagation();
      target.focus();
    },
    more(_, button) {
      const place = closest(button, "[data-list], [data-group]");
      if (!place) return;
      const next = place.dataset.list ? view.lists.grow(place) : view.agenda.grow(place);
      if (next) findAll(next, "[tabindex], a")[0]?.focus();
    },
    undo() {
      (undoing.take() ?? findAll(find("kind=occupation"), "h2")[0]).focus();
    },
    calendar() {
      view.reminders.save();
    },
    close() {
      find("loop").hidden = true;
      forms.findButton("experiment").focus();
    },
  };
}
