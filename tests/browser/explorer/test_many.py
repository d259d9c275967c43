"""Lists of more occupations than they show at a time."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from generator.model import limits
from tests.browser.conftest import Open
from tests.browser.map.test_map import MAP, open_map, see
from tests.browser.support.axe import check_looks
from tests.browser.support.many import base as base
from tests.browser.support.many import profiles as profiles
from tests.browser.support.words import words

LIST = "occupations/"
ALL = 7 * 15


def test_way_leads_to_the_list_with_its_filter(open_page: Open, base: str) -> None:
    page = open_page("ways/skills/monitoring/")
    expect(page.locator("[data-card]")).to_have_count(limits.CARDS)
    total = 5 * 15
    page.get_by_role("link", name=words("field.rest", count=total)).click()
    expect(page).to_have_url(base + LIST + "#show1&skill=monitoring")
    expect(page.get_by_text(words("explorer.some", count=total, total=ALL))).to_be_visible()
    expect(page.locator("[data-cards] a")).to_have_count(limits.CARDS)
    expect(page.locator("[data-cards] p").first).not_to_be_empty()


def test_pair_of_interests_asks_for_both(open_page: Open) -> None:
    page = open_page(LIST + "#show1&interest=realistic,conventional&all=interest")
    expect(page.get_by_text(words("explorer.some", count=30, total=ALL))).to_be_visible()
    page.get_by_role("checkbox", name=words("explorer.every")).first.uncheck()
    expect(page.get_by_text(words("explorer.whole", count=ALL))).to_be_visible()
    assert page.url.endswith("#show1&interest=realistic,conventional")


@pytest.mark.parametrize("view", ["cards", "table"])
def test_more_of_the_list_comes_on_request_and_takes_the_focus(open_page: Open, view: str) -> None:
    page = open_page(LIST + f"#show1&sort=pay&view={view}")
    rows = page.locator("[data-cards] > li, [data-rows] > tr")
    most = limits.CARDS if view == "cards" else limits.CARDS // 2
    expect(rows).to_have_count(most)
    for shown in range(most, ALL, most):
        page.get_by_role("button", name=words("explorer.more", count=min(most, ALL - shown))).press("Enter")
        expect(rows).to_have_count(min(shown + most, ALL))
        expect(rows.nth(shown).get_by_role("link")).to_be_focused()
    expect(page.locator("[data-more]")).to_be_hidden()
    assert len(set(rows.get_by_role("link").all_text_contents())) == ALL


@pytest.mark.parametrize("view", ["cards", "table"])
def test_whoever_is_quick_gets_the_list_in_the_same_order(open_page: Open, view: str) -> None:
    def show(press: str) -> list[str]:
        page = open_page(LIST + f"#show1&sort=pay&view={view}")
        rows = page.locator("[data-cards] > li, [data-rows] > tr")
        most = limits.CARDS if view == "cards" else limits.CARDS // 2
        expect(rows).to_have_count(most)
        # Again before the second half of what was asked for stands there.
        page.locator("[data-more]").evaluate(press)
        expect(rows).to_have_count(min(3 * most, ALL))
        return rows.get_by_role("link").all_text_contents()

    slowly = "async (more) => { more.click(); await new Promise((done) => setTimeout(done, 500)); more.click(); }"
    assert show("(more) => { more.click(); more.click(); }") == show(slowly)


def test_list_by_field_shows_a_few_and_leads_to_the_rest(open_page: Open, base: str) -> None:
    page = open_page(LIST, java_script_enabled=False)
    expect(page.locator("[data-grouped] [data-card]")).to_have_count(6 * limits.FEW)
    page.get_by_role("link", name=words("field.all", count=30, label="Production")).click()
    expect(page).to_have_url(base + "fields/production/")
    expect(page.locator("[data-card]")).to_have_count(30)


def test_list_by_field_names_a_few_besides_those_that_it_shows(open_page: Open, base: str) -> None:
    page = open_page(LIST)
    links = page.locator(".cg-cards__besides").first.get_by_role("link")
    expect(links).to_have_count(limits.FEW)
    links.first.click()
    expect(page).not_to_have_url(base + LIST)
    page.goto(base + "fields/construction/")
    expect(page.locator(".cg-cards__besides")).to_have_count(0)  # It shows more than a few.


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


def test_map_says_how_many_lie_in_one_place(open_page: Open) -> None:
    page = open_page(MAP, java_script_enabled=False)
    places = page.locator("[data-picture] a")
    assert sum(int(str(one.get_attribute("data-count") or 1)) for one in places.all()) == ALL
    targets = [str(one.get_attribute("xlink:href")) for one in places.all()]
    assert all(page.locator(target).count() == 1 for target in targets)
    assert places.first.text_content() == words("map.here", count=15) + "15"


def test_what_lies_in_one_place_opens_closer_and_then_as_a_list(open_page: Open, base: str) -> None:
    page = open_map(open_page)
    cooks = page.locator("[data-picture] a[data-slug=cook]")
    cooks.click()
    assert see(page)[2] == pytest.approx(430 / 12, rel=0.01)
    expect(cooks).to_be_focused()
    # As close as can be, and still one place.
    page.keyboard.press("Enter")
    expect(page.get_by_text(words("map.here", count=15), exact=True).last).to_be_focused()
    here = page.locator("[data-here-list] a")
    assert sorted(here.all_text_contents()) == sorted(["Cook", *(f"Cook {number}" for number in range(2, 16))])
    page.keyboard.press("Escape")
    expect(here.first).to_be_hidden()
    expect(cooks).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(base) + r"occupations/cook(-\d+)?/"))


def test_arrow_keys_walk_over_places_and_further_away_leads_back(open_page: Open) -> None:
    page = open_map(open_page)
    expect(page.locator("[data-picture] a[tabindex='0']")).to_have_count(1)
    page.locator("[data-slug=midwife]").first.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-picture] a[data-slug=plumber]")).to_be_focused()
    for key in ("+", "+", "+", "ArrowLeft"):
        page.keyboard.press(key)
    before = page.evaluate("document.activeElement.dataset.slug")
    assert before != "plumber"
    page.keyboard.press("0")
    assert see(page)[2] == 430
    assert page.evaluate("document.activeElement.dataset.slug") == before
    expect(page.locator("[data-picture] a")).to_have_count(7)
    expect(page.locator("[data-picture] a[tabindex='0']")).to_have_count(1)


def test_one_field_stands_out_from_the_places_of_all(open_page: Open) -> None:
    page = open_map(open_page)
    page.get_by_label(words("map.highlight")).select_option(label="Law")
    expect(page.locator("[data-picture] a:not([data-faded])")).to_have_count(1)
    expect(page.locator("[data-picture] a[data-faded]")).to_have_count(6)
    page.get_by_label(words("map.highlight")).select_option("")
    expect(page.locator("[data-faded]")).to_have_count(0)
    expect(page.locator("[data-picture] a")).to_have_count(7)


def test_list_beside_the_map_shows_the_first_of_each_corner(open_page: Open) -> None:
    page = open_map(open_page)
    lists = page.locator(".cg-map__list:not([data-here-list])")
    assert max(one.locator("li").count() for one in lists.all()) <= limits.CARDS


def test_map_with_an_open_list_is_accessible_and_fits(open_page: Open) -> None:
    page = open_map(open_page)
    page.locator("[data-slug=cook]").click()
    page.keyboard.press("Enter")
    expect(page.locator("[data-here-list] a").first).to_be_visible()
    check_looks(page)


@pytest.mark.parametrize("path", ["occupations/", "occupations/a-z/", "occupations/a-z/c/", "ways/skills/monitoring/"])
def test_long_lists_are_accessible_and_fit(open_page: Open, path: str) -> None:
    page = open_page(path)
    check_looks(page)
