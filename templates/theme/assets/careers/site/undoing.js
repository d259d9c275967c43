/** What was deleted or filled in, with a way back, in one notice that stands where it happened. */

export class Undoing {
  /** The last one last; each returns what is to have the focus then. @type {{sentence: string, undo: () => any}[]} */
  #done = [];

  /** @param {any} notice */
  constructor(notice) {
    this.notice = notice;
  }

  /** @param {string} sentence @param {() => any} undo @param {Element} after where the notice is to stand */
  offer(sentence, undo, after) {
    this.#done.push({ sentence, undo });
    after.after(this.notice);
    this.#show();
    // The button that did it may be gone.
    this.notice.focus();
  }

  /** Takes back what was done last. @returns {any} what is to have the focus */
  take() {
    const next = this.#done.pop()?.undo();
    this.#show();
    return next;
  }

  #show() {
    const last = this.#done.at(-1);
    this.notice.hidden = !last;
    this.notice.querySelector("[data-done-text]").textContent = last?.sentence ?? "";
  }
}
