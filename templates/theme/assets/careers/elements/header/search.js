/**
 * The search in the site's header, which is Material's, and goes by the titles of pages. What the finder knows of the
 * words typed stands above what that has found, so that both say the same. Loaded once somebody opens the search; what
 * does not arrive is tried again with the next letter, and until then Material's list stands alone.
 */
import { writeMoney } from "../../language/money.js";
import { fill, list } from "../../language/words.js";
import { make } from "../../site/dom.js";
import { ROOT } from "../../site/loading.js";
import { ask, fetchMeans } from "./asking.js";

/** @import {Found, Index} from "../finder/search.js" @import {Means} from "./asking.js" */

/** What stands above Material's own. */
const MOST = 3;
/** Material opens by Enter what has the most of these. */
const [SURE, UNSURE] = ["1e9", "0"];

class Header {
  /** @type {Promise<Means> | null} */
  #means = null;
  #running = new AbortController();

  /** @param {HTMLInputElement} input @param {HTMLElement} theirs Material's list */
  constructor(input, theirs) {
    this.input = input;
    this.theirs = theirs;
    this.own = make("ol", { className: theirs.className });
    this.own.setAttribute("role", "presentation");
    // Between what Material says of its list and the list, which it takes for the first and the last.
    theirs.before(this.own);
    input.addEventListener("input", () => this.look());
    input.form?.addEventListener("reset", () => this.#show([]));
    new MutationObserver(() => this.#tidy()).observe(theirs, { childList: true });
    this.look();
  }

  async look() {
    const query = this.input.value;
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    if (!query.trim()) return this.#show([]);
    this.#means ??= fetchMeans();
    try {
      const means = await this.#means;
      if (!signal.aborted) this.#show(write(await ask(means, query, signal), means.index));
    } catch (problem) {
      console.warn(problem);
      this.#means = null;
    }
  }

  /** @param {HTMLElement[]} lines */
  #show(lines) {
    this.own.replaceChildren(...lines);
    this.#tidy();
  }

  /** Nothing stands there twice, and what we know is not said not to be there. */
  #tidy() {
    const known = new Set(Array.from(this.own.querySelectorAll("a"), ({ pathname, hash }) => pathname + hash));
    for (const item of this.theirs.children) {
      const link = item.querySelector("a");
      if (item instanceof HTMLElement) item.hidden = Boolean(link && known.has(link.pathname + link.hash));
    }
    const { previousElementSibling: meta } = this.own;
    if (meta instanceof HTMLElement) meta.hidden = this.own.childElementCount > 0 && !this.theirs.childElementCount;
  }
}

/** @param {Found} found @param {Index} index @returns {HTMLElement[]} */
function write({ results, filter, says, isFirst, isSure }, { data, wishes: { finding } }) {
  const { words } = finding;
  const lines = results.slice(0, MOST).map(({ place, slug, title, isOutline, kind, why }) => {
    const field = data.fields[data.field[place]];
    const about = kind === "elsewhere" ? why : why ? fill(words.alias, { name: why }) : kind === "deed" ? fill(words.deed, { field }) : field;
    return [fill(data.address, { slug }), title, isOutline ? `${about} · ${words.outline}` : about];
  });
  if (filter) {
    const names = filter.labels.map(({ text, yearly }) => (yearly ? fill(text, { amount: writeMoney(yearly, finding.pay?.currency ?? "", words.locale) }) : text));
    lines.splice(isFirst ? 0 : lines.length, 0, [finding.list + filter.show, fill(words.wish, { labels: list(names) }), ""]);
  }
  const said = says.map((text) => make("li", { className: "md-search-result__item" }, make("p", { className: "md-search-result__article md-typeset" }, text)));
  return [...said, ...lines.map(([href, title, about], at) => draw(href, title, about, isSure && !at ? SURE : UNSURE))];
}

/** A line as Material draws its own. @param {string} href @param {string} title @param {string} about @param {string} score */
function draw(href, title, about, score) {
  const article = make("article", { className: "md-search-result__article md-typeset" }, make("h2", {}, title), ...(about ? [make("p", {}, about)] : []));
  article.dataset.mdScore = score;
  const link = make("a", { className: "md-search-result__link", href: new URL(href, ROOT).href, tabIndex: -1 }, article);
  return make("li", { className: "md-search-result__item" }, link);
}

const [input, theirs] = [".md-search__input", ".md-search-result__list"].map((selector) => document.querySelector(selector));
if (input instanceof HTMLInputElement && theirs instanceof HTMLElement) new Header(input, theirs);
