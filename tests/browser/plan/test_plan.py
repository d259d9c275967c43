"""The reader's plan, by pointer, by keyboard, in two tabs, on paper: nothing that was typed is lost."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.model.plan import KINDS
from tests.browser.conftest import Open
from tests.browser.hub.test_hub import FORBID_STORAGE, load_quizzes, save
from tests.browser.support.axe import check_looks, find_violations
from tests.browser.support.words import words

PLAN = "plan/"
# The day on which it is always ten in the morning; Material's timers go on.
CLOCK = """
  const TrueDate = Date;
  window.setDay = (day) => (window.now = +new TrueDate(`${day}T10:00`));
  setDay("2026-11-20");
  window.Date = class extends TrueDate {
    constructor(...values) { super(...(values.length ? values : [window.now])); }
    static now() { return window.now; }
  };
"""
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
MIDWIFE = {"kind": "occupation", "text": "Midwife", "slug": "midwife"}


def make(number: int, kind: str, text: str = "", **fields: Any) -> dict[str, Any]:
    """An item as it lies on the device."""
    base = {"id": f"i{number}", "kind": kind, "text": text or f"Thing {number}", "made": "2026-10-01"}
    return {**base, "changed": 1_790_000_000_000 + number, "revision": 1, **fields}


FULL = [
    make(1, "occupation", "Midwife", slug="midwife"),
    make(2, "occupation", "Judge", slug="judge"),
    make(3, "occupation", "Programmer", slug="programmer"),
    make(4, "experiment", "Talk to a nurse", method="network", date="2026-11-18", expected=4, slug="midwife"),
    make(5, "experiment", "Open day", method="explore", date="2026-11-20", expected=4, takes="a day", cost="nothing"),
    make(6, "experiment", "Two lectures", method="learn", date="2026-12-04", expected=3, strategy="courses"),
    make(7, "experiment", "Homework club", method="explore", date="2027-01-15", expected=5),
    make(8, "experiment", "Three good days", method="know-yourself"),
    make(9, "experiment", "Read the profile", method="know-yourself", done="2026-11-02", expected=3, felt=4),
    make(10, "experiment", "First aid course", method="learn", done="2026-11-08", felt=5, taught="I like my hands."),
    make(11, "experiment", "Shadowing", method="explore", done="2026-11-14", expected=5, felt=2),
    make(12, "goal", "Know which course", review="2026-11-25"),
    make(13, "goal", "Talk to five people", review="2026-11-10"),
    make(14, "goal", "Save the fee", done="2026-11-01"),
    make(15, "contact", "Marta", about="My aunt's neighbour.", date="2026-11-22"),
    make(16, "contact", "Career adviser", date="2026-12-20"),
    make(17, "contact", "Jo", done="2026-11-03"),
    make(18, "note", "Mostly gladly.", date="2026-11-02", interest=3, slug="midwife"),
    make(19, "note", "With my hands.", date="2026-11-08", interest=4),
    make(20, "note", "Many hours at a desk.", date="2026-11-14", interest=2, slug="judge"),
    make(21, "note", "Talked about it.", date="2026-11-15", interest=4, slug="midwife"),
    make(22, "note", "Slept badly.", date="2026-11-17"),
    make(23, "note", "Still curious.", date="2026-11-19", interest=5, slug="midwife"),
]
VISIT = {"id": "e1", "made": "2026-11-01", "changed": 1_793_534_400_000, "revision": 1}
SHEETS = {"sheet__visits": {"entries": [{**VISIT, "values": {"day": "2026-11-24"}}]}}


def open_plan(open_page: Open, *items: dict[str, Any], others: dict[str, Any] | None = None, **options: Any) -> Page:
    """The plan on 20 November 2026 with these items."""
    init = save(plan={"items": items}, **(others or {})) if items or others else ""
    page = open_page(PLAN, init=CLOCK + options.pop("init", "") + init, **options)
    if options.get("java_script_enabled", True):
        expect(page.locator("career-plan")).to_have_attribute("data-state", re.compile("empty|filled"))
    return page


def kept(page: Page) -> list[dict[str, Any]]:
    """The items on the device."""
    text = page.evaluate("localStorage.getItem('careers.plan')")
    items: list[dict[str, Any]] = json.loads(text)["items"] if text else []
    return items


def rows(page: Page, name: str) -> Locator:
    """The rows of a list."""
    return page.locator(f"[data-list={name}] > ul > li")


def titles(page: Page, name: str) -> list[str]:
    """What the rows of a list are about."""
    return page.locator(f"[data-list={name}] [data-text]").all_inner_texts()


def button(place: Page | Locator, name: str) -> Locator:
    """A button by its whole name."""
    return place.get_by_role("button", name=name, exact=True)


STEP = {
    step: f"{step} {words(f'plan.enjoyment.{name}')}"
    for step, name in enumerate(("one", "two", "three", "four", "five"), 1)
}


def named(action: str, text: str) -> str:
    """What a button is called that does something to a row."""
    return words("planning.plan.named", action=words(f"plan.{action}"), text=text)


def line(*parts: str) -> str:
    """What a row says below its text."""
    return words("planning.plan.separator").join(parts)


def when(date: str, days: int) -> str:
    """A day to come with the days until then."""
    return words("planning.plan.when", date=date, distance=words("planning.plan.days.ahead", count=days))


def form(page: Page, kind: str) -> Locator:
    """The form that adds something of a kind."""
    return page.locator(f"form[data-adding={kind}]")


def status(page: Page, sentence: str) -> None:
    """What is told to those who do not see what has changed."""
    expect(page.locator("[data-status]")).to_have_text(sentence)


# An empty plan


def test_an_empty_plan_begins_with_three_steps(open_page: Open, base: str) -> None:
    page = open_plan(open_page)
    begin = page.get_by_role("region", name=words("plan.begin.title"))
    expect(begin.get_by_role("listitem")).to_have_count(3)
    expect(begin.get_by_text(words("plan.begin.quiz_help", count=1))).to_be_visible()
    links = begin.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert links == [f"{base}quiz/interests/", f"{base}occupations/"]
    for title in (words("plan.due"), words("plan.progress")):
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


def type_day(field: Locator, digits: str) -> None:
    """Type a day into a field as a reader in America does: month, day, year."""
    field.blur()
    field.focus()
    field.page.keyboard.type(digits)


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
    expect(rows(page, "goal")).to_contain_text(words("planning.plan.review_on", when=when("28 February 2027", 100)))


def test_a_full_plan_says_so_and_keeps_what_was_typed(open_page: Open) -> None:
    page = open_plan(open_page, *(make(number, "note", date="2026-11-01") for number in range(1000)))
    button(page, words("plan.add_person")).click()
    place = form(page, "contact")
    place.get_by_label(words("plan.person")).fill("Ann")
    button(place, words("plan.add")).click()
    expect(place.get_by_role("alert")).to_have_text(words("planning.plan.full", most="1,000"))
    expect(place.get_by_label(words("plan.person"))).to_have_value("Ann")
    assert len(kept(page)) == 1000


# Editing, finishing, deleting


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
            words("planning.plan.planned_for", when=when("2 January 2027", 43)),
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
    expect(page.get_by_text(words("planning.plan.done_on", date="20 November 2026"))).to_be_visible()
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


# Experiments and the loop


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
            words("planning.plan.done_on", date="19 November 2026"), words("planning.plan.compared", felt=2, expected=4)
        )
    )
    expect(rows(page, "note")).to_contain_text(line("19 November 2026", words("planning.plan.interest_step", step=3)))
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
        line(words("planning.plan.done_on", date="3 November 2026"), words("planning.plan.felt_step", step=5))
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


# What is due


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
            words("planning.plan.when", date="10 November 2026", distance=words("planning.plan.days.ago", count=10)),
        )
    )
    expect(region).to_contain_text(
        line(
            words("planning.plan.kinds.experiment"),
            words("planning.plan.when", date="20 November 2026", distance=words("planning.plan.days.today")),
        )
    )
    expect(region).to_contain_text(
        line(words("planning.plan.worksheet", title="Visit a workplace"), when("24 November 2026", 4))
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
    expect(notice).to_contain_text(words("planning.plan.put_off", when=when("27 November 2026", 7)))
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
    expect(region).to_contain_text(words("planning.plan.quiet", when=when("1 March 2027", 101)))
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


def test_the_next_method_comes_with_its_guide_a_worksheet_and_the_starred_occupation(
    open_page: Open, base: str
) -> None:
    page = open_plan(open_page, *FULL)
    region = page.get_by_role("region", name=words("plan.progress"))
    expect(region).to_contain_text(words("planning.plan.why.empty", method="Bring interests into your work"))
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
        words("planning.plan.line", **{"from": 3}, first="2 November 2026", to=5, last="19 November 2026", count=5)
    )
    expect(line.locator("circle")).to_have_count(5)
    chart.get_by_text(words("plan.chart_table")).click()
    table = chart.locator("tbody tr")
    expect(table).to_have_count(5)
    expect(table.first).to_have_text(
        re.compile(rf"2 November 2026\s*{words('planning.plan.step_of', step=3)}\s*Midwife: Mostly gladly\.")
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
    expect(region).to_contain_text("1 September 2026, 60 answers. What are you interested in? 1 November 2026")
    expect(region.locator("tbody tr", has_text="Social")).to_contain_text(words("script.results.changed"))
    expect(region.locator("tbody tr", has_text="Artistic")).to_contain_text(words("script.results.same"))
    expect(region.get_by_role("link", name=words("plan.all_results"))).to_have_attribute(
        "href", f"{base}quiz/results/#result-history"
    )
    expect(region.get_by_text(words("plan.once"))).to_be_hidden()


def test_modules_come_when_they_are_needed(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "experiment", method="learn"))
    page.wait_for_load_state("networkidle")

    def loaded() -> set[str]:
        names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
        return {name.rsplit("careers/", 1)[-1] for name in names}

    late = {f"elements/plan/forms/{name}.js" for name in ("record", "review")}
    late |= {f"elements/plan/parts/{name}.js" for name in ("chart", "results", "differences")}
    assert "elements/plan/element.js" in loaded()
    assert not late & loaded()
    assert not {"elements/plan/calendar.js", "elements/results/history.js", "reader/reader.js"} & loaded()
    expect(page.get_by_text(words("plan.once"))).to_be_visible()
    button(page, named("record", "Thing 1")).click()
    expect(page.get_by_role("form", name=words("plan.record"))).to_be_visible()
    assert late & loaded() == {"elements/plan/forms/record.js"}


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
    expect(begun.nth(0)).to_contain_text(words("planning.plan.entries_changed", count=2, date="1 November 2026"))
    expect(begun.nth(1)).to_contain_text(words("planning.plan.changed", date="1 November 2026"))
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


# Two tabs, trouble with storage, odd content


def test_another_tab_adds_without_taking_away_what_is_typed(open_page: Open) -> None:
    page = open_plan(open_page, make(1, **MIDWIFE), make(2, "goal", "Know", review="2026-12-01"))
    other = page.context.new_page()
    other.goto(page.url)
    button(page, words("plan.add_person")).click()
    form(page, "contact").get_by_label(words("plan.person")).fill("Half a na")
    button(page, named("edit", "Know")).click()
    text = rows(page, "goal").get_by_label(words("plan.goal"))
    text.press("End")
    page.keyboard.type(" more")
    button(other, named("edit", "Know more")).click()
    rows(other, "goal").get_by_label(words("plan.review_day")).fill("2027-01-01")
    button(other, words("plan.add_note")).click()
    form(other, "note").get_by_label(words("plan.note")).fill("From there")
    button(form(other, "note"), words("plan.add")).click()
    expect(rows(page, "note")).to_contain_text("From there")
    expect(rows(page, "goal")).to_contain_text(words("planning.plan.review_on", when="1 January 2027"))
    expect(text).to_be_focused()
    expect(text).to_have_value("Know more")
    expect(form(page, "contact").get_by_label(words("plan.person"))).to_have_value("Half a na")
    page.keyboard.type(" still")
    goal = next(item for item in kept(page) if item["kind"] == "goal")
    assert (goal["text"], goal["review"]) == ("Know more still", "2027-01-01")
    other.close()


def test_what_another_tab_deletes_is_not_taken_from_under_the_hand(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know", review="2026-12-01"), make(2, "goal", "Other"))
    other = page.context.new_page()
    other.goto(page.url)
    button(page, named("edit", "Know")).click()
    text = rows(page, "goal").first.get_by_label(words("plan.goal"))
    text.press("End")
    button(other, named("edit", "Know")).click()
    button(other, named("remove", "Know")).click()
    gone = page.get_by_text(words("plan.gone"))
    expect(gone.locator("visible=true")).to_have_count(1)
    expect(text).to_be_focused()
    page.keyboard.type(" it")
    expect(gone.locator("visible=true")).to_have_count(0)
    goal = next(item for item in kept(page) if item["id"] == "i1")
    assert (goal["text"], goal["review"]) == ("Know it", "2026-12-01")
    button(other, named("edit", "Other")).click()
    button(other, named("remove", "Other")).click()
    expect(rows(page, "goal")).to_have_count(1)
    other.close()


@pytest.mark.parametrize("trouble", [FULL_STORAGE, FORBID_STORAGE], ids=["full", "forbidden"])
def test_what_cannot_be_saved_is_told_and_stays_on_the_page(open_page: Open, trouble: str) -> None:
    page = open_plan(open_page, init=trouble, tolerate="denied")
    notice = page.locator("[data-unsaved]")
    expect(notice).to_contain_text(words("plan.unsaved"))
    button(page, words("plan.add_goal")).click()
    form(page, "goal").get_by_label(words("plan.goal")).fill("Know more")
    button(form(page, "goal"), words("plan.add")).click()
    assert titles(page, "goal") == ["Know more"]
    expect(notice).to_have_count(1)
    expect(button(notice, words("plan.print"))).to_be_visible()
    page.evaluate("window.print = () => (window.printed = true)")
    button(notice, words("plan.print")).click()
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("text", ["{", '{"v": 2, "items": []}', '"x"'])
def test_a_plan_that_cannot_be_read_is_set_aside(open_page: Open, text: str) -> None:
    page = open_plan(open_page, init=save(plan=text))
    expect(page.locator("career-plan [data-unreadable]")).to_be_visible()
    button(page, words("plan.add_goal")).click()
    form(page, "goal").get_by_label(words("plan.goal")).fill("Know more")
    button(form(page, "goal"), words("plan.add")).click()
    assert [item["text"] for item in kept(page)] == ["Know more"]
    assert page.evaluate("localStorage.getItem('careers.unreadable.plan')") == text


def test_broken_items_are_left_out_and_kept(open_page: Open) -> None:
    broken = [None, 7, {"id": "x"}, make(2, "wish"), make(1, "goal", "Again")]
    page = open_plan(open_page, init=save(plan={"items": [make(1, "goal", "Know", review="2026-02-31"), *broken]}))
    assert titles(page, "goal") == ["Know"]
    button(page, named("done", "Know")).click()
    assert len(kept(page)) == 6
    assert kept(page)[1:] == broken


def test_a_text_is_only_a_text(open_page: Open) -> None:
    text = "<img src=x onerror=alert(1)> =1+1 {text} **b**"
    items = [
        make(1, "occupation", text, slug="../../evil?x#y"),
        make(2, "experiment", text, method="<b>", takes=text, date="2026-11-21", strategy="<i>"),
        make(3, "contact", text, about=text),
        make(4, "note", text, interest=2, slug="<u>"),
        make(5, "note", text, interest=3),
    ]
    page = open_plan(open_page, *items)
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert titles(page, "contact") == [text]
    expect(rows(page, "occupation").get_by_role("link").first).to_have_attribute(
        "href", re.compile(r"/occupations/\.\.%2F\.\.%2Fevil%3Fx%23y/$")
    )
    button(page, named("remove", text)).first.click()
    expect(page.locator("[data-done-text]")).to_have_text(words("planning.plan.removed", text=text))
    expect(rows(page, "occupation")).to_have_count(0)


def test_a_thousand_things_stay_usable(open_page: Open) -> None:
    kinds = ("experiment", "goal", "contact", "note", "occupation")
    fields = {"method": "learn", "date": "2026-11-25", "review": "2026-11-25", "slug": "potter", "interest": 3}
    items = [make(number, kinds[number % 5], f"Thing {number} " + "x" * 200, **fields) for number in range(999)]
    page = open_plan(open_page, *items)
    expect(rows(page, "experiment")).to_have_count(30)
    more = page.locator("[data-list=experiment]").get_by_role("button", name=words("plan.more"))
    more.click()
    expect(rows(page, "experiment")).to_have_count(60)
    expect(rows(page, "experiment").nth(30).locator("[data-text]")).to_be_focused()
    rows(page, "goal").first.get_by_role("button", name=re.compile("^Edit")).click()
    text = rows(page, "goal").first.get_by_label(words("plan.goal"))
    took = text.evaluate(
        """field => {
          const begin = performance.timeOrigin + performance.now(), start = Date.now;
          const times = [];
          for (const letter of "typing") {
            const from = new Event("x").timeStamp;
            field.value += letter;
            field.dispatchEvent(new Event("input", {bubbles: true}));
            times.push(new Event("x").timeStamp - from);
          }
          const from = new Event("x").timeStamp;
          document.dispatchEvent(new CustomEvent("careers:changed"));
          return [Math.max(...times), new Event("x").timeStamp - from];
        }"""
    )
    assert took[0] < 100
    assert took[1] < 1000
    button(page, words("plan.add_person")).click()
    form(page, "contact").get_by_label(words("plan.person")).fill("The last")
    button(form(page, "contact"), words("plan.add")).click()
    expect(rows(page, "contact").locator("[data-text]:focus")).to_have_text("The last")
    assert len(kept(page)) == 1000


# As a page


@pytest.mark.parametrize("state", ["empty", "full"])
def test_the_plan_is_accessible_and_fits(open_page: Open, state: str) -> None:
    items = FULL if state == "full" else []
    page = open_plan(open_page, *items, others=SHEETS if items else None)
    check_looks(page)
    if state == "full":
        button(page, named("record", "Talk to a nurse")).click()
        expect(page.get_by_role("form", name=words("plan.record"))).to_be_visible()
        button(page.locator("[data-kind=goal]"), named("review", "Know which course")).click()
        page.get_by_role("form", name=words("plan.review")).get_by_label(words("plan.decide.change")).check()
        button(page, named("edit", "First aid course")).click()
    for name in (
        words("plan.add_experiment"),
        words("plan.add_goal"),
        words("plan.add_person"),
        words("plan.add_note"),
    ):
        button(page, name).click()
    for summary in page.locator("career-plan summary:visible").all():
        if summary.evaluate("node => !node.parentElement.open"):
            summary.click()
    # What the header covers would count as too small.
    page.evaluate("scrollTo(0, 0)")
    check_looks(page)


def test_every_button_is_large_enough(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, width=390)
    small = page.locator("career-plan :is(button, a):visible").evaluate_all(
        """nodes => nodes.filter(node => {
          const {width, height} = node.getBoundingClientRect();
          return width < 24 || height < (node.matches('.cg-part__button') ? 44 : 24);
        }).map(node => node.textContent)"""
    )
    assert small == []


def test_without_scripts_the_plan_is_a_form_to_fill_in(open_page: Open) -> None:
    page = open_plan(open_page, java_script_enabled=False, width=390)
    expect(page.get_by_text(words("plan.paper"))).to_be_visible()
    headings = page.locator("career-plan h2:visible").all_inner_texts()
    assert headings == [
        words("plan.occupations"),
        words("plan.experiments"),
        words("plan.goals"),
        words("plan.people"),
        words("plan.journal"),
    ]
    experiments = page.get_by_role("group", name=words("plan.experiments")).locator("tbody tr")
    expect(experiments).to_have_count(6)
    expect(experiments.nth(2)).to_contain_text("Build a support network")
    expect(page.locator("career-plan :is(button, input):visible")).to_have_count(0)


def count_pages(page: Page, paper: str) -> int:
    """How many sheets the page prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("script", [True, False])
def test_an_empty_plan_prints_as_a_form_on_two_sheets(open_page: Open, script: bool, paper: str) -> None:
    page = open_plan(open_page, java_script_enabled=script)
    assert count_pages(page, paper) == 2
    page.emulate_media(media="print")
    expect(page.get_by_text(words("plan.sheet.next_review"))).to_be_visible()
    expect(page.locator("career-plan :is(button, .cg-part__notice):visible")).to_have_count(0)


def test_a_plan_prints_as_it_is_with_what_is_folded_away(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, *(make(number, "note") for number in range(100, 150)))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_text(words("plan.sheet.next_review"))).to_be_hidden()
    expect(rows(page, "note").locator("visible=true")).to_have_count(56)
    expect(page.get_by_text("Homework club").first).to_be_visible()
    expect(page.locator("career-plan :is(button, input, .cg-part__notice):visible")).to_have_count(0)


def follow_tab(page: Page, name: str) -> None:
    """Follow a link of the header's tabs as a reader does, who has to see it first.

    Where the page is scrolled down, the theme hides them and moves their links by half a line: what aims at a link's
    middle then hits its edge, or misses it, once they are shown again.
    """
    tabs = page.locator(".md-tabs")
    page.evaluate("scrollTo(0, 0)")
    expect(tabs).not_to_have_attribute("hidden", "")
    tabs.get_by_role("link", name=name).click()


def test_the_plan_survives_instant_navigation(open_page: Open, base: str) -> None:
    page = open_page("about/", init=save(plan={"items": [make(1, "goal", "Know")]}))
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stays = true")
    for _ in range(2):
        follow_tab(page, words("planning.booklet.plan"))
        expect(page).to_have_url(base + PLAN)
        expect(rows(page, "goal")).to_have_count(1)
        button(page, named("edit", "Know")).click()
        expect(rows(page, "goal").get_by_label(words("plan.goal"))).to_be_focused()
        follow_tab(page, "About")
        expect(page).to_have_url(base + "about/")
        expect(page.locator("career-plan")).to_have_count(0)
    page.evaluate("document.dispatchEvent(new CustomEvent('careers:changed'))")
    assert page.evaluate("window.stays")


def test_what_is_forgotten_below_leaves_the_plan_and_comes_back(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know"))
    page.evaluate("localStorage.clear(); document.dispatchEvent(new CustomEvent('careers:changed'))")
    expect(page.locator("[data-begin]")).to_be_visible()
    expect(rows(page, "goal")).to_have_count(0)


def test_without_its_words_the_page_says_so_and_has_its_form(open_page: Open, base: str) -> None:
    page = open_page("about/", tolerate="Failed to load resource")
    page.route("**/data/plan.json", lambda route: route.abort())
    page.goto(base + PLAN)
    expect(page.get_by_role("alert").filter(has_text=words("plan.failed"))).to_be_visible()
    expect(page.get_by_text(words("plan.sheet.next_review"))).to_be_visible()
