"""A page is styled as a whole when it is drawn first, and not again by what begins on it."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Open
from tests.browser.site.test_pages import KINDS
from tests.browser.support.words import words
from tools.benchmarks.browser import lists


def count_stylings(browser: Browser, url: str) -> int:
    """How often half of a page's elements or more are styled at a time until all has begun."""
    with lists.visit(browser) as page:
        browser.start_tracing(page=page, categories=lists.CATEGORIES)
        page.goto(url, wait_until="networkidle")
        total = page.evaluate("document.querySelectorAll('body *').length")
        events = json.loads(browser.stop_tracing())["traceEvents"]
    styled = [one["args"].get("elementCount", 0) for one in events if one["name"] == "UpdateLayoutTree"]
    return sum(count > total / 2 for count in styled)


def test_a_page_is_styled_as_a_whole_once(browser: Browser, base: str) -> None:
    # Twice where it comes in pieces. Material's script alone had it done three times more.
    assert count_stylings(browser, base + KINDS["text/about/index"]) in (1, 2)


def test_the_next_page_keeps_the_sheet(open_page: Open) -> None:
    page = open_page("about/")
    page.wait_for_load_state("networkidle")
    sheets = "[...document.querySelectorAll('link[rel=stylesheet]')]"
    assert page.evaluate(f"(window.sheets = {sheets}).length") == 1
    page.locator(".md-tabs").get_by_role("link", name=words("hub.title")).click()
    expect(page.locator("article h1")).to_have_text(words("hub.title"))
    assert page.evaluate(f"{sheets}.length === 1 && {sheets}[0] === window.sheets[0]")
