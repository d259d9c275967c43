/** Progress over the six methods: the picture, the same figures in its table, and which method to turn to. */
import { EXPLORE } from "../../../site/addresses.js";
import { find, items, link } from "../../../site/dom.js";
import { fill } from "../../../language/words.js";
import { addUp, drawBand, isBegun, suggest } from "./progress.js";

/** Distance of the hexagon's sides from its middle, and as many rings as it has at least. */
const REACH = 100;
const RINGS = 4;
/** Beyond so many rings the lines between them would be all there is. */
const MOST_RINGS = 12;
/** Starred occupations that are named with the method to turn to. */
const NAMED = 3;

/** From the middle outwards. */
const PARTS = /** @type {const} */ (["done", "sheets", "planned"]);

/**
 * @typedef {import("./results.js").Standing} Standing
 * @typedef {import("../lists/paint.js").Sight & {load: (key: string) => import("../../../kept/sheets.js").Entry[]}} Sight
 */

export class Hexagon {
  #known = "";

  /** @param {HTMLElement} section @param {HTMLElement} next where it stands which method to turn to */
  constructor(section, next) {
    this.section = section;
    this.next = next;
  }

  /** @param {string} name */
  #find(name) {
    return find(this.section, name);
  }

  /** A part of the picture. @param {string} name */
  #shape(name) {
    return find(this.section, name, SVGElement);
  }

  /**
   * @param {Map<string, import("./progress.js").Count>} counts
   * @param {Standing | null} standing where the reader stands in the methods
   * @param {Sight} sight
   */
  show(counts, standing, sight) {
    const most = Math.max(RINGS, ...[...counts.values()].map(addUp));
    const ring = REACH / most;
    [...counts].forEach(([method, count], sector) => {
      let from = 0;
      for (const part of PARTS) {
        const to = from + count[part] * ring;
        this.#shape(`band="${method} ${part}"`).setAttribute("d", drawBand(sector, from, to));
        this.#find(`figure="${method} ${part}"`).textContent = String(count[part]);
        from = to;
      }
    });
    const rings = most > MOST_RINGS ? [] : Array.from({ length: most - 1 }, (_, at) => (at + 1) * ring);
    this.#shape("rings").setAttribute("d", rings.map((reach) => [0, 1, 2, 3, 4, 5].map((sector) => drawBand(sector, 0, reach)).join("")).join(""));
    const { text, planning } = sight;
    const totals = Object.fromEntries(PARTS.map((part) => [part, [...counts.values()].reduce((sum, count) => sum + count[part], 0)]));
    this.#shape("picture").textContent = fill(text.picture, totals);
    // A picture of nothing but plans would be an empty one.
    this.section.hidden = !(totals.done + totals.sheets);
    this.#propose(suggest(counts, standing?.scores ?? null), standing, sight, planning);
  }

  /** @param {ReturnType<typeof suggest>} found @param {Standing | null} standing @param {Sight} sight @param {import("../../../data/planning.js").Planning} planning */
  #propose({ method, why }, standing, { text, names, load }, planning) {
    const { label, url } = planning.methods[method];
    find(this.next, "why").textContent = fill(text.why[why], { method: label, quiz: standing?.quiz });
    find(this.next, "add").dataset.method = method;
    const ways = [];
    if (url) ways.push([url, fill(text.guide, { method: label })]);
    const sheet = planning.sheets.find((one) => one.method === method && !isBegun(load(one.key)));
    if (sheet) ways.push([sheet.url, fill(text.worksheet, { title: sheet.title })]);
    for (const [slug, title] of [...names].slice(0, NAMED)) ways.push([planning.locate(slug) + EXPLORE.write(method), fill(text.ways, { title })]);
    const known = JSON.stringify(ways);
    // Not anew each time: one of the links may have the focus.
    if (this.#known === known) return;
    this.#known = known;
    find(this.next, "ways").replaceChildren(...items(ways.map(([href, text]) => link(href, text))));
  }
}
