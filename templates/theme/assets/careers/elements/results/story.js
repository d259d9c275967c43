/** What all answers come to, in a sentence and a shape; and which parts of the page make sense by now. */
import { SHOWN, drawShape } from "../../reader/bars.js";
import { tellStory } from "../../reader/story.js";
import { find, findAll } from "../../site/dom.js";

/** @typedef {import("../../reader/reader.js").Reader} Reader */

/** @param {HTMLElement} root @param {Reader} reader @param {import("../../data/collection.js").Assessments} assessments @param {boolean} isShared */
export function showStory(root, reader, { text, labels }, isShared) {
  for (const part of findAll(root, "[data-some]")) part.hidden = !reader.size || (isShared && "own" in part.dataset);
  const place = find(root, "story");
  const sentence = tellStory(reader, text.results.sentence, labels, isShared);
  place.hidden = !sentence;
  find(place, "sentence").textContent = sentence;
  const interests = reader.get("interests");
  const shape = find(place, "shape", SVGElement);
  shape.ownerSVGElement?.toggleAttribute("hidden", !interests);
  if (interests) shape.setAttribute("points", drawShape(interests.scores, SHOWN));
}
