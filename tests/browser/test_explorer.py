"""Filtering and sorting all occupations: what remains, what each choice would leave, links, and nothing left."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import correlation, mean
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.modules import SCALES, Modules
from tests.browser.test_hub import load_quizzes, save
from tests.browser.test_map import answer
from tests.browser.test_pages import find_violations, overflows

FACETS: dict[str, Any] = {
    "values": {"field": ["care", "law"], "interest": ["r", "i", "s"], "hours": ["days", "nights"]},
    "slug": ["a", "b", "c", "d"],
    "columns": {
        "field": [[0], [0], [1], [1]],
        "interest": [[0], [1, 2], [2], [0, 2]],
        "hours": [[0], [0, 1], [], [1]],
    },
    "figures": {
        "pay": [50_000, 30, 90_000, 40_000],
        "per": ["year", "hour", "year", "year"],
        "currency": ["USD"] * 4,
        "year": [2025] * 4,
        "change": [5, -3, 0, 12],
        "openings": [10, 400, 30, 20],
    },
}
EMPTY: dict[str, Any] = {
    "chosen": {},
    "pay": 0,
    "change": None,
    "starred": False,
    "sort": "title",
    "view": "cards",
}


def choose(modules: Modules, stars: tuple[str, ...] = (), **wish: Any) -> dict[str, Any]:
    """What filters leave."""
    found: dict[str, Any] = modules.call(
        "elements/explorer/filtering", "filter", FACETS, {**EMPTY, **wish}, {"$set": list(stars)}
    )
    return found


def test_nothing_asked_for_leaves_all_and_counts_all(modules: Modules) -> None:
    found = choose(modules)
    assert found["places"] == [0, 1, 2, 3]
    assert found["counts"] == {"field": [2, 2], "interest": [2, 1, 3], "hours": [2, 2]}


def test_values_of_a_facet_widen_and_facets_narrow(modules: Modules) -> None:
    assert choose(modules, chosen={"interest": ["r", "i"]})["places"] == [0, 1, 3]
    assert choose(modules, chosen={"interest": ["r", "i"], "hours": ["nights"]})["places"] == [1, 3]
    assert choose(modules, chosen={"interest": ["i"], "field": ["law"]})["places"] == []


def test_count_of_a_value_is_what_it_would_leave_alone_in_its_facet(modules: Modules) -> None:
    chosen = {"field": ["care"], "hours": ["nights"]}
    counts = choose(modules, chosen=chosen)["counts"]
    for facet, values in FACETS["values"].items():
        for at, value in enumerate(values):
            alone = choose(modules, chosen={**chosen, facet: [value]})["places"]
            assert counts[facet][at] == len(alone), (facet, value)


def test_figures_and_stars_narrow(modules: Modules) -> None:
    # 30 an hour is 62,400 a year of 2,080 hours.
    assert choose(modules, pay=60_000)["places"] == [1, 2]
    assert choose(modules, change=0)["places"] == [0, 2, 3]
    assert choose(modules, ("d", "gone"), starred=True)["places"] == [3]


@pytest.mark.parametrize(
    ("by", "order"),
    [("title", [0, 1, 2, 3]), ("pay", [2, 1, 0, 3]), ("change", [3, 0, 2, 1]), ("openings", [1, 2, 3, 0])],
)
def test_order(modules: Modules, by: str, order: list[int]) -> None:
    assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], by, FACETS, None) == order


def test_order_by_fit_keeps_the_alphabet_where_two_are_equal(modules: Modules) -> None:
    assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], "fit", FACETS, [0.1, 0.5, 0.1, 0.9]) == [
        3,
        1,
        0,
        2,
    ]


def test_address_holds_all_that_is_asked_for(modules: Modules) -> None:
    wish = {**EMPTY, "chosen": {"field": ["law"], "interest": ["r", "s"]}, "pay": 50000, "change": -3}
    wish |= {"starred": True, "sort": "pay", "view": "table"}
    fragment = modules.call("elements/explorer/state", "write", wish)
    assert fragment == "#show1&field=law&interest=r,s&pay=50000&change=-3&starred=yes&sort=pay&view=table"
    assert modules.call("elements/explorer/state", "read", fragment, FACETS["values"]) == {"wish": wish, "unknown": []}
    assert modules.call("elements/explorer/state", "write", EMPTY) == ""


@pytest.mark.parametrize(
    ("fragment", "unknown"),
    [
        ("#show1&colour=red", ["colour=red"]),
        ("#show1&field=law,space", ["field=space"]),
        ("#show1&pay=1e9", ["pay=1e9"]),
        ("#show1&pay=-5&sort=luck&view=map", ["pay=-5", "sort=luck", "view=map"]),
        ("#show1&__proto__=x&constructor=y", ["__proto__=x", "constructor=y"]),
        ("#show1&<b>", ["<b>"]),
        ("#show1&", []),
    ],
)
def test_what_an_address_asks_for_and_is_not_here_is_named(modules: Modules, fragment: str, unknown: list[str]) -> None:
    assert modules.call("elements/explorer/state", "read", fragment, FACETS["values"])["unknown"] == unknown


@pytest.mark.parametrize("fragment", ["#show2&field=law", "#show&field=law", "#show1&" + "a" * 2000])
def test_address_of_another_version_or_too_long_is_not_read(modules: Modules, fragment: str) -> None:
    assert modules.call("elements/explorer/state", "read", fragment, FACETS["values"]) is None
    assert modules.call("elements/explorer/state", "isOurs", fragment) is True


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
