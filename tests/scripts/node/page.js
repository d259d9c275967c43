/**
 * What a page has besides its document, for modules that need none. Evaluated in each page's own context, so that its
 * objects are of the page's kind and what a test does to them ends with the page.
 *
 * @param {{areas: Map<string, string>[], data: Record<string, string>, site: string, shared: object}} host
 */
(({ areas, data, site, shared }) => {
  /** UTF-16 units of names and texts together that one site may keep. */
  const ROOM = 5 * 1_048_576;

  class Storage {
    /** @type {Map<string, string>} */
    #texts;

    constructor(texts) {
      this.#texts = texts;
      // Names are properties too: `{...localStorage}`, `Object.keys(localStorage)`, `localStorage.name`.
      return new Proxy(this, {
        get: (target, name) => {
          const own = Reflect.get(target, name, target);
          return typeof own === "function" ? own.bind(target) : (own ?? this.#texts.get(name));
        },
        set: (target, name, text) => {
          target.setItem(name, text);
          return true;
        },
        has: (target, name) => name in target || this.#texts.has(name),
        deleteProperty: (target, name) => {
          target.removeItem(name);
          return true;
        },
        ownKeys: () => [...this.#texts.keys()].sort(),
        getOwnPropertyDescriptor: (_target, name) =>
          this.#texts.has(name)
            ? { value: this.#texts.get(name), writable: true, enumerable: true, configurable: true }
            : undefined,
      });
    }

    get length() {
      return this.#texts.size;
    }

    key(at) {
      return [...this.#texts.keys()].sort()[at] ?? null;
    }

    getItem(name) {
      return this.#texts.get(String(name)) ?? null;
    }

    setItem(name, text) {
      const others = [...this.#texts].filter(([key]) => key !== String(name));
      const size = others.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
      if (size + String(name).length + String(text).length > ROOM) {
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      }
      this.#texts.set(String(name), String(text));
    }

    removeItem(name) {
      this.#texts.delete(String(name));
    }

    clear() {
      this.#texts.clear();
    }
  }

  Object.assign(globalThis, shared, { window: globalThis, self: globalThis, Storage });
  const [local, session] = areas.map((texts) => new Storage(texts));
  Object.defineProperty(globalThis, "localStorage", { get: () => local, configurable: true });
  Object.defineProperty(globalThis, "sessionStorage", { get: () => session, configurable: true });

  const events = new EventTarget();
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) globalThis[name] = events[name].bind(events);
  globalThis.navigator = {};
  globalThis.StorageEvent = class StorageEvent extends Event {
    constructor(type, { key = null, oldValue = null, newValue = null, ...others } = {}) {
      super(type, others);
      Object.assign(this, { key, oldValue, newValue });
    }
  };

  globalThis.fetch = async (address) => {
    const { href } = new URL(address);
    const text = href.startsWith(site) ? data[href.slice(site.length)] : undefined;
    const ok = text !== undefined;
    return { ok, status: ok ? 200 : 404, url: href, text: async () => text ?? "", json: async () => JSON.parse(text ?? "<!doctype html>") };
  };

  /** Maps and sets, as Python writes them. */
  const revive = (value) => {
    if (Array.isArray(value)) return value.map(revive);
    if (Object(value) !== value) return value;
    if (value.$map) return new Map(value.$map.map(([key, one]) => [key, revive(one)]));
    if (value.$set) return new Set(value.$set);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)]));
  };

  /** What JSON can say of a value: maps as objects, sets as lists, a generator run to its end. */
  const plain = (value) => {
    if (typeof value?.next === "function") {
      for (let step; ; ) if ((step = value.next()).done) return plain(step.value);
    }
    if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
    if (value === undefined || typeof value === "function") return null;
    if (value instanceof Map) return plain(Object.fromEntries(value));
    if (value instanceof Set || ArrayBuffer.isView(value)) return plain([...value]);
    if (Array.isArray(value)) return value.map(plain);
    if (Object(value) !== value) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  };

  const AsyncFunction = (async () => {}).constructor;

  return {
    /** An exported function called, or an exported value. */
    call: async (module, name, values) => {
      if (!(name in module)) throw new ReferenceError(`${name} is not exported`);
      const found = module[name];
      return plain(await (typeof found === "function" ? found(...revive(values)) : found));
    },
    /** The body of an async function that sees all exports, and `given`. */
    run: async (modules, body, given) => {
      const all = Object.assign({}, ...modules);
      return plain(await new AsyncFunction("all", "given", `const {${Object.keys(all)}} = all; ${body}`)(all, revive(given)));
    },
    /** A value, or what a function returns. */
    settle: async (found) => plain(await (typeof found === "function" ? found() : found)),
  };
})
