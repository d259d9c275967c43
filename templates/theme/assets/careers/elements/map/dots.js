/** The links of the map, one a cluster: what is in sight is drawn, and what has gone out of sight is taken away. */
import { draw, findAll } from "../../site/dom.js";
import { fill } from "../../language/words.js";

/** @typedef {import("./clusters.js").Cluster} Cluster */

/** Such links work within a picture, and Material leaves them alone. */
const XLINK = "http://www.w3.org/1999/xlink";

export class Dots {
  /** @type {Map<string, SVGElement>} */
  #links = new Map();
  /** @type {Map<Element, Cluster>} */
  #clusters = new Map();
  /** A link that is no more, but for the focus that is still there. @type {SVGElement | null} */
  #leaving = null;

  /** @param {SVGElement} place with what the page itself has drawn @param {import("../../data/types.d.ts").Sentence} sentence how many occupations one stands for */
  constructor(place, sentence) {
    this.place = place;
    this.sentence = sentence;
    for (const link of findAll(place, "a", SVGElement)) this.#links.set(nameKey(link.dataset.slug ?? "", Number(link.dataset.count ?? 1), false), link);
  }

  /** @param {Cluster[]} clusters @param {Cluster[]} faded those that stand back @param {Cluster} [holder] of what has the focus @returns {boolean} whether the focus has to move */
  draw(clusters, faded, holder) {
    const stop = this.place.querySelector("a[tabindex='0']");
    const before = this.#links;
    this.#links = new Map();
    this.#clusters.clear();
    const added = [];
    for (const [group, isFaded] of /** @type {[Cluster[], boolean][]} */ ([[faded, true], [clusters, false]])) {
      for (const cluster of group) {
        const key = nameKey(cluster.points[0].slug, cluster.points.length, isFaded);
        const known = before.get(key);
        const link = known ?? this.#make(cluster, isFaded);
        before.delete(key);
        this.#links.set(key, link);
        if (!isFaded) this.#clusters.set(link, cluster);
        if (!known) added.push(link);
      }
    }
    const gone = [...before.values(), ...(this.#leaving ? [this.#leaving] : [])];
    this.#leaving = (holder && gone.find((link) => link === document.activeElement)) ?? null;
    for (const link of gone) if (link !== this.#leaving) link.remove();
    if (this.#leaving && holder) this.#clusters.set(this.#leaving, holder);
    this.place.append(...added);
    // One stop of the Tab key; arrows lead on from there.
    this.stop(stop && this.#clusters.has(stop) ? stop : (this.#clusters.keys().next().value ?? null));
    return Boolean(this.#leaving);
  }

  /** Moves the focus from a link that is no more. The browser lays out all of the picture for that. */
  pass() {
    const link = this.#leaving;
    const cluster = this.find(link);
    if (cluster && link === document.activeElement) this.focus(cluster);
    this.#leaving = null;
    link?.remove();
  }

  /** Makes one link the stop of the Tab key. @param {Element | null} link */
  stop(link) {
    for (const other of this.#links.values()) {
      const index = other === link ? "0" : "-1";
      if (other.getAttribute("tabindex") !== index) other.setAttribute("tabindex", index);
    }
  }

  /** What a link stands for; nothing if it stands back. @param {Element | null} link */
  find = (link) => (link && this.#clusters.get(link)) ?? null;

  /** @param {Cluster} cluster */
  focus(cluster) {
    for (const [link, other] of this.#clusters) if (other === cluster && link !== this.#leaving && link instanceof SVGElement) link.focus();
  }

  /** @param {Cluster} cluster @returns {string} */
  name = ({ points }) => (points.length > 1 ? fill(this.sentence, { count: points.length }) : points[0].title);

  /** @param {Cluster} cluster @param {boolean} isFaded */
  #make(cluster, isFaded) {
    const { x, y, points } = cluster;
    const [{ slug, field, href }] = points;
    const count = points.length;
    const title = draw("title", {}, this.name(cluster));
    const link = draw("a", { "data-slug": slug });
    link.toggleAttribute("data-faded", isFaded);
    if (count > 1) {
      link.setAttribute("data-count", String(count));
      link.setAttributeNS(XLINK, "xlink:href", "#list");
      link.append(draw("circle", { class: "cg-map__cluster", cx: x, cy: y, r: 10, "data-digits": String(count).length }, title));
      link.append(draw("text", { class: "cg-map__count", x, y, "aria-hidden": "true" }, String(count)));
    } else {
      link.setAttribute("data-field", field);
      link.setAttributeNS(XLINK, "xlink:href", href);
      link.append(draw("circle", { class: "cg-map__dot", cx: x, cy: y, r: 5 }, title));
    }
    return link;
  }
}

/** @param {string} slug of the first @param {number} count @param {boolean} isFaded */
const nameKey = (slug, count, isFaded) => `${slug} ${count} ${isFaded}`;
