"""Worksheets in the browser: finding one with a field of a kind, writing into it, and looking at what is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.support.scripts import read_data
from tests.browser.support.words import words

HOSTILE = '<img src=x onerror=alert(1)> =HYPERLINK("http://x.example") {date}'
CONTROLS = ":is(input:not([type=radio]), textarea, select)"
SAVED = words("sheet.saved")


@pytest.fixture(scope="module")
def sheets(site: Path) -> dict[str, Any]:
    """All worksheets by key."""
    data = read_data(site, "plan")
    return {sheet["key"]: sheet for sheet in data["sheets"]}


def find_sheet(sheets: dict[str, Any], kind: str, **wanted: bool) -> tuple[str, str]:
    """The path of the first worksheet with a field of this kind, and the field's key.

    `fixed`: whether its rows are named; `entry`: whether there are several of the sheet; `first`: only its first field.
    """
    for sheet in sheets.values():
        if "entry" in wanted and bool(sheet["entry"]) != wanted["entry"]:
            continue
        for field in sheet["fields"][: 1 if wanted.get("first") else None]:
            if field["kind"] == kind and wanted.get("fixed", bool(field.get("rows"))) == bool(field.get("rows")):
                return sheet["url"], field["key"]
    raise LookupError(kind)


def at_work(page: Page) -> Page:
    """The page once the script has taken the worksheet over."""
    expect(page.locator("career-sheet [data-tools]").first).to_be_visible()
    return page


def field(page: Page, key: str) -> Locator:
    """A field of the worksheet."""
    return page.locator(f"[data-field={key}]")


def cell(page: Page, key: str, row: int, column: str) -> Locator:
    """What stands in a row of a table or list."""
    return field(page, key).locator("[data-row]").nth(row).locator(f"[data-cell={column}]")


def say(page: Page, sentence: str) -> None:
    """Expect the status to be this."""
    expect(page.locator("[data-status]")).to_have_text(sentence)


def entries(page: Page, key: str) -> list[dict[str, Any]]:
    """What lies on the device of a worksheet."""
    text = page.evaluate("(name) => kept.get(name)", f"sheet.{key}")
    found: list[dict[str, Any]] = json.loads(text)["entries"] if text else []
    return found


def values(page: Page, key: str) -> dict[str, Any]:
    """What is kept of the only entry."""
    [entry] = entries(page, key)
    found: dict[str, Any] = entry["values"]
    return found


def key_of(path: str) -> str:
    """The strategy whose worksheet has this path."""
    return path.rstrip("/").rpartition("/")[2]


def write(control: Locator, text: str) -> None:
    """Write into a control of any kind that is no radio button."""
    kind = control.evaluate("(node) => node.tagName === 'SELECT' ? 'select' : node.type")
    if kind == "select":
        control.select_option(index=2)
    else:
        control.fill("2027-03-04" if kind == "date" else text)


def write_all(page: Page) -> None:
    """Write into every field of the worksheets, and into two rows of each list."""
    for part in page.locator("[data-field]").all():
        halves = part.locator("[data-part]").all()
        for number, group in enumerate(halves or [part]):
            answers = group.locator("label:has([type=radio])")
            if answers.count():
                answers.nth(1 + number).click()
        for number, control in enumerate(part.locator(f"{CONTROLS}:visible").all()):
            write(control, f"Text {number}")
        for number, control in enumerate(part.locator(f"[data-row]:nth-child(2) {CONTROLS}:visible").all()):
            write(control, f"More {number}")
    # Whoever leaves a field need not wait until it is saved.
    page.evaluate("() => document.activeElement.blur()")


SNAPSHOT = """() => {
  const read = (one) => one.type === "radio" ? one.checked : one.value;
  const fields = [...document.querySelectorAll("[data-field]")];
  return Object.fromEntries(fields.map((field) => [field.dataset.field,
    [...field.querySelectorAll("input, textarea, select")].map(read).filter((one) => one !== "")]));
}"""


def snapshot(page: Page) -> dict[str, list[Any]]:
    """What stands in each field."""
    found: dict[str, list[Any]] = page.evaluate(SNAPSHOT)
    return found


def find_filled(sheets: dict[str, Any], fill: str) -> str:
    """The path of the worksheet that can be filled in by this."""
    keys = {
        "results": "self-assessment",
        "stories": "past-successes",
        "profile": "look-into",
        "skill-gaps": "courses",
        "roles": "roles",
    }
    found: str = sheets[keys[fill]]["url"]
    return found
