"""What screen readers are told on the main way through the site: the accessibility tree of each page, as a golden file.

UPDATE_GOLDEN=1 writes tests/cases/heard/ anew: read the diff aloud.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results
from tests.browser.fit.test_fit import results as results
from tests.browser.plan.page import CLOCK
from tests.browser.results.test_results import RESULTS, ready
from tests.browser.support.words import words
from tests.conftest import CASES, UPDATE

STEPS = ("home", "quiz", "results", "guide", "plan")


def listen(page: Page) -> str:
    """The tree of the page's own part, with links as paths; ids that are made anew each time are left out."""
    page.wait_for_load_state("networkidle")
    tree = page.locator("article").aria_snapshot()
    return re.sub(r"http://127\.0\.0\.1:\d+/", "/", tree) + "\n"


def walk(page: Page, base: str, results: Results) -> dict[str, str]:
    """From the front page to the plan; what is heard on each of the pages."""
    heard = {}
    expect(page.locator("career-first [data-progress]")).to_have_text(words("first.progress", page=1, pages=6))
    heard["home"] = listen(page)
    page.goto(f"{base}quiz/interests/")
    page.locator("button[data-form=quick]").click()
    expect(page.locator("[data-item]:visible")).to_be_visible()
    heard["quiz"] = listen(page)
    page.evaluate("text => kept.put('results', text)", results.interests().values().text)
    page.goto(base + RESULTS)
    ready(page)
    heard["results"] = listen(page)
    page.goto(f"{base}occupations/midwife/#fit")
    expect(page.locator("career-fit [data-comparison]")).to_be_visible()
    page.get_by_role("button", name=words("adding.star"), exact=True).click()
    expect(page.get_by_text(words("adding.added"))).to_be_visible()
    heard["guide"] = listen(page)
    page.goto(f"{base}plan/")
    expect(page.locator("career-plan")).to_have_attribute("data-state", "filled")
    heard["plan"] = listen(page)
    return heard


def test_what_is_heard_on_the_way_is_as_agreed(open_page: Open, base: str, results: Results) -> None:
    heard = walk(open_page(init=CLOCK, width=390), base, results)
    assert tuple(heard) == STEPS
    files = {step: CASES / f"heard/{step}.txt" for step in STEPS}
    if UPDATE:
        for step, file in files.items():
            file.write_text(heard[step], encoding="utf-8")
    assert heard == {step: file.read_text(encoding="utf-8") for step, file in files.items()}


@pytest.mark.parametrize("step", STEPS)
def test_nothing_that_is_heard_is_without_a_name(step: str) -> None:
    tree = (CASES / f"heard/{step}.txt").read_text(encoding="utf-8")
    named = r"^ *- (link|button|radio|checkbox|combobox|textbox|slider|heading|img|region|form|table)( \[.*)?:?$"
    assert re.findall(named, tree, flags=re.MULTILINE) == []
