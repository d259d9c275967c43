"""What the plan makes of what stands in it: what is due, progress, journal, results, the calendar."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import load_quizzes
from tests.browser.plan.page import (
    FULL,
    MIDWIFE,
    SHEETS,
    VISIT,
    button,
    form,
    kept,
    line,
    make,
    named,
    open_plan,
    rows,
    titles,
    when,
)
from tests.browser.results.test_results import record
from tests.browser.support.axe import overflows
from tests.browser.support.scripts import list_loaded
from tests.browser.support.words import words


def due(page: Page, group: str) -> list[str]:
    """What is due in a group."""
    return page.locator(f"[data-group={group}] [data-go]").all_inner_texts()


def test_what_is_due_is_grouped_and_leads_to_its_place(open_page: Open, base: str) -> None:
    page = open_plan(open_page, *FULL, others=SHEETS)
    assert due(page, "overdue") == ["Talk to five people", "Talk to a nurse"]
    assert due(page, "today") == ["Open day"]
    assert due(page, "soon") == ["Marta", "Your visit", "Know which course", "Two lectures"]
    region = page.get_by_role("region", name=words("plan.due"))
    expect(region).to_contain_text(
        line(
            words("planning.plan.kinds.goal"),
            words("planning.plan.when", date="November 10, 2026", distance=words("planning.plan.days.ago", count=10)),
        )
    )
    expect(region).to_contain_text(
        line(
            words("planning.plan.kinds.experiment"),
            words("planning.plan.when", date="November 20, 2026", distance=words("planning.plan.days.today")),
        )
    )
    expect(region).to_contain_text(
        line(words("planning.plan.worksheet", title="Visit a workplace"), when("November 24, 2026", 4))
    )
    expect(region.get_by_text("Homework club")).to_be_hidden()
    region.get_by_text(words("planning.plan.later_count", count=2)).click()
    assert due(page, "later") == ["Career adviser", "Homework club"]
    sheet = region.get_by_role("link", name="Your visit")
    expect(sheet).to_have_attribute("href", f"{base}worksheets/visits/#entry-e1")
    expect(region.locator("li", has=sheet).get_by_role("button")).to_have_count(0)
    region.get_by_role("link", name="Marta").click()
    expect(page.locator("#plan-item-i15")).to_be_focused()
    expect(page.locator("#plan-item-i15")).to_be_in_viewport()


def test_what_is_due_is_moved_by_a_week_finished_and_taken_back(open_page: Open) -> None:
    page = open_plan(open_page, *FULL)
    region = page.get_by_role("region", name=words("plan.due"))
    button(region, named("later", "Talk to a nurse")).focus()
    page.keyboard.press("Enter")
    notice = page.locator("[data-undone]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text(words("planning.plan.put_off", when=when("November 27, 2026", 7)))
    assert kept(page)[3]["date"] == "2026-11-27"
    assert due(page, "overdue") == ["Talk to five people"]
    button(page, words("plan.undo")).click()
    assert kept(page)[3]["date"] == "2026-11-18"
    button(region, named("later", "Know which course")).click()
    assert kept(page)[11]["review"] == "2026-12-02"
    button(region, named("done", "Marta")).click()
    expect(notice).to_contain_text(words("planning.plan.finished", text="Marta"))
    assert kept(page)[14]["done"] == "2026-11-20"
    button(page, words("plan.undo")).click()
    assert "done" not in kept(page)[14]
    button(region, named("done", "Open day")).click()
    expect(page.get_by_role("form", name=words("plan.record")).get_by_label(words("plan.done_day"))).to_be_focused()
    button(region, named("review", "Talk to five people")).click()
    expect(page.get_by_role("form", name=words("plan.review")).get_by_label(words("plan.decide.keep"))).to_be_focused()


def test_a_quiet_plan_says_when_the_next_day_is(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "contact", "Ann", date="2027-03-01"))
    region = page.get_by_role("region", name=words("plan.due"))
    expect(region).to_contain_text(words("planning.plan.quiet", when=when("March 1, 2027", 101)))
    button(page, named("edit", "Ann")).click()
    rows(page, "contact").get_by_label(words("planning.booklet.contact")).fill("")
    expect(region).to_contain_text(words("planning.plan.nothing_dated"))


def test_the_next_day_brings_what_is_due_then(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "contact", "Ann", date="2026-11-21"))
    assert due(page, "soon") == ["Ann"]
    page.evaluate("setDay('2026-11-21'); document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    assert due(page, "today") == ["Ann"]


# Progress


def figures(page: Page) -> dict[str, list[str]]:
    """The table of progress: label -> done, worksheets, planned."""
    found = page.locator("section[data-section=progress] tbody tr").all()
    return {row.locator("th").inner_text()[2:]: row.locator("td").all_inner_texts() for row in found}


def test_progress_is_a_picture_and_the_same_figures_in_a_table(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, others=SHEETS)
    assert figures(page) == {
        "Know yourself": ["1", "0", "1"],
        "Explore and experience": ["1", "1", "2"],
        "Build a support network": ["0", "0", "1"],
        "Keep learning": ["1", "0", "1"],
        "Bring interests into your work": ["0", "0", "0"],
        "Create and take opportunities": ["0", "0", "0"],
    }
    picture = page.get_by_role("img", name=words("planning.plan.picture", done=3, sheets=1, planned=5))
    expect(picture).to_be_visible()
    bands = picture.locator("[data-band]").evaluate_all(
        "bands => bands.filter(band => band.getAttribute('d')).map(band => band.dataset.band)"
    )
    assert bands == [
        "know-yourself done",
        "know-yourself planned",
        "explore done",
        "explore sheets",
        "explore planned",
        "network planned",
        "learn done",
        "learn planned",
    ]
    # Its headings are broken between words alone, and so the columns have room for them.
    page.set_viewport_size({"width": 320, "height": 900})
    heads = page.locator(".cg-plan__table thead th:visible")
    assert max(heads.evaluate_all("heads => heads.map((head) => head.offsetHeight)")) < 64
    assert overflows(page) <= 0


def test_what_is_only_planned_draws_no_picture_and_a_quiz_counts(open_page: Open) -> None:
    planned = make(1, "experiment", "Ask a potter", method="network")
    page = open_plan(open_page, planned)
    expect(page.get_by_role("region", name=words("plan.proposal"))).to_be_visible()
    expect(page.locator("section[data-section=progress]")).to_be_hidden()
    page = open_plan(open_page, planned, others={"results": {"entries": [record("interests")]}})
    assert figures(page)["Know yourself"] == ["1", "0", "0"]
    expect(page.locator("[data-why]")).not_to_contain_text("Know yourself")


def test_the_next_method_comes_with_its_guide_a_worksheet_and_the_starred_occupation(
    open_page: Open, base: str
) -> None:
    page = open_plan(open_page, *FULL)
    region = page.get_by_role("region", name=words("plan.proposal"))
    expect(region).to_contain_text(words("planning.plan.why.empty", method="Bring interests into your work"))
    # What is next and one's own things come before how far one has come.
    heads = page.locator("[data-view] > section:visible > h2").all_inner_texts()
    wanted = ["due", "proposal", "occupations", "experiments", "goals", "people", "journal", "progress"]
    assert heads[: len(wanted)] == [words(f"plan.{name}") for name in wanted]
    links = region.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert links == [
        f"{base}methods/integrate/",
        f"{base}worksheets/roles/",
        f"{base}occupations/midwife/#explore-integrate",
        f"{base}occupations/judge/#explore-integrate",
        f"{base}occupations/programmer/#explore-integrate",
    ]
    button(region, words("plan.proposal_add")).click()
    expect(form(page, "experiment").get_by_label(words("planning.booklet.method"))).to_have_value("integrate")


def test_of_the_empty_methods_the_one_that_came_out_lowest_is_next(open_page: Open, site: Any) -> None:
    quiz = load_quizzes(site)["start"]
    answers = {item["key"]: 1 if item["scale"] == "create" else 4 for item in quiz["items"]}
    entry = {"id": "s", "quiz": "start", "form": "full", "date": "2026-11-01", "answers": answers}
    page = open_plan(open_page, *FULL, others={"results": {"entries": [entry]}})
    expect(page.locator("[data-why]")).to_have_text(
        words("planning.plan.why.empty_lowest", method="Create and take opportunities", quiz="Where do I begin?")
    )


# Journal


def test_the_journal_has_the_newest_first_and_its_line(open_page: Open) -> None:
    page = open_plan(open_page, *FULL)
    assert titles(page, "note")[:2] == ["Still curious.", "Slept badly."]
    chart = page.locator("[data-chart]")
    line = chart.get_by_role("img")
    expect(line).to_have_accessible_name(
        words("planning.plan.line", **{"from": 3}, first="November 2, 2026", to=5, last="November 19, 2026", count=5)
    )
    expect(line.locator("circle")).to_have_count(5)
    chart.get_by_text(words("plan.chart_table")).click()
    table = chart.locator("tbody tr")
    expect(table).to_have_count(5)
    expect(table.first).to_have_text(
        re.compile(rf"November 2, 2026\s*{words('planning.plan.step_of', step=3)}\s*Midwife: Mostly gladly\.")
    )
    which = chart.get_by_label(words("plan.about"))
    which.select_option("midwife")
    expect(line.locator("circle")).to_have_count(3)
    which.select_option("judge")
    expect(line).to_be_hidden()
    expect(chart).to_contain_text(words("planning.plan.one_point"))


def test_a_journal_without_figures_says_so(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "note", date="2026-11-01"))
    chart = page.locator("[data-chart]")
    expect(chart).to_contain_text(words("planning.plan.no_point"))
    button(page, named("edit", "Thing 1")).click()
    rows(page, "note").get_by_label(words("plan.interest")).select_option("3")
    expect(chart).to_contain_text(words("planning.plan.one_point"))
    rows(page, "note").get_by_label(words("plan.note")).fill("Other words")
    assert kept(page)[0]["text"] == "Other words"


def test_a_note_about_an_occupation_that_is_starred_no_longer_keeps_it(open_page: Open) -> None:
    page = open_plan(open_page, make(1, **MIDWIFE), make(2, "note", slug="midwife", interest=3))
    button(page, named("remove", "Midwife")).click()
    expect(rows(page, "note").get_by_role("link", name="midwife")).to_be_visible()
    button(page, named("edit", "Thing 2")).click()
    expect(rows(page, "note").get_by_label(words("plan.about"))).to_have_value("midwife")


# Results, worksheets, calendar, booklet


def test_the_two_latest_results_stand_side_by_side(open_page: Open, site: Any, base: str) -> None:
    quiz = load_quizzes(site)["interests"]

    def record(name: str, date: str, social: int) -> dict[str, Any]:
        answers = {
            item["key"]: social if item["scale"] == "social" else 2 + place % 2
            for place, item in enumerate(quiz["items"])
        }
        return {"id": name, "quiz": "interests", "form": "full", "date": date, "answers": answers}

    entries = [record("a", "2026-08-01", 1), record("b", "2026-09-01", 1), record("c", "2026-11-01", 5)]
    page = open_plan(open_page, make(1, "goal"), others={"results": {"entries": entries}})
    region = page.get_by_role("region", name=words("plan.differences"))
    expect(region.locator("tbody tr")).to_have_count(6)
    expect(region).to_contain_text("September 1, 2026, 60 answers. What are you interested in? November 1, 2026")
    expect(region.locator("tbody tr", has_text="Helping")).to_contain_text(words("script.results.changed"))
    expect(region.locator("tbody tr", has_text="Creating")).to_contain_text(words("script.results.same"))
    expect(region.get_by_role("link", name=words("plan.all_results"))).to_have_attribute(
        "href", f"{base}quiz/results/#result-history"
    )
    expect(region.get_by_text(words("plan.once"))).to_be_hidden()


def test_modules_come_when_they_are_needed(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "experiment", method="learn"))
    page.wait_for_load_state("networkidle")
    late = {f"elements/plan/forms/{name}.js" for name in ("record", "review")}
    late |= {f"elements/plan/parts/{name}.js" for name in ("chart", "results", "differences")}
    assert "elements/plan/element.js" in list_loaded(page)
    assert not {*late, "elements/plan/calendar.js"} & list_loaded(page)
    expect(page.get_by_text(words("plan.once"))).to_be_visible()
    button(page, named("record", "Thing 1")).click()
    expect(page.get_by_role("form", name=words("plan.record"))).to_be_visible()
    assert late & list_loaded(page) == {"elements/plan/forms/record.js"}


def test_worksheets_say_how_far_they_are(open_page: Open, base: str) -> None:
    entries = [{**VISIT, "id": f"e{number}", "values": {"day": "2026-11-24"}} for number in (1, 2)]
    others = {
        "sheet__visits": {"entries": entries},
        "sheet__role-models": {"entries": [{**VISIT, "values": {"asked": "2026-11-24"}}]},
        "sheet__internships": {"entries": [{**VISIT, "values": {}}]},
    }
    page = open_plan(open_page, others=others)
    region = page.get_by_role("region", name=words("plan.part.sheets"))
    begun = region.locator("[data-begun] li")
    expect(begun).to_have_count(2)
    expect(begun.nth(0)).to_contain_text(words("planning.plan.entries_changed", count=2, date="November 1, 2026"))
    expect(begun.nth(1)).to_contain_text(words("planning.plan.changed", date="November 1, 2026"))
    expect(begun.nth(0).get_by_role("link")).to_have_attribute("href", f"{base}worksheets/visits/")
    region.get_by_text(words("planning.plan.not_begun", count=12)).click()
    expect(region.locator("[data-not-begun] li:visible")).to_have_count(12)
    expect(page.locator("[data-begin]")).to_be_hidden()


def test_dates_are_saved_for_the_calendar(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, others=SHEETS)
    region = page.get_by_role("region", name=words("plan.calendar"))
    expect(region).to_contain_text(words("planning.plan.dates", count=9))
    save_dates = button(region, words("plan.calendar_save"))
    with page.expect_download() as waiting:
        save_dates.click()
    assert waiting.value.suggested_filename == "career-plan-2026-11-20.ics"
    content = waiting.value.path().read_text(encoding="utf-8")
    assert content.count("BEGIN:VEVENT") == 9
    assert "UID:i4@" in content
    assert "UID:e1-day@" in content
    expect(region.get_by_role("status")).to_have_text(
        words("planning.plan.calendar_saved", name="career-plan-2026-11-20.ics")
    )


def test_the_next_file_takes_back_what_is_done_or_deleted(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", review="2026-11-25"), make(2, "contact", "Marta", date="2026-12-01"))
    region = page.get_by_role("region", name=words("plan.calendar"))
    save_dates = button(region, words("plan.calendar_save"))
    with page.expect_download():
        save_dates.click()
    button(page, named("edit", "Marta")).click()
    button(page, named("remove", "Marta")).click()
    dates, gone = words("planning.plan.dates", count=1), words("planning.plan.dates_gone", count=1)
    expect(save_dates).to_have_accessible_description(f"{dates} {gone}")
    with page.expect_download() as waiting:
        save_dates.click()
    content = waiting.value.path().read_text(encoding="utf-8")
    assert content.count("BEGIN:VEVENT") == 2
    assert content.count("STATUS:CANCELLED") == 1
    assert "Marta" not in content
    expect(save_dates).to_have_accessible_description(dates)


def test_without_dates_the_calendar_says_why_it_waits(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal"))
    save_dates = button(page, words("plan.calendar_save"))
    expect(save_dates).to_have_attribute("aria-disabled", "true")
    expect(save_dates).to_have_accessible_description(words("planning.plan.no_dates"))
    save_dates.click(force=True)
    expect(page.locator("[data-offered]")).to_be_empty()


def test_the_booklet_and_the_research_of_an_occupation_are_at_hand(open_page: Open, base: str) -> None:
    page = open_plan(open_page, make(1, **MIDWIFE))
    expect(page.get_by_role("link", name=words("booklet.title"))).to_have_attribute("href", f"{base}plan/booklet/")
    row = rows(page, "occupation")
    expect(row.get_by_role("link", name="Midwife", exact=True)).to_have_attribute("href", f"{base}occupations/midwife/")
    research = row.get_by_role("link", name=named("research", "Midwife"))
    assert research.evaluate("link => link.href") == f"{base}worksheets/look-into/"
