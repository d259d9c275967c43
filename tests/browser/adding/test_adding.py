"""The buttons that put occupations, experiments and strategies into the plan."""

from __future__ import annotations

import io
import json
import re
from datetime import date, timedelta
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results, keep
from tests.browser.fit.test_fit import results as results
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import LIST
from tests.browser.support.words import words
from tests.scripts.node.running import FORBID

MIDWIFE = "occupations/midwife/"
METHODS = ("know-yourself", "explore", "network", "learn", "integrate", "create")
ADD = words("adding.named", label=words("adding.add"), text="")
INSIDE = words("adding.named", label=words("adding.inside"), text="")
PLACES = """() => [...document.querySelectorAll("article :is(h1, h2, h3, h4, p, li, table, figure)")]
  .filter((node) => !node.closest("[data-adding]")).map((node) => Math.round(node.getBoundingClientRect().top))"""


def items(page: Page) -> list[dict[str, Any]]:
    """What lies in the plan."""
    text = page.evaluate("kept.get('plan')")
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
    upto = f"[preceding::h3[@id='explore-{method}'] and preceding::h3[1][@id='explore-{method}']]"
    return page.locator(f"xpath=//ul[contains(@class, 'cg-experiments')]{upto}/li")


def unfold(page: Page) -> Page:
    """The page with all of its parts open."""
    page.get_by_role("button", name=words("glance.open")).click()
    return page


def status(row: Locator) -> Locator:
    """What a row says of the last press."""
    return row.get_by_role("status")


def test_an_occupation_is_saved_and_taken_out_again(open_page: Open, base: str) -> None:
    page = open_page(MIDWIFE)
    button = star(page).get_by_role("button", name=words("adding.star"))
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(star(page).get_by_role("link", name=words("adding.plan"))).to_have_attribute("href", base + "plan/")
    button.focus()
    page.keyboard.press("Enter")
    pressed = star(page).get_by_role("button", name=words("adding.starred"))
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(pressed).to_be_focused()
    expect(status(star(page))).to_have_text(words("adding.added"))
    [item] = items(page)
    assert (item["kind"], item["text"], item["slug"]) == ("occupation", "Midwife", "midwife")
    page.reload()
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(status(star(page))).to_be_empty()
    pressed.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(status(star(page))).to_have_text(words("adding.removed"))
    assert items(page) == []
    star(page).get_by_role("button", name=words("adding.undo")).focus()
    page.keyboard.press("Enter")
    expect(status(star(page))).to_have_text(words("adding.returned"))
    expect(pressed).to_be_focused()
    expect(star(page).get_by_role("button", name=words("adding.undo"))).to_be_hidden()
    assert items(page) == [item]


def test_a_day_is_offered_in_place_and_kept(open_page: Open) -> None:
    page = unfold(open_page(MIDWIFE, width=390))
    row = ways(page, "explore").last
    row.get_by_role("button", name=ADD).click()
    chip = row.get_by_role("button", name=words("adding.fortnight"))
    chip.click()
    today = page.evaluate("new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10)")
    later = date.fromisoformat(today) + timedelta(days=14)
    assert [item["date"] for item in items(page)] == [later.isoformat()]
    expect(status(row)).to_have_text(words("adding.dated", date=f"{later:%A, %B} {later.day}"))
    check_looks(page)
    row.get_by_role("button", name=words("adding.pick")).click()
    own = row.get_by_label(words("adding.pick"))
    expect(own).to_be_focused()
    own.fill("2001-01-01")
    assert [item["date"] for item in items(page)] == [later.isoformat()]
    own.fill("2999-12-01")
    assert [item["date"] for item in items(page)] == ["2999-12-01"]
    expect(chip).to_have_attribute("aria-pressed", "false")
    row.get_by_role("button", name=words("adding.undo")).click()
    expect(chip).to_be_hidden()
    assert items(page) == []


def test_every_way_can_be_added_with_what_it_takes(open_page: Open) -> None:
    page = unfold(open_page(MIDWIFE))
    expect(star(page)).to_be_visible()
    total = 0
    for method in METHODS:
        entries = ways(page, method)
        count = entries.count()
        assert count >= 1
        expect(entries.get_by_role("button", name=ADD)).to_have_count(count)
        total += count
        entries.last.get_by_role("button").click()
        expect(status(entries.last)).to_have_text(words("adding.added"))
    expect(page.locator("[data-adding=experiment]")).to_have_count(total)
    found = items(page)
    assert [item["method"] for item in found] == list(METHODS)
    assert {(item["kind"], item["slug"]) for item in found} == {("experiment", "midwife")}
    for item in found:
        own = ways(page, item["method"]).last
        if item["method"] == "know-yourself":
            assert own.inner_text().startswith(item["text"] + "\n")
            assert {"takes", "cost"}.isdisjoint(item)
        else:
            expect(own.locator("p").first).to_have_text(item["text"])
            expect(own.locator("strong")).to_have_text([item["takes"], item["cost"]])
    page.reload()
    unfold(page)
    expect(page.get_by_role("button", name=INSIDE, pressed=True)).to_have_count(len(METHODS))
    for item in found:
        expect(ways(page, item["method"]).last.get_by_role("button")).to_have_accessible_name(INSIDE + item["text"])


def test_undo_after_adding_takes_it_out(open_page: Open) -> None:
    page = unfold(open_page(MIDWIFE))
    entry = ways(page, "network").first
    entry.get_by_role("button").click()
    assert len(items(page)) == 1
    entry.get_by_role("button", name=words("adding.undo")).click()
    expect(status(entry)).to_have_text(words("adding.removed"))
    expect(entry.get_by_role("button", name=ADD)).to_be_focused()
    assert items(page) == []


def test_what_was_written_about_it_comes_back_to_its_place(open_page: Open) -> None:
    page = unfold(open_page(MIDWIFE))
    entry = ways(page, "learn").first
    entry.get_by_role("button").click()
    star(page).get_by_role("button", name=words("adding.star")).click()
    written = {"taught": "I like it.", "felt": 4, "done": "2026-11-21"}
    page.evaluate(
        """(written) => {
          const plan = JSON.parse(kept.get("plan"));
          Object.assign(plan.items[0], written);
          kept.put("plan", JSON.stringify(plan));
        }""",
        written,
    )
    before = items(page)
    entry.get_by_role("button", name=words("adding.inside")).click()
    expect(status(entry)).to_have_text(words("adding.removed_own"))
    assert [item["kind"] for item in items(page)] == ["occupation"]
    entry.get_by_role("button", name=words("adding.undo")).click()
    assert items(page) == before


def test_it_is_known_by_occupation_method_and_text(open_page: Open) -> None:
    text = "Read it closely."
    same = {"kind": "experiment", "slug": "midwife", "method": "explore", "text": text}
    page = open_page(MIDWIFE, init=plan_with(same | {"slug": "potter"}, same | {"method": "learn"}, same))
    expect(star(page)).to_be_visible()
    expect(page.get_by_role("button", pressed=True)).to_have_count(0)


def test_a_full_plan_is_told(open_page: Open) -> None:
    page = open_page(MIDWIFE, init=plan_with(*[{"kind": "note", "text": f"Note {at}"} for at in range(1000)]))
    unfold(page)
    entry = ways(page, "create").first
    entry.get_by_role("button").click()
    expect(status(entry)).to_have_text(words("adding.full", most=1000))
    expect(entry.get_by_role("link", name=words("adding.plan"))).to_be_visible()
    expect(entry.get_by_role("button", name=words("adding.undo"))).to_be_hidden()
    expect(entry.get_by_role("button")).to_have_attribute("aria-pressed", "false")
    assert len(items(page)) == 1000


def test_forbidden_storage_is_told_and_kept_while_the_site_is_open(open_page: Open) -> None:
    page = open_page(MIDWIFE, init=FORBID, tolerate="denied")
    star(page).get_by_role("button").click()
    expect(status(star(page))).to_have_text(f"{words('adding.added')} {words('adding.unsaved')}")
    page.locator("#related ~ ul").first.get_by_role("link").first.click()
    expect(page.locator("career-adding[data-slug=midwife]")).to_have_count(0)
    expect(star(page).get_by_role("button")).to_have_accessible_name(words("adding.star"))
    page.go_back()
    expect(star(page).get_by_role("button")).to_have_accessible_name(words("adding.starred"))


def test_instant_navigation_and_back_show_what_is_in_the_plan(open_page: Open, base: str) -> None:
    page = open_page(MIDWIFE)
    star(page).get_by_role("button").click()
    related = page.locator("#related ~ ul").first.get_by_role("link").first
    title = related.inner_text()
    related.click()
    expect(page).not_to_have_url(base + MIDWIFE)
    # The address changes before the page does.
    expect(page.locator("article h1")).to_contain_text(title)
    slug = page.url.rstrip("/").rsplit("/", 1)[1]
    expect(star(page).get_by_role("button")).to_have_accessible_name(words("adding.star"))
    star(page).get_by_role("button").click()
    assert [item["slug"] for item in items(page)] == ["midwife", slug]
    page.go_back()
    expect(page.locator("career-adding[data-slug=midwife]")).to_have_count(1)
    expect(star(page)).to_have_count(1)
    star(page).get_by_role("button", name=words("adding.starred")).click()
    page.go_forward()
    expect(page.locator(f"career-adding[data-slug={slug}]")).to_have_count(1)
    expect(star(page).get_by_role("button", name=words("adding.starred"))).to_be_visible()
    assert [item["slug"] for item in items(page)] == [slug]


def test_another_tab_is_followed(open_page: Open) -> None:
    page = open_page(MIDWIFE)
    star(page).get_by_role("button").click()
    star(page).get_by_role("button", name=words("adding.undo")).focus()
    other = page.context.new_page()
    other.goto(page.url)
    star(other).get_by_role("button", name=words("adding.starred")).click()
    expect(star(page).get_by_role("button", name=words("adding.undo"))).to_be_hidden()
    expect(star(page).get_by_role("button")).to_have_accessible_name(words("adding.star"))
    # "Added" and its way back no longer hold; the focus is not lost with them.
    expect(status(star(page))).to_be_empty()
    expect(star(page).get_by_role("button")).to_be_focused()


def test_the_proposal_can_be_added_and_does_not_confuse(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE + "#fit", init=results.methods().init)
    unfold(page)
    own = ways(page, "network").first
    proposal = page.locator("[data-proposal] li")
    button = proposal.get_by_role("button", name=ADD)
    button.focus()
    page.keyboard.press("Enter")
    expect(status(proposal)).to_have_text(words("adding.added"))
    expect(proposal.get_by_role("button", name=INSIDE)).to_be_focused()
    expect(own.get_by_role("button", name=INSIDE)).to_have_attribute("aria-pressed", "true")
    [item] = items(page)
    assert (item["method"], item["slug"]) == ("network", "midwife")
    expect(own.locator("p").first).to_have_text(item["text"])
    expect(own.locator("strong")).to_have_text([item["takes"], item["cost"]])
    own.get_by_role("button", name=INSIDE).click()
    expect(proposal.get_by_role("button", name=ADD)).to_have_count(1)
    # What was said beside the entry is no part of its copy.
    another = page.get_by_role("button", name=words("script.fit.another"))
    for _ in range(page.locator("[data-adding=experiment]").count() - 1):
        another.click()
        expect(proposal.locator("[data-adding]")).to_have_count(1)
        expect(proposal.get_by_role("button")).to_have_count(1)
        expect(status(proposal)).to_be_empty()
    assert proposal.locator("p").first.inner_text() == item["text"]


# The element begins when it is told to.
LATE = """;{
  const define = customElements.define.bind(customElements);
  customElements.define = (name, kind) => {
    if (name === "career-adding") window.begin = () => define(name, kind);
    else define(name, kind);
  };
}"""


def test_a_proposal_that_was_there_first_gets_its_button(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE + "#fit", init=results.methods().init + LATE)
    expect(page.locator("[data-why]")).to_be_visible()
    expect(page.locator("[data-adding]")).to_have_count(0)
    page.evaluate("begin()")
    expect(page.locator("[data-proposal]").get_by_role("button", name=ADD)).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_no_text_moves_when_the_buttons_come(open_page: Open, width: int) -> None:
    page = open_page(links.ROBOTS, width=width)
    waiting: list[Any] = []
    page.route(LIST, lambda route: waiting.append(route))
    page.goto(page.url.replace(links.ROBOTS, MIDWIFE))
    page.wait_for_function("['adding', 'fit'].every(name => customElements.get(`career-${name}`))")
    expect(page.locator("[data-adding]")).to_have_count(0)
    before = page.evaluate(PLACES)
    waiting[0].continue_()
    expect(star(page)).to_be_visible()
    assert page.evaluate(PLACES) == before
    unfold(page)
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
    page = open_page(links.ROBOTS)
    page.route(LIST, lambda route: route.fulfill(status=200, body="no json"))
    page.goto(page.url.replace(links.ROBOTS, MIDWIFE), wait_until="networkidle")
    expect(page.locator("[data-adding]")).to_have_count(0)
    expect(page.get_by_role("heading", name=words("occupation.explore"))).to_be_visible()


@pytest.mark.parametrize("place", ["methods/explore/", "worksheets/visits/"])
def test_a_strategy_can_be_added(open_page: Open, place: str) -> None:
    page = open_page(place)
    row = page.locator("career-adding[data-strategy=visits] [data-adding]")
    row.get_by_role("button", name=f"{ADD}Visit a workplace: ").click()
    expect(status(row)).to_have_text(words("adding.added"))
    expect(row.get_by_role("link", name=words("adding.plan"))).to_be_visible()
    [item] = items(page)
    assert (item["kind"], item["method"], item["strategy"]) == ("experiment", "explore", "visits")
    assert item["text"].startswith("Visit a workplace: ")
    takes = page.evaluate("document.querySelector('article').innerText")
    assert item["takes"] in takes
    assert "slug" not in item
    # The guide and the worksheet's own page know it from each other.
    page.goto(page.url.replace(place, "worksheets/visits/" if place.startswith("m") else "methods/explore/"))
    expect(row.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name=INSIDE, pressed=True)).to_have_count(1)


def test_every_strategy_of_a_guide_has_its_button(open_page: Open) -> None:
    page = open_page("methods/know-yourself/")
    expect(page.locator("career-adding [data-adding]")).to_have_count(3)
    for row in page.locator("career-adding").all():
        key = row.get_attribute("data-strategy")
        heading = page.locator(f"h2#{key}").inner_text().strip("¶\n ")
        expect(row.get_by_role("button")).to_have_accessible_name(re.compile(f"{re.escape(ADD + heading)}: \\w"))


def test_buttons_are_accessible_and_fit(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE + "#fit", init=results.methods().init)
    expect(page.locator("[data-proposal] [data-adding]")).to_be_visible()
    unfold(page)
    star(page).get_by_role("button").click()
    ways(page, "know-yourself").first.get_by_role("button").click()
    ways(page, "learn").first.get_by_role("button").click()
    ways(page, "learn").first.get_by_role("button", name=words("adding.inside")).click()
    expect(page.get_by_role("button", name=words("adding.undo"))).to_have_count(3)
    heights = page.locator("[data-adding] button:visible").evaluate_all(
        "buttons => buttons.map(button => button.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    check_looks(page)


def test_buttons_are_not_printed(open_page: Open) -> None:
    plain = open_page(MIDWIFE, java_script_enabled=False)
    page = unfold(open_page(MIDWIFE))
    star(page).get_by_role("button").click()
    ways(page, "learn").first.get_by_role("button").click()
    page.emulate_media(media="print")
    expect(page.locator("[data-adding]")).not_to_have_count(0)
    expect(page.locator("[data-adding]:visible")).to_have_count(0)
    for one in (page, plain):  # A script prints the addresses of links that lead elsewhere.
        one.locator(".cg-local").evaluate("part => part.remove()")
    for size in ("A4", "Letter"):
        assert read_sheets(page, size) == read_sheets(plain, size)


def read_sheets(page: Page, size: str) -> list[str]:
    """What stands on each sheet of paper, but for its foot, which scripts fill."""
    foot = re.compile(r"^\d+ / \d+\n?|[^\n]*https?://\S+( ·[^@]*@\S+)?\n?")
    return [foot.sub("", sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format=size))).pages]
