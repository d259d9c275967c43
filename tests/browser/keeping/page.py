"""Keeping and sharing in tests: files, what lies on the device, and the buttons."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from babel.lists import format_list
from playwright.sync_api import Page, expect

from generator.strings import read_locale
from tests.browser.support.scripts import read_data
from tests.browser.support.words import words

KEPT = "kept.all()"


def choose(page: Page, content: Any) -> None:
    """Choose a file with this content: text, bytes, or anything else as JSON."""
    text = content if isinstance(content, (str, bytes)) else json.dumps(content)
    raw = text if isinstance(text, bytes) else text.encode()
    expect(page.locator("[data-file]")).to_be_visible()
    page.locator("[data-file]").set_input_files({"name": "my.json", "mimeType": "application/json", "buffer": raw})


def make_file(**data: Any) -> dict[str, Any]:
    """A file as the site writes it; `__` in a name is a full stop."""
    named = {name.replace("__", "."): {"v": 1, **value} for name, value in data.items()}
    return {"format": "career-guides", "v": 2, "saved": "2026-11-20", "data": named}


def make_goal(name: str = "goal", changed: int = 1, **others: Any) -> dict[str, Any]:
    """A goal in the plan as it is saved."""
    item = {"id": name, "kind": "goal", "text": f"Text of {name}", "made": "2026-11-01", "changed": changed}
    return item | {"revision": 0} | others


def make_sheet(name: str = "entry", changed: int = 1, **values: Any) -> dict[str, Any]:
    """An entry of a worksheet as it is saved."""
    return {"id": name, "made": "2026-11-02", "changed": changed, "revision": 0, "values": values}


def read_kept(page: Page) -> dict[str, Any]:
    """All that lies on the device."""
    return {name: json.loads(text) for name, text in page.evaluate(KEPT).items()}


def merge(page: Page) -> None:
    """Confirm the merge."""
    page.get_by_role("button", name=words("keep.merge"), exact=True).click()
    expect(page.locator("[data-told]")).to_be_focused()


def replace(page: Page) -> None:
    """Confirm that the file replaces all."""
    page.get_by_role("button", name=words("keep.replace"), exact=True).click()
    expect(page.locator("[data-told]")).to_be_focused()


def undo(page: Page) -> None:
    """Take back what was done last."""
    page.get_by_role("button", name=words("keep.undo"), exact=True).click()
    expect(page.get_by_text(words("script.keep.undone"))).to_be_focused()


def download(page: Page) -> tuple[str, dict[str, Any]]:
    """The name and content of the downloaded file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words("keep.download")).click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, json.loads(path.read_text(encoding="utf-8"))


def forget(page: Page) -> None:
    """Forget everything."""
    page.get_by_role("button", name=words("keep.forget"), exact=True).click()
    page.get_by_role("button", name=words("keep.forget_confirm")).click()
    expect(page.get_by_text(words("keep.forgotten"))).to_be_visible()


PLAN = [
    {**make_goal("star"), "kind": "occupation", "slug": "cook"},
    {**make_goal("try"), "kind": "experiment", "method": "explore", "date": "2026-12-01", "expected": 3},
    {**make_goal("reach"), "review": "2027-01-01"},
    {**make_goal("ask"), "kind": "contact", "about": "Knows a cook.", "date": "2026-12-24"},
    {**make_goal("wrote"), "kind": "note", "date": "2026-11-05", "interest": 4},
]
SHEETS = [
    make_sheet(
        "all",
        text="Two\nlines",
        rating=4,
        both={"before": 1, "after": 5},
        rows=[{"text": "one"}, {}, {"if": "it rains", "then": "by bus"}],
    ),
    make_sheet("none"),
]


def parts(**counts: int) -> str:
    """How much of each there is, as a sentence names it."""
    named = {key: words(f"script.keep.parts.{key}") for key in counts}
    told = [words("script.keep.part", name=named[key], count=count) for key, count in counts.items()]
    return format_list(told, locale=read_locale(words("script.locale")))


def find_strategy(site: Path) -> tuple[str, str]:
    """The key and title of a worksheet."""
    sheet = read_data(site, "plan")["sheets"][0]
    return sheet["key"], sheet["title"]


ENTRY = {"id": "a", "quiz": "skills", "form": "full", "date": "2026-01-01", "answers": {}}
