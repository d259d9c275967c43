/** The fingers or the mouse on the map: one moves it, two zoom it. */

/** A shorter way is a click by an unsteady hand, in pixels. */
const SHORTEST = 4;

/** @typedef {{x: number, y: number}} Place on the screen */
/** @typedef {Place & {growth?: number}} Move how far one went; or where the middle of two is, and how many times farther apart they are now */

export class Pointers {
  /** Fingers and buttons that are down, by id. @type {Map<number, Place>} */
  #held = new Map();

  /** Whether what is down, or was last, has moved anything: its end is no click. */
  hasMoved = false;

  /** @param {PointerEvent} event @returns {Move | null} null where nothing is to move */
  follow({ type, pointerId, clientX: x, clientY: y }) {
    const before = this.#held.get(pointerId);
    if (type === "pointerdown") {
      if (!this.#held.size) this.hasMoved = false;
      this.#held.set(pointerId, { x, y });
    } else if (type !== "pointermove") this.#held.delete(pointerId);
    if (type !== "pointermove" || !before) return null;
    const [other] = [...this.#held].filter(([id]) => id !== pointerId).map(([, place]) => place);
    if (!other && !this.hasMoved && Math.hypot(x - before.x, y - before.y) <= SHORTEST) return null;
    this.hasMoved = true;
    this.#held.set(pointerId, { x, y });
    if (!other) return { x: x - before.x, y: y - before.y };
    const reach = (/** @type {Place} */ one) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
    return { x: (x + other.x) / 2, y: (y + other.y) / 2, growth: reach({ x, y }) / reach(before) };
  }
}
