"""The narrowest screen: nothing that a reader keeps, types or is sent makes a page wider than it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.hub.test_hub import save
from tests.browser.plan.page import FULL, make
from tests.browser.results.test_results import record
from tests.browser.support.stretching import NARROWEST, WORD, find_wide
from tests.browser.support.words import words

KINDS = ("interests", "skills", "values", "environment")
TAKEN = [*(record(kind, "2026-09-01") for kind in KINDS), *(record(kind) for kind in KINDS)]
LONG = [
    make(31, "occupation", WORD, slug="potter"),
    make(
        32, "experiment", WORD, method="network", date="2026-11-18", expected=4, slug="midwife", takes=WORD, cost=WORD
    ),
    make(33, "experiment", WORD, method="learn", done="2026-11-08", felt=5, taught=WORD),
    make(34, "goal", WORD, review="2026-11-10"),
    make(35, "contact", WORD, about=WORD, date="2026-11-22"),
    make(36, "note", WORD, date="2026-11-02", interest=3, slug="midwife"),
]
HISTORY = save(plan={"items": FULL + LONG}, results={"entries": TAKEN})
PAGES = (
    "",
    "plan/",
    "plan/booklet/",
    "quiz/",
    "quiz/results/",
    f"occupations/#show1&colour={WORD}&level=1,2,3,4,5&view=table",
    "occupations/#show1&view=picture",
    "quiz/interests/",
    "quiz/group/",
    "occupations/map/",
    f"compare/#compare1=midwife,potter,judge,{WORD.lower()}",
    "occupations/midwife/#fit",
)


@pytest.fixture
def page(open_page: Open) -> Page:
    """A page of somebody who has kept much, in long words."""
    return open_page(links.ROBOTS, init=HISTORY, width=NARROWEST["width"])


def test_whatever_is_kept_pages_fit(page: Page, base: str) -> None:
    wide = {}
    for path in PAGES:
        page.goto(base + path)
        page.wait_for_load_state("networkidle")
        # What is folded up as well.
        page.evaluate("document.querySelectorAll('article details').forEach((fold) => { fold.open = true; })")
        if found := find_wide(page, stretched=False):
            wide[path] = found
    assert wide == {}


def test_whatever_is_typed_pages_fit(page: Page, base: str) -> None:
    page.goto(f"{base}occupations/")
    page.get_by_role("combobox", name=words("finder.label")).fill(WORD + WORD)
    expect(page.locator("career-finder [data-none]")).to_be_visible()
    assert find_wide(page, stretched=False) == []
    page.get_by_role("combobox", name=words("finder.label")).fill("")
    page.locator("button[data-filters]").click()
    expect(page.locator("[data-panel]")).to_be_visible()
    assert find_wide(page, stretched=False) == []
    page.keyboard.press("Escape")
