/** Finds and makes parts of a page. What a reader or an editor wrote comes in as text and stays text. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The first part that is marked `data-<name>`.
 *
 * @overload @param {ParentNode} root @param {string} name also with a value: `kind=goal` @returns {HTMLElement}
 */
/**
 * @template {Element} Kind
 * @overload @param {ParentNode} root @param {string} name @param {abstract new () => Kind} kind @returns {Kind}
 */
/** @param {ParentNode} root @param {string} name @param {abstract new () => Element} [kind] @returns {Element} throws where the page and its script disagree */
export function find(root, name, kind = HTMLElement) {
  const found = root.querySelector(`[data-${name}]`);
  const tag = found?.localName;
  if (found instanceof kind) return found;
  throw new TypeError(`data-${name}: ${tag ? `<${tag}> is no ${kind.name}` : "not on this page"}`);
}

/**
 * All parts that a selector names.
 *
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {abstract new () => Kind} [kind] others are left out @returns {Kind[]}
 */
export const findAll = (root, selector, kind) =>
  /** @type {Kind[]} */ ([...root.querySelectorAll(selector)].filter((one) => one instanceof (kind ?? HTMLElement)));

/** The nearest part around what an event is about, or itself. @param {EventTarget | null} target @param {string} selector @returns {HTMLElement | null} */
export function closest(target, selector) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Partial<HTMLElementTagNameMap[Name]>} [properties] @param {(string | Node)[]} parts
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, properties = {}, ...parts) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...parts);
  return node;
}

/**
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string | number>} [attributes] @param {(string | Node)[]} parts
 * @returns {SVGElementTagNameMap[Name]}
 */
export function draw(name, attributes = {}, ...parts) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...parts);
  return node;
}

/** @param {string} href @param {string} text */
export const link = (href, text) => make("a", { href }, text);

/** @param {string} text @param {() => void} press @param {string} [more] classes */
export const button = (text, press, more = "") => make("button", { type: "button", className: `cg-part__button ${more}`.trim(), onclick: press }, text);

/** Entries of a list. @param {(string | Node)[]} entries */
export const items = (entries) => entries.map((entry) => make("li", {}, entry));

/** What stands in a frame of the page, anew. @param {HTMLTemplateElement} frame */
export const copy = (frame) => /** @type {DocumentFragment} */ (frame.content.cloneNode(true));

/** Writes into the cells of a row, one after the other. @param {ParentNode} row @param {(string | number)[]} texts @param {string} [cells] selector */
export function fillCells(row, texts, cells = "th, td") {
  for (const [at, cell] of row.querySelectorAll(cells).entries()) cell.textContent = String(texts[at]);
}
