"""The search in the site's header: what the finder knows stands first, nothing stands there twice."""

from __future__ import annotations

import contextlib
import re

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as Unseen

from tests.browser.conftest import Open
from tests.browser.support.axe import find_violations
from tests.browser.support.scripts import match_data, stop
from tests.browser.support.site import SEARCHES
from tests.browser.support.words import words

LINES = ".md-search-result__link:visible"


def search(open_page: Open, text: str, **options: str) -> Page:
    """A page whose search is open, with a text in it."""
    page = open_page("about/", extra_http_headers={SEARCHES: "yes"}, **options)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("s")
    page.keyboard.type(text)
    return page


def test_another_name_comes_first_and_is_opened_by_enter(open_page: Open, base: str) -> None:
    page = search(open_page, "pipe wizard")
    first = page.locator(LINES).first
    expect(first).to_contain_text(words("finder.alias", name="pipe wizard"))
    expect(page.locator(LINES)).to_have_count(1)
    assert find_violations(page) == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}occupations/plumber/")


def test_what_only_the_finder_knows_is_not_said_not_to_be_there(open_page: Open, base: str) -> None:
    page = search(open_page, "plubmer")
    expect(page.locator(LINES).first).to_have_attribute("href", f"{base}occupations/plumber/")
    expect(page.locator(".md-search-result__meta")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator(LINES).first).to_be_focused()
    page.locator(".md-search__input").fill("")
    expect(page.locator(LINES)).to_have_count(0)


def test_a_wish_leads_to_the_filtered_list(open_page: Open) -> None:
    page = search(open_page, "no degree")
    expect(page.locator(LINES).first).to_have_text(words("finder.wish", labels="without a degree"))
    page.locator(LINES).first.click()
    expect(page).to_have_url(re.compile("occupations/#show1&education=no-credential"))


def test_names_that_do_not_arrive_are_asked_for_again(open_page: Open) -> None:
    page = open_page("about/", extra_http_headers={SEARCHES: "yes"}, tolerate="ERR_")
    let_through = stop(page, match_data("names"))
    page.wait_for_load_state("networkidle")
    page.keyboard.press("s")
    with page.expect_event("requestfailed"):
        page.keyboard.type("pipe wizar")
    let_through()
    line = page.locator(LINES).filter(has_text=words("finder.alias", name="pipe wizard")).first
    for _ in range(5):  # A letter that comes before the failure is known asks for nothing.
        page.keyboard.type("d")
        with contextlib.suppress(Unseen):
            line.wait_for(timeout=4_000)
            break
        page.keyboard.press("Backspace")
    expect(line).to_be_visible()


def test_a_wish_that_no_figure_tells_is_answered_in_words(open_page: Open) -> None:
    page = search(open_page, "pension")
    expect(page.get_by_text("No figure here tells of pensions.")).to_be_visible()
    expect(page.locator(".md-search-result__meta")).to_be_hidden()
    expect(page.locator(LINES)).to_have_count(0)
    assert find_violations(page) == []
