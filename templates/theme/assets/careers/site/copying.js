/** Copies the address of the page, for readers who send what they see. */

/** @param {any} told where it is said whether that went well: `data-yes` or `data-no` */
export async function copyAddress(told) {
  try {
    await navigator.clipboard.writeText(location.href);
    told.textContent = told.dataset.yes;
  } catch {
    told.textContent = told.dataset.no;
  }
}
