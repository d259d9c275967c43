/** Copies texts, for readers who send what they see. */

/** @param {string} text @returns {Promise<boolean>} whether the browser allowed it */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies the address of the page. @param {HTMLElement} told where it is said whether that went well: `data-yes` or `data-no` */
export async function copyAddress(told) {
  const { yes = "", no = "" } = told.dataset;
  told.textContent = (await copyText(location.href)) ? yes : no;
}
