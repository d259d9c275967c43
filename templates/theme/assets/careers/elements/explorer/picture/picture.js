/** All occupations as dots in one picture: what is asked for stands out, and each dot can be opened, saved and compared. */
import { writeMoney } from "../../../language/money.js";
import { fill, readSentence } from "../../../language/words.js";
import { readUnit } from "../../../reader/unit.js";
import { findTop } from "../../../scoring/matching.js";
import { find } from "../../../site/dom.js";
import { pause, run } from "../../../site/slices.js";
import { Card } from "./card.js";
import { LETTER, drawAxes, drawDots, drawName } from "./drawing.js";
import { TIMES, arranging, findHours, findNearest, findPoints, findSizes, step } from "./layout.js";
import { Legend } from "./legend.js";

/** @import {Facets} from "../filtering.js" @import {Dot, Room} from "./layout.js" @import {Listing} from "../listing.js" */

/** How far from a dot a finger or the mouse may be, in pixels. */
const REACH = 24;
/** A usual dot's radius, as a share of the side of what it has of the picture, and in pixels at most. */
const SHARE = 0.24;
const LARGEST = 6;
/** Room around the picture for amounts and words, in pixels. */
const [TOP, RIGHT, BOTTOM, BESIDE] = [26, 12, 46, 10];
const [LOWEST, HIGHEST] = [460, 600];

/** @typedef {{facets: Facets, currency: string, places: number[], fits: Float64Array | null}} State `facets` with the pay in that currency */
/** @typedef {{width: number, height: number, room: Room, dots: Dot[], columns: {left: number, right: number}[], top: number}} Plan where all stand */

export class Picture {
  /** @type {State | null} */
  #state = null;
  /** @type {Plan | null} */
  #plan = null;
  /** Pixels for which all is arranged, or is being arranged. */
  #width = 0;
  /** What stands out. @type {Dot[]} */
  #shown = [];

  /** @param {HTMLElement} element the explorer @param {Listing} listing @param {() => void} change another occupation stands on the card @param {AbortSignal} signal */
  constructor(element, listing, change, signal) {
    this.root = find(element, "picture");
    this.stage = find(this.root, "stage");
    this.chart = find(this.root, "chart", SVGSVGElement);
    this.card = new Card(this.root, listing);
    this.legend = new Legend(this.root, element);
    this.change = change;
    /** @type {Record<string, string>} what stands below the columns */
    this.times = JSON.parse(this.root.dataset.times ?? "{}");
    const { stage, card } = this;
    stage.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.#name(this.#find(event)), { signal });
    stage.addEventListener("pointerleave", () => this.#name(null), { signal });
    stage.addEventListener("click", (event) => this.#choose(this.#find(event)), { signal });
    // The first that the Tab key leads to, where none has been chosen.
    card.marker.addEventListener("focus", () => card.dot || this.#choose(this.#shown[0]), { signal });
    // A screen reader can press it without going there. It leads nowhere yet, which the theme's script would fail at.
    card.marker.addEventListener("click", (event) => {
      if (card.dot) return;
      event.stopPropagation();
      event.preventDefault();
      this.#choose(this.#shown[0]);
    }, { signal });
    card.marker.addEventListener("keydown", (event) => this.#press(event), { signal });
    const observer = new ResizeObserver(() => this.#draw());
    observer.observe(stage);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  /** @param {State} state */
  show(state) {
    const { facets, fits } = this.#state ?? {};
    if (facets?.figures !== state.facets.figures || fits !== state.fits) this.#plan = null;
    this.#state = state;
    return this.#draw(true);
  }

  /** @param {boolean} [isNew] whether something else is asked for */
  async #draw(isNew = false) {
    const [state, { clientWidth: width }] = [this.#state, this.stage];
    if (!state || !width || (!isNew && this.#width === width)) return;
    this.#width = width;
    if (this.#plan?.width !== width) {
      const plan = await run(this.#arrange(width, state));
      await pause();
      // Something else may be asked for, or there may be other room, in the meantime.
      if (state !== this.#state || width !== this.#width) return;
      this.#plan = plan;
    }
    const { facets, currency, places } = state;
    const { height, room, dots, columns } = this.#plan;
    const wanted = new Set(places);
    this.#shown = dots.filter(({ at }) => wanted.has(at));
    this.chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const field = (/** @type {Dot} */ { at }) => facets.columns.field[at][0];
    const pays = dots.map(({ pay }) => pay);
    find(this.chart, "axes", SVGElement).replaceChildren(...drawAxes(pays, columns, room, this.times, { ...this.root.dataset, ...this.#unit(dots), currency }));
    find(this.chart, "dots", SVGElement).replaceChildren(...drawDots(dots, wanted, (dot) => facets.values.field[field(dot)]));
    this.legend.show(this.#shown.map(field));
    this.#tell(places.length);
    this.#name(null);
    this.#choose(this.#shown.find(({ at }) => at === this.card.dot?.at), false);
  }

  /** @param {number} width @param {State} state @returns {Generator<void, Plan>} */
  *#arrange(width, { facets, currency, fits }) {
    const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, width * 0.8)));
    const points = findPoints(facets.figures, currency);
    const dearest = writeMoney(Math.round(Math.max(0, ...points.map(({ pay }) => pay))), currency, this.root.dataset.locale);
    const room = { left: dearest.length * LETTER + BESIDE, right: width - RIGHT, top: TOP, bottom: height - BOTTOM };
    const narrowest = TIMES.map(([time]) => this.times[time].length * LETTER + 4);
    const usual = Math.min(LARGEST, SHARE * Math.sqrt(((room.right - room.left) * (room.bottom - room.top)) / (points.length || 1)));
    const top = findTop(points.length);
    const sizes = findSizes(fits, points.map(({ at }) => at), top);
    return { width, height, room, top, ...(yield* arranging(points, room, narrowest, (at) => usual * sizes(at))) };
  }

  /** In which unit of time pay is told beside the axis, as the reader likes it. @param {Dot[]} dots */
  #unit(dots) {
    const unit = readUnit() ?? "year";
    const count = { year: 1, month: 12, hour: findHours(dots, this.#state?.facets.figures.hours ?? []) }[unit];
    /** @type {Record<string, string>} */
    const words = JSON.parse(this.root.dataset.upwards ?? "{}");
    return { count: count ?? 1, upwards: words[count ? unit : "year"] };
  }

  /** Says what is there and what is not. @param {number} count that have what is asked for */
  #tell(count) {
    const { here, missingWords: missing, sized } = this.root.dataset;
    const { dots = [], top = 0 } = this.#plan ?? {};
    find(this.chart, "name", SVGElement).textContent = fill(readSentence(here), { count: this.#shown.length, total: dots.length });
    const lost = count - this.#shown.length;
    find(this.root, "missing").textContent = lost ? fill(readSentence(missing), { count: lost }) : "";
    const fits = this.#state?.fits;
    find(this.root, "size").textContent = fits ? fill(readSentence(sized), { count: top }) : "";
    find(this.root, "plain").hidden = Boolean(fits);
  }

  /** The dot nearest to what points at the picture. @param {MouseEvent} event */
  #find({ clientX, clientY }) {
    const { left, top } = this.stage.getBoundingClientRect();
    return findNearest(this.#shown, clientX - left, clientY - top, REACH);
  }

  /** Its name beside a dot, while the mouse is there. @param {Dot | undefined | null} dot */
  #name(dot) {
    const { width = 0 } = this.#plan ?? {};
    find(this.chart, "names", SVGElement).replaceChildren(...(dot ? drawName(dot, this.card.title(dot), width) : []));
    this.stage.toggleAttribute("data-over", Boolean(dot));
  }

  /** @param {Dot | undefined | null} dot @param {boolean} [isAsked] by the reader: then its name is said */
  #choose(dot, isAsked = true) {
    // Beside all dots nothing is meant.
    if (!dot && isAsked) return;
    this.card.show(dot ?? null, this.#state?.facets, isAsked);
    this.card.marker.hidden = !this.#shown.length;
    if (isAsked) this.change();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { dot } = this.card;
    if (!dot || !event.key.startsWith("Arrow") || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#choose(step(this.#shown, dot, event.key));
  }
}
