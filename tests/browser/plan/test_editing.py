"""What stands in the plan is edited, finished, deleted and moved."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from generator.model.plan import KINDS
from tests.browser.conftest import Open
from tests.browser.plan.page import (
    MIDWIFE,
    button,
    kept,
    line,
    make,
    named,
    open_plan,
    rows,
    status,
    titles,
    type_day,
    when,
)
from tests.browser.support.axe import find_violations
from tests.browser.support.words import words


def test_what_is_edited_is_saved_at_once(open_page: Open) -> None:
    page = open_plan(open_page, make(1, **MIDWIFE), make(2, "experiment", "Ask", method="network", date="2026-11-25"))
    edit = button(page, named("edit", "Ask"))
    edit.click()
    expect(edit).to_have_attribute("aria-expanded", "true")
    row = rows(page, "experiment")
    text = row.get_by_label(words("plan.what_try"))
    expect(text).to_be_focused()
    text.press("End")
    page.keyboard.type(" twice")
    assert kept(page)[1]["text"] == "Ask twice"
    row.get_by_label(words("planning.booklet.method")).select_option("create")
    row.get_by_label(words("plan.by_when")).fill("2027-01-02")
    row.get_by_label(words("plan.expected")).select_option("5")
    row.get_by_label(words("plan.about")).select_option("midwife")
    changed = kept(page)[1]
    assert {name: changed[name] for name in ("method", "date", "expected", "slug")} == {
        "method": "create",
        "date": "2027-01-02",
        "expected": 5,
        "slug": "midwife",
    }
    assert changed["revision"] > 5
    expect(row.locator("[data-notes]")).to_have_text(
        line(
            "Create and take opportunities",
            words("planning.plan.planned_for", when=when("January 2, 2027", 43)),
            words("planning.plan.expected_step", step=5),
        )
    )
    expect(row.get_by_role("link", name="Midwife")).to_have_attribute(
        "href", re.compile("occupations/midwife/#explore-create$")
    )
    row.get_by_label(words("plan.by_when")).fill("")
    assert "date" not in kept(page)[1]
    button(page, named("edit", "Ask twice")).click()
    expect(text).to_be_hidden()


def test_an_edited_day_that_does_not_exist_and_an_emptied_text_change_nothing(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know", review="2026-12-01"), locale="en-US")
    button(page, named("edit", "Know")).click()
    row = rows(page, "goal")
    row.get_by_label(words("plan.goal")).fill("")
    type_day(row.get_by_label(words("plan.review_day")), "02302027")
    expect(row.get_by_role("alert")).to_have_text(words("planning.plan.faults.no_text"))
    page.keyboard.press("Tab")
    button(page, named("remove", "Know")).focus()
    expect(row.get_by_role("alert")).to_have_text(words("planning.plan.faults.date"))
    goal = kept(page)[0]
    assert (goal["text"], goal["review"]) == ("Know", "2026-12-01")
    assert find_violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_deleting_by_keyboard_can_be_undone(open_page: Open, kind: str) -> None:
    fields = {"slug": "potter"} if kind == "occupation" else {"method": "learn"} if kind == "experiment" else {}
    items = [make(number, kind, **fields) for number in (1, 2, 3)]
    page = open_plan(open_page, *items)
    before = kept(page)
    if kind != "occupation":
        button(page, named("edit", "Thing 2")).click()
    button(page, named("remove", "Thing 2")).focus()
    page.keyboard.press("Enter")
    notice = page.locator("[data-undone]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text(words("planning.plan.removed", text="Thing 2"))
    expect(rows(page, kind)).to_have_count(2)
    assert [item["id"] for item in kept(page)] == ["i1", "i3"]
    page.keyboard.press("Tab")
    expect(button(page, words("plan.undo"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#plan-item-i2")).to_be_focused()
    expect(notice).to_be_hidden()
    status(page, words("planning.plan.back", text="Thing 2"))
    assert kept(page) == before


def test_several_deletions_are_undone_one_after_the_other(open_page: Open) -> None:
    page = open_plan(open_page, *(make(number, "occupation", slug=f"s{number}") for number in (1, 2, 3)))
    for number in (1, 2, 3):
        button(page, f"Remove: Thing {number}").click()
    expect(page.locator("section[data-kind=occupation]")).to_contain_text(words("plan.no_occupations"))
    for _ in range(3):
        button(page, words("plan.undo")).click()
    assert titles(page, "occupation") == ["Thing 1", "Thing 2", "Thing 3"]
    expect(page.locator("[data-undone]")).to_be_hidden()


@pytest.mark.parametrize("kind", ["goal", "contact"])
def test_finished_things_stand_apart_and_are_opened_again(open_page: Open, kind: str) -> None:
    page = open_plan(open_page, make(1, kind, "Ann"))
    button(page, named("done", "Ann")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-undone]")).to_be_focused()
    assert kept(page)[0]["done"] == "2026-11-20"
    assert titles(page, f"{kind}-done") == ["Ann"]
    expect(page.get_by_text(words("planning.plan.done_count", count=1))).to_be_visible()
    expect(page.get_by_text(words("planning.plan.done_on", date="November 20, 2026"))).to_be_visible()
    button(page, words("planning.plan.reopened", text="Ann")).click()
    expect(page.locator("#plan-item-i1")).to_be_focused()
    assert "done" not in kept(page)[0]
    button(page, named("done", "Ann")).click()
    button(page, words("plan.undo")).click()
    assert "done" not in kept(page)[0]
    assert titles(page, kind) == ["Ann"]


# Order


def test_rows_move_by_keyboard_and_keep_the_focus(open_page: Open) -> None:
    items = [make(number, "occupation", slug=f"s{number}") for number in (1, 2, 3)]
    page = open_plan(open_page, items[0], make(9, "note"), *items[1:])
    up = button(page, named("up", "Thing 3"))
    up.focus()
    page.keyboard.press("Enter")
    status(page, words("planning.plan.moved", place=2, total=3))
    expect(up).to_be_focused()
    assert titles(page, "occupation") == ["Thing 1", "Thing 3", "Thing 2"]
    page.keyboard.press("Enter")
    status(page, words("planning.plan.moved", place=1, total=3))
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    status(page, words("planning.plan.first"))
    expect(up).to_be_focused()
    page.keyboard.press("Tab")
    for place in (2, 3):
        page.keyboard.press("Enter")
        status(page, words("planning.plan.moved", place=place, total=3))
    page.keyboard.press("Enter")
    status(page, words("planning.plan.last"))
    assert [item["id"] for item in kept(page) if item["kind"] == "occupation"] == ["i1", "i2", "i3"]


def handle(page: Page, text: str) -> tuple[float, float]:
    """Where the handle of a row is."""
    found = page.locator("li", has_text=text).locator("[data-handle]")
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_rows_are_dragged_with_the_mouse(open_page: Open) -> None:
    page = open_plan(open_page, *(make(number, "goal") for number in (1, 2, 3, 4)))
    target = handle(page, "Thing 1")[1]
    x, y = handle(page, "Thing 4")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, (y + target) / 2, steps=4)
    page.mouse.move(x, target, steps=4)
    page.mouse.up()
    status(page, words("planning.plan.moved", place=1, total=4))
    assert titles(page, "goal") == ["Thing 4", "Thing 1", "Thing 2", "Thing 3"]
    assert [item["id"] for item in kept(page)] == ["i4", "i1", "i2", "i3"]
    x, y = handle(page, "Thing 4")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, handle(page, "Thing 3")[1] + 20, steps=6)
    page.mouse.up()
    status(page, words("planning.plan.moved", place=4, total=4))
    assert [item["id"] for item in kept(page)] == ["i1", "i2", "i3", "i4"]


def test_escape_leaves_a_dragged_row_where_it_was(open_page: Open) -> None:
    page = open_plan(open_page, *(make(number, "goal") for number in (1, 2, 3)))
    target = handle(page, "Thing 1")[1]
    x, y = handle(page, "Thing 3")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, target, steps=5)
    expect(rows(page, "goal").first).to_contain_text("Thing 3")
    page.keyboard.press("Escape")
    page.mouse.up()
    assert titles(page, "goal") == ["Thing 1", "Thing 2", "Thing 3"]
    assert [item["id"] for item in kept(page)] == ["i1", "i2", "i3"]


def test_rows_are_dragged_with_a_finger(open_page: Open) -> None:
    page = open_plan(open_page, *(make(number, "goal") for number in (1, 2, 3)), width=390, has_touch=True)
    target = handle(page, "Thing 1")[1]
    x, y = handle(page, "Thing 2")
    target = handle(page, "Thing 1")[1] if target > y else target
    touch = page.context.new_cdp_session(page)
    scrolled = page.evaluate("scrollY")

    def send(kind: str, at: float | None = None) -> None:
        points = [] if at is None else [{"x": x, "y": at}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", y)
    for share in (0.3, 0.6, 1.0):
        send("touchMove", y + (target - 10 - y) * share)
    send("touchEnd")
    status(page, words("planning.plan.moved", place=1, total=3))
    assert [item["id"] for item in kept(page)] == ["i2", "i1", "i3"]
    assert abs(page.evaluate("scrollY") - scrolled) < 200
