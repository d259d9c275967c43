/** What a worksheet says about single fields: dates that there are not, room that is left, before and after. */
import { MOST_ROWS } from "../../kept/sheets.js";
import { findAll, make } from "../../site/dom.js";
import { fill, readSentence } from "../../language/words.js";
import { findControls, isWrong, readField } from "./fields.js";

/** @typedef {import("./fields.js").Control} Control */

/** Letters left from which on the reader is told. */
const NEAR = 100;

/** @param {HTMLElement} element a field @param {string} sentence "" takes it away @param {Control} [faulty] the one that it complains of */
function hint(element, sentence, faulty) {
  for (const one of element.querySelectorAll("[aria-invalid]")) {
    one.removeAttribute("aria-invalid");
    one.removeAttribute("aria-errormessage");
  }
  const old = element.querySelector("[data-hint]");
  const id = faulty ? `${faulty.id}-hint` : "";
  faulty?.setAttribute("aria-invalid", "true");
  faulty?.setAttribute("aria-errormessage", id);
  if (old?.textContent === sentence && old.id === id) return;
  old?.remove();
  if (!sentence) return;
  const made = make("p", { id, className: faulty ? "cg-part__error" : "cg-part__note cg-sheet__hint", textContent: sentence });
  if (faulty) made.role = "alert";
  made.dataset.hint = "";
  element.append(made);
}

/**
 * While a date is being written it is no date yet, so it is judged when the reader has left it.
 *
 * @param {HTMLElement} element a field @param {Control} control @param {DOMStringMap} words @param {boolean} [hasLeft]
 */
export function tellHints(element, control, words, hasLeft) {
  const wrong = findControls(element, "input[type=date]").find(isWrong);
  if (wrong && (hasLeft || element.querySelector("[aria-invalid]"))) {
    hint(element, String(wrong.validity.badInput ? words.noDay : words.farDay), wrong);
    return;
  }
  if (element.querySelector(`[data-rows]:not([data-fixed]) > [data-filled]:nth-child(${MOST_ROWS})`)) {
    hint(element, String(words.tooManyRows));
    return;
  }
  // A list of options has no length, a text box without a limit -1.
  const most = "maxLength" in control && control.maxLength > 0 ? control.maxLength : Infinity;
  const left = Math.max(0, most - control.value.length);
  const near = !hasLeft && left <= Math.min(NEAR, most / 5);
  hint(element, near ? fill(readSentence(words[left ? "room" : "full"]), { count: left || most }) : "");
}

/** How far "after" lies from "before". @param {HTMLElement} element a field */
export function tellChange(element) {
  const [place] = findAll(element, "[data-change]");
  if (!place) return;
  const { before = 0, after = 0 } = Object(readField(element));
  const change = after - before;
  const sentence = before && after ? place.dataset[change > 0 ? "higher" : change < 0 ? "lower" : "same"] : "";
  place.textContent = sentence ? fill(readSentence(sentence), { count: Math.abs(change) }) : "";
}
