"""Words of seventy letters in the places where texts stand, on the narrowest screen that anybody has."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser.support.axe import overflows

NARROWEST: Any = {"width": 320, "height": 900}
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtenge"
"""Without a place where it may be parted."""
assert len(WORD) == 70

# One of all that look alike. Cells of tables are left out, whose columns would be squeezed to letters, and what
# Material has in the site's header.
_STRETCH = """(word) => {
  const others = "svg, script, style, table, .cg-part__hidden, .md-skip, .md-header";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Map();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const own = text.parentElement;
    const above = own.parentElement;
    if (!text.data.trim() || !own.checkVisibility() || own.closest(others)) continue;
    const key = [own, above, above?.parentElement].map((one) => `${one?.tagName}.${one?.className}`).join();
    if (!found.has(key)) found.set(key, text);
  }
  for (const text of found.values()) text.data = word + " " + text.data;
}"""
_WIDE = """() => [...document.querySelectorAll("body *")].filter((node) => {
  const { right, width } = node.getBoundingClientRect();
  if (!width || right <= innerWidth + 1 || !node.checkVisibility()) return false;
  for (let at = node.parentElement; at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== "visible") return false;
  }
  return true;
}).slice(0, 5).map((node) => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 40)}`)"""


def find_wide(page: Page, *, stretched: bool = True) -> list[str]:
    """What makes the page wider than a screen of 320 pixels, with a long word in each place if `stretched`."""
    page.set_viewport_size(NARROWEST)
    if stretched:
        page.evaluate(_STRETCH, WORD)
    return list(page.evaluate(_WIDE)) or ["the page"] if overflows(page) > 0 else []
