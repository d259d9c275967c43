/** How long the reader could train: asked at the end of the interests, and above the list that goes by it. */
import { SETTINGS, changeSettings } from "../kept/settings.js";
import { read } from "../kept/store.js";
import { find, findAll } from "../site/dom.js";

/**
 * Answers are levels of preparation up to one; where levels were ticked one by one, none of them is the reader's.
 * Before anything was said the list holds all levels, which is nobody's answer.
 *
 * @param {import("../elements/part.js").Part<unknown>} part that the question stands in
 */
export function askTime(part) {
  const field = find(part, "time");
  const radios = findAll(field, "input", HTMLInputElement);
  const show = () => {
    const levels = [read(SETTINGS)?.levels].flat();
    for (const radio of radios) radio.checked = +radio.value === levels.length && levels.every((level, at) => level === at + 1);
  };
  part.listen(field, "change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const levels = Array.from({ length: +target.value }, (_, at) => at + 1);
    find(field, "time-unsaved").hidden = changeSettings({ levels });
  });
  // Levels are ticked elsewhere on the page, too, and kept before that is heard of here.
  part.listen(document, "change", show);
  part.heed([SETTINGS], show);
  show();
  field.hidden = false;
}
