/**
 * Runs modules of the site without a browser. A request is a line of JSON, and so is each answer: `{value}`, or
 * `{error}` with the stack of what was thrown. A page is a context with modules of its own; pages of one device share
 * what is kept there.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

/** The folder with the modules, as a file address that ends in a slash. */
const [ASSETS] = process.argv.slice(2);
const SITE = "http://modules.example/";
const FRAME = new vm.Script(readFileSync(new URL("page.js", import.meta.url), "utf8"), { filename: "page.js" });
const ZONE = process.env.TZ;

/** What browsers and node have in common. */
const COMMON = ["AbortController", "AbortSignal", "Blob", "CustomEvent", "DOMException", "Event", "EventTarget", "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "atob", "btoa", "clearTimeout", "crypto", "queueMicrotask", "setTimeout", "structuredClone"];
/** The clock runs while this process does: what is measured is the same however busy the machine is. */
const performance = {
  now() {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  },
};
const log = (...parts) => console.error(...parts);
const SHARED = { ...Object.fromEntries(COMMON.map((name) => [name, globalThis[name]])), performance, console: { debug: log, error: log, info: log, log, warn: log } };

/** Texts of modules, by address. */
const texts = new Map();
/** What a device keeps, by its name. */
const devices = new Map();
const pages = new Map();
/** What was thrown where nobody waited for it. */
const strays = [];

class Page {
  #modules = new Map();
  #linking = Promise.resolve();

  constructor({ device, zone, data = {} }) {
    if (!devices.has(device)) devices.set(device, new Map());
    this.zone = zone ?? ZONE;
    // Without interceptors, which would make each look at `Math` a slow one.
    this.context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    const host = { areas: [devices.get(device), new Map()], data, site: SITE, shared: SHARED };
    this.frame = FRAME.runInContext(this.context)(host);
  }

  #find(address) {
    if (!this.#modules.has(address)) {
      if (!texts.has(address)) texts.set(address, readFileSync(new URL(address), "utf8"));
      const module = new vm.SourceTextModule(texts.get(address), {
        identifier: address,
        context: this.context,
        initializeImportMeta: (meta) => (meta.url = `${SITE}assets/careers/${address.slice(ASSETS.length)}`),
        importModuleDynamically: (specifier, from) => this.#import(new URL(specifier, from.identifier).href),
      });
      this.#modules.set(address, module);
    }
    return this.#modules.get(address);
  }

  async #import(address) {
    const module = this.#find(address);
    // One after the other: a module cannot be linked twice at the same time.
    this.#linking = this.#linking.then(() => module.status === "unlinked" && module.link((specifier, from) => this.#find(new URL(specifier, from.identifier).href)));
    await this.#linking;
    await module.evaluate();
    return module;
  }

  /** @param {string} name of a module, without .js */
  async use(name) {
    return (await this.#import(`${ASSETS}${name}.js`)).namespace;
  }

  call = async ({ module, name, values }) => this.frame.call(await this.use(module), name, values);

  run = async ({ modules, body, given }) => this.frame.run(await Promise.all(modules.map((name) => this.use(name))), body, given);

  evaluate = ({ script }) => this.frame.settle(vm.runInContext(script, this.context));
}

async function answer({ action, page: number, ...request }) {
  if (action === "open") pages.set(number, new Page(request));
  else if (action === "close") pages.delete(number);
  else {
    const page = pages.get(number);
    // Node reads the time zone anew when it is set.
    if (process.env.TZ !== page.zone) page.zone ? (process.env.TZ = page.zone) : delete process.env.TZ;
    return page[action](request);
  }
}

const tell = (problem) => problem?.stack ?? String(problem);

process.on("unhandledRejection", (problem) => strays.push(tell(problem)));

for await (const line of createInterface({ input: process.stdin })) {
  let told;
  try {
    told = { value: await answer(JSON.parse(line)) };
  } catch (problem) {
    told = { error: tell(problem) };
  }
  if (strays.length) told = { error: strays.splice(0).join("\n") };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
