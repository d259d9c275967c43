"""The plan's page in tests: what lies in it, and how its parts are found."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import save
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
    """The plan on November 20, 2026 with these items."""
    init = save(plan={"items": items}, **(others or {})) if items or others else ""
    page = open_page(PLAN, init=CLOCK + options.pop("init", "") + init, **options)
    if options.get("java_script_enabled", True):
        expect(page.locator("career-plan")).to_have_attribute("data-state", re.compile("empty|filled"))
    return page


def kept(page: Page) -> list[dict[str, Any]]:
    """The items on the device."""
    text = page.evaluate("kept.get('plan')")
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


def type_day(field: Locator, digits: str) -> None:
    """Type a day into a field as a reader in America does: month, day, year."""
    field.blur()
    field.focus()
    field.page.keyboard.type(digits)
