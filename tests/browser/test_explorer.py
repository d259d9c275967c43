"""Filtering and sorting all occupations: what remains, what each choice would leave, links, and nothing left."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import correlation, mean

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_hub import load_quizzes, save
from tests.browser.test_map import answer
from tests.browser.test_pages import find_violations, overflows
from tests.scripts.quizzes import SCALES

LIST = "occupations/"


def titles(page: Page) -> list[str]:
    """The titles in the list that is shown."""
    return page.locator("[data-cards] a:visible, [data-rows] a:visible").all_text_contents()


def test_choices_narrow_the_list_and_stand_in_the_address(open_page: Open, base: str) -> None:
    page = open_page(LIST)
    expect(page.get_by_text("All 24 occupations, by field of work.")).to_be_visible()
    page.get_by_role("checkbox", name="Realistic (Doing)").check()
    page.get_by_role("checkbox", name="2: Some preparation").check()
    expect(page.get_by_text("2 of 24 occupations.")).to_be_visible()
    assert titles(page) == ["Truck driver", "Welder"]
    expect(page.locator("[data-grouped]")).to_be_hidden()
    assert page.url == base + LIST + "#show1&interest=realistic&level=2"
    page.get_by_role("button", name="Take back: Realistic (Doing)").click()
    expect(page.get_by_role("button", name="Take back: 2: Some preparation")).to_be_focused()
    page.get_by_role("button", name="Show all again").click()
    expect(page.get_by_text("All 24 occupations, by field of work.")).to_be_visible()
    expect(page.locator("[data-grouped]")).to_be_visible()
    assert page.url == base + LIST


def test_counts_say_what_a_choice_would_leave(open_page: Open) -> None:
    page = open_page(LIST)
    page.get_by_role("checkbox", name="5: Extensive preparation").check()
    count = page.locator("label", has=page.get_by_role("checkbox", name="Realistic (Doing)")).locator("[data-count]")
    expect(count).to_have_text("0")
    page.get_by_role("checkbox", name="Realistic (Doing)").check()
    expect(page.get_by_text("No occupation has all of that.")).to_be_visible()
    expect(page.get_by_text("Take one of your choices back")).to_be_visible()


def test_link_opens_the_same_view(open_page: Open, site: Path) -> None:
    page = open_page(LIST + "#show1&level=4,5&sort=pay&view=table")
    expect(page.get_by_role("table", name="Occupations")).to_be_visible()
    facets = json.loads((site / "data/facets.json").read_text(encoding="utf-8"))
    high = [at for at, level in enumerate(facets["columns"]["level"]) if level[0] >= 3]
    figures = facets["figures"]
    hours = {"year": 1, "hour": 2080}
    pay = {slug: figures["pay"][at] * hours[figures["per"][at]] for at, slug in enumerate(facets["slug"])}
    slugs = [facets["slug"][at] for at in high]
    shown = page.locator("[data-rows] a").evaluate_all("all => all.map(a => a.href.split('/').at(-2))")
    assert shown == sorted(slugs, key=lambda slug: -pay[slug])
    expect(page.get_by_label("Sort by")).to_have_value("pay")
    row = page.get_by_role("row", name="Registered nurse")
    expect(row).to_contain_text("$97,550 a year")
    expect(row).to_contain_text("+5 %")
    expect(row).to_contain_text("189,100")


def test_unknown_parts_of_a_link_are_named_and_the_rest_is_shown(open_page: Open) -> None:
    page = open_page(LIST + "#show1&colour=red&level=1&field=space")
    expect(
        page.get_by_text("Left out of this link, since this site does not have it: colour=red, field=space.")
    ).to_be_visible()
    expect(page.get_by_text("1 of 24 occupations.")).to_be_visible()


def test_unreadable_link_shows_all(open_page: Open) -> None:
    page = open_page(LIST + "#show9&level=1")
    expect(page.get_by_text("This link cannot be read here.")).to_be_visible()
    expect(page.get_by_text("All 24 occupations, by field of work.")).to_be_visible()


def test_link_to_a_field_of_the_page_is_left_alone(open_page: Open) -> None:
    page = open_page(LIST + "#healthcare")
    expect(page.get_by_text("All 24 occupations, by field of work.")).to_be_visible()
    assert page.url.endswith("#healthcare")


def test_saved_occupations_alone(open_page: Open) -> None:
    item = {"id": "a", "kind": "occupation", "text": "Welder", "slug": "welder", "made": "2026-11-01"}
    page = open_page(LIST, init=save(plan={"items": [item, {**item, "id": "b", "slug": "gone"}]}))
    page.get_by_role("checkbox", name="Saved to my plan").check()
    expect(page.get_by_text("1 of 24 occupations.")).to_be_visible()
    assert titles(page) == ["Welder"]


def test_order_by_fit_needs_results(open_page: Open, site: Path) -> None:
    page = open_page(LIST)
    page.get_by_label("Sort by").select_option("fit")
    expect(page.get_by_text("You have no results with a clear direction yet")).to_be_visible()
    entry = answer(load_quizzes(site)["interests"], {"realistic": 5, "conventional": 4})
    page = open_page(LIST, init=save(results={"entries": [entry]}))
    page.get_by_label("Sort by").select_option("fit")
    expect(page.get_by_text("24 of 24 occupations.")).to_be_visible()
    columns = json.loads((site / "data/occupations.json").read_text(encoding="utf-8"))["columns"]
    scales = {item["key"]: item["scale"] for item in load_quizzes(site)["interests"]["items"]}
    scores = [mean(value for key, value in entry["answers"].items() if scales[key] == scale) for scale in SCALES]
    fits = {
        title: correlation(scores, ratings)
        for title, ratings in zip(columns["title"], columns["interests"], strict=True)
    }
    assert titles(page) == sorted(fits, key=lambda title: -fits[title])


def test_keyboard_alone(open_page: Open) -> None:
    page = open_page(LIST)
    page.get_by_role("checkbox", name="Social (Helping)").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("4 of 24 occupations.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Social (Helping)")).to_be_focused()
    page.get_by_role("button", name="Take back: Social (Helping)").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Sort by")).to_be_focused()


def test_what_does_not_load_leaves_the_list(open_page: Open) -> None:
    page = open_page("about/", tolerate="ERR_")
    page.route("**/data/facets.json", lambda route: route.abort())
    page.goto(page.url.replace("about/", LIST))
    expect(page.get_by_text("What filters need could not be loaded.")).to_be_visible()
    expect(page.locator("[data-grouped]").get_by_role("link", name="Welder")).to_be_visible()


def test_without_scripts_all_stand_by_field(open_page: Open) -> None:
    page = open_page(LIST, java_script_enabled=False)
    expect(page.locator("[data-grouped] [data-card]")).to_have_count(24)
    expect(page.get_by_role("heading", name="Filter and sort")).to_be_hidden()
    expect(page.get_by_role("heading", name="Healthcare")).to_be_visible()


def test_works_again_after_instant_navigation(open_page: Open, base: str) -> None:
    page = open_page(LIST + "#show1&interest=social")
    expect(page.get_by_text("4 of 24 occupations.")).to_be_visible()
    page.locator("[data-cards] a").first.click()
    expect(page).not_to_have_url(base + LIST)
    page.go_back()
    expect(page.get_by_text("4 of 24 occupations.")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", ["cards", "table"])
def test_filtered_list_is_accessible_and_fits(open_page: Open, width: int, dark: bool, view: str) -> None:
    page = open_page(LIST + f"#show1&interest=realistic&view={view}", width=width, dark=dark)
    expect(page.get_by_text("11 of 24 occupations.")).to_be_visible()
    page.locator("[data-panel]").evaluate("panel => panel.open = true")
    assert find_violations(page) == []
    assert overflows(page) <= 0
