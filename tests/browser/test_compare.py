"""Occupations side by side: chosen, moved, taken out, sent by a link, printed; and links that ask for too much."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.test_hub import load_quizzes, save
from tests.browser.test_map import answer
from tests.browser.test_pages import find_violations, overflows

COMPARE = "compare/"
TWO = COMPARE + "#compare1=electrician,welder"


def row(page: Page, name: str) -> Locator:
    """A row of the table by its name."""
    return page.locator(f"[data-view] [data-row={name}]")


def test_rows_say_what_the_profiles_say(open_page: Open, site: Path) -> None:
    page = open_page(TWO)
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Electrician", "Welder"])
    cells = row(page, "pay").locator("td")
    expect(cells.nth(0)).to_contain_text("$63,190 a year (US, 2025)")
    expect(cells.nth(1)).to_contain_text("$53,750 a year (US, 2025)")
    for number, slug in enumerate(("electrician", "welder")):
        profile: dict[str, Any] = json.loads((site / f"data/profiles/{slug}.json").read_text(encoding="utf-8"))
        for name in ("tasks", "good_sides", "hard_sides", "skills"):
            assert row(page, name).locator("td").nth(number).locator("li").all_text_contents() == profile[name]
        expect(row(page, "summary").locator("td").nth(number)).to_have_text(profile["summary"])
        expect(row(page, "openings").locator("td").nth(number)).to_have_text(
            f"{profile['outlook'][0]['openings_per_year']:,}"
        )


def test_differences_are_marked_and_can_stand_alone(open_page: Open) -> None:
    page = open_page(TWO)
    expect(row(page, "field").get_by_text("differs")).to_be_visible()
    expect(row(page, "summary").get_by_text("differs")).to_be_hidden()
    assert row(page, "environment").locator("strong").count() > 2
    page.get_by_label("Show only facts that differ").check()
    expect(row(page, "summary")).to_be_hidden()
    expect(row(page, "pay")).to_be_visible()


def test_typed_titles_are_added_moved_and_taken_out(open_page: Open, base: str) -> None:
    page = open_page(COMPARE)
    expect(page.get_by_text("Nothing to compare yet.")).to_be_visible()
    box = page.get_by_label("Add an occupation")
    for title in ("Welder", "lawyer", "Chef"):
        box.fill(title)
        page.keyboard.press("Enter")
        expect(page.get_by_text(re.compile(f"{title} is added", re.IGNORECASE))).to_be_visible()
    assert page.url == base + COMPARE + "#compare1=welder,lawyer,chef"
    page.get_by_role("button", name="Move Welder to the right").click()
    expect(page.get_by_text("Welder is now number 2 of 3.")).to_be_visible()
    expect(page.get_by_role("button", name="Move Welder to the right")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Welder is now number 3 of 3.")).to_be_visible()
    expect(page.get_by_role("button", name="Move Welder to the left")).to_be_focused()
    page.get_by_role("button", name="Take Lawyer out").click()
    expect(page.get_by_text("Lawyer is taken out. You compare 2.")).to_be_visible()
    expect(box).to_be_focused()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Chef", "Welder"])


def test_wrong_double_and_fifth_titles_are_told(open_page: Open) -> None:
    page = open_page(COMPARE + "#compare1=welder,lawyer,chef,firefighter")
    expect(page.locator("[data-heads] [data-name]")).to_have_count(4)
    box = page.get_by_label("Add an occupation")
    for title, sentence in (
        ("Wizard", "There is no occupation of that name here."),
        ("Chef", "It is there already."),
        ("Electrician", "There are four already. Take one out first."),
    ):
        box.fill(title)
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
        expect(box).to_have_value(title)


def test_occupation_leads_here(open_page: Open, base: str) -> None:
    page = open_page("occupations/welder/")
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Welder"])
    assert page.url == base + COMPARE + "#compare1=welder"


def test_link_to_the_view_is_copied_or_said_not_to_be(open_page: Open) -> None:
    page = open_page(TWO)
    page.get_by_role("button", name="Copy a link to this view").click()
    expect(page.locator("[data-copied]")).to_have_text(re.compile("Copied|does not let the page copy"))


def test_link_for_five_shows_four_and_names_the_fifth(open_page: Open) -> None:
    page = open_page(COMPARE + "#compare1=welder,lawyer,chef,firefighter,electrician,gone")
    expect(
        page.get_by_text("You can compare four occupations at most. Left out for now are Electrician.")
    ).to_be_visible()
    expect(page.get_by_text("No longer in this collection, or mistyped: gone.")).to_be_visible()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Welder", "Lawyer", "Chef", "Firefighter"])


def test_unreadable_link_is_told(open_page: Open) -> None:
    page = open_page(COMPARE + "#compare9=welder")
    expect(page.get_by_text("This link cannot be read here.")).to_be_visible()
    expect(page.get_by_text("Nothing to compare yet.")).to_be_visible()


def test_saved_occupations_are_offered(open_page: Open) -> None:
    item = {"id": "a", "kind": "occupation", "text": "Chef", "slug": "chef", "made": "2026-11-01"}
    page = open_page(TWO, init=save(plan={"items": [item, {**item, "id": "b", "slug": "welder", "text": "Welder"}]}))
    expect(page.get_by_role("button", name="+ Welder")).to_have_count(0)
    page.get_by_role("button", name="+ Chef").click()
    expect(page.locator("[data-heads] [data-name]")).to_have_count(3)


def test_own_results_speak_for_and_against(open_page: Open, site: Path) -> None:
    page = open_page(TWO)
    expect(row(page, "pay")).to_be_visible()
    expect(row(page, "fit")).to_be_hidden()
    entry = answer(load_quizzes(site)["interests"], {"realistic": 5, "conventional": 4})
    page = open_page(TWO, init=save(results={"entries": [entry]}))
    expect(row(page, "fit").locator("td").first).to_contain_text("Realistic")
    expect(row(page, "flags").locator("td").first).to_have_text("Nothing in your answers")


def test_profile_that_does_not_load_is_told_and_the_others_stand(open_page: Open) -> None:
    page = open_page("about/", tolerate="ERR_")
    page.route("**/data/profiles/welder.json", lambda route: route.abort())
    page.goto(page.url.replace("about/", TWO))
    expect(page.get_by_text("The facts on Welder could not be loaded.")).to_be_visible()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Electrician"])


def test_without_scripts_an_empty_table_can_be_printed(open_page: Open) -> None:
    page = open_page(COMPARE, java_script_enabled=False)
    table = page.get_by_role("table", name="Occupations side by side")
    expect(table.get_by_role("rowheader", name="What makes people leave")).to_be_visible()
    expect(page.get_by_text("This page fills its table in by a script")).to_be_visible()


def test_prints_the_table_without_its_buttons(open_page: Open) -> None:
    page = open_page(TWO)
    expect(row(page, "pay")).to_be_visible()
    page.emulate_media(media="print")
    expect(row(page, "hard_sides")).to_be_visible()
    expect(page.get_by_role("button", name="Take Welder out")).to_be_hidden()
    assert overflows(page) <= 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_table_is_accessible_and_fits(open_page: Open, width: int, dark: bool) -> None:
    page = open_page(COMPARE + "#compare1=welder,lawyer,chef,firefighter", width=width, dark=dark)
    expect(row(page, "pay")).to_be_visible()
    assert find_violations(page) == []
    assert overflows(page) <= 0
