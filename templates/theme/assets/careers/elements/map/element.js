/**
 * `<career-map>`: zoom, arrow keys from point to point, names, one field at a time, and the reader's own point. What would
 * lie on top of each other is one link with a number, which opens: closer, or as a list.
 */
import { RECORDS, hasRecords } from "../../kept/records.js";
import { readSentence, setLocale } from "../../language/words.js";
import { draw, findAll } from "../../site/dom.js";
import { load } from "../../site/loading.js";
import { pause } from "../../site/slices.js";
import { Part } from "../part.js";
import { gather } from "./clusters.js";
import { Dots } from "./dots.js";
import { Here } from "./here.js";
import { readLink, readPlaces } from "./points.js";
import { Pointers } from "./pointers.js";
import { step } from "./stepping.js";
import { ALL, STEP, WHOLE, countSteps, enclose, findSeen, isClosest, pan, placeNames, reveal, toViewBox, zoom } from "./view.js";

/** Names are written beside points once so few are seen that they do not cover each other. */
const MOST_NAMES = 40;
/** So many are listed at once; of more, the map shows where they lie. */
const MOST_LISTED = 12;

/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** @type {Record<string, string>} */
const KEYS = { "+": "in", "=": "in", "-": "out", 0: "all" };

/** @typedef {import("./clusters.js").Point} Point */
/** @typedef {import("./clusters.js").Cluster} Cluster */
/** @typedef {import("../../data/types.d.ts").PlacesFile} Places */

/** @extends {Part<Places | null>} */
class CareerMap extends Part {
  #view = ALL;
  /** @type {Point[]} */
  #points = [];
  /** What has been gathered so far, by step and field. @type {Map<string, Cluster[]>} */
  #gathered = new Map();
  /** @type {Dots | null} */
  #dots = null;
  /** @type {Here | null} */
  #here = null;
  #pointers = new Pointers();

  actions = {
    zoom: (/** @type {string} */ way) => this.#zoom(way),
    hereMore: () => this.#here?.more(),
    hereClose: () => this.#here?.close(),
  };

  /** Where the page shows each occupation by itself, it has all that is needed. @returns {null | Promise<Places>} */
  load() {
    return this.querySelector("[data-count]") ? load("places") : null;
  }

  start() {
    setLocale(this.dataset.locale ?? "en");
    const picture = this.#picture;
    this.#points = this.data ? readPlaces(this.data, this.dataset.outline ?? "") : findAll(picture, "a", SVGElement).map(readLink);
    this.#dots = new Dots(this.find("dots", SVGElement), readSentence(this.dataset.here));
    this.#here = new Here(this.find("here-place"));
    for (const tool of findAll(this, "[data-tools]")) tool.hidden = false;
    this.listen(this, "click", (event) => this.#click(event));
    this.listen(this, "keydown", (event) => this.#press(event));
    this.listen(this.find("highlight"), "change", () => this.#show(this.#view));
    this.listen(picture, "focusin", ({ target }) => this.#focus(findLink(target)));
    this.listen(picture, "wheel", (event) => this.#wheel(event), { passive: false });
    this.listen(picture, ["pointerdown", "pointermove", "pointerup", "pointercancel"], (event) => this.#point(event));
    this.heed([RECORDS], () => this.#showOwn());
    this.#show(ALL);
    this.#showOwn();
  }

  get #picture() {
    return this.find("picture", SVGSVGElement);
  }

  /** The field of work that is to stand out; "" for none. */
  get #chosen() {
    return this.find("highlight", HTMLSelectElement).value;
  }

  /** @param {import("./view.js").View} view */
  #show(view) {
    this.#view = view;
    this.#picture.setAttribute("viewBox", toViewBox(view));
    // Dots and names keep their size on the screen.
    this.#picture.style.setProperty("--cg-scale", String(view.size / WHOLE));
    this.toggleAttribute("data-close", view.size < WHOLE);
    this.find("zoom=in", HTMLButtonElement).disabled = isClosest(view);
    for (const way of ["out", "all"]) this.find(`zoom=${way}`, HTMLButtonElement).disabled = view.size >= WHOLE;
    const chosen = this.#chosen;
    const focused = this.#dots?.find(document.activeElement)?.points[0];
    const all = this.#gather(chosen, true);
    const seen = findSeen(all, view);
    // What has the focus stays, even out of sight; or it is part of something else now.
    const holder = focused && all.find(({ points }) => points.includes(focused));
    if (holder && !seen.includes(holder)) seen.push(holder);
    if (this.#dots?.draw(seen, chosen ? findSeen(this.#gather(chosen, false), view) : [], holder || undefined)) this.#passFocus();
    this.#nameSoon();
  }

  /** The clusters of a field or of all others, as close as they are seen. @param {string} field "" for all @param {boolean} isOwn @param {number} [steps] */
  #gather(field, isOwn, steps = countSteps(this.#view)) {
    const key = `${steps} ${field} ${isOwn}`;
    const known = this.#gathered.get(key);
    if (known) return known;
    const points = field ? this.#points.filter((point) => (point.field === field) === isOwn) : this.#points;
    const found = gather(points, Number(this.#picture.dataset.reach) / STEP ** steps);
    this.#gathered.set(key, found);
    return found;
  }

  /** @param {Point} point */
  #focusOn(point) {
    const cluster = this.#gather(this.#chosen, true).find(({ points }) => points.includes(point));
    if (cluster) this.#dots?.focus(cluster);
  }

  /** In a task of its own, so that the key that led here has been answered. */
  async #passFocus() {
    await pause();
    this.#dots?.pass();
  }

  /** What can wait until a key has been answered: names, and what will lie together once the map comes closer. */
  async #nameSoon() {
    const view = this.#view;
    await pause();
    if (view !== this.#view || this.signal.aborted) return;
    this.#name();
    await pause();
    if (view === this.#view && !isClosest(view)) this.#gather(this.#chosen, true, countSteps(view) + 1);
  }

  #name() {
    const { x, y, size } = this.#view;
    const title = (/** @type {Cluster} */ cluster) => ({ ...cluster, title: this.#dots?.name(cluster) ?? "" });
    const seen = this.#gather(this.#chosen, true).filter((one) => Math.abs(one.x - x) < size && Math.abs(one.y - y) < size);
    const focused = this.#dots?.find(document.activeElement);
    const singles = seen.filter((one) => one.points.length === 1 && one !== focused);
    // The name of the dot with the focus always stands, whatever it covers.
    const named = [...(focused ? [focused] : []), ...(seen.length <= MOST_NAMES ? singles : [])].map(title);
    const place = this.find("names", SVGElement);
    if (!named.length) return place.replaceChildren();
    const places = placeNames(named, focused ? named.slice(0, 1) : seen.map(title), this.#view, parseFloat(getComputedStyle(place).fontSize));
    place.replaceChildren(...places.map(({ point, x: left, y: base, anchor }) => draw("text", { x: left, y: base, "text-anchor": anchor }, point.title)));
  }

  /** @param {string} way in, out or all @param {{x: number, y: number}} [place] what is to stay where it is */
  #zoom(way, place = this.#view) {
    this.#show(way === "all" ? ALL : zoom(this.#view, way === "in" ? STEP : 1 / STEP, place.x, place.y));
  }

  /** The end of a drag is no click on the dot below it. @param {MouseEvent} event */
  #click(event) {
    const link = findLink(event.target);
    const cluster = this.#dots?.find(link);
    const isMany = cluster && cluster.points.length > 1;
    if (!link || (!this.#pointers.hasMoved && !isMany)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isMany && !this.#pointers.hasMoved) this.#open(cluster);
  }

  /** Shows what lies at one place: closer, where that tells apart what is more than a short list. @param {Cluster} cluster */
  #open(cluster) {
    const { points } = cluster;
    if (points.length > MOST_LISTED && !isClosest(this.#view)) {
      this.#here?.close();
      this.#show(enclose(points));
      this.#focusOn(points[0]);
    } else this.#here?.open(points, this.#dots?.name(cluster) ?? "", () => this.#focusOn(points[0]));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key === "Escape") this.#here?.close();
    const cluster = this.#dots?.find(findLink(event.target));
    if (!cluster || event.ctrlKey || event.metaKey || event.altKey) return;
    if (DIRECTIONS[event.key]) {
      const next = step(this.#gather(this.#chosen, true), cluster, DIRECTIONS[event.key]);
      this.#show(reveal(this.#view, next.x, next.y));
      this.#dots?.focus(next);
    } else if (KEYS[event.key]) this.#zoom(KEYS[event.key], cluster);
    else return;
    event.preventDefault();
  }

  /** @param {Element | null} link that has the focus now */
  #focus(link) {
    const cluster = this.#dots?.find(link);
    if (!cluster) return;
    this.#dots?.stop(link);
    const view = reveal(this.#view, cluster.x, cluster.y);
    // Mostly all is drawn as it should be.
    if (toViewBox(view) === toViewBox(this.#view)) this.#nameSoon();
    else this.#show(view);
  }

  /** Where on the picture something happens. @param {{clientX: number, clientY: number}} event */
  #locate({ clientX, clientY }) {
    const box = this.#picture.getBoundingClientRect();
    const side = 2 * this.#view.size;
    return {
      x: this.#view.x - this.#view.size + ((clientX - box.left) / box.width) * side,
      y: this.#view.y - this.#view.size + ((clientY - box.top) / box.height) * side,
    };
  }

  /** Scrolling stays the page's own; with Ctrl, or pinched on a touchpad, it zooms. @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { x, y } = this.#locate(event);
    this.#show(zoom(this.#view, Math.exp(-event.deltaY / 200), x, y));
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const moved = this.#pointers.follow(event);
    if (!moved) return;
    if (moved.growth) {
      const middle = this.#locate({ clientX: moved.x, clientY: moved.y });
      this.#show(zoom(this.#view, moved.growth, middle.x, middle.y));
    } else {
      const scale = (2 * this.#view.size) / this.#picture.getBoundingClientRect().width;
      this.#show(pan(this.#view, -moved.x * scale, -moved.y * scale));
      this.#picture.setPointerCapture(event.pointerId);
    }
  }

  /** The reader's point, if the interests point anywhere; its modules load only where something was finished. */
  async #showOwn() {
    const own = hasRecords() ? await this.bring(async () => (await import("./own.js")).findOwn(this.#points)) : null;
    const place = own?.place;
    this.find("own-invite").hidden = Boolean(own);
    this.find("own", SVGElement).toggleAttribute("hidden", !place);
    this.find("own-text").textContent = own?.text ?? "";
    if (!place) return;
    this.find("cross", SVGElement).setAttribute("transform", `translate(${place.x} ${place.y})`);
    for (const [name, value] of Object.entries({ cx: place.x, cy: place.y, r: place.radius })) this.find("blur", SVGElement).setAttribute(name, String(value));
  }
}

/** The point of an occupation that an event is about. @param {EventTarget | null} target */
const findLink = (target) => (target instanceof Element ? target.closest("svg a") : null);

customElements.define("career-map", CareerMap);
