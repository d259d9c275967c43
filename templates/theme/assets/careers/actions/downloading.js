/** Gives the reader files to save. */
import { make } from "../site/dom.js";

/** Milliseconds in which every browser has read a file that it is to save. */
const READ = 60_000;

/** @param {string} name @param {string} content @param {string} type such as `text/calendar` */
export function download(name, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href, download: name }).click();
  // The browser reads the file after this returns.
  setTimeout(() => URL.revokeObjectURL(href), READ);
}
