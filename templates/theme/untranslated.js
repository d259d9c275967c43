/**
 * Marks what scripts show in another language than the page's, since nobody has translated it, so that it is read out right.
 * Comes only with the parts of a site that are in another language than its own; the build fills in the first line.
 */
const LANGUAGE = "", DIRECTION = "", TEXTS = [];
const TOLD = new Set(TEXTS);

/** @param {Element} element in which nothing stands but text, of which letters may stand out */
function look(element) {
  if (element.matches("[hreflang]")) return;
  const isTold = TOLD.has((element.textContent ?? "").trim());
  const language = element.getAttribute("lang") ?? (isTold ? element.closest("[lang]")?.getAttribute("lang") : "");
  if (isTold === (language === LANGUAGE) || (isTold && element.hasAttribute("lang"))) return;
  for (const [name, value] of [["lang", LANGUAGE], ["dir", DIRECTION]]) {
    if (isTold && value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }
}

/** @param {Node} node that is new, or has another text */
function lookInto(node) {
  const top = node instanceof Element ? node : node.parentElement;
  if (!top) return;
  const whole = top.closest("mark, b") ? (top.closest("mark, b")?.parentElement ?? top) : top;
  for (const element of [whole, ...whole.querySelectorAll("*")]) if (element.textContent && !element.querySelector(":not(mark, b)")) look(element);
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) for (const node of addedNodes.length ? addedNodes : [target]) lookInto(node);
}).observe(document.body, { childList: true, characterData: true, subtree: true });
