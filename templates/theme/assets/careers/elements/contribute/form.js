/** The form itself: a folding part for each heading, what has been typed there, and what is wrong with it. */
import { find, findAll, link, make } from "../../site/dom.js";
import { fill, pairs } from "../../language/words.js";
import { makeCheck, makeField, makeId } from "./boxes.js";
import { makeRows } from "./rows.js";
import { check } from "./writing/check.js";
import { clean } from "./writing/clean.js";
import { isLines, isWithin, listRequired, readGroup, toData } from "./writing/values.js";

/** @import {Choice, FormField, FormFile} from "../../data/types.d.ts" */
/** @typedef {import("./writing/values.js").Draft} Draft @typedef {import("./writing/values.js").Entry} Entry */
/** @typedef {import("./writing/check.js").Mistake} Mistake @typedef {import("./rows.js").Listener["offer"]} Offer */

/** Mistakes of one box that are told beside it; the list of all has the others. */
const SHOWN = 5;

/** Steps within a profile, as one text. @param {(string | number)[]} loc */
const join = (loc) => loc.join("/");

export class Form {
  /** What stands in it. @type {Draft} */
  values = {};
  /** Fields whose mistakes are shown: nobody is told of what is missing before there was time to write it. @type {Set<string>} */
  #seen = new Set();

  /**
   * @param {HTMLElement} place @param {FormFile} file @param {(list: string) => Choice[]} choose words of lists that are not in the file
   * @param {{change: () => void, offer: Offer}} listener
   */
  constructor(place, file, choose, listener) {
    this.place = place;
    this.file = file;
    this.listener = listener;
    /** @type {FormField[]} */
    this.fields = file.parts.flatMap(({ fields }) => fields);
    /** @type {import("./boxes.js").Frame} */
    this.frame = {
      text: file.text,
      choose: (list) => (list === "conditions" ? this.#listConditions() : (file.words[list] ?? choose(list))),
      makeRows: (field, rows, path) => {
        this.#put(path, rows);
        return makeRows(field, rows, path, this.frame, { change: (all) => this.#change(path, all), offer: listener.offer });
      },
    };
  }

  /** Shows what has been written so far. @param {Draft} values @param {Set<string>} hidden keys of fields that are not asked for */
  show(values, hidden) {
    this.values = values;
    // Of a correction some fields are not asked for.
    this.isNew = !hidden.size;
    this.#seen.clear();
    this.shown = this.file.parts
      .map((part) => ({ ...part, fields: part.fields.filter(({ key }) => !hidden.has(key)) }))
      .filter(({ fields }) => fields.length);
    this.fields = this.shown.flatMap(({ fields }) => fields);
    const wasOpen = findAll(this.place, "details", HTMLDetailsElement).filter(({ open }) => open).map(({ dataset }) => dataset.part);
    const parts = this.shown.map(({ key, title, fields }, at) => {
      const summary = make("summary", {}, make("span", { className: "cg-contribute__heading" }, title), " ", make("span", { className: "cg-part__note" }));
      const part = make("details", { open: wasOpen.length ? wasOpen.includes(key) : at === 0 }, summary, ...fields.map((field) => makeField(field, values[field.key], field.key, this.frame)));
      part.dataset.part = key;
      return part;
    });
    const box = this.place.contains(document.activeElement) ? document.activeElement?.id : "";
    this.place.replaceChildren(...parts);
    if (box) document.getElementById(box)?.focus();
    this.refresh();
  }

  /** What comes of it. */
  get data() {
    return toData(this.fields, this.values) ?? {};
  }

  /** The conditions that have been ticked, of which only some jobs may have one. @returns {Choice[]} */
  #listConditions() {
    const group = this.file.parts.flatMap(({ fields }) => fields).find(({ fields = [] }) => fields.some(({ words }) => words === "conditions"));
    const values = readGroup(group && this.values[group.key]);
    return (group?.fields ?? []).flatMap(({ key, words = "" }) => {
      const chosen = [values[key] ?? []].flat();
      const choices = words === "conditions" ? [] : (this.file.words[words] ?? []);
      return choices.filter((choice) => chosen.includes(choice.key)).map((choice) => ({ key: `${key}/${choice.key}`, label: choice.label }));
    });
  }

  /** @param {string} path @param {Entry | undefined} value */
  #put(path, value) {
    const steps = path.split("/");
    const last = steps.pop() ?? "";
    let group = this.values;
    for (const step of steps) {
      group[step] ??= {};
      group = /** @type {Draft} */ (group[step]);
    }
    group[last] = value;
  }

  /** @param {string} path @param {Entry} value */
  #change(path, value) {
    this.#put(path, value);
    this.refresh();
    this.listener.change();
  }

  /** Takes over what is typed. @param {EventTarget | null} target @param {boolean} isDone whether the reader has left the box */
  take(target, isDone) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)) return;
    const list = target.closest("fieldset[data-field]");
    const path = target.dataset.field;
    if (path) {
      const field = this.#findField(path);
      if (isDone && field && field.kind !== "word" && field.kind !== "day") {
        const text = clean({ ...field, many: isLines(field) }, target.value);
        const tidy = target instanceof HTMLTextAreaElement ? text : text.replaceAll("\n", ", ");
        if (tidy !== target.value) target.value = tidy;
      }
      if (isDone) this.#seen.add(path);
      this.#change(path, target.value);
    } else if (target.type === "checkbox" && list instanceof HTMLElement) {
      const own = list.dataset.field ?? "";
      this.#seen.add(own);
      this.#change(own, findAll(list, "input:checked", HTMLInputElement).map(({ value }) => value));
    }
    if (isDone || target.type === "checkbox") this.#refreshConditions();
  }

  #refreshConditions() {
    for (const list of findAll(this.place, '[data-words="conditions"]')) {
      const box = list.closest("[data-field]");
      const path = box instanceof HTMLElement ? (box.dataset.field ?? "") : "";
      const choices = this.#listConditions();
      const before = findAll(list, "input", HTMLInputElement);
      if (before.map(({ value }) => value).join() === choices.map(({ key }) => key).join()) continue;
      const kept = before.filter(({ checked, value }) => checked && choices.some(({ key }) => key === value)).map(({ value }) => value);
      list.replaceChildren(...choices.map((choice) => makeCheck(choice, kept.includes(choice.key))));
      this.#put(path, kept);
    }
  }

  /** @param {string} path @returns {FormField | undefined} */
  #findField(path) {
    /** @type {FormField | undefined} */
    let found;
    let fields = this.fields;
    for (const step of path.split("/").filter((one) => !/^\d+$/.test(one))) {
      found = fields.find(({ key }) => key === step);
      fields = found?.fields ?? [];
    }
    return found;
  }

  /** A new guide has a title that none has yet: its file could not be made in the place of another. @returns {Mistake[]} */
  #checkTitle() {
    const title = String(this.values.title ?? "").trim().toLowerCase();
    const found = this.isNew && this.frame.choose("occupations").find(({ label }) => label.toLowerCase() === title);
    return found ? [{ loc: ["title"], fault: "taken", values: { text: found.label } }] : [];
  }

  /** Says how much is filled, and what is wrong with fields that have been left. @returns {{mistakes: Mistake[], filled: number, total: number}} */
  refresh() {
    const mistakes = [...this.#checkTitle(), ...check(this.fields, this.data, this.file)];
    const required = listRequired(this.fields);
    const isFilled = (/** @type {(string | number)[]} */ loc) => !mistakes.some((mistake) => isWithin(mistake.loc, loc) || isWithin(loc, mistake.loc));
    for (const { key, fields } of this.shown ?? []) {
      const own = required.filter(([first]) => fields.some((field) => field.key === first));
      const note = find(this.place, `part="${key}"`).querySelector("summary .cg-part__note");
      const filled = own.filter(isFilled).length;
      if (note) note.textContent = own.length ? fill(this.file.text.filled, { filled, total: own.length }) : this.file.text.optional_part;
    }
    this.#mark(mistakes.filter((mistake) => this.#seen.has(join(this.#locate(mistake.loc)))));
    return { mistakes, filled: required.filter(isFilled).length, total: required.length };
  }

  /** Shows all mistakes. @returns {Mistake[]} */
  checkAll() {
    for (const box of findAll(this.place, "[data-field]")) this.#seen.add(box.dataset.field ?? "");
    return this.refresh().mistakes;
  }

  /** The place of the box that a mistake is about: entries of a list may stand in one. @param {Mistake["loc"]} loc */
  #locate(loc) {
    const own = [...loc];
    while (own.length > 1 && !this.#find(join(own))) own.pop();
    return own;
  }

  /** @param {string} path @returns {HTMLElement | null} */
  #find(path) {
    return this.place.querySelector(`[data-field="${CSS.escape(path)}"]`);
  }

  /** @param {Mistake[]} mistakes */
  #mark(mistakes) {
    for (const place of findAll(this.place, ".cg-contribute__fault")) {
      place.textContent = "";
      place.hidden = true;
    }
    for (const box of findAll(this.place, "[aria-invalid]")) box.removeAttribute("aria-invalid");
    /** @type {Map<string, Mistake[]>} */
    const places = new Map();
    for (const mistake of mistakes) {
      const path = join(this.#locate(mistake.loc));
      const own = places.get(path) ?? [];
      places.set(path, own);
      own.push(mistake);
    }
    for (const [path, own] of places) {
      const box = this.#find(path);
      const place = this.place.querySelector(`[id="${CSS.escape(`${makeId(path)}-fault`)}"]`);
      if (!box || !(place instanceof HTMLElement)) continue;
      if (!(box instanceof HTMLFieldSetElement)) box.setAttribute("aria-invalid", "true");
      // More than a few nobody reads out, or can mend at once.
      place.textContent = own.slice(0, SHOWN).map((mistake) => this.tell(mistake)).join(" ");
      place.hidden = false;
    }
  }

  /** What is wrong, in words. @param {Mistake} mistake */
  tell({ loc, fault, values }) {
    const { faults, line } = this.file.text;
    const sentence = fill(Object.fromEntries(pairs(faults))[fault], values);
    const number = loc.at(-1);
    const isLine = typeof number === "number" && !this.#find(join(loc)) && isLines(this.#findField(join(loc)) ?? this.fields[0]);
    return isLine ? fill(line, { number: number + 1, sentence }) : sentence;
  }

  /** A list of the first mistakes, each with a link to its box. @param {Mistake[]} mistakes */
  makeLinks = (mistakes) => mistakes.slice(0, 100).map((mistake) => this.#makeLink(mistake));

  /** @param {Mistake} mistake */
  #makeLink(mistake) {
    const path = join(this.#locate(mistake.loc));
    const names = path.split("/").flatMap((step, at, all) => (/^\d+$/.test(step) ? String(Number(step) + 1) : (this.#findField(all.slice(0, at + 1).join("/"))?.label ?? step)));
    const found = link(`#${makeId(path)}`, names.join(this.file.text.within));
    found.addEventListener("click", (event) => {
      event.preventDefault();
      // Instant navigation would fetch the page once more, and put an empty form in the place of this one.
      event.stopPropagation();
      const box = this.#find(path);
      const part = box?.closest("details");
      if (part) part.open = true;
      box?.scrollIntoView({ block: "center" });
      box?.focus({ preventScroll: true });
    });
    return make("li", {}, found, ": ", this.tell(mistake));
  }
}
