"""A reader on the way: whatever page comes next, it must not move under the finger, run over the edge or tell lies."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.support.axe import overflows
from tests.browser.support.shifting import MOST_SHIFT, SHIFTS

OLD = """for (const [owner, names] of [
  [Array.prototype, "toSorted toReversed toSpliced with"], [Object, "groupBy"], [Map, "groupBy"], [Array, "fromAsync"],
  [Promise, "withResolvers try"], [AbortSignal, "timeout any"], [URL, "canParse parse"], [window, "Iterator scheduler"],
  [Set.prototype, "union intersection difference isSubsetOf isSupersetOf"], [String.prototype, "isWellFormed"],
  [HTMLElement.prototype, "showPopover hidePopover togglePopover"], [Element.prototype, "setHTML moveBefore"],
]) for (const name of names.split(" ")) delete owner[name];"""
"""Takes away what has come since Safari 15.4 and Chrome 100."""
UNSCRIPTED = """[...document.querySelectorAll("article *")].filter((node) => node.childElementCount === 0
  && /switched off|without scripts/i.test(node.textContent) && node.checkVisibility())
  .map((node) => node.textContent)"""


class Walk:
    """A reader's page, looked at after each step."""

    def __init__(self, open_page: Open, path: str = "", *, init: str = "", width: int = 390, **options: Any) -> None:
        self.page: Page = open_page(path, init=SHIFTS + init, width=width, **options)
        self.seen: list[str] = []

    def follow(self, link: Locator) -> None:
        """Press a link that leads to another page, and look at that."""
        before = self.page.url
        self.page.locator("article").evaluate("node => node.dataset.left = ''")
        link.click()
        expect(self.page).not_to_have_url(before)
        # With instant navigation the address is there before the page.
        expect(self.page.locator("article[data-left]")).to_have_count(0)
        self.look()

    def look(self) -> None:
        """What holds for each page of each reader."""
        page = self.page
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert overflows(page) <= 0, page.url
        assert page.evaluate("window.shifted") < MOST_SHIFT, (page.url, page.evaluate("window.moved"))
        assert page.evaluate(UNSCRIPTED) == [], page.url
        self.seen.append(page.evaluate("location.pathname"))

    def screens(self) -> float:
        """How many screens the page is long."""
        return float(self.page.evaluate("document.documentElement.scrollHeight / innerHeight"))

    def is_in_view(self, part: Locator) -> bool:
        """Whether a part begins on the screen as it stands."""
        box = part.bounding_box()
        height = self.page.evaluate("innerHeight")
        return bool(box and 0 <= box["y"] < height)


def ends(path: str) -> re.Pattern[str]:
    """An address that ends as this path, with or without a fragment."""
    return re.compile(re.escape(path) + "(#.*)?$")
