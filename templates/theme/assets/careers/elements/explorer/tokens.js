/** A button for each thing chosen, which takes it back. */
import { copy, find } from "../../site/dom.js";

/** @param {HTMLElement} element the explorer @param {(HTMLInputElement | HTMLSelectElement)[]} chosen */
export function drawTokens(element, chosen) {
  const tokens = chosen.map((control) => {
    const token = copy(find(element, "token", HTMLTemplateElement));
    find(token, "name").textContent = name(control);
    for (const button of token.querySelectorAll("button")) button.dataset.take = "";
    return token;
  });
  find(element, "tokens").replaceChildren(...tokens);
}

/** In the words of the form: those beside a box, or before a list and in it. @param {HTMLInputElement | HTMLSelectElement} control */
function name(control) {
  if (control instanceof HTMLInputElement) return control.nextElementSibling?.textContent ?? "";
  return `${control.labels[0]?.firstChild?.textContent?.trim()} ${control.selectedOptions[0]?.textContent}`;
}
