/** Takes occupations and fields off the list of results, says so where they stood, and lists them to be brought back. */
import { changeDismissed, isDismissed, loadDismissed } from "../../kept/dismissed.js";
import { isSaved } from "../../kept/store.js";
import { copy, find, findAll } from "../../site/dom.js";
import { compare, fill } from "../../language/words.js";

/** @typedef {import("../../kept/dismissed.js").Group} Group @typedef {import("../../data/collection.js").Occupation} Occupation */

export class Dismissing {
  #dismissed = loadDismissed();

  /** @param {HTMLElement} root @param {import("../../data/types.d.ts").Texts["script"]["results"]["off"]} text @param {() => void} redraw puts the list on the screen anew */
  constructor(root, text, redraw) {
    this.root = root;
    this.text = text;
    this.redraw = redraw;
  }

  /** @param {Occupation} occupation */
  isOff = (occupation) => isDismissed(this.#dismissed, occupation);

  /** Reads anew what lies on the device, and lists it. */
  show() {
    this.#dismissed = loadDismissed();
    const entries = /** @type {const} */ (["fields", "occupations"]).flatMap((group) => [...this.#dismissed[group]].map(([key, name]) => ({ group, key, name })));
    entries.sort((a, b) => compare(a.name, b.name));
    const place = find(this.root, "off-list");
    place.hidden = !entries.length;
    find(place, "off-title").textContent = fill(this.text.title, { count: entries.length });
    const rows = entries.map(({ group, key, name }) => {
      const row = copy(find(this.root, "off-row", HTMLTemplateElement));
      const button = find(row, "restore");
      find(row, "name").textContent = this.#call(group, name);
      Object.assign(button.dataset, { restore: key, group });
      button.setAttribute("aria-label", fill(this.text.restore, { name: this.#call(group, name) }));
      return row;
    });
    find(place, "off-rows").replaceChildren(...rows);
  }

  /** @param {Group} group @param {string} name */
  #call(group, name) {
    return group === "fields" ? fill(this.text.field, { name }) : name;
  }

  /** Says where its card stood that something is gone, with a way back. @param {HTMLElement} button of the card */
  dismiss(button) {
    const { dismiss: group = "occupations", key = "", name = "" } = button.dataset;
    const card = /** @type {HTMLElement} */ (button.closest("li"));
    const list = /** @type {HTMLElement} */ (card.parentElement);
    const at = [...list.children].indexOf(card);
    this.#change(/** @type {Group} */ (group), key, name);
    const notice = copy(find(this.root, "off-notice", HTMLTemplateElement));
    find(notice, "off-text").textContent = fill(this.text.done, { name: this.#call(/** @type {Group} */ (group), name) });
    const undo = find(notice, "restore");
    Object.assign(undo.dataset, { restore: key, group });
    list.insertBefore(notice, list.children[at] ?? null);
    undo.focus();
  }

  /** @param {string} key @param {HTMLElement} button of the notice, or of the list below */
  restore(key, button) {
    const group = /** @type {Group} */ (button.dataset.group);
    this.#change(group, key, null);
    const links = findAll(find(this.root, "list"), "a[data-band]", HTMLAnchorElement);
    const own = links.find((link) => link.dataset[group === "fields" ? "field" : "slug"] === key);
    const title = find(this.root, "off-title");
    (own ?? (find(this.root, "off-list").hidden ? find(this.root, "part=bands") : title)).focus();
  }

  /** @param {Group} group @param {string} key @param {string | null} name */
  #change(group, key, name) {
    changeDismissed(group, key, name);
    find(this.root, "unsaved").hidden = isSaved();
    this.show();
    this.redraw();
  }
}
