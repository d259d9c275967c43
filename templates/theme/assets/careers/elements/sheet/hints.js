/** What a worksheet says about single fields: dates that there are not, room that is left, before and after. */
import { MOST_ROWS } from "../../kept/sheets.js";
import { fill } from "../../site/words.js";
import { isWrong, readField } from "./fields.js";

/** Letters left from which on the reader is told. */
const NEAR = 100;

/** @param {any} element a field @param {string} sentence "" takes it away @param {any} [faulty] the control that it complains of */
function hint(element, sentence, faulty) {
  for (const one of element.querySelectorAll("[aria-invalid]")) ["aria-invalid", "aria-errormessage"].forEach((name) => one.removeAttribute(name));
  const old = element.querySelector("[data-hint]");
  const id = faulty ? `${faulty.id}-hint` : "";
  faulty?.setAttribute("aria-invalid", "true");
  faulty?.setAttribute("aria-errormessage", id);
  if (old?.textContent === sentence && old.id === id) return;
  old?.remove();
  if (!sentence) return;
  const made = Object.assign(document.createElement("p"), { id, className: faulty ? "cg-part__error" : "cg-part__note cg-sheet__hint", textContent: sentence });
  if (faulty) made.role = "alert";
  made.dataset.hint = "";
  element.append(made);
}

/**
 * While a date is being written it is no date yet, so it is judged when the reader has left it.
 *
 * @param {any} element a field @param {any} control @param {DOMStringMap} words @param {boolean} [hasLeft]
 */
export function tellHints(element, control, words, hasLeft) {
  const wrong = [...element.querySelectorAll("input[type=date]")].find(isWrong);
  if (wrong && (hasLeft || element.querySelector("[aria-invalid]"))) {
    hint(element, String(wrong.validity.badInput ? words.noDay : words.farDay), wrong);
    return;
  }
  if (element.querySelector(`[data-rows]:not([data-fixed]) > [data-filled]:nth-child(${MOST_ROWS})`)) {
    hint(element, String(words.tooManyRows));
    return;
  }
  const left = control.maxLength > 0 ? Math.max(0, control.maxLength - control.value.length) : Infinity;
  const near = !hasLeft && left <= Math.min(NEAR, control.maxLength / 5);
  hint(element, near ? fill(words[left ? "room" : "full"] ?? "", { count: left || control.maxLength }) : "");
}

/** How far "after" lies from "before". @param {any} element a field */
export function tellChange(element) {
  const place = element.querySelector("[data-change]");
  if (!place) return;
  const { before, after } = /** @type {any} */ (readField(element) ?? {});
  const change = after - before;
  const sentence = before && after ? place.dataset[change > 0 ? "higher" : change < 0 ? "lower" : "same"] : "";
  place.textContent = fill(sentence, { count: Math.abs(change) });
}
