"""The whole way of a reader in one go: assess, explore, try, reflect; take it away, lose it, bring it back, print."""

from __future__ import annotations

import datetime
from typing import Any

import icalendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.adding.test_adding import METHODS, star, status, ways
from tests.browser.booklet.test_booklet import Paper, squeeze
from tests.browser.conftest import Open
from tests.browser.keeping.page import choose, download, forget, merge, read_kept
from tests.browser.quiz.test_quiz import HELPER, by_scale, take
from tests.browser.support.words import matching, words
from tests.browser.support.worksheets import CONTROLS, SAVED, at_work, say, write_all
from tests.browser.support.worksheets import sheets as sheets

KINDS = {"short", "long", "choice", "rating", "date", "before_after", "list", "table", "if_then"}
TITLES = {"midwife": "Midwife", "plumber": "Plumber"}


def pick_sheets(sheets: dict[str, Any]) -> list[dict[str, Any]]:
    """As few worksheets as have a field of every kind between them."""
    chosen: list[dict[str, Any]] = []
    left = set(KINDS)
    while left:
        best = max(sheets.values(), key=lambda sheet: len(left & {field["kind"] for field in sheet["fields"]}))
        left -= {field["kind"] for field in best["fields"]}
        chosen.append(best)
    return chosen


def plan(page: Page) -> list[dict[str, Any]]:
    """What is in the plan."""
    items: list[dict[str, Any]] = read_kept(page)["careers.plan"]["items"]
    return items


def test_a_reader_goes_all_the_way_round(open_page: Open, base: str, sheets: dict[str, Any]) -> None:
    page = open_page("quiz/interests/")
    take(page, by_scale(HELPER))

    # Two occupations, and an experiment of each method from one of them.
    for slug, title in TITLES.items():
        page.goto(f"{base}occupations/{slug}/#explore")
        star(page).get_by_role("button", name=words("adding.star")).click()
        expect(status(star(page))).to_have_text(words("adding.added"))
        assert (plan(page)[-1]["kind"], plan(page)[-1]["text"]) == ("occupation", title)
    for method in METHODS:
        ways(page, method).first.get_by_role("button", name=matching("adding.named", label=words("adding.add"))).click()
    experiments = {item["method"]: item for item in plan(page) if item["kind"] == "experiment"}
    assert list(experiments) == list(METHODS)

    # A field of every kind in the worksheets.
    filled = pick_sheets(sheets)
    for sheet in filled:
        page.goto(base + sheet["url"])
        write_all(at_work(page))
        say(page, SAVED)

    # On the plan: one experiment gets a day, another one is recorded.
    page.goto(f"{base}plan/")
    planned, tried = experiments["learn"], experiments["network"]
    day = datetime.date.today() + datetime.timedelta(days=10)
    page.get_by_role(
        "button", name=words("planning.plan.named", action=words("plan.edit"), text=planned["text"])
    ).click()
    row = page.locator("[data-list=experiment] li").filter(has_text=planned["text"])
    row.get_by_label(words("plan.by_when")).fill(day.isoformat())
    page.get_by_role(
        "button", name=words("planning.plan.named", action=words("plan.record"), text=tried["text"])
    ).click()
    form = page.get_by_role("form", name=words("plan.record"))
    form.get_by_role("group", name=words("plan.felt")).get_by_label(f"5 {words('plan.enjoyment.five')}").check()
    form.get_by_label(words("plan.taught")).fill("I want to see a night shift.")
    form.get_by_role("group", name=words("plan.interest_now")).get_by_label("4").check()
    form.get_by_role("button", name=words("plan.save"), exact=True).click()
    expect(page.get_by_role("heading", name=words("plan.loop.title"))).to_be_focused()
    found = {item["id"]: item for item in plan(page)}
    assert found[planned["id"]]["date"] == day.isoformat()
    assert (found[tried["id"]]["felt"], found[tried["id"]]["taught"]) == (5, "I want to see a night shift.")

    # The calendar has that day, and the days of the worksheets.
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words("plan.calendar_save")).click()
    calendar = icalendar.Calendar.from_ical(waiting.value.path().read_bytes())
    events = {str(event["UID"]).partition("@")[0]: event for event in calendar.events}
    assert events[planned["id"]].decoded("DTSTART") == day
    assert planned["text"] in str(events[planned["id"]].get("SUMMARY")) + str(events[planned["id"]].get("DESCRIPTION"))
    assert tried["id"] not in events
    reminders = [uid for uid in events if uid not in found]
    assert reminders
    assert {events[uid].decoded("DTSTART") for uid in reminders} == {datetime.date(2027, 3, 4)}
    assert any(field.get("reminder") for sheet in filled for field in sheet["fields"])

    # Taken away, forgotten and brought back, nothing is different.
    before = read_kept(page)
    assert {"careers.plan", "careers.results", *(f"careers.sheet.{sheet['key']}" for sheet in filled)} <= set(before)
    _, file = download(page)
    forget(page)
    assert read_kept(page) == {}
    page.goto(f"{base}plan/")
    choose(page, file)
    merge(page)
    assert read_kept(page) == before

    # And all of it is in the booklet.
    page.goto(f"{base}plan/booklet/")
    expect(page.locator("career-booklet[data-state=filled]")).to_be_visible()
    text = Paper(page).text
    written = [*TITLES.values(), "I want to see a night shift."]
    written += [item["text"] for item in plan(page)]
    for sheet in filled:
        [entry] = before[f"careers.sheet.{sheet['key']}"]["entries"]
        assert {field["key"] for field in sheet["fields"]} == set(entry["values"])
        written += [sheet["title"], *(field["label"] for field in sheet["fields"])]
        written += [value for value in entry["values"].values() if isinstance(value, str) and value.startswith("Text")]
    for one in written:
        assert squeeze(one) in text, one
    assert text.count("Text0") > len(filled)
    assert text.count("More0") > 1


def test_without_scripts_all_of_it_can_be_printed_and_filled_in_by_hand(
    open_page: Open, base: str, sheets: dict[str, Any]
) -> None:
    page = open_page("plan/", java_script_enabled=False)
    page.emulate_media(media="print")
    expect(page.locator("[data-paper] table")).not_to_have_count(0)
    for table in page.locator("[data-paper] table").all():
        expect(table).to_be_visible()
        heights = table.locator("tbody tr").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
        assert min(heights) >= 24
    for sheet in sheets.values():
        page.goto(base + sheet["url"])
        # Without scripts nobody knows whether a day is typed in, so its box is printed.
        check_paper(page.locator("career-sheet"), sheet, boxes="[type=date]")
    page.goto(f"{base}plan/booklet/")
    for key, sheet in sheets.items():
        check_paper(page.locator(f"[data-blank={key}]"), sheet)
    expect(page.locator("[data-blank=plan] table")).not_to_have_count(0)
    printed = Paper(page).text
    for sheet in sheets.values():
        assert squeeze(sheet["title"]) in printed


def check_paper(place: Locator, sheet: dict[str, Any], *, boxes: str = "") -> None:
    """Every question of a worksheet can be seen, and so can what is written on or circled; no box can but `boxes`."""
    room = f":is(hr, .cg-sheet__choices{', ' + boxes if boxes else ''})"
    for field in sheet["fields"]:
        part = place.locator(f"[data-field={field['key']}]")
        expect(part.get_by_text(field["label"], exact=True).first, str(field)).to_be_visible()
        if field["kind"] in ("choice", "rating", "before_after"):
            expect(part.locator("[type=radio]:visible").first).to_be_visible()
        else:
            assert part.locator(f"{room}:visible").count() > 0, field
        expect(part.locator(f"{CONTROLS}:not({boxes or 'b'}):visible")).to_have_count(0)
