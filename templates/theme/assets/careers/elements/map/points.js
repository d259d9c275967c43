/** The points of the map, one an occupation: from the site's data, or from the page itself. */
import { fill } from "../../language/words.js";
import { readSlugs } from "../../data/slugs.js";
import { ROOT } from "../../site/loading.js";

/** @typedef {import("./clusters.js").Point} Point */
/** @typedef {import("../../data/types.d.ts").PlacesFile} Places */

/** All points, as they are published where dots would cover one another. @param {Places} places @param {string} mark said of outlines @returns {Point[]} */
export const readPlaces = ({ profiled, slug, title, field, fields, x, y, address }, mark) =>
  readSlugs({ slug, title }).map((one, at) => ({
    x: x[at],
    y: y[at],
    slug: one,
    title: at < profiled ? title[at] : `${title[at]} (${mark})`,
    field: fields[field[at]],
    // Of most nobody asks for it.
    get href() {
      return new URL(fill(address, { slug: one }), ROOT).href;
    },
  }));

/** A dot of the page itself. @param {SVGElement} link @returns {Point} */
export function readLink(link) {
  const dot = link.querySelector("circle");
  const { slug = "", field = "" } = link.dataset;
  const href = link.getAttribute("xlink:href") ?? "";
  return { x: Number(dot?.getAttribute("cx")), y: Number(dot?.getAttribute("cy")), slug, field, href, title: dot?.textContent ?? "" };
}
