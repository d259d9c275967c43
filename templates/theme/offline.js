/**
 * `<career-offline>`: keeps the whole site on the device where the reader asks for it, tells how far that is, brings it up to
 * date, and takes it away. Comes only with sites whose mkdocs.yml says `extra: offline: true`; offline-worker.js does the work.
 */
const ROOT = new URL("./", import.meta.url);
const LIST = new URL("offline-files.json", ROOT).href;
const NAME = `careers-offline ${ROOT.pathname}`;

class CareerOffline extends HTMLElement {
  connectedCallback() {
    this.refresh();
    for (const button of this.querySelectorAll("button")) button.onclick = () => this.press(button.dataset.act ?? "");
    navigator.serviceWorker?.addEventListener("message", (event) => this.hear(event.data));
  }

  /** @param {string} name @param {Record<string, string | number>} [values] */
  say(name, values = {}) {
    const text = this.dataset[name] ?? "";
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  }

  /** @param {...string} names of the buttons that are of use now */
  offer(...names) {
    for (const button of this.querySelectorAll("button")) button.hidden = !names.includes(button.dataset.act ?? "");
  }

  async refresh() {
    if (!navigator.serviceWorker || !globalThis.caches) {
      this.say("insecure");
      return this.offer();
    }
    const kept = await (await caches.open(NAME)).match(LIST).then((found) => found?.json());
    const list = await fetch(LIST, { cache: "no-store" }).then((found) => (found.ok ? found.json() : null), () => null);
    const size = Math.max(1, Math.round((list?.bytes ?? 0) / 1_000_000));
    if (!kept) {
      this.say(list ? "ask" : "none", { size });
      return this.offer(...(list ? ["keep"] : []));
    }
    const isNewer = list && list.build !== kept.build;
    this.say(isNewer ? "newer" : "kept", { size });
    return this.offer(...(isNewer ? ["keep", "forget"] : ["forget"]));
  }

  /** @param {string} act */
  async press(act) {
    this.offer();
    this.say("working", { done: 0, total: 0 });
    await navigator.serviceWorker.register(new URL("offline-worker.js", ROOT));
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(act);
  }

  /** @param {{done?: number, total?: number, failed?: string}} message */
  hear({ done, total, failed }) {
    if (total) return this.say("working", { done: done ?? 0, total });
    return this.refresh().then(() => failed && this.say("failed"));
  }
}

if (!customElements.get("career-offline")) customElements.define("career-offline", CareerOffline);
