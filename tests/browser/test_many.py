"""Lists of more occupations than they show at a time."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from generator.model import limits
from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks
from tests.browser.support.words import words

LIST = "occupations/"
ALL = 7 * 15


@pytest.fixture(scope="module")
def base(many: str) -> str:
    """The address of the site with many occupations takes the place of the small one's."""
    return many


def cards(page: Page) -> list[str]:
    """The titles in the filtered list."""
    return page.locator("[data-cards] a").all_text_contents()


def test_way_leads_to_the_list_with_its_filter(open_page: Open, base: str) -> None:
    page = open_page("ways/skills/monitoring/")
    expect(page.locator("[data-card]")).to_have_count(limits.CARDS)
    total = 5 * 15
    page.get_by_role("link", name=words("field.rest", count=total)).click()
    expect(page).to_have_url(base + LIST + "#show1&skill=monitoring")
    expect(page.get_by_text(words("explorer.some", count=total, total=ALL))).to_be_visible()
    assert len(cards(page)) == limits.CARDS
    expect(page.locator("[data-cards] p").first).not_to_be_empty()


def test_pair_of_interests_asks_for_both(open_page: Open) -> None:
    page = open_page(LIST + "#show1&interest=realistic,conventional&all=interest")
    expect(page.get_by_text(words("explorer.some", count=30, total=ALL))).to_be_visible()
    page.get_by_role("checkbox", name=words("explorer.every")).first.uncheck()
    expect(page.get_by_text(words("explorer.some", count=ALL, total=ALL))).to_be_visible()
    assert page.url.endswith("#show1&interest=realistic,conventional")


@pytest.mark.parametrize("view", ["cards", "table"])
def test_more_of_the_list_comes_on_request_and_takes_the_focus(open_page: Open, view: str) -> None:
    page = open_page(LIST + f"#show1&sort=pay&view={view}")
    rows = page.locator("[data-cards] > li, [data-rows] > tr")
    expect(rows).to_have_count(limits.CARDS)
    more = page.get_by_role("button", name=words("explorer.more", count=limits.CARDS))
    more.press("Enter")
    expect(rows).to_have_count(2 * limits.CARDS)
    expect(rows.nth(limits.CARDS).get_by_role("link")).to_be_focused()
    page.get_by_role("button", name=words("explorer.more", count=ALL - 2 * limits.CARDS)).click()
    expect(rows).to_have_count(ALL)
    expect(page.locator("[data-more]")).to_be_hidden()
    assert len(set(rows.get_by_role("link").all_text_contents())) == ALL


def test_list_by_field_shows_a_few_and_leads_to_the_rest(open_page: Open, base: str) -> None:
    page = open_page(LIST, java_script_enabled=False)
    expect(page.locator("[data-grouped] [data-card]")).to_have_count(6 * limits.FEW)
    page.get_by_role("link", name=words("field.all", count=30, label="Production")).click()
    expect(page).to_have_url(base + "fields/production/")
    expect(page.locator("[data-card]")).to_have_count(30)


def test_every_occupation_is_reached_without_scripts(open_page: Open, base: str) -> None:
    page = open_page("occupations/a-z/", java_script_enabled=False)
    letters = page.locator("article li a").evaluate_all("links => links.map(link => link.href)")
    titles: set[str] = set()
    for letter in letters:
        page.goto(letter)
        names = page.locator("article li a").all()
        assert len(names) <= limits.NAMES
        titles |= {str(name.get_attribute("href")) for name in names}
    slugs = {match[1] for title in titles if (match := re.fullmatch(r"(?:\.\./)+([a-z0-9-]+)/", title))}
    assert len(slugs) == ALL
    page.locator(".cg-breadcrumbs a").last.click()
    expect(page).to_have_url(base + "occupations/a-z/")


@pytest.mark.parametrize("path", ["occupations/", "occupations/a-z/", "occupations/a-z/c/", "ways/skills/monitoring/"])
def test_long_lists_are_accessible_and_fit(open_page: Open, path: str) -> None:
    page = open_page(path)
    check_looks(page)
