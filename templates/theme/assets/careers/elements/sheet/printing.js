/** Prints one worksheet of a page and nothing beside it. */

/** Marks, while it is printed, the page and the part of it to be seen; sheet.css hides the rest. @param {Element} part */
export function printAlone(part) {
  const mark = (/** @type {boolean} */ isPrinted) => {
    document.documentElement.toggleAttribute("data-print-alone", isPrinted);
    part.toggleAttribute("data-print-part", isPrinted);
  };
  mark(true);
  // Phones return from print() at once; the page is restored when printing is over.
  addEventListener("afterprint", () => mark(false), { once: true });
  print();
}
