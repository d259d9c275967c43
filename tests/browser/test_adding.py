"""The buttons that put occupations, experiments and strategies into the plan."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.test_fit import Results, keep
from tests.browser.test_fit import results as results
from tests.browser.test_pages import find_violations, overflows
from tests.scripts.node.running import FORBID

NURSE = "occupations/registered-nurse/"
METHODS = ("know-yourself", "explore", "network", "learn", "integrate", "create")
PLACES = """() => [...document.querySelectorAll("article :is(h1, h2, h3, h4, p, li, table, figure)")]
  .filter((node) => !node.closest("[data-adding]")).map((node) => Math.round(node.getBoundingClientRect().top))"""


def items(page: Page) -> list[dict[str, Any]]:
    """What lies in the plan."""
    text = page.evaluate("localStorage.getItem('careers.plan')")
    found: list[dict[str, Any]] = json.loads(text)["items"] if text else []
    return found


def plan_with(*some: dict[str, Any]) -> str:
    """A script that puts items into the plan, on the first page only."""
    whole = [
        {"id": f"item-{at}", "made": "2026-11-20", "changed": 1, "revision": 0, **one} for at, one in enumerate(some)
    ]
    return keep("careers.plan", json.dumps({"v": 1, "items": whole}))


def star(page: Page) -> Locator:
    """The star's row at the title."""
    return page.locator("[data-adding=occupation]")


def ways(page: Page, method: str) -> Locator:
    """The entries of the list under the heading of a method."""
    return page.locator(f"xpath=//h3[@id='explore-{method}']/following-sibling::ul[1]/li")


def status(row: Locator) -> Locator:
    """What a row says of the last press."""
    return row.get_by_role("status")


def test_an_occupation_is_saved_and_taken_out_again(open_page: Open, base: str) -> None:
    page = open_page(NURSE)
    button = star(page).get_by_role("button", name="Save to my plan")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(star(page).get_by_role("link", name="My plan")).to_have_attribute("href", base + "plan/")
    button.focus()
    page.keyboard.press("Enter")
    pressed = star(page).get_by_role("button", name="Saved to your plan")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(pressed).to_be_focused()
    expect(status(star(page))).to_have_text("Added to your plan.")
    [item] = items(page)
    assert (item["kind"], item["text"], item["slug"]) == ("occupation", "Registered nurse", "registered-nurse")
    page.reload()
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(status(star(page))).to_be_empty()
    pressed.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(status(star(page))).to_have_text("Removed from your plan.")
    assert items(page) == []
    star(page).get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(status(star(page))).to_have_text("Back in your plan.")
    expect(pressed).to_be_focused()
    expect(star(page).get_by_role("button", name="Undo")).to_be_hidden()
    assert items(page) == [item]


def test_every_way_can_be_added_with_what_it_takes(open_page: Open) -> None:
    page = open_page(NURSE)
    expect(star(page)).to_be_visible()
    total = 0
    for method in METHODS:
        entries = ways(page, method)
        count = entries.count()
        assert count >= 2
        expect(entries.get_by_role("button", name="Add to my plan: ")).to_have_count(count)
        total += count
        entries.nth(1).get_by_role("button").click()
        expect(status(entries.nth(1))).to_have_text("Added to your plan.")
    expect(page.locator("[data-adding=experiment]")).to_have_count(total)
    found = items(page)
    assert [item["method"] for item in found] == list(METHODS)
    assert {(item["kind"], item["slug"]) for item in found} == {("experiment", "registered-nurse")}
    for item in found:
        own = ways(page, item["method"]).nth(1)
        if item["method"] == "know-yourself":
            assert own.inner_text().startswith(item["text"] + "\n")
            assert {"takes", "cost"}.isdisjoint(item)
        else:
            expect(own.locator("p").first).to_have_text(item["text"])
            expect(own.locator("strong")).to_have_text([item["takes"], item["cost"]])
    page.reload()
    expect(page.get_by_role("button", name="In your plan: ", pressed=True)).to_have_count(len(METHODS))
    for item in found:
        expect(ways(page, item["method"]).nth(1).get_by_role("button")).to_have_accessible_name(
            f"In your plan: {item['text']}"
        )


def test_undo_after_adding_takes_it_out(open_page: Open) -> None:
    page = open_page(NURSE)
    entry = ways(page, "network").first
    entry.get_by_role("button").click()
    assert len(items(page)) == 1
    entry.get_by_role("button", name="Undo").click()
    expect(status(entry)).to_have_text("Removed from your plan.")
    expect(entry.get_by_role("button", name="Add to my plan: ")).to_be_focused()
    assert items(page) == []


def test_what_was_written_about_it_comes_back_to_its_place(open_page: Open) -> None:
    page = open_page(NURSE)
    entry = ways(page, "learn").first
    entry.get_by_role("button").click()
    star(page).get_by_role("button", name="Save").click()
    written = {"taught": "I like it.", "felt": 4, "done": "2026-11-21"}
    page.evaluate(
        """(written) => {
          const plan = JSON.parse(localStorage.getItem("careers.plan"));
          Object.assign(plan.items[0], written);
          localStorage.setItem("careers.plan", JSON.stringify(plan));
        }""",
        written,
    )
    before = items(page)
    entry.get_by_role("button", name="In your plan").click()
    expect(status(entry)).to_have_text("Removed from your plan, with what you wrote about it there.")
    assert [item["kind"] for item in items(page)] == ["occupation"]
    entry.get_by_role("button", name="Undo").click()
    assert items(page) == before


def test_it_is_known_by_occupation_method_and_text(open_page: Open) -> None:
    text = "Read it closely."
    same = {"kind": "experiment", "slug": "registered-nurse", "method": "explore", "text": text}
    page = open_page(NURSE, init=plan_with(same | {"slug": "welder"}, same | {"method": "learn"}, same))
    expect(star(page)).to_be_visible()
    expect(page.get_by_role("button", pressed=True)).to_have_count(0)


def test_a_full_plan_is_told(open_page: Open) -> None:
    page = open_page(NURSE, init=plan_with(*[{"kind": "note", "text": f"Note {at}"} for at in range(1000)]))
    entry = ways(page, "create").first
    entry.get_by_role("button").click()
    expect(status(entry)).to_have_text(
        "Your plan is full: it holds 1000 things and no more. Remove some of them there first."
    )
    expect(entry.get_by_role("link", name="My plan")).to_be_visible()
    expect(entry.get_by_role("button", name="Undo")).to_be_hidden()
    expect(entry.get_by_role("button")).to_have_attribute("aria-pressed", "false")
    assert len(items(page)) == 1000


def test_forbidden_storage_is_told_and_kept_while_the_site_is_open(open_page: Open) -> None:
    page = open_page(NURSE, init=FORBID, tolerate="denied")
    star(page).get_by_role("button").click()
    expect(status(star(page))).to_have_text(
        "Added to your plan. This browser does not let the page save, or its storage is full. "
        "Your plan will be gone when you close this page."
    )
    page.locator("#related ~ ul").first.get_by_role("link").first.click()
    expect(page.locator("career-adding[data-slug=registered-nurse]")).to_have_count(0)
    expect(star(page).get_by_role("button")).to_have_accessible_name("Save to my plan")
    page.go_back()
    expect(star(page).get_by_role("button")).to_have_accessible_name("Saved to your plan")


def test_instant_navigation_and_back_show_what_is_in_the_plan(open_page: Open, base: str) -> None:
    page = open_page(NURSE)
    star(page).get_by_role("button").click()
    page.locator("#related ~ ul").first.get_by_role("link").first.click()
    expect(page).not_to_have_url(base + NURSE)
    slug = page.url.rstrip("/").rsplit("/", 1)[1]
    expect(star(page).get_by_role("button")).to_have_accessible_name("Save to my plan")
    star(page).get_by_role("button").click()
    assert [item["slug"] for item in items(page)] == ["registered-nurse", slug]
    page.go_back()
    expect(page.locator("career-adding[data-slug=registered-nurse]")).to_have_count(1)
    expect(star(page)).to_have_count(1)
    star(page).get_by_role("button", name="Saved to your plan").click()
    page.go_forward()
    expect(page.locator(f"career-adding[data-slug={slug}]")).to_have_count(1)
    expect(star(page).get_by_role("button", name="Saved to your plan")).to_be_visible()
    assert [item["slug"] for item in items(page)] == [slug]


def test_another_tab_is_followed(open_page: Open) -> None:
    page = open_page(NURSE)
    star(page).get_by_role("button").click()
    star(page).get_by_role("button", name="Undo").focus()
    other = page.context.new_page()
    other.goto(page.url)
    star(other).get_by_role("button", name="Saved to your plan").click()
    expect(star(page).get_by_role("button")).to_have_accessible_name("Save to my plan")
    # "Added" and its way back no longer hold; the focus is not lost with them.
    expect(status(star(page))).to_be_empty()
    expect(star(page).get_by_role("button")).to_be_focused()


def test_the_proposal_can_be_added_and_does_not_confuse(open_page: Open, results: Results) -> None:
    page = open_page(NURSE + "#fit", init=results.methods().init)
    own = ways(page, "network").first
    proposal = page.locator("[data-proposal] li")
    button = proposal.get_by_role("button", name="Add to my plan: ")
    button.focus()
    page.keyboard.press("Enter")
    expect(status(proposal)).to_have_text("Added to your plan.")
    expect(proposal.get_by_role("button", name="In your plan: ")).to_be_focused()
    expect(own.get_by_role("button", name="In your plan: ")).to_have_attribute("aria-pressed", "true")
    [item] = items(page)
    assert (item["method"], item["slug"]) == ("network", "registered-nurse")
    expect(own.locator("p").first).to_have_text(item["text"])
    expect(own.locator("strong")).to_have_text([item["takes"], item["cost"]])
    own.get_by_role("button", name="In your plan: ").click()
    expect(proposal.get_by_role("button", name="Add to my plan: ")).to_have_count(1)
    # What was said beside the entry is no part of its copy.
    another = page.get_by_role("button", name="Another one")
    for _ in range(page.locator("[data-adding=experiment]").count() - 1):
        another.click()
        expect(proposal.locator("[data-adding]")).to_have_count(1)
        expect(proposal.get_by_role("button")).to_have_count(1)
        expect(status(proposal)).to_be_empty()
    assert proposal.locator("p").first.inner_text() == item["text"]


def test_a_proposal_that_was_there_first_gets_its_button(open_page: Open, results: Results) -> None:
    page = open_page("404.html", init=results.methods().init)
    waiting: list[Any] = []
    page.route("**/data/adding.json", lambda route: waiting.append(route))
    page.goto(page.url.replace("404.html", NURSE + "#fit"))
    expect(page.locator("[data-why]")).to_be_visible()
    expect(page.locator("[data-adding]")).to_have_count(0)
    waiting[0].continue_()
    expect(page.locator("[data-proposal]").get_by_role("button", name="Add to my plan: ")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_no_text_moves_when_the_buttons_come(open_page: Open, width: int) -> None:
    page = open_page("404.html", width=width)
    waiting: list[Any] = []
    page.route("**/data/adding.json", lambda route: waiting.append(route))
    page.goto(page.url.replace("404.html", NURSE))
    page.wait_for_function("['adding', 'fit'].every(name => customElements.get(`career-${name}`))")
    expect(page.locator("[data-adding]")).to_have_count(0)
    before = page.evaluate(PLACES)
    waiting[0].continue_()
    expect(star(page)).to_be_visible()
    assert page.evaluate(PLACES) == before
    # Pressing one moves nothing above it.
    entry = ways(page, "learn").first
    entry.scroll_into_view_if_needed()
    above = entry.bounding_box()
    entry.get_by_role("button").click()
    below = entry.bounding_box()
    assert above
    assert below
    assert above["y"] == below["y"]


def test_without_the_words_there_are_no_buttons(open_page: Open) -> None:
    page = open_page("404.html")
    page.route("**/data/adding.json", lambda route: route.fulfill(status=200, body="no json"))
    page.goto(page.url.replace("404.html", NURSE), wait_until="networkidle")
    expect(page.locator("[data-adding]")).to_have_count(0)
    expect(page.get_by_role("heading", name="Six ways to explore it")).to_be_visible()


@pytest.mark.parametrize("place", ["methods/explore/", "worksheets/visits-events/"])
def test_a_strategy_can_be_added(open_page: Open, place: str) -> None:
    page = open_page(place)
    row = page.locator("career-adding[data-strategy=visits-events] [data-adding]")
    row.get_by_role("button", name="Add to my plan: Visit workplaces and events: ").click()
    expect(status(row)).to_have_text("Added to your plan.")
    expect(row.get_by_role("link", name="My plan")).to_be_visible()
    [item] = items(page)
    assert (item["kind"], item["method"], item["strategy"]) == ("experiment", "explore", "visits-events")
    assert item["text"].startswith("Visit workplaces and events: ")
    takes = page.evaluate("document.querySelector('article').innerText")
    assert item["takes"] in takes
    assert "slug" not in item
    # The guide and the worksheet's own page know it from each other.
    page.goto(page.url.replace(place, "worksheets/visits-events/" if place.startswith("m") else "methods/explore/"))
    expect(row.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="In your plan: ", pressed=True)).to_have_count(1)


def test_every_strategy_of_a_guide_has_its_button(open_page: Open) -> None:
    page = open_page("methods/know-yourself/")
    expect(page.locator("career-adding [data-adding]")).to_have_count(3)
    for row in page.locator("career-adding").all():
        key = row.get_attribute("data-strategy")
        heading = page.locator(f"h2#{key}").inner_text().strip("¶\n ")
        expect(row.get_by_role("button")).to_have_accessible_name(re.compile(f"Add to my plan: {heading}: \\w"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_buttons_are_accessible_and_fit(open_page: Open, results: Results, width: int, dark: bool) -> None:
    page = open_page(NURSE + "#fit", width=width, dark=dark, init=results.methods().init)
    expect(page.locator("[data-proposal] [data-adding]")).to_be_visible()
    star(page).get_by_role("button").click()
    ways(page, "know-yourself").first.get_by_role("button").click()
    ways(page, "learn").first.get_by_role("button").click()
    ways(page, "learn").first.get_by_role("button", name="In your plan").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(3)
    heights = page.locator("[data-adding] button:visible").evaluate_all(
        "buttons => buttons.map(button => button.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    assert overflows(page) <= 0
    assert find_violations(page) == []


def test_buttons_are_not_printed(open_page: Open) -> None:
    plain = open_page(NURSE, java_script_enabled=False)
    page = open_page(NURSE)
    star(page).get_by_role("button").click()
    ways(page, "learn").first.get_by_role("button").click()
    page.emulate_media(media="print")
    expect(page.locator("[data-adding]")).not_to_have_count(0)
    expect(page.locator("[data-adding]:visible")).to_have_count(0)
    for size in ("A4", "Letter"):
        assert read_sheets(page, size) == read_sheets(plain, size)


def read_sheets(page: Page, size: str) -> list[str]:
    """What stands on each sheet of paper."""
    return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format=size))).pages]
