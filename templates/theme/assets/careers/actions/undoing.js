/** What was deleted or filled in, with a way back, in one notice that stands where it happened. */
import { find } from "../site/dom.js";

export class Undoing {
  /** The last one last; each returns what is to have the focus then. @type {{sentence: string, undo: () => HTMLElement | null, holds: () => boolean}[]} */
  #done = [];

  /** @param {HTMLElement} notice */
  constructor(notice) {
    this.notice = notice;
  }

  /**
   * @param {string} sentence @param {() => HTMLElement | null} undo @param {Element} after where the notice is to stand
   * @param {() => boolean} holds whether all is still as that left it
   */
  offer(sentence, undo, after, holds) {
    this.#done.push({ sentence, undo, holds });
    after.after(this.notice);
    this.#show();
    // The button that did it may be gone.
    this.notice.focus();
  }

  /** Takes back what was done last. @returns {HTMLElement | null} what is to have the focus */
  take() {
    const next = this.#done.pop()?.undo() ?? null;
    this.#show();
    return next;
  }

  /** Offers no longer what would write over a later change, or bring back what was to be forgotten. */
  sift() {
    const { length } = this.#done;
    while (this.#done.length && !this.#done[this.#done.length - 1].holds()) this.#done.pop();
    if (this.#done.length < length) this.#show();
  }

  #show() {
    const last = this.#done.at(-1);
    this.notice.hidden = !last;
    find(this.notice, "done-text").textContent = last?.sentence ?? "";
  }
}
