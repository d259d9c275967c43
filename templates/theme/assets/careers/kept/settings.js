/** How the reader wants the results weighed, and which occupations came of it the last time, as kept on the device. No DOM. */
import { MATCHING } from "../site/constants.js";
import { isObject, isText } from "./checks.js";
import { read, write } from "./store.js";

export const SETTINGS = "fit";
/** What is off the list of results: dismissed.js. */
export const DISMISSED = "dismissed";
const LEVELS = [1, 2, 3, 4, 5];

/** Shares of the blend to begin with. */
export const WEIGHTS = Object.freeze({ interests: 0.5, skills: 0.3, values: 0.2, environment: 0 });

/** @typedef {{levels: number[], weights: globalThis.Record<string, number>, seen: {slug: string, title: string}[]}} Settings */

/** @param {unknown} one @returns {one is Settings["seen"][number]} */
const isSeen = (one) => isObject(one) && isText(one.slug) && isText(one.title);

/** Levels of preparation, weights, and the occupations shown last. @returns {Settings} */
export function loadSettings() {
  const saved = read(SETTINGS) ?? {};
  const own = isObject(saved.weights) ? saved.weights : {};
  const weights = Object.fromEntries(
    MATCHING.map((kind) => {
      const weight = own[kind];
      return [kind, typeof weight === "number" && weight >= 0 && weight <= 1 ? weight : WEIGHTS[kind]];
    }),
  );
  const { levels, seen } = saved;
  return {
    levels: Array.isArray(levels) ? LEVELS.filter((level) => levels.includes(level)) : LEVELS,
    weights,
    seen: [seen].flat().filter(isSeen),
  };
}

/** Changes some of them; the rest stays as it lies on the device, whatever tab wrote it. @param {Partial<Settings> & {way?: number, handed?: object}} changes @returns {boolean} whether they are saved */
export const changeSettings = (changes) => write(SETTINGS, { ...read(SETTINGS), ...changes });
