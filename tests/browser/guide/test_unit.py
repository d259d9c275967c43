"""Pay by the year, the month or the hour, as the reader likes."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.support.scripts import list_loaded
from tests.browser.support.words import words

BAKER = "occupations/baker/"
TELLING = "elements/pay/telling.js"


def choose(page: Page, unit: str) -> None:
    """Choose a unit of time at first sight."""
    page.get_by_label(words("glance.unit")).select_option(unit)


def test_all_amounts_follow_and_the_next_page_knows(open_page: Open) -> None:
    page = open_page(BAKER)
    glance, table = page.locator(".cg-glance__pay dd"), page.locator(".cg-pay table")
    expect(page.get_by_label(words("glance.unit"))).to_have_value("year")
    assert TELLING not in list_loaded(page)
    whole = table.inner_text()
    choose(page, "hour")
    expect(glance.locator("data").first).to_have_text("$17.31")
    expect(table.locator("data", has_text="$23.08")).to_have_count(1)
    expect(table.locator("caption")).to_contain_text(words("occupation.per_hour"))
    page.reload()
    expect(glance.locator("data").first).to_have_text("$17.31")
    choose(page, "year")
    expect(glance.locator("data").first).to_have_text("$36,000")
    assert table.inner_text() == whole


def test_what_is_published_by_the_hour_alone_stays_so(open_page: Open) -> None:
    page = open_page(BAKER)
    choose(page, "month")
    expect(page.locator(".cg-glance__pay dd data").first).to_have_text("$3,000")
    page.goto(page.url.replace("baker", "cook"))
    expect(page.get_by_label(words("glance.unit"))).to_have_count(0)
    expect(page.locator(".cg-glance__pay")).to_contain_text("$17.25")


def test_it_is_forgotten_with_the_rest(open_page: Open) -> None:
    page = open_page(BAKER)
    choose(page, "month")
    expect(page.locator(".cg-glance__pay dd data").first).to_have_text("$3,000")
    page.evaluate("localStorage.clear()")
    page.evaluate("document.dispatchEvent(new CustomEvent('careers:changed'))")
    expect(page.locator(".cg-glance__pay dd data").first).to_have_text("$36,000")
