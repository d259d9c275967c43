/**
 * `<career-offline>`: keeps the whole site on the device where the reader asks for it, tells how far that is, brings it up to
 * date, and takes it away. Comes only with sites whose mkdocs.yml says `extra: offline: true`; offline-worker.js does the work.
 */
const ROOT = new URL("./", import.meta.url);
const LIST = new URL("offline-files.json", ROOT).href;
const WORKER = new URL("offline-worker.js", ROOT).href;
const NAME = `careers-offline ${ROOT.pathname}`;
/** @type {Record<string, string>} what is said of an error */
const FAILURES = { QuotaExceededError: "full", SecurityError: "forbidden" };

/** @returns {Promise<{build: string} | null>} what is here whole, and answered with by the worker */
async function findKept() {
  const found = await caches.match(LIST, { cacheName: NAME }).then((answer) => answer?.json());
  const isWhole = found && (await caches.has(`${NAME} ${found.build}`));
  const worker = await navigator.serviceWorker.getRegistration(ROOT);
  return isWhole && worker?.scope === ROOT.href ? found : null;
}

class CareerOffline extends HTMLElement {
  connectedCallback() {
    // It comes hidden: without its script it would be of no use.
    if (this.parentElement) this.parentElement.hidden = false;
    this.refresh();
    for (const button of this.querySelectorAll("button")) button.onclick = () => this.press(button.dataset.act ?? "");
    navigator.serviceWorker?.addEventListener("message", ({ source, data }) => {
      // On the same host another site may have a worker, too.
      if (source instanceof ServiceWorker && source.scriptURL === WORKER) this.hear(data);
    });
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

  /** @param {string} [failed] what went wrong just now: the name of the error */
  async refresh(failed) {
    try {
      const kept = await findKept();
      const names = await caches.keys();
      const list = await fetch(LIST, { cache: "no-store" }).then((found) => (found.ok ? found.json() : null), () => null);
      const isThere = names.some((name) => name === NAME || name.startsWith(`${NAME} `));
      const isNew = list && list.build !== kept?.build;
      const [whole, news] = kept ? ["kept", "newer"] : ["none", "ask"];
      const said = failed ? (FAILURES[failed] ?? "failed") : isNew ? news : whole;
      this.say(said, { size: Math.max(1, Math.round((list?.bytes ?? 0) / 1_000_000)) });
      this.offer(...(isNew || failed ? ["keep"] : []), ...(isThere ? ["forget"] : []));
    } catch {
      // By http, or where storage is forbidden.
      this.say("forbidden");
      this.offer();
    }
  }

  /** @param {string} act */
  async press(act) {
    this.offer();
    this.say("working", { done: 0, total: 0 });
    try {
      await navigator.serviceWorker.register(WORKER);
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage(act);
    } catch (problem) {
      this.refresh(problem instanceof Error ? problem.name : String(problem));
    }
  }

  /** @param {{done?: number, total?: number, failed?: string}} message */
  hear({ done, total, failed }) {
    if (total) this.say("working", { done: done ?? 0, total });
    else this.refresh(failed);
  }
}

if (!customElements.get("career-offline")) customElements.define("career-offline", CareerOffline);
