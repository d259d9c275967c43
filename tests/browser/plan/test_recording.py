"""Experiments are recorded, goals are reviewed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.plan.page import MIDWIFE, STEP, button, form, kept, line, make, named, open_plan, rows, titles
from tests.browser.support.axe import find_violations
from tests.browser.support.words import words


def test_a_recorded_experiment_goes_to_the_journal_and_on_to_the_loop(open_page: Open, base: str) -> None:
    item = make(4, "experiment", "Ask", method="network", expected=4, slug="midwife")
    page = open_plan(open_page, make(1, **MIDWIFE), item)
    button(page, named("record", "Ask")).click()
    place = page.get_by_role("form", name=words("plan.record"))
    expect(place.get_by_label(words("plan.done_day"))).to_be_focused()
    expect(place.get_by_label(words("plan.done_day"))).to_have_value("2026-11-20")
    expect(place).to_contain_text(words("planning.plan.foretold", step=4))
    place.get_by_label(words("plan.done_day")).fill("2026-11-19")
    place.get_by_role("group", name=words("plan.felt")).get_by_label(STEP[2]).check()
    place.get_by_label(words("plan.taught")).fill("Nights are hard.")
    place.get_by_role("group", name=words("plan.interest_now")).get_by_label("3 medium").check()
    button(place, words("plan.save")).click()
    loop = page.get_by_role("group", name=words("plan.loop.title"))
    expect(loop.get_by_role("heading")).to_be_focused()
    expect(loop).to_contain_text(
        f"{words('planning.plan.recorded')} {words('planning.plan.worse', expected=4, felt=2)}"
    )
    _, experiment, note = kept(page)
    assert {name: experiment[name] for name in ("done", "felt", "taught", "expected")} == {
        "done": "2026-11-19",
        "felt": 2,
        "taught": "Nights are hard.",
        "expected": 4,
    }
    assert (note["kind"], note["text"]) == (
        "note",
        f"{words('planning.plan.note_tried', text='Ask')}\nNights are hard.",
    )
    assert (note["date"], note["interest"], note["slug"]) == ("2026-11-19", 3, "midwife")
    assert titles(page, "experiment") == []
    assert titles(page, "experiment-done") == ["Ask"]
    expect(rows(page, "experiment-done")).to_contain_text(
        line(
            words("planning.plan.done_on", date="November 19, 2026"),
            words("planning.plan.compared", felt=2, expected=4),
        )
    )
    expect(rows(page, "note")).to_contain_text(line("November 19, 2026", words("planning.plan.interest_step", step=3)))
    links = loop.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert links == [f"{base}quiz/{key}/#again" for key in ("interests", "skills", "values", "environment", "start")]
    expect(loop.get_by_role("link", name=words("plan.loop.difference"))).to_be_hidden()
    assert find_violations(page) == []
    button(loop, words("plan.loop.next")).click()
    expect(form(page, "experiment").get_by_label(words("plan.what_try"))).to_be_focused()
    button(loop, words("plan.loop.close")).click()
    expect(loop).to_be_hidden()
    expect(button(page, words("plan.add_experiment"))).to_be_focused()


def test_an_experiment_is_recorded_by_keyboard_alone(open_page: Open) -> None:
    page = open_plan(open_page, make(4, "experiment", "Ask", method="network"))
    button(page, named("record", "Ask")).focus()
    page.keyboard.press("Enter")
    place = page.get_by_role("form", name=words("plan.record"))
    expect(place.get_by_label(words("plan.done_day"))).to_be_focused()
    place.get_by_label(STEP[1]).focus()
    for key in ("ArrowRight", "ArrowRight", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Fine.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(button(place, words("plan.save"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=words("plan.loop.title"))).to_be_focused()
    assert (kept(page)[0]["felt"], kept(page)[0]["taught"]) == (3, "Fine.")
    assert "interest" not in kept(page)[1]


def test_a_record_needs_a_day_that_has_come_and_the_enjoyment(open_page: Open) -> None:
    page = open_plan(open_page, make(4, "experiment", "Ask", method="network"))
    button(page, named("record", "Ask")).click()
    place = page.get_by_role("form", name=words("plan.record"))
    place.get_by_label(words("plan.done_day")).fill("2026-11-21")
    button(place, words("plan.save")).click()
    alert = place.get_by_role("alert")
    expect(alert).to_have_text(words("planning.plan.faults.future"))
    expect(place.get_by_label(words("plan.done_day"))).to_be_focused()
    place.get_by_label(words("plan.done_day")).fill("2026-11-20")
    button(place, words("plan.save")).click()
    expect(alert).to_have_text(words("planning.plan.faults.no_felt"))
    expect(place.get_by_label(STEP[1])).to_be_focused()
    assert find_violations(page) == []
    place.get_by_label(words("plan.taught")).fill("Half a thought")
    page.reload()
    button(page, named("record", "Ask")).click()
    expect(place.get_by_label(words("plan.taught"))).to_have_value("Half a thought")
    assert len(kept(page)) == 1
    button(place, words("plan.cancel")).click()
    expect(place).to_have_count(0)
    expect(page.locator("#plan-item-i4")).to_be_focused()


def test_a_done_experiment_is_edited_and_opened_again(open_page: Open) -> None:
    page = open_plan(
        open_page, make(4, "experiment", "Ask", method="network", done="2026-11-02", felt=2, taught="Little.")
    )
    button(page, named("edit", "Ask")).click()
    row = rows(page, "experiment-done")
    row.get_by_label(words("plan.felt")).select_option("5")
    row.get_by_label(words("plan.taught")).fill("Much.")
    row.get_by_label(words("plan.done_day")).fill("2026-11-03")
    expect(row).to_contain_text(
        line(words("planning.plan.done_on", date="November 3, 2026"), words("planning.plan.felt_step", step=5))
    )
    expect(row.locator("[data-taught]")).to_have_text("Much.")
    button(page, words("planning.plan.reopened", text="Ask")).click()
    expect(page.locator("#plan-item-i4")).to_be_focused()
    assert titles(page, "experiment") == ["Ask"]
    button(page, named("record", "Ask")).click()
    expect(page.get_by_role("form", name=words("plan.record")).get_by_label(STEP[5]).first).to_be_checked()


# Goals


REVIEWS = {
    words("plan.decide.keep"): (
        f"{words('planning.plan.decided.keep', goal='Know')}\nStill true.",
        {"text": "Know", "review": "2027-02-19"},
    ),
    words("plan.decide.change"): (
        f"{words('planning.plan.decided.change', goal='Know', wording='Know more')}\nStill true.",
        {"text": "Know more", "review": "2027-02-19"},
    ),
    words("plan.decide.go"): (
        f"{words('planning.plan.decided.go', goal='Know')}\nStill true.",
        {"text": "Know", "done": "2026-11-20"},
    ),
}


@pytest.mark.parametrize("choice", REVIEWS)
def test_a_goal_is_reviewed_and_the_journal_notes_it(open_page: Open, choice: str) -> None:
    note, wanted = REVIEWS[choice]
    page = open_plan(open_page, make(1, "goal", "Know", review="2026-11-20"))
    button(page.locator("[data-kind=goal]"), named("review", "Know")).focus()
    page.keyboard.press("Enter")
    place = page.get_by_role("form", name=words("plan.review"))
    expect(place.get_by_label(words("plan.decide.keep"))).to_be_focused()
    button(place, words("plan.save")).click()
    expect(place.get_by_role("alert")).to_have_text(words("planning.plan.faults.no_decision"))
    place.get_by_label(choice).check()
    wording = place.get_by_label(words("plan.wording"))
    expect(wording).to_be_visible(visible=choice == words("plan.decide.change"))
    if choice == words("plan.decide.change"):
        expect(wording).to_have_value("Know")
        wording.fill("")
        button(place, words("plan.save")).click()
        expect(place.get_by_role("alert")).to_have_text(words("planning.plan.faults.no_wording"))
        wording.fill("Know more")
    place.get_by_label(words("plan.review_note")).fill("Still true.")
    button(place, words("plan.save")).click()
    expect(page.locator("#plan-item-i1")).to_be_focused()
    goal, entry = kept(page)
    assert {name: goal.get(name) for name in wanted} == wanted
    assert (entry["kind"], entry["text"], entry["date"]) == ("note", note, "2026-11-20")
    expect(rows(page, "goal" if choice != words("plan.decide.go") else "goal-done")).to_have_count(1)
