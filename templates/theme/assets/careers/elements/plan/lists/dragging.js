/** Moving a row of a list by its handle: with a mouse, a pen or a finger. */

/** Pixels from the top and the bottom of the window in which the page moves along, and how far at a time. */
const EDGES = Object.freeze({ top: 140, bottom: 70 });
const STEP = 8;

/** @param {Element} row */
function findMiddle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

/**
 * Lets the neighbours make way: the row itself stays in its place in the document, or the pointer would lose it.
 *
 * @param {Element} row @param {number} y of the pointer
 */
function arrange(row, y) {
  for (let above = row.previousElementSibling; above && y < findMiddle(above); above = row.previousElementSibling) row.after(above);
  for (let below = row.nextElementSibling; below && y > findMiddle(below); below = row.nextElementSibling) row.before(below);
}

/**
 * Follows the pointer until it is lifted.
 *
 * @param {PointerEvent} event that pressed the handle @param {HTMLElement} row
 * @param {(next: HTMLElement | null) => void} drop tells the row below at the end @param {() => void} cancel
 * @param {AbortSignal} signal ends it when the page goes
 */
export function drag(event, row, drop, cancel, signal) {
  const control = new AbortController();
  const options = { signal: control.signal };
  signal.addEventListener("abort", () => control.abort(), options);
  let y = event.clientY;
  event.preventDefault();
  /** @type {Element} */ (event.target).setPointerCapture(event.pointerId);
  row.dataset.dragged = "";
  const end = (/** @type {() => void} */ then) => {
    control.abort();
    delete row.dataset.dragged;
    then();
  };
  const follow = () => {
    if (options.signal.aborted) return;
    if (y < EDGES.top) scrollBy(0, -STEP);
    else if (y > innerHeight - EDGES.bottom) scrollBy(0, STEP);
    arrange(row, y);
    requestAnimationFrame(follow);
  };
  const is = (/** @type {PointerEvent} */ other) => other.pointerId === event.pointerId;
  document.addEventListener("pointermove", (moved) => {
    if (is(moved)) y = moved.clientY;
  }, options);
  document.addEventListener("pointerup", (lifted) => {
    if (!is(lifted)) return;
    arrange(row, lifted.clientY);
    const next = row.nextElementSibling;
    end(() => drop(next instanceof HTMLElement ? next : null));
  }, options);
  document.addEventListener("pointercancel", (gone) => is(gone) && end(cancel), options);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && end(cancel), options);
  follow();
}
