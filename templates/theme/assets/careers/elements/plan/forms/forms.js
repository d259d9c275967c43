/** The forms that add something to the plan, one a kind. */
import { MOST_ITEMS, addItem, isKind } from "../../../kept/items.js";
import { addDays } from "../../../language/dates.js";
import { find, findAll } from "../../../site/dom.js";
import { fill } from "../../../language/words.js";
import { focusField, isControl, listFields, nameOf, readForm, tellFault } from "./fields.js";
import { bringBack, drop } from "./typed.js";

/** @import {Texts} from "../../../data/types.d.ts" */

/** After so many days a new goal is looked at for the first time. */
const FIRST_REVIEW = 14;

/** What stands in a form to begin with. @type {Record<string, (day: string) => Record<string, string>>} */
const BEGIN = {
  goal: (day) => ({ review: addDays(day, FIRST_REVIEW) }),
  note: (day) => ({ date: day }),
};

export class Forms {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    findAll(root, "form[data-adding]", HTMLFormElement).forEach(bringBack);
  }

  /** The button that opens the form of a kind. @param {string} kind */
  findButton(kind) {
    return findAll(this.root, `[data-add=${kind}][aria-expanded]`)[0];
  }

  /** @param {string} kind @param {string} day today @param {Record<string, string>} [preset] values to begin with */
  open(kind, day, preset = {}) {
    const form = find(this.root, `adding=${kind}`, HTMLFormElement);
    this.#turn(form, true);
    const values = { ...BEGIN[kind]?.(day), ...preset };
    const fields = listFields(form);
    for (const field of fields) {
      const value = values[nameOf(field)];
      // What was typed before stays, but for what is asked for now.
      if (value && isControl(field) && (!field.value || preset[nameOf(field)])) field.value = value;
    }
    focusField(fields[0]);
  }

  /** What was typed stays in it. @param {HTMLFormElement} form */
  close(form) {
    this.#turn(form, false).focus();
  }

  /** @param {HTMLFormElement} form @param {boolean} isOpen @returns {HTMLElement} its button */
  #turn(form, isOpen) {
    form.hidden = !isOpen;
    const button = this.findButton(form.dataset.adding ?? "");
    button.setAttribute("aria-expanded", String(isOpen));
    return button;
  }

  /**
   * @param {HTMLFormElement} form @param {string} day today @param {Texts["planning"]["plan"]} text
   * @returns {import("../../../kept/items.js").Item | null} null if nothing was added, which is told in the form
   */
  save(form, day, text) {
    const values = readForm(form, day, text.faults);
    if (!values) return null;
    const { adding: kind } = form.dataset;
    const added = isKind(kind) ? addItem({ text: "", ...values, kind }) : null;
    if (!added) {
      const [first] = listFields(form);
      tellFault(first, find(form, "fault"), fill(text.full, { most: MOST_ITEMS }));
      return null;
    }
    form.reset();
    drop(form);
    this.#turn(form, false);
    return added.item;
  }
}
