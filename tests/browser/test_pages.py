"""Every kind of page: accessible, fitting, without foreign requests, in light and dark, wide and narrow."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import REPOSITORY, Open

KINDS = (
    "",
    "methods/",
    "start/",
    "methods/know-yourself/",
    "methods/create/",
    "occupations/",
    "occupations/a-z/",
    "occupations/registered-nurse/",
    "fields/healthcare/",
    "quiz/",
    "quiz/codes/",
    "quiz/interests/",
    "quiz/skills/",
    "quiz/values/",
    "quiz/environment/",
    "quiz/start/",
    "quiz/group/",
    "about/",
    "about/quiz/",
    "about/technical/",
    "about/sources/",
    "about/data/",
    "about/glossary/",
    "about/privacy/",
    "plan/",
    "plan/booklet/",
    "worksheets/",
    "worksheets/internships/",
    "worksheets/self-assessment/",
    "groups/",
    "compare/",
    "occupations/map/",
    "ways/",
    "ways/interests/realistic-artistic/",
    "ways/skills/monitoring/",
    "ways/environments/hours/",
    "ways/environments/hours/nights/",
    "404.html",
)
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# Material's own shell, outside the page's content, is judged by the WCAG rules alone.
SHELL_RULES = {"region", "landmark-unique", "aria-allowed-role"}


def find_violations(page: Page) -> list[str]:
    """What axe finds, one line a rule with the first places."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {[node['target'] for node in rule['nodes'][:3]]}"
        for rule in found
        if rule["impact"] in ("serious", "critical") or rule["id"] not in SHELL_RULES
    ]


def overflows(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", KINDS, ids=lambda path: path or "home")
def test_page_is_accessible_and_fits(open_page: Open, path: str, width: int, dark: bool) -> None:
    page = open_page(path, width=width, dark=dark)
    expect(page.locator("h1")).to_have_count(1)
    assert overflows(page) <= 0
    assert find_violations(page) == []


def test_text_at_twice_the_size_still_fits(open_page: Open) -> None:
    page = open_page("occupations/registered-nurse/", width=640)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert overflows(page) <= 0


def test_search_finds_a_profile_by_its_abbreviation_first(open_page: Open) -> None:
    page = open_page("")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("s")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("RN", delay=50)
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(r"/occupations/registered-nurse/"), timeout=20_000)


def test_unknown_address_offers_a_way_on(open_page: Open, base: str) -> None:
    page = open_page("404.html")
    page.get_by_role("link", name="All occupations").click()
    expect(page).to_have_url(base + "occupations/")


def test_breadcrumbs_and_edit_link_lead_where_they_say(open_page: Open, base: str) -> None:
    page = open_page("occupations/electrician/")
    edit = page.locator("[data-edit]")
    expect(edit).to_have_attribute("href", re.compile(r"/edit/main/occupations/electrician\.yml$"))
    page.get_by_label("You are here").get_by_role("link", name="Construction and extraction").click()
    expect(page).to_have_url(base + "fields/construction-and-extraction/")


def test_without_scripts_the_guides_can_be_read_and_followed(open_page: Open, base: str) -> None:
    page = open_page("", java_script_enabled=False)
    page.get_by_role("link", name="Registered nurse").click()
    expect(page).to_have_url(base + "occupations/registered-nurse/")
    expect(page.get_by_role("heading", name="What makes people leave")).to_be_visible()


def test_every_occupation_prints_on_two_pages(open_page: Open, base: str) -> None:
    page = open_page()
    pages = {}
    for path in sorted((REPOSITORY / "occupations").glob("*.yml")):
        page.goto(f"{base}occupations/{path.stem}/")
        for paper in ("A4", "Letter"):
            pages[path.stem, paper] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
    assert {name: count for name, count in pages.items() if count != 2} == {}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", KINDS, ids=lambda path: path or "home")
def test_keyboard_skips_to_the_content_and_goes_on_from_there(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    page.wait_for_load_state("networkidle")
    if page.locator(".md-skip").count():
        page.keyboard.press("Tab")
        expect(page.locator(".md-skip")).to_be_focused()
        page.keyboard.press("Enter")
        # Two frames later the browser has moved the place from which Tab goes on.
        page.wait_for_function("location.hash")
        # The first jump within a page makes Material fetch the page once more.
        page.wait_for_load_state("networkidle")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    else:
        page.locator("article").evaluate("article => { article.tabIndex = -1; article.focus(); }")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('.md-content, .md-footer, .md-content__inner') !== null")
    assert focused
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_contents_are_at_hand_on_a_small_screen(open_page: Open) -> None:
    page = open_page("occupations/welder/", width=390)
    page.get_by_text("On this page").click()
    page.locator(".cg-contents").get_by_role("link", name="Ways in").click()
    expect(page.locator("#ways-in")).to_be_in_viewport()


def test_marks_keep_their_size(open_page: Open) -> None:
    page = open_page("occupations/welder/")
    heights = page.locator(".cg-mark").evaluate_all("marks => marks.map(mark => mark.getBoundingClientRect().height)")
    assert len(heights) > 6
    assert max(heights) < 80
