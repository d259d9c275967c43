/** Where a worksheet offers to be filled in from elsewhere; what does that is loaded when the reader asks for it. */

export class Panel {
  /** @param {import("./element.js").CareerSheet} sheet */
  constructor(sheet) {
    this.sheet = sheet;
  }

  get #place() {
    return this.sheet.find("panel");
  }

  get #button() {
    return this.sheet.find("fill-in");
  }

  /** Opens it, or puts it away if it is open. */
  async toggle() {
    const { sheet } = this;
    if (!this.#place.hidden) return this.close();
    await sheet.bring(async () => {
      /** @type {{open: (sheet: import("./element.js").CareerSheet) => Promise<void>}} */
      const { open } = await import(`./fills/${sheet.dataset.fill}.js`);
      await open(sheet);
    });
    this.#button.setAttribute("aria-expanded", "true");
    this.#place.hidden = false;
    this.#place.focus();
  }

  close() {
    this.#place.replaceChildren();
    this.#place.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.focus();
  }
}
