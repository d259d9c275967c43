/** Save and compare, on each card of the results. */
import { MOST_ITEMS, addItem, findSaved, followRenames, removeItem } from "../../../kept/items.js";
import { isSaved } from "../../../kept/store.js";
import { COMPARE } from "../../../site/addresses.js";
import { button, find, findAll, link, make } from "../../../site/dom.js";
import { ROOT, load } from "../../../site/loading.js";
import { fill } from "../../../language/words.js";

/**
 * @typedef {object} Words
 * @property {Record<string, string>} text
 * @property {string} plan address @property {string} compare address
 * @property {() => void} tell tells the other parts of the page
 */

/** @param {HTMLElement} root whose cards show what is in the plan now @param {() => void} tell */
export async function offerSaving(root, tell) {
  const { text, formerly, ...paths } = await load("adding");
  followRenames(formerly);
  const [plan, compare] = [paths.plan, paths.compare].map((path) => new URL(path, ROOT).href);
  const saved = findSaved();
  for (const place of findAll(root, "[data-saving]")) show(place, { text, plan, compare, tell }, saved);
}

/** @param {HTMLElement} place @param {Words} words @param {Set<string>} saved slugs */
function show(place, words, saved) {
  const title = find(/** @type {ParentNode} */ (place.parentNode), "occupation");
  const { slug = "" } = title.dataset;
  const isIn = saved.has(slug);
  // What was said of the last press stays while it holds.
  if (place.dataset.saving === String(isIn)) return;
  place.dataset.saving = String(isIn);
  const { text, plan, compare } = words;
  const wanted = { kind: /** @type {const} */ ("occupation"), text: title.textContent ?? "", slug };
  const save = isIn ? link(plan, text.starred) : button(text.star, () => add(place, wanted, words));
  const beside = link(compare + COMPARE.write(slug), text.compare);
  // Each card has both: whose they are is said by its title.
  for (const control of [save, beside]) control.setAttribute("aria-describedby", title.id);
  place.replaceChildren(save, beside, make("span", { role: "status" }));
}

/** @param {HTMLElement} place @param {{kind: "occupation", text: string, slug: string}} wanted @param {Words} words */
function add(place, wanted, words) {
  const { text, tell } = words;
  const added = addItem(wanted);
  if (added) show(place, words, new Set([wanted.slug]));
  const status = place.lastElementChild;
  if (!added) {
    status?.replaceChildren(fill(text.full, { most: MOST_ITEMS }));
    return;
  }
  const undo = button(text.undo, () => {
    removeItem(added.item.id);
    show(place, words, new Set());
    tell();
    place.querySelector("button")?.focus();
  });
  status?.replaceChildren(isSaved() ? text.added : `${text.added} ${text.unsaved}`, " ", undo);
  undo.focus();
  tell();
}
