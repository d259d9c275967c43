"""The reader's plan, empty and growing: nothing that was typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from generator.model.plan import KINDS
from tests.browser.conftest import Open
from tests.browser.keeping.page import forget
from tests.browser.plan.page import (
    MIDWIFE,
    button,
    form,
    kept,
    line,
    make,
    named,
    open_plan,
    rows,
    status,
    type_day,
    when,
)
from tests.browser.support.axe import find_violations
from tests.browser.support.words import words


def test_an_empty_plan_begins_with_three_steps(open_page: Open, base: str) -> None:
    page = open_plan(open_page)
    begin = page.get_by_role("region", name=words("plan.begin.title"))
    expect(begin.get_by_role("listitem")).to_have_count(3)
    expect(begin.get_by_text(words("plan.begin.quiz_help", count=1))).to_be_visible()
    links = begin.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert links == [f"{base}quiz/interests/", f"{base}occupations/"]
    for title in (words("plan.due"), words("plan.proposal"), words("plan.progress")):
        expect(page.get_by_role("heading", name=title)).to_be_hidden()
    for kind in KINDS:
        section = page.locator(f"section[data-kind={kind}]")
        assert section.bounding_box()["height"] < 150  # type: ignore[index]
        expect(section.locator("li:visible")).to_have_count(0)
    button(begin, words("plan.begin.try")).click()
    expect(form(page, "experiment").get_by_label(words("plan.what_try"))).to_be_focused()
    expect(button(page, words("plan.add_experiment"))).to_have_attribute("aria-expanded", "true")


# Adding


ENTRIES: dict[str, tuple[str, dict[str, str], dict[str, Any]]] = {
    "experiment": (
        words("plan.add_experiment"),
        {
            words("plan.what_try"): "Ask a potter",
            words("plan.method"): "network",
            words("plan.by_when"): "2026-12-01",
            words("plan.expected"): "4",
            words("plan.about"): "midwife",
        },
        {
            "text": "Ask a potter",
            "method": "network",
            "date": "2026-12-01",
            "expected": 4,
            "slug": "midwife",
        },
    ),
    "goal": (
        words("plan.add_goal"),
        {words("plan.goal"): "Know more"},
        {"text": "Know more", "review": "2026-12-04"},
    ),
    "contact": (
        words("plan.add_person"),
        {
            words("plan.person"): "Ann",
            words("plan.ask"): "A potter.\nNights?",
            words("planning.booklet.contact"): "2026-11-30",
        },
        {"text": "Ann", "about": "A potter.\nNights?", "date": "2026-11-30"},
    ),
    "note": (
        words("plan.add_note"),
        {words("plan.note"): "I was late.", words("plan.interest"): "2"},
        {"text": "I was late.", "date": "2026-11-20", "interest": 2},
    ),
}


@pytest.mark.parametrize("kind", ENTRIES)
def test_something_of_each_kind_is_added(open_page: Open, kind: str) -> None:
    name, values, wanted = ENTRIES[kind]
    page = open_plan(open_page, make(1, **MIDWIFE))
    button(page, name).click()
    place = form(page, kind)
    for label, value in values.items():
        field = place.get_by_label(label)
        if field.evaluate("node => node.matches('select')"):
            field.select_option(value)
        else:
            field.fill(value)
    button(place, words("plan.add")).click()
    expect(place).to_be_hidden()
    expect(rows(page, kind).locator("[data-text]")).to_be_focused()
    status(page, words("planning.plan.added", text=wanted["text"]))
    added = kept(page)[-1]
    assert {key: added[key] for key in wanted} == wanted
    assert (added["kind"], added["made"]) == (kind, "2026-11-20")
    assert set(added) == {"id", "kind", "made", "changed", "revision", *wanted}
    page.reload()
    expect(rows(page, kind)).to_have_count(1)


def test_an_experiment_is_added_by_keyboard_alone(open_page: Open) -> None:
    page = open_plan(open_page)
    button(page, words("plan.add_experiment")).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Visit a forge")
    page.keyboard.press("Tab")
    page.keyboard.type("Expl")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(rows(page, "experiment")).to_have_count(1)
    assert kept(page)[0]["method"] == "explore"
    expect(rows(page, "experiment")).to_contain_text(line("Explore and experience", words("planning.plan.undated")))


@pytest.mark.parametrize(("kind", "tabs"), [("goal", 0), ("contact", 0), ("note", 6)])
def test_something_is_added_by_keyboard_alone(open_page: Open, kind: str, tabs: int) -> None:
    page = open_plan(open_page)
    button(page, ENTRIES[kind][0]).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Something new")
    # From the text over the day, its picker and the interest to the button: Enter makes a new line in a long text.
    for _ in range(tabs):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(rows(page, kind).locator("[data-text]")).to_be_focused()
    assert [(item["kind"], item["text"]) for item in kept(page)] == [(kind, "Something new")]


def test_what_is_missing_is_said_and_nothing_is_lost(open_page: Open) -> None:
    page = open_plan(open_page)
    button(page, words("plan.add_experiment")).click()
    place = form(page, "experiment")
    button(place, words("plan.add")).click()
    alert = place.get_by_role("alert")
    expect(alert).to_have_text(words("planning.plan.faults.no_text"))
    text = place.get_by_label(words("plan.what_try"))
    expect(text).to_be_focused()
    expect(text).to_have_attribute("aria-describedby", alert.get_attribute("id") or "none")
    assert find_violations(page) == []
    text.fill("Visit a forge")
    expect(alert).to_be_empty()
    button(place, words("plan.add")).click()
    expect(alert).to_have_text(words("planning.plan.faults.no_method"))
    expect(place.get_by_label(words("planning.booklet.method"))).to_be_focused()
    button(place, words("plan.cancel")).click()
    expect(button(page, words("plan.add_experiment"))).to_be_focused()
    button(page, words("plan.add_experiment")).click()
    expect(text).to_have_value("Visit a forge")
    assert kept(page) == []


def test_a_day_that_does_not_exist_is_told_and_the_rest_stays(open_page: Open) -> None:
    page = open_plan(open_page, locale="en-US")
    button(page, words("plan.add_goal")).click()
    place = form(page, "goal")
    place.get_by_label(words("plan.goal")).fill("Know more")
    type_day(place.get_by_label(words("plan.review_day")), "02302027")
    sentence = words("planning.plan.faults.date")
    page.keyboard.press("Enter")
    expect(place.get_by_role("alert")).to_have_text(sentence)
    expect(place.get_by_label(words("plan.goal"))).to_have_value("Know more")
    assert kept(page) == []
    type_day(place.get_by_label(words("plan.review_day")), "02282027")
    page.keyboard.press("Enter")
    expect(rows(page, "goal")).to_contain_text(words("planning.plan.review_on", when=when("February 28, 2027", 100)))


def test_a_full_plan_says_so_and_keeps_what_was_typed(open_page: Open) -> None:
    page = open_plan(open_page, *(make(number, "note", date="2026-11-01") for number in range(1000)))
    button(page, words("plan.add_person")).click()
    place = form(page, "contact")
    place.get_by_label(words("plan.person")).fill("Ann")
    button(place, words("plan.add")).click()
    expect(place.get_by_role("alert")).to_have_text(words("planning.plan.full", most="1,000"))
    expect(place.get_by_label(words("plan.person"))).to_have_value("Ann")
    assert len(kept(page)) == 1000


ASKS = """() => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}"""


def test_what_is_typed_and_not_added_yet_is_there_after_another_page(open_page: Open, base: str) -> None:
    page = open_plan(open_page, make(0, "goal", "Finish"))
    button(page, words("plan.add_note")).click()
    assert page.evaluate(ASKS) is False
    field = form(page, "note").locator("[data-value=text]")
    field.press_sequentially("Half a tho")
    # The browser asks before the page goes; a link within the site takes nothing away.
    assert page.evaluate(ASKS) is True
    page.locator(f"a[href='{base}about/'], a[href='../about/']").first.evaluate("link => link.click()")
    page.wait_for_url(f"{base}about/")
    # The address is another before the page is.
    expect(page.locator("career-plan")).to_have_count(0)
    assert page.evaluate(ASKS) is True
    page.go_back()
    expect(page.locator("career-plan")).to_have_attribute("data-state", "filled")
    button(page, words("plan.add_note")).click()
    expect(field).to_have_value("Half a tho")
    field.press_sequentially("ught")
    button(form(page, "note"), words("plan.add")).click()
    expect(rows(page, "note")).to_have_count(1)
    assert kept(page)[-1]["text"] == "Half a thought"
    assert page.evaluate(ASKS) is False


def test_words_about_a_goal_are_there_after_another_page_until_all_is_forgotten(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Finish", review="2026-11-20"), make(2, "goal", "Begin"))
    review = page.locator("[data-kind=goal]").get_by_role("button", name=named("review", "Finish"))
    field = page.get_by_role("form", name=words("plan.review")).get_by_label(words("plan.review_note"))
    review.click()
    field.press_sequentially("Still tr")
    assert page.evaluate(ASKS) is True
    page.locator("a[href$='about/']").first.evaluate("link => link.click()")
    expect(page.locator("career-plan")).to_have_count(0)
    page.go_back()
    expect(page.locator("career-plan")).to_have_attribute("data-state", "filled")
    review.click()
    expect(field).to_have_value("Still tr")
    # Whoever cancels does not want them.
    button(page.get_by_role("form", name=words("plan.review")), words("plan.cancel")).click()
    assert page.evaluate(ASKS) is False
    button(page, words("plan.add_note")).click()
    form(page, "note").locator("[data-value=text]").press_sequentially("Half a tho")
    forget(page)
    expect(page.locator("career-plan")).to_have_attribute("data-state", "empty")
    assert page.evaluate(ASKS) is False
    button(page, words("plan.add_note")).click()
    expect(form(page, "note").locator("[data-value=text]")).to_have_value("")
