/** `<career-map>`: zoom, arrow keys from point to point, names, one field at a time, and the reader's own point. */
import { RECORDS } from "../../kept/records.js";
import { draw, findAll } from "../../site/dom.js";
import { Part } from "../part.js";
import { step } from "./stepping.js";
import { ALL, WHOLE, pan, placeNames, reveal, toViewBox, zoom } from "./view.js";

/** Names are written beside points once so few are seen that they do not cover each other. */
const MOST_NAMES = 40;

/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** @type {Record<string, string>} */
const KEYS = { "+": "in", "=": "in", "-": "out", 0: "all" };

/** @typedef {{x: number, y: number, link: SVGElement, title: string}} Point */

class CareerMap extends Part {
  #view = ALL;
  /** @type {Point[]} */
  #points = [];
  /** Fingers and buttons that are down, by id. @type {Map<number, {x: number, y: number}>} */
  #held = new Map();
  #hasMoved = false;

  actions = { zoom: (/** @type {string} */ way) => this.#zoom(way) };

  start() {
    const picture = this.#picture;
    this.#points = findAll(picture, "a", SVGElement).map((link) => {
      const dot = link.querySelector("circle");
      return { x: Number(dot?.getAttribute("cx")), y: Number(dot?.getAttribute("cy")), link, title: dot?.textContent ?? "" };
    });
    // One stop of the Tab key; arrows lead on from there.
    for (const [at, { link }] of this.#points.entries()) link.setAttribute("tabindex", at ? "-1" : "0");
    for (const tool of findAll(this, "[data-tools]")) tool.hidden = false;
    this.listen(this, "click", (event) => this.#click(event));
    this.listen(this, "keydown", (event) => this.#press(event));
    this.listen(this.find("highlight"), "change", () => this.#highlight());
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
    this.find("zoom=in", HTMLButtonElement).disabled = view.size <= WHOLE / 12;
    for (const way of ["out", "all"]) this.find(`zoom=${way}`, HTMLButtonElement).disabled = view.size >= WHOLE;
    this.#name();
  }

  #name() {
    const { x, y, size } = this.#view;
    const chosen = this.#chosen;
    const seen = this.#points.filter(
      (point) => Math.abs(point.x - x) < size && Math.abs(point.y - y) < size && (!chosen || point.link.dataset.field === chosen),
    );
    const focused = seen.filter(({ link }) => link === document.activeElement);
    // The name of the dot with the focus always stands, whatever it covers.
    const named = focused.concat(seen.length <= MOST_NAMES ? seen.filter((point) => !focused.includes(point)) : []);
    const place = this.find("names", SVGElement);
    const type = parseFloat(getComputedStyle(place).fontSize);
    const places = placeNames(named, focused.length ? focused : seen, this.#view, type);
    place.replaceChildren(...places.map(({ point, x: left, y: base, anchor }) => draw("text", { x: left, y: base, "text-anchor": anchor }, point.title)));
  }

  /** @param {string} way in, out or all */
  #zoom(way) {
    this.#show(way === "all" ? ALL : zoom(this.#view, way === "in" ? 1.6 : 1 / 1.6));
  }

  /** The end of a drag is no click on the dot below it. @param {MouseEvent} event */
  #click(event) {
    if (this.#hasMoved && findLink(event.target)) event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const link = findLink(event.target);
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    if (DIRECTIONS[event.key]) {
      const points = this.#points.filter((point) => !point.link.hasAttribute("data-faded"));
      const from = points.find((point) => point.link === link) ?? points[0];
      if (from) step(points, from, DIRECTIONS[event.key]).link.focus();
    } else if (KEYS[event.key]) this.#zoom(KEYS[event.key]);
    else return;
    event.preventDefault();
  }

  /** @param {Element | null} link that has the focus now */
  #focus(link) {
    const point = this.#points.find((one) => one.link === link);
    if (!point) return;
    for (const { link: other } of this.#points) other.setAttribute("tabindex", other === link ? "0" : "-1");
    this.#show(reveal(this.#view, point.x, point.y));
  }

  #highlight() {
    const chosen = this.#chosen;
    for (const { link } of this.#points) link.toggleAttribute("data-faded", Boolean(chosen) && link.dataset.field !== chosen);
    const first = this.#points.find(({ link }) => !link.hasAttribute("data-faded"));
    for (const { link } of this.#points) link.setAttribute("tabindex", link === first?.link ? "0" : "-1");
    this.#name();
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

  /** One finger or the mouse moves the map, two fingers zoom it. @param {PointerEvent} event */
  #point(event) {
    const { type, pointerId, clientX: x, clientY: y } = event;
    const before = this.#held.get(pointerId);
    if (type === "pointerdown") {
      if (!this.#held.size) this.#hasMoved = false;
      this.#held.set(pointerId, { x, y });
    } else if (type !== "pointermove") this.#held.delete(pointerId);
    else if (before) {
      const others = [...this.#held].filter(([id]) => id !== pointerId);
      const scale = (2 * this.#view.size) / this.#picture.getBoundingClientRect().width;
      if (others.length) {
        const [, other] = others[0];
        const reach = (/** @type {{x: number, y: number}} */ one) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
        const middle = this.#locate({ clientX: (x + other.x) / 2, clientY: (y + other.y) / 2 });
        this.#show(zoom(this.#view, reach({ x, y }) / reach(before), middle.x, middle.y));
      } else if (this.#hasMoved || Math.hypot(x - before.x, y - before.y) > 4) {
        this.#show(pan(this.#view, (before.x - x) * scale, (before.y - y) * scale));
        this.#picture.setPointerCapture(pointerId);
      } else return;
      this.#hasMoved = true;
      this.#held.set(pointerId, { x, y });
    }
  }

  /** The reader's point, if the interests point anywhere; its modules load only where something was finished. */
  async #showOwn() {
    const { findOwn } = await this.bring(() => import("./own.js"));
    const own = await this.bring(() => findOwn(this.#points));
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
