"""Pay in the country that the reader chooses, once for all pages."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.support.words import words

PROGRAMMER = "occupations/programmer/"


def find(page: Page, key: str) -> Locator:
    """The choice that is seen, by the key of its label."""
    return page.get_by_label(words(key)).filter(visible=True)


def test_a_country_is_chosen_once_and_kept(open_page: Open) -> None:
    page = open_page(PROGRAMMER)
    choice = find(page, "glance.country")
    expect(choice).to_have_value("US")
    assert page.locator("details[data-region]").get_attribute("open") is None
    choice.focus()
    choice.select_option("GB")
    shown = page.locator(".cg-glance__pay:visible")
    expect(shown).to_contain_text("£4,500")
    expect(shown).to_have_count(1)
    # The keyboard goes on where it was.
    expect(find(page, "glance.country")).to_be_focused()
    expect(find(page, "glance.country")).to_have_value("GB")
    page.reload()
    expect(shown).to_contain_text("£4,500")
    page.locator("details.cg-fold:has(.cg-abroad) > summary").click()
    expect(page.locator("details[data-region=GB] table")).to_be_visible()
    # Paper, for which all that is folded up is opened, has that of the country that was chosen.
    page.emulate_media(media="print")
    expect(page.locator("details[data-region=GB] table")).to_be_visible()
    page.locator("details[data-region=GB]").evaluate("(part) => part.removeAttribute('data-chosen')")
    expect(page.locator("details[data-region=GB] table")).to_be_hidden()
    page.emulate_media(media="screen")
    # Units of time go with it.
    find(page, "glance.unit").select_option("year")
    expect(shown).to_contain_text("£54,000")


def test_occupations_side_by_side_are_told_in_it_too(open_page: Open) -> None:
    page = open_page("compare/#compare1=programmer,baker")
    pay = page.locator("[data-view] [data-row=pay]")
    expect(pay).not_to_contain_text("£")
    choice = find(page, "glance.country")
    choice.focus()
    choice.select_option("GB")
    expect(pay).to_contain_text("£4,500")
    expect(pay).to_contain_text("$36,000")
    expect(choice).to_be_focused()
    page.goto(page.url.partition("compare/")[0] + PROGRAMMER)
    expect(find(page, "glance.country")).to_have_value("GB")


def test_a_page_without_it_tells_what_it_has(open_page: Open) -> None:
    page = open_page(PROGRAMMER)
    find(page, "glance.country").select_option("GB")
    expect(page.locator(".cg-glance__pay:visible")).to_contain_text("£4,500")
    page.goto(page.url.replace("programmer", "baker"))
    expect(page.locator(".cg-glance__pay:visible")).to_contain_text("$36,000")
    expect(find(page, "glance.country")).to_have_count(0)


def test_without_scripts_the_first_is_told_and_the_others_can_be_opened(open_page: Open) -> None:
    page = open_page(PROGRAMMER, java_script_enabled=False)
    expect(page.locator(".cg-glance__pay:visible")).to_have_count(1)
    page.locator("details.cg-fold:has(.cg-abroad) > summary").click()
    page.locator("details.cg-abroad > summary").click()
    expect(page.locator("details[data-region=GB] table")).to_contain_text("£4,500")
