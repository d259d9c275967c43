/**
 * Marks what scripts show in another language than the page's, since nobody has translated it, so that it is read out right.
 * Comes only with the parts of a site that show any; the build fills in the first line.
 */
const TEXTS = {};
const MOST = 120;
/** @type {Map<number, [string, string]>} sign of a text -> its language, and its direction if that is another */
const TOLD = new Map();
for (const [language, [direction, ...steps]] of Object.entries(/** @type {Record<string, [string, ...number[]]>} */ (TEXTS))) {
  let sign = 0;
  for (const step of steps) {
    sign += step;
    TOLD.set(sign, [language, direction]);
  }
}

/** @param {string} text as FNV-1a has it, in 32 bits; the texts themselves would be three times as long */
function find(text) {
  if (text.length > MOST) return undefined;
  let sign = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sign = Math.imul(sign ^ text.charCodeAt(at), 0x01000193);
  return TOLD.get(sign >>> 0);
}

/** @param {Element} element in which nothing stands but text, of which letters may stand out */
function look(element) {
  if (element.matches("[hreflang]")) return;
  const told = find((element.textContent ?? "").trim());
  const own = element.getAttribute("lang");
  const isOurs = own !== null && Object.hasOwn(TEXTS, own);
  const isRight = told && element.closest("[lang]")?.getAttribute("lang") === told[0];
  if (isRight || (!isOurs && (own !== null || !told))) return;
  ["lang", "dir"].forEach((name, at) => {
    if (told?.[at]) element.setAttribute(name, told[at]);
    else element.removeAttribute(name);
  });
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
