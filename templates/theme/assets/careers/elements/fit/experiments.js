/** One small step to take next, from the page's own six ways to explore the occupation. */
import { readSteps, splitSkills } from "../../scoring/skills.js";
import { readWays } from "../adding/ways.js";
import { find } from "../../site/dom.js";
import { fill } from "../../language/words.js";

/** @import {Texts} from "../../data/types.d.ts" @typedef {keyof Texts["script"]["fit"]["next"]} Why */

/**
 * @typedef {import("../../reader/reader.js").Reader} Reader
 * @typedef {{assessments: import("../../data/collection.js").Assessments, occupation: import("../../data/collection.js").Occupation}} Fit
 */

/**
 * Where to begin: the method in which the reader stands lowest, else with what is to be learnt, else with a close look.
 *
 * @param {Reader} reader @param {Fit} fit @returns {{method: string, why: Why}} `why`: the name of a sentence
 */
function choose(reader, { occupation }) {
  const stand = reader.get("methods");
  if (stand) {
    const { scores, quiz } = stand;
    const lowest = Math.min(...scores);
    const shared = scores.filter((score) => score === lowest).length;
    // Where all six are equal, none is the place to begin.
    if (shared < scores.length) return { method: quiz.scales[scores.indexOf(lowest)], why: shared > 1 ? "tied" : "lowest" };
  }
  const skills = reader.get("skills");
  if (skills && splitSkills(readSteps(skills), occupation.skills).learn.length) return { method: "learn", why: "learn" };
  return { method: "explore", why: "explore" };
}

export class Proposals {
  /** @type {import("../adding/ways.js").Way[]} those of the chosen method first */
  #all = [];
  /** @type {HTMLElement | null} the entry of the page whose copy stands here */
  #shown = null;
  #at = 0;
  #chosen = { method: "", why: /** @type {Why} */ ("other") };
  /** What the sentences are made of. @type {{text: Texts["script"]["fit"]["next"], labels: Record<string, string>, quiz: string} | null} */
  #words = null;

  /** @param {HTMLElement} frame */
  constructor(frame) {
    this.frame = frame;
  }

  /** Results that lead to the same choice leave the reader at the proposal reached. @param {Reader} reader @param {Fit} fit */
  propose(reader, fit) {
    const { text, labels } = fit.assessments;
    const chosen = choose(reader, fit);
    if (chosen.method !== this.#chosen.method) this.#at = 0;
    this.#chosen = chosen;
    this.#words = { text: text.fit.next, labels: labels.methods, quiz: reader.get("methods")?.quiz.title ?? "" };
    const all = readWays();
    const first = Math.max(0, all.findIndex(({ method }) => method === chosen.method));
    this.#all = [...all.slice(first), ...all.slice(0, first)];
    this.#show();
  }

  /** On to the next, through all six ways and round again. */
  step() {
    this.#at = (this.#at + 1) % Math.max(1, this.#all.length);
    this.#show();
  }

  #show() {
    const experiment = this.#all[this.#at];
    find(this.frame, "part=next").hidden = !experiment;
    if (!experiment || !this.#words) return;
    const { text, labels, quiz } = this.#words;
    const { method, item } = experiment;
    const why = method === this.#chosen.method ? this.#chosen.why : "other";
    find(this.frame, "why").textContent = fill(text[why], { method: labels[method], quiz });
    // A copy that is there already stays: the reader may be at its button.
    if (item === this.#shown) return;
    this.#shown = item;
    const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
    copy.querySelector("[data-adding]")?.remove();
    copy.dataset.method = method;
    find(this.frame, "proposal").replaceChildren(copy);
    document.dispatchEvent(new CustomEvent("careers:proposed"));
  }
}
