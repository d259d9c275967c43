/** Lists of groups in the form: entries are added, removed and moved, and what was removed can come back. */
import { button, make } from "../../site/dom.js";
import { fill } from "../../language/words.js";
import { makeField, makeId } from "./boxes.js";

/** @import {FormField} from "../../data/types.d.ts" */
/** @typedef {import("./boxes.js").Frame} Frame @typedef {import("./writing/values.js").Draft} Draft */
/** @typedef {{change: (rows: Draft[]) => void, offer: (sentence: string, undo: () => HTMLElement | null, after: Element) => void}} Listener */

/**
 * The list as it stands in the form; `rows` is what stands in it, and is changed by what is typed.
 *
 * @param {FormField} field @param {Draft[]} rows @param {string} path @param {Frame} frame @param {Listener} listener @returns {HTMLElement}
 */
export function makeRows(field, rows, path, frame, { change, offer }) {
  const id = makeId(path);
  const { text } = frame;
  const list = make("div", { className: "cg-contribute__rows" });
  const legend = make("legend", {}, field.label, " ", make("span", { className: "cg-contribute__mark", textContent: field.required ? text.needed : text.optional }));
  const box = make("fieldset", { className: "cg-contribute__group", id, tabIndex: -1 }, legend);
  const { help, least = 0 } = field;
  const notes = [help, least > 1 ? fill(text.at_least, { least }) : ""].filter(Boolean);
  box.append(make("p", { className: "cg-part__note", id: `${id}-help` }, notes.join(" ")), make("p", { className: "cg-contribute__fault", id: `${id}-fault`, hidden: true }));
  box.dataset.field = path;
  // One is there to be filled in; of what need not be written, none.
  if (!rows.length && field.required) rows.push(...Array.from({ length: Math.max(least, 1) }, () => ({})));

  /** @param {number} at */
  const focus = (at) => {
    const row = list.children[at];
    const target = row?.querySelector("input, select, textarea") ?? list.nextElementSibling;
    if (target instanceof HTMLElement) target.focus();
    return null;
  };
  const show = () => list.replaceChildren(...rows.map(makeRow));
  /** @param {() => void} act @param {number} at the entry that is to have the focus */
  const alter = (act, at) => {
    act();
    change(rows);
    show();
    focus(at);
  };
  /** @param {number} at */
  const remove = (at) => {
    const [row] = rows.splice(at, 1);
    change(rows);
    show();
    const sentence = fill(text.removed, { name: field.label, number: at + 1 });
    const undo = () => {
      alter(() => rows.splice(Math.min(at, rows.length), 0, row), at);
      return null;
    };
    offer(sentence, undo, list);
  };
  /** @param {Draft} row @param {number} at */
  const makeRow = (row, at) => {
    const number = fill(text.entry, { name: field.label, number: at + 1 });
    const named = (/** @type {string} */ sentence, /** @type {() => void} */ act, isOff = false) => {
      const one = button(sentence, act);
      one.append(make("span", { className: "cg-part__hidden" }, ` ${number}`));
      one.disabled = isOff;
      return one;
    };
    const move = (/** @type {number} */ to) => alter(() => rows.splice(to, 0, ...rows.splice(at, 1)), to);
    const actions = make(
      "p",
      { className: "cg-part__actions" },
      named(text.up, () => move(at - 1), at === 0),
      named(text.down, () => move(at + 1), at === rows.length - 1),
      named(text.remove, () => remove(at)),
    );
    const entry = make("fieldset", { className: "cg-contribute__row" }, make("legend", {}, number));
    entry.append(...(field.fields ?? []).map((one) => makeField(one, row[one.key], `${path}/${at}/${one.key}`, frame)), actions);
    return entry;
  };
  show();
  box.append(list, make("p", { className: "cg-part__actions" }, button(fill(text.add, { name: field.label }), () => alter(() => rows.push({}), rows.length))));
  return box;
}
