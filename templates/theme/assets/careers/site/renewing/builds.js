/** Which build of the site a page is from, and how it makes room for another one: by loading itself anew, and saying so. */

/** Of the tab, which outlives the page and asks no storage. */
const RENEWED = "renewed";

/** The folder and name of our style sheet, which another build has elsewhere. The way to it depends on the page; without one, as in tests, there is none. */
const findBuild = () => globalThis.document?.querySelector("link[rel=stylesheet][href$='/careers.css']")?.getAttribute("href")?.split("/").slice(-2).join("/");

/** Which build this script is from: it came with the first page. */
const build = findBuild();

/** Whether instant navigation has brought a page of another build, which these scripts may not know. */
export const isAnother = () => findBuild() !== build;

/** Whether this page is of another build by now, so that what it asks for may be gone for good. @returns {Promise<boolean>} */
export async function isOutdated() {
  try {
    const text = await (await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout?.(5000) })).text();
    return text.includes("/careers.css") && !text.includes(`${build}`);
  } catch {
    return false; // No network.
  }
}

export function renew() {
  window.name = RENEWED;
  location.reload();
}

/** On each page: one that was loaded anew says so, once. */
export function tellRenewed() {
  if (window.name !== RENEWED) return;
  window.name = "";
  import("./telling.js").then(({ tell }) => tell()).catch(console.warn);
}
