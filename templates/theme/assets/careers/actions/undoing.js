/** What was deleted or filled in, with a way back, in one notice that stands where it happened. */
import { find } from "../site/dom.js";

export class Undoing {
  /** The last one last; each returns what is to have the focus then. @type {{sentence: string, undo: () => HTMLElement | null}[]} */
  #done = [];

  /** @param {HTMLElement} notice */
  constructor(notice) {
    this.notice = notice;
  }

  /** @param {string} sentence @param {() => HTMLElement | null} undo @param {Element} after where the notice is to stand */
  offer(sentence, undo, after) {
    this.#done.push({ sentence, undo });
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

  #show() {
    const last = this.#done.at(-1);
    this.notice.hidden = !last;
    find(this.notice, "done-text").textContent = last?.sentence ?? "";
  }
}
