/** Says once on each device that answers from before there were norms are compared in another way now. */
import { SETTINGS, changeSettings } from "../../kept/settings.js";
import { read } from "../../kept/store.js";

/** How interests are compared: since the second way, with the answers of people and the ratings of work. */
const WAY = 2;

/**
 * A result has stamps of its questions since then. Once said, it stands there until the page is left.
 *
 * @param {HTMLElement} place @param {import("../../kept/records.js").Record[]} records the reader's own @param {Map<string, import("../../data/collection.js").Quiz>} quizzes
 */
export function tellAnew(place, records, quizzes) {
  const normed = records.filter(({ quiz }) => quizzes.get(quiz)?.norms);
  if (!normed.length) place.hidden = true;
  if (!normed.some(({ stamps }) => !stamps) || read(SETTINGS)?.way === WAY) return;
  place.hidden = false;
  changeSettings({ way: WAY });
}
