/**
 * From page to page without loading, on a site of many pages. Material itself would read a sitemap of all of them for that on
 * each full load, 140 ms of a slow phone for two thousand addresses; there the sitemap leads to another one, which nobody reads
 * but search engines, and what Material takes for a page is told here. Smaller sites are published without this.
 */
const ROOT = new URL("../../../../", import.meta.url).href;
/** Material's own: where it goes next. @type {Window & {location$?: {next: (url: URL) => void}}} */
const { location$ } = window;
const isInstant = document.getElementById("__config")?.textContent?.includes('"navigation.instant"');

addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hreflang || !location$ || !isInstant) return;
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  // Pages end so; and a part of this one the browser finds by itself.
  if (!url.href.startsWith(ROOT) || !url.pathname.endsWith("/") || url.pathname === location.pathname) return;
  event.preventDefault();
  // As Material does: it finds its way back by this.
  history.replaceState({ x: scrollX, y: scrollY }, "");
  history.pushState(null, "", url);
  location$.next(url);
});
