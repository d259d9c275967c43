"""Finding an occupation by title, other name or task, slips forgiven; by keyboard and pointer; and finding nothing."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.modules import Modules
from tests.browser.test_pages import find_violations, overflows

NAMES = {
    "version": 1,
    "slug": ["electrician", "registered-nurse", "physician", "welder", "nurse-midwife"],
    "title": ["Electrician", "Registered nurse", "Physician", "Welder", "Nurse midwife"],
    "aliases": [["sparky", "wireman"], ["RN", "staff nurse"], ["doctor", "MD"], ["metal fabricator"], []],
    "field": ["a", "b", "b", "c", "b"],
    "fields": {"a": "Construction", "b": "Healthcare", "c": "Production"},
    "address": "occupations/{slug}/",
}
TASKS = [
    ["Pull wires through walls", "Find out why lights went out"],
    ["Give medicines and watch what they do"],
    ["Find out what ails people"],
    ["Melt the edges of metal parts"],
    ["Watch over births"],
]


def find(modules: Modules, query: str, tasks: Any = TASKS) -> dict[str, Any]:
    """What a search finds."""
    body = (
        "const {search: find, makeIndex: make} = await use('elements/finder/search');"
        f"return find(make({NAMES}), {query!r}, "
    )
    found: dict[str, Any] = modules.run("elements/finder/search", body + f"{tasks if tasks is not None else 'null'});")
    return found


def slugs(found: dict[str, Any]) -> list[str]:
    """The slugs in order."""
    return [result["slug"] for result in found["results"]]


@pytest.mark.parametrize(
    ("query", "first", "kind", "why"),
    [
        ("Electrician", "electrician", "title", ""),
        ("elec", "electrician", "title", ""),
        ("electrisian", "electrician", "title", ""),
        ("electirc", "electrician", "title", ""),
        ("ELÉCTRICIAN", "electrician", "title", ""),
        ("sparky", "electrician", "alias", "sparky"),
        ("RN", "registered-nurse", "alias", "RN"),
        ("rn", "registered-nurse", "alias", "RN"),
        ("doc", "physician", "alias", "doctor"),
        ("nurse", "nurse-midwife", "title", ""),
        ("nurse regist", "registered-nurse", "title", ""),
        ("metal", "welder", "alias", "metal fabricator"),
        ("births", "nurse-midwife", "task", "Watch over births"),
        ("medicine", "registered-nurse", "task", "Give medicines and watch what they do"),
        ("pulling wires", "electrician", "task", "Pull wires through walls"),
    ],
)
def test_search_finds_what_is_meant_first(modules: Modules, query: str, first: str, kind: str, why: str) -> None:
    found = find(modules, query)
    assert not found["isGuess"]
    result = found["results"][0]
    assert (result["slug"], result["kind"], result["why"]) == (first, kind, why)


def test_occupation_comes_once_by_its_best_name(modules: Modules) -> None:
    assert slugs(find(modules, "nurse")) == ["nurse-midwife", "registered-nurse"]
    assert sorted(slugs(find(modules, "find out"))) == ["electrician", "physician"]


def test_short_words_are_taken_as_they_are(modules: Modules) -> None:
    """A slip in three letters would make it another word."""
    assert find(modules, "rm")["results"] == []


def test_nothing_found_offers_the_nearest_titles_once_tasks_are_known(modules: Modules) -> None:
    assert find(modules, "weldrobotics", None) == {"results": [], "isGuess": False}
    found = find(modules, "weldrobotics")
    assert found["isGuess"]
    assert slugs(found)[0] == "welder"
    assert find(modules, "zzzz") == {"results": [], "isGuess": True}


@pytest.mark.parametrize("query", ["", "   ", "!?", "̈", "((((", ".*", "a\\", "[x", "x" * 10_000, "ф" * 200, "<b>"])
def test_odd_input_finds_nothing_odd(modules: Modules, query: str) -> None:
    assert all(result["slug"] in NAMES["slug"] for result in find(modules, query)["results"])


def slips(typed: str, word: str) -> int:
    """Damerau's distance in its restricted form, worked out in full."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(word) + 1)] for i in range(len(typed) + 1)]
    for i in range(1, len(typed) + 1):
        for j in range(1, len(word) + 1):
            change = typed[i - 1] != word[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
            if i > 1 and j > 1 and typed[i - 1] == word[j - 2] and typed[i - 2] == word[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def test_bounded_distance_is_the_full_one_within_its_bound(modules: Modules) -> None:
    chance = random.Random(5)  # noqa: S311
    cases = []
    for _ in range(600):
        word = "".join(chance.choices("abcd", k=chance.randint(1, 9)))
        typed = list(word)
        for _ in range(chance.randint(0, 4)):
            at = chance.randrange(len(typed) + 1)
            typed[at : at + chance.randint(0, 2)] = chance.choices("abcd", k=chance.randint(0, 2))
        if typed:
            cases.append(("".join(typed), word, chance.randint(1, 2)))
    body = "return cases.map(([typed, word, most]) => [measure(typed, word, most, true), measure(typed, word, most)]);"
    found = modules.run("elements/finder/distance", f"const cases = {[list(case) for case in cases]}; {body}")
    for (typed, word, most), (whole, beginning) in zip(cases, found, strict=True):
        assert whole == min(slips(typed, word), most + 1), (typed, word, most)
        full = min(slips(typed, word[:end]) for end in range(len(word) + 1))
        assert beginning == min(full, most + 1), (typed, word, most)


def open_finder(open_page: Open, path: str = "occupations/", **options: Any) -> Page:
    """A page with the finder, its box in focus."""
    page = open_page(path, **options)
    page.get_by_role("combobox", name="Find an occupation").click()
    return page


def test_keyboard_finds_chooses_and_opens(open_page: Open, base: str) -> None:
    page = open_finder(open_page)
    box = page.get_by_role("combobox", name="Find an occupation")
    page.keyboard.type("electrisian")
    option = page.get_by_role("option", name="Electrician")
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("One occupation found.")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(option.get_attribute("id")))
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(base + "occupations/electrician/")


def test_escape_closes_the_list_then_empties_the_box(open_page: Open) -> None:
    page = open_finder(open_page)
    page.keyboard.type("nurse")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Find an occupation")).to_have_value("nurse")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("listbox").get_by_role("option").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Find an occupation")).to_have_value("")


def test_pointer_opens_and_results_say_why_they_are_there(open_page: Open, base: str) -> None:
    page = open_finder(open_page, "")
    page.keyboard.type("RN")
    group = page.get_by_role("group", name="By another name")
    expect(group.get_by_role("option")).to_contain_text("Registered nurse")
    expect(group.get_by_role("option")).to_contain_text("also called RN")
    group.get_by_role("option").click()
    expect(page).to_have_url(base + "occupations/registered-nurse/")


def test_task_leads_to_its_occupation(open_page: Open) -> None:
    page = open_finder(open_page)
    page.keyboard.type("medicines")
    expect(page.get_by_role("group", name="By what people do").get_by_role("option").first).to_be_visible()


def test_nothing_found_leads_on(open_page: Open, base: str) -> None:
    page = open_finder(open_page)
    page.keyboard.type("weldrobotics")
    expect(page.get_by_text("Nothing has that name. The nearest titles are listed.")).to_be_visible()
    expect(page.get_by_role("group", name="Nearest titles").get_by_role("option").first).to_contain_text("Welder")
    page.get_by_role("combobox", name="Find an occupation").fill("qqqqqq")
    expect(page.get_by_text("Nothing has that name, and no title comes near it.")).to_be_visible()
    page.locator("career-finder [data-none]").get_by_role("link", name="Healthcare").click()
    expect(page).to_have_url(base + "fields/healthcare/")


def test_ten_thousand_letters_are_cut_and_said(open_page: Open) -> None:
    page = open_finder(open_page)
    page.get_by_role("combobox", name="Find an occupation").fill("welder " + "x" * 9_000)
    expect(page.get_by_text("Only the first 80 letters are used.")).to_be_visible()


def test_names_that_do_not_load_are_told_and_asked_for_again(open_page: Open) -> None:
    page = open_page("occupations/", tolerate="ERR_")
    page.route("**/data/names.json", lambda route: route.abort())
    page.get_by_role("combobox", name="Find an occupation").click()
    expect(page.get_by_text("The names could not be loaded.")).to_be_visible()
    page.unroute("**/data/names.json")
    page.keyboard.type("welder")
    expect(page.get_by_role("option", name="Welder")).to_be_visible()


def test_without_scripts_all_names_are_a_link_away(open_page: Open, base: str) -> None:
    page = open_page("", java_script_enabled=False)
    expect(page.get_by_role("combobox", name="Find an occupation")).to_be_hidden()
    page.locator("career-finder").get_by_role("link", name="All names from A to Z").click()
    expect(page).to_have_url(base + "occupations/a-z/")


def test_nothing_is_loaded_before_the_box_is_used(open_page: Open) -> None:
    page = open_page("occupations/")
    page.wait_for_load_state("networkidle")
    names = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.endsWith('.json'))"
    assert not [name for name in page.evaluate(names) if "names" in name or "tasks" in name]


def test_header_leads_to_the_box_from_everywhere(open_page: Open) -> None:
    page = open_page("about/privacy/")
    page.get_by_role("link", name="Find an occupation").click()
    expect(page.get_by_role("combobox", name="Find an occupation")).to_be_focused()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_open_list_is_accessible_and_fits(open_page: Open, width: int, dark: bool) -> None:
    page = open_finder(open_page, width=width, dark=dark)
    page.keyboard.type("work")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert find_violations(page) == []
    assert overflows(page) <= 0


def test_site_has_names_and_tasks_in_one_order(site: Path) -> None:
    import json

    data = {name: json.loads((site / f"data/{name}.json").read_text(encoding="utf-8")) for name in ("names", "tasks")}
    columns = json.loads((site / "data/occupations.json").read_text(encoding="utf-8"))["columns"]
    assert data["names"]["slug"] == columns["slug"]
    assert len(data["tasks"]["tasks"]) == len(columns["slug"])
