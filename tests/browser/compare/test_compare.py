"""Occupations side by side: chosen, moved, taken out, sent by a link, printed; and links that ask for too much."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import load_quizzes, save
from tests.browser.map.test_map import answer
from tests.browser.support.axe import check_looks, overflows
from tests.browser.support.shifting import MOST_SHIFT, SHIFTS
from tests.browser.support.words import words

COMPARE = "compare/"
TWO = COMPARE + "#compare1=plumber,potter"


def row(page: Page, name: str) -> Locator:
    """A row of the table by its name."""
    return page.locator(f"[data-view] [data-row={name}]")


def unfold(page: Page, name: str) -> None:
    """Shows the rows that are folded up."""
    page.get_by_role("button", name=words(f"compare.folds.{name}")).click()


def test_the_narrowest_phone_breaks_no_word_of_a_title(open_page: Open) -> None:
    page = open_page(TWO, width=320)
    title = page.locator("[data-heads] a").first
    expect(title).to_be_visible()
    wide = {}
    for word in ("Dermatologists", "Electroencephalographers", "Optometrist"):
        title.evaluate("(link, word) => { link.textContent = word; }", word)
        wide[word] = title.evaluate("link => link.getClientRects().length")
        assert overflows(page) <= 0
    assert wide == dict.fromkeys(wide, 1)
    # All buttons end where the page does, below a title that leaves no room beside it.
    ends = page.locator("[data-heads] [data-remove]").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert set(ends) == {304}


def test_phone_has_both_values_of_each_fact_below_one_another(open_page: Open) -> None:
    page = open_page("about/")
    page.set_viewport_size({"width": 320, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto(page.url.replace("about/", TWO))
    page.reload()
    expect(row(page, "pay")).to_be_visible()
    assert page.evaluate("window.shifted") < MOST_SHIFT
    for name in ("pay", "time", "change", "entry"):
        boxes = [one.bounding_box() for one in row(page, name).get_by_role("cell").all()]
        first, second = (box for box in boxes if box)
        assert (first["x"], first["width"]) == (second["x"], second["width"])
        assert first["y"] + first["height"] <= second["y"]
    labels = (
        row(page, "entry")
        .locator("td")
        .evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    )
    assert labels == ['"Plumber"', '"Potter"']
    expect(row(page, "tasks")).to_be_hidden()
    expect(row(page, "fit")).to_be_hidden()
    unfold(page, "work")
    expect(row(page, "tasks")).to_be_visible()
    unfold(page, "work")
    expect(row(page, "tasks")).to_be_hidden()
    assert overflows(page) <= 0
    title, button = page.locator("[data-name]").first, page.locator("[data-remove]").first
    sizes = [float(str(one.evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))) for one in (title, button)]
    assert sizes[0] > sizes[1]


def test_beginning_of_a_title_and_another_name_are_enough(open_page: Open) -> None:
    page = open_page(COMPARE)
    box = page.get_by_label(words("compare.add"))
    for typed, title in (("plum", "Plumber"), ("idwif", "Midwife")):
        box.fill(typed)
        page.keyboard.press("Enter")
        expect(page.locator("[data-heads] [data-name]").last).to_have_text(title)
    box.fill("pottr")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(words("comparing.nearest", titles="Potter"))


def test_rows_say_what_the_profiles_say(open_page: Open, site: Path) -> None:
    page = open_page(TWO)
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Plumber", "Potter"])
    # What holds for both is said once.
    said = words("comparing.pay_of", region="United States", year=2025)
    expect(row(page, "pay").locator("[data-key]")).to_contain_text(said)
    cells = row(page, "pay").locator("td")
    expect(cells.nth(0)).to_contain_text(words("comparing.pay_here", amount="$63,000", per=words("comparing.per_year")))
    expect(cells.nth(1)).to_contain_text(words("comparing.pay_here", amount="$19.75", per=words("comparing.per_hour")))
    for number, slug in enumerate(("plumber", "potter")):
        profile: dict[str, Any] = json.loads((site / f"data/profiles/{slug}.json").read_text(encoding="utf-8"))
        for name in ("tasks", "good_sides", "hard_sides", "skills"):
            assert row(page, name).locator("td").nth(number).locator("li").all_text_contents() == profile[name]
        expect(row(page, "summary").locator("td").nth(number)).to_have_text(profile["summary"])
        expect(row(page, "openings").locator("td").nth(number)).to_have_text(
            f"{profile['outlook'][0]['openings_per_year']:,}"
        )


def test_differences_are_marked_and_can_stand_alone(open_page: Open) -> None:
    page = open_page(TWO)
    unfold(page, "work")
    expect(row(page, "field").get_by_text(words("compare.differs"))).to_be_visible()
    expect(row(page, "summary")).to_be_visible()
    expect(row(page, "summary").get_by_text(words("compare.differs"))).to_be_hidden()
    assert row(page, "environment").locator("strong").count() > 2
    page.get_by_label(words("compare.only")).check()
    expect(row(page, "summary")).to_be_hidden()
    expect(row(page, "pay")).to_be_visible()


def test_typed_titles_are_added_moved_and_taken_out(open_page: Open, base: str) -> None:
    page = open_page(COMPARE)
    expect(page.get_by_text(words("compare.empty"))).to_be_visible()
    box = page.get_by_label(words("compare.add"))
    for number, title in enumerate(("Potter", "judge", "Cook"), 1):
        box.fill(title)
        page.keyboard.press("Enter")
        expect(page.get_by_text(words("comparing.added", title=title.title(), count=number))).to_be_visible()
    assert page.url == base + COMPARE + "#compare1=potter,judge,cook"
    page.get_by_role("button", name=words("comparing.right", title="Potter")).click()
    expect(page.get_by_text(words("comparing.moved", title="Potter", place=2, count=3))).to_be_visible()
    expect(page.get_by_role("button", name=words("comparing.right", title="Potter"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(words("comparing.moved", title="Potter", place=3, count=3))).to_be_visible()
    expect(page.get_by_role("button", name=words("comparing.left", title="Potter"))).to_be_focused()
    page.get_by_role("button", name=words("comparing.remove", title="Judge")).click()
    expect(page.get_by_text(words("comparing.removed", title="Judge", count=2))).to_be_visible()
    expect(box).to_be_focused()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Cook", "Potter"])
    # Read from the right, "later" is to the left; below one another it is down.
    later = page.get_by_role("button", name=words("comparing.right", title="Cook"))
    page.evaluate("document.documentElement.dir = 'rtl'")
    expect(later).to_have_css("transform", "matrix(-1, 0, 0, 1, 0, 0)")
    page.set_viewport_size({"width": 390, "height": 900})
    expect(later).to_have_css("transform", re.compile(r"matrix\(0, 1, -1, 0|matrix\(6.*e-17, 1, -1"))


def test_wrong_double_and_fifth_titles_are_told(open_page: Open) -> None:
    page = open_page(COMPARE + "#compare1=potter,judge,cook,baker")
    expect(page.locator("[data-heads] [data-name]")).to_have_count(4)
    box = page.get_by_label(words("compare.add"))
    for title, sentence in (
        ("Zeppelin", words("comparing.no_such")),
        ("Cook", words("comparing.there")),
        ("Plumber", words("comparing.full")),
    ):
        box.fill(title)
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
        expect(box).to_have_value(title)


def test_occupation_leads_here(open_page: Open, base: str) -> None:
    page = open_page("occupations/potter/")
    page.get_by_role("link", name=words("results.compare"), exact=True).click()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Potter"])
    assert page.url == base + COMPARE + "#compare1=potter"


def test_link_to_the_view_is_copied_or_said_not_to_be(open_page: Open) -> None:
    page = open_page(TWO)
    page.get_by_role("button", name=words("explorer.link")).click()
    expect(page.locator("[data-copied]")).to_have_text(
        re.compile("|".join(re.escape(words(f"explorer.{key}")) for key in ("copied", "not_copied")))
    )


def test_link_for_five_shows_four_and_names_the_fifth(open_page: Open) -> None:
    page = open_page(COMPARE + "#compare1=potter,judge,cook,baker,plumber,gone")
    expect(page.get_by_text(words("comparing.most", titles="Plumber"))).to_be_visible()
    expect(page.get_by_text(words("comparing.gone", names="gone"))).to_be_visible()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Potter", "Judge", "Cook", "Baker"])


def test_unreadable_link_is_told(open_page: Open) -> None:
    page = open_page(COMPARE + "#compare9=potter")
    expect(page.get_by_text(words("comparing.unread"))).to_be_visible()
    expect(page.get_by_text(words("compare.empty"))).to_be_visible()


def test_saved_occupations_are_offered(open_page: Open) -> None:
    item = {"id": "a", "kind": "occupation", "text": "Cook", "slug": "cook", "made": "2026-11-01"}
    page = open_page(TWO, init=save(plan={"items": [item, {**item, "id": "b", "slug": "potter", "text": "Potter"}]}))
    expect(page.get_by_role("button", name="+ Potter")).to_have_count(0)
    page.get_by_role("button", name="+ Cook").click()
    expect(page.locator("[data-heads] [data-name]")).to_have_count(3)


def test_own_results_speak_for_and_against(open_page: Open, site: Path) -> None:
    page = open_page(TWO)
    expect(row(page, "pay")).to_be_visible()
    expect(row(page, "fit")).to_be_hidden()
    entry = answer(load_quizzes(site)["interests"], {"realistic": 5, "conventional": 4})
    page = open_page(TWO, init=save(results={"entries": [entry]}))
    unfold(page, "own")
    expect(row(page, "fit").locator("td").first).to_contain_text("Doing")
    expect(row(page, "flags").locator("td").first).to_have_text(words("comparing.nothing"))


def test_profile_that_does_not_load_is_told_and_the_others_stand(open_page: Open) -> None:
    page = open_page("about/", tolerate="ERR_")
    page.route("**/data/profiles/potter.json", lambda route: route.abort())
    page.goto(page.url.replace("about/", TWO))
    expect(page.get_by_text(words("comparing.failed", titles="Potter"))).to_be_visible()
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Plumber"])


def test_without_scripts_an_empty_table_can_be_printed(open_page: Open) -> None:
    page = open_page(COMPARE, java_script_enabled=False)
    table = page.get_by_role("table", name=words("compare.caption"))
    expect(table.get_by_role("rowheader", name=words("compare.rows.hard_sides"))).to_be_visible()
    expect(page.locator("career-compare noscript p")).to_contain_text(words("compare.paper"))


def test_prints_the_table_without_its_buttons(open_page: Open) -> None:
    page = open_page(TWO)
    expect(row(page, "pay")).to_be_visible()
    page.emulate_media(media="print")
    expect(row(page, "hard_sides")).to_be_visible()
    expect(page.get_by_role("button", name=words("comparing.remove", title="Potter"))).to_be_hidden()
    assert overflows(page) <= 0
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 2


def test_table_is_accessible_and_fits(open_page: Open) -> None:
    page = open_page(COMPARE + "#compare1=potter,judge,cook,baker")
    expect(row(page, "pay")).to_be_visible()
    unfold(page, "sides")
    check_looks(page)
