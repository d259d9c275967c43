"""The site in a language that is read from right to left: pages turn around, and so does what points somewhere."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Profile
from tests.browser.hub.test_hub import save
from tests.browser.plan.page import FULL
from tests.browser.support import site as sites
from tests.browser.support.axe import overflows
from tests.browser.support.stretching import NARROWEST
from tests.conftest import edit

PAGES = ("", "occupations/", "occupations/baker/", "quiz/interests/", "quiz/results/", "plan/", "occupations/map/")
ASIDE = """() => [...document.querySelectorAll("article *")].filter((part) => {
  const { left, width } = part.getBoundingClientRect();
  return width > 1 && left < -1 && part.checkVisibility() && !part.closest("table, svg, .md-annotation");
}).map((part) => part.outerHTML.slice(0, 80))"""
"""What begins where nobody can scroll to."""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of the small project's site, whose theme is in Hebrew, of somebody who has a plan."""
    root = tmp_path_factory.mktemp("turned")
    with sites.serve(root / "site") as address:
        sites.copy_small(root, site_url=address)
        edit(root / "mkdocs.yml", "  language: en\n", "  language: he\n")
        sites.build(root)
        profile = Profile(browser, address, scripts=True, base_url=address)
        yield profile.open("robots.txt", save(plan={"items": FULL}), "404")
        assert profile.mishaps == []
        profile.context.close()


def test_pages_are_turned_and_fit(page: Page) -> None:
    wrong = {}
    page.set_viewport_size(NARROWEST)
    for path in PAGES:
        page.goto(f"/{path}")
        page.wait_for_load_state("networkidle")
        expect(page.locator("body")).to_have_attribute("dir", "rtl")
        if found := [*page.evaluate(ASIDE), *["the page"] * (overflows(page) > 0)]:
            wrong[path] = found
    assert wrong == {}


def test_titles_in_another_language_stand_where_all_do(page: Page) -> None:
    page.goto("/occupations/baker/")
    title = page.get_by_role("heading", level=2).first
    expect(title).to_have_attribute("dir", "ltr")
    expect(title).to_have_css("text-align", "end")


def test_what_points_somewhere_is_turned(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/occupations/baker/")
    expect(page.locator(".cg-arrow").first).to_have_css("transform", "matrix(-1, 0, 0, 1, 0, 0)")
    # From the right: the part before the whole, the text, and the list of contents beside it.
    steps = [one.bounding_box() for one in page.locator(".cg-breadcrumbs li").all()]
    assert all(before and after and before["x"] > after["x"] for before, after in itertools.pairwise(steps))
    page.goto("/occupations/")
    panel, said = (
        page.locator(f"career-explorer {part}").first.bounding_box() for part in ("[data-panel]", "[data-status]")
    )
    assert panel
    assert said
    assert panel["x"] > said["x"]
    page.goto("/compare/#compare1=baker,cook")
    move = page.locator("career-compare [data-left]:visible, career-compare [data-right]:visible")
    expect(move.first).to_have_css("transform", "matrix(-1, 0, 0, 1, 0, 0)")
