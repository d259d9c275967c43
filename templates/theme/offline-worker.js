/**
 * Answers from the one build of the site that a reader keeps on the device, once all of it is there; until then, and where
 * nothing is kept, the network does. Which files a build has, and what each holds, stands in offline-files.json: a file
 * that is another one than it says is not taken, so that what is kept is of one build. Published where `extra.offline` of
 * mkdocs.yml is true; where it no longer is, the list is gone, and so is, a day later, what is kept.
 */
const ROOT = new URL("./", self.location.href);
const LIST = new URL("offline-files.json", ROOT).href;
/** Of caches: one for each build, and one that says which is whole. */
const NAME = `careers-offline ${ROOT.pathname}`;
const DAY = 86_400_000;
const AT_ONCE = 6;

const openState = () => caches.open(NAME);

async function readState() {
  const found = await caches.match(LIST, { cacheName: NAME });
  return found ? found.json() : null;
}

/** As of now. */
async function writeState(state) {
  await (await openState()).put(LIST, new Response(JSON.stringify({ ...state, looked: Date.now() })));
}

/** Also to a page that was loaded past the worker, as by pressing Shift and "Reload". */
async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

/** @param {string} path @returns {string} the address of a file, a folder's own page by the folder */
const locate = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), ROOT).href;

async function hash(data) {
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Away with the files of all builds but these. */
async function sweep(...builds) {
  const wanted = builds.map((build) => `${NAME} ${build}`);
  for (const name of await caches.keys()) if (name.startsWith(`${NAME} `) && !wanted.includes(name)) await caches.delete(name);
}

/** @param {number} time when the list was looked up; a clock that was once far ahead has not looked since */
const isLongAgo = (time) => Math.abs(Date.now() - time) > DAY;

/** All files of the build that is published now, then, in one step, the sign that they are there. */
async function fetchAll(stop) {
  const { signal } = stop;
  const answer = await fetch(LIST, { cache: "no-store", signal });
  const state = await readState();
  if (answer.status === 404 || answer.status === 410) {
    // A host may have it not yet again, while files are on their way: on another day it is gone for good.
    if (!state || (state.isGone && isLongAgo(state.looked))) return remove();
    if (!state.isGone) await writeState({ ...state, isGone: true });
    return tell({ kept: state.build });
  }
  const { build, files } = await answer.json();
  await sweep(build, state?.build);
  const cache = await caches.open(`${NAME} ${build}`);
  const before = state && (await caches.open(`${NAME} ${state.build}`));
  const left = Object.entries(files);
  const total = left.length;
  const take = async () => {
    for (let entry = left.pop(); entry; entry = left.pop()) {
      const [path, digest] = entry;
      const address = locate(path);
      if (!(await cache.match(address))) {
        const same = state?.files[path] === digest && (await before?.match(address));
        const found = same || (await fetch(address, { cache: "reload", signal }));
        const data = await found.arrayBuffer();
        if ((await hash(data)) !== digest) throw new Error(`${path} is of another build`);
        await cache.put(address, new Response(data, { headers: { "Content-Type": found.headers.get("Content-Type") ?? "" } }));
      }
      signal.throwIfAborted();
      if (left.length % 20 === 0) await tell({ done: total - left.length, total });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  } catch (problem) {
    stop.abort();
    // What found no room would only take up more of it.
    if (problem.name === "QuotaExceededError") await sweep(state?.build);
    throw problem;
  }
  await writeState({ build, files });
  await tell({ kept: build });
  await sweep(build);
}

/** What is being fetched, once for all who ask, until it is there or somebody wants it gone. */
let keeping = null;
let stopping = null;

function keep() {
  stopping ??= new AbortController();
  keeping ??= fetchAll(stopping).finally(() => {
    keeping = stopping = null;
  });
  return keeping;
}

/** The sign first: what is gone by half is not there. */
async function remove() {
  await caches.delete(NAME);
  await sweep();
  await self.registration.unregister();
  await tell({ forgotten: true });
}

async function forget() {
  stopping?.abort();
  await keeping?.catch(() => {});
  await remove();
}

/** @param {Request} request */
async function answer(request) {
  // A browser that does not let us at what is kept lets the network through.
  const state = await readState().catch(() => null);
  if (!state) return fetch(request);
  const url = new URL(request.url);
  const find = (/** @type {string} */ address) => caches.match(address, { cacheName: `${NAME} ${state.build}` });
  const found = await find(url.origin + url.pathname);
  if (found) return found;
  if (await find(`${url.origin}${url.pathname}/`)) return Response.redirect(`${url.pathname}/${url.search}`, 301);
  // What programs get is not kept, nor what is not there.
  return fetch(request).catch(async (problem) => {
    const page = request.mode === "navigate" && (await find(locate("404.html")));
    if (page) return new Response(await page.arrayBuffer(), { status: 404, headers: page.headers });
    throw problem;
  });
}

/** Once a day, whether another build is published: it is fetched whole before it takes the place of this one. */
async function look() {
  const state = await readState();
  if (state && isLongAgo(state.looked)) await keep().catch(() => {});
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const act = { keep, forget }[event.data];
  // What was stopped, since it is to be gone, says so when it is.
  if (act) event.waitUntil(act().catch((problem) => problem.name === "AbortError" || tell({ failed: problem.name })));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT.href) || request.url === LIST) return;
  event.respondWith(answer(request));
  if (request.mode === "navigate") event.waitUntil(look());
});
