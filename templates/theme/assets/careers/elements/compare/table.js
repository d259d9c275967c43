/** What the table shows of the occupations that are compared. */
import { fill } from "../../language/words.js";
import { writeMoney } from "../../language/money.js";
import { prefer } from "../../reader/unit.js";
import { copy, find, findAll } from "../../site/dom.js";
import { drawBars, drawCell } from "./drawing.js";
import { differ, findOwn } from "./rows.js";

/** @import {Texts} from "../../data/types.d.ts" */

/** @typedef {{slug: string, title: string, url: string, mark: string}} Head */

/** @param {HTMLElement} element @param {Head[]} shown @param {Texts["comparing"]} text */
export function drawHeads(element, shown, text) {
  const heads = shown.map(({ slug, title, url, mark }, at) => {
    const head = copy(find(element, "head", HTMLTemplateElement));
    for (const cell of head.querySelectorAll("th")) cell.dataset.slug = slug;
    Object.assign(find(head, "name", HTMLAnchorElement), { textContent: title, href: url });
    find(head, "mark").textContent = mark;
    for (const name of /** @type {const} */ (["left", "right", "remove"])) find(head, name).ariaLabel = fill(text[name], { title });
    find(head, "left", HTMLButtonElement).disabled = at === 0;
    find(head, "right", HTMLButtonElement).disabled = at === shown.length - 1;
    return head;
  });
  const row = find(element, "heads");
  row.replaceChildren(...[...row.children].slice(0, 1), ...heads);
}

/** @param {HTMLElement} element @param {Head[]} shown @param {Record<string, import("./rows.js").Said>[]} said of each @param {import("./bars.js").Scale | null} scale @param {Map<string, string>} shared what is said once of a row @param {Texts["comparing"]} text */
export function drawRows(element, shown, said, scale, shared, text) {
  for (const row of findAll(element, "[data-view] [data-row]")) {
    const name = row.dataset.row ?? "";
    const ownTerms = findOwn(name, said.map((one) => one[name] ?? []));
    const cells = said.map((one, at) => drawCell(shown[at].title, one[name] ?? text.not_taken, ownTerms, name === "pay" ? drawBars(scale, at) : []));
    row.replaceChildren(...[...row.children].slice(0, 1), ...cells);
    const isDifferent = said.length > 1 && differ(name, said.map((one) => one[name] ?? ""));
    find(row, "differs").hidden = !isDifferent;
    row.toggleAttribute("data-same", !isDifferent);
    // What no guide tells of any of them is nothing to compare.
    row.toggleAttribute("data-absent", said.every((one) => one[name] === text.unwritten));
  }
  for (const prose of findAll(element, "[data-view] .cg-compare__prose")) {
    const isAbsent = findAll(prose, "[data-row]").every(({ dataset }) => dataset.absent !== undefined);
    for (const part of [prose, prose.previousElementSibling]) part?.toggleAttribute("data-absent", isAbsent);
  }
  for (const across of findAll(element, "[data-across]", HTMLTableCellElement)) across.colSpan = 1 + said.length;
  const isOwn = said.some(({ fit }) => fit);
  const own = document.getElementById("compare-own");
  for (const part of [own, own?.previousElementSibling]) part?.toggleAttribute("data-absent", !isOwn);
  const key = scale ? explain(scale, text, element.dataset.locale) : "";
  for (const place of findAll(element, "[data-view] [data-key]")) {
    const { key: row = "" } = place.dataset;
    place.textContent = [shared.get(row), row === "pay" ? key : ""].filter(Boolean).join(" ");
    place.hidden = !place.textContent;
  }
}

/** What the bars are. @param {import("./bars.js").Scale} scale @param {Texts["comparing"]} text @param {string} [locale] */
function explain(scale, text, locale) {
  const [top, low, , high] = [scale.top, ...(scale.beside ?? [])].map((amount) => writeMoney(prefer(amount, scale.per, scale.hours).amount, scale.currency, locale));
  return scale.beside ? fill(text.bars, { top, low, high }) : fill(text.bars_alone, { top });
}
