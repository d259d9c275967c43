"""What lies on the device: downloaded, restored from good and bad files, forgotten and brought back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_hub import FORBID_STORAGE, HUB, answer_all, load_quizzes, make_entry, save
from tests.browser.test_pages import find_violations, overflows

KEPT = "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('careers.')).sort())"


def choose(page: Page, content: Any) -> None:
    """Choose a file with this content: text, bytes, or anything else as JSON."""
    text = content if isinstance(content, (str, bytes)) else json.dumps(content)
    raw = text if isinstance(text, bytes) else text.encode()
    expect(page.locator("[data-file]")).to_be_visible()
    page.locator("[data-file]").set_input_files({"name": "my.json", "mimeType": "application/json", "buffer": raw})


def make_file(**data: Any) -> dict[str, Any]:
    """A file as the site writes it; `__` in a name is a full stop."""
    named = {name.replace("__", "."): {"v": 1, **value} for name, value in data.items()}
    return {"format": "career-guides", "v": 1, "saved": "2026-11-20", "data": named}


def download(page: Page) -> tuple[str, dict[str, Any]]:
    """The name and content of the downloaded file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download my answers").click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, json.loads(path.read_text(encoding="utf-8"))


def forget(page: Page) -> None:
    """Forget everything."""
    page.get_by_role("button", name="Forget everything", exact=True).click()
    page.get_by_role("button", name="Yes, forget everything").click()
    expect(page.get_by_text("Everything is forgotten.")).to_be_visible()


def test_download_holds_all_but_the_unreadable(open_page: Open, site: Path) -> None:
    entry = make_entry(load_quizzes(site)["skills"])
    init = save(results={"entries": [entry]}, fit={"levels": [3]}, quiz__start="broken")
    page = open_page(HUB, init=init + "localStorage.setItem('other', 'mine');")
    name, content = download(page)
    assert re.fullmatch(r"career-guides-\d{4}-\d\d-\d\d\.json", name)
    assert content["saved"] in name
    assert content == {
        "format": "career-guides",
        "v": 1,
        "saved": content["saved"],
        "data": {"fit": {"v": 1, "levels": [3]}, "results": {"v": 1, "entries": [entry]}},
    }
    expect(page.get_by_text(f"The file {name} is on its way")).to_be_visible()


def test_nothing_to_download_is_said(open_page: Open) -> None:
    page = open_page(HUB)
    page.get_by_role("button", name="Download my answers").click()
    expect(page.get_by_text("There is nothing to download yet.")).to_be_visible()


def test_what_was_downloaded_comes_back_after_forgetting(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    entries = [make_entry(quizzes["skills"], "2026-09-01"), make_entry(quizzes["interests"], "2026-10-01", "quick")]
    values = {"id": "v", "form": "full", "done": None, "answers": dict(list(answer_all(quizzes["values"]).items())[:4])}
    page = open_page(HUB, init=save(results={"entries": entries}, quiz__values=values, fit={"levels": [2, 3]}))
    before = page.evaluate(KEPT)
    _, content = download(page)
    forget(page)
    assert page.evaluate(KEPT) == {}
    expect(page.get_by_text("0 of 4 taken")).to_be_visible()
    choose(page, content)
    expect(page.get_by_role("heading", name="This is what the file holds")).to_be_focused()
    found = page.locator("[data-found]")
    expect(found).to_contain_text("Results: 2, from 1 September 2026 to 1 October 2026.")
    expect(found).to_contain_text("Answers to be added: What matters to you at work?.")
    expect(found).to_contain_text("Settings and notes: 1.")
    assert page.evaluate(KEPT) == {}
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("Restored. Results added: 2. Other things added: 2.")).to_be_focused()
    expect(page.get_by_text("2 of 4 taken")).to_be_visible()
    after = page.evaluate(KEPT)
    assert {name: json.loads(text) for name, text in after.items()} == {
        name: json.loads(text) for name, text in before.items()
    }
    choose(page, content)
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("All of it was here already")).to_be_visible()
    assert page.evaluate(KEPT) == after


def test_what_is_here_is_never_overwritten(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    own = {**make_entry(quizzes["skills"], "2026-09-01", name="same"), "answers": answer_all(quizzes["skills"])}
    other = {**own, "answers": dict.fromkeys(own["answers"], 1)}
    first = quizzes["values"]["items"][0]["key"]
    init = save(results={"entries": [own]}, quiz__values={"form": "full", "answers": {first: 1}}, fit={"levels": [1]})
    page = open_page(HUB, init=init)
    new = make_entry(quizzes["values"], "2026-08-01")
    brought = {"form": "full", "answers": {first: 2}}
    choose(page, make_file(results={"entries": [other, new]}, quiz__values=brought, fit={"levels": [5]}))
    expect(page.locator("[data-found]")).to_contain_text("Of these, new to this device: 1.")
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("Results added: 1. Other things added: 0.")).to_be_visible()
    kept = {name: json.loads(text) for name, text in page.evaluate(KEPT).items()}
    assert kept["careers.results"]["entries"] == [own, new]
    assert kept["careers.quiz.values"]["answers"] == {first: 1}
    assert kept["careers.fit"]["levels"] == [1]


def test_cancel_changes_nothing(open_page: Open, site: Path) -> None:
    page = open_page(HUB)
    choose(page, make_file(results={"entries": [make_entry(load_quizzes(site)["values"])]}))
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Nothing was changed.")).to_be_focused()
    expect(page.get_by_role("button", name="Restore", exact=True)).to_be_hidden()
    assert page.evaluate(KEPT) == {}


ENTRY = {"id": "a", "quiz": "skills", "form": "full", "date": "2026-01-01", "answers": {}}
FAULTS = {
    "not-json": ("<html>", "This file can't be read."),
    "binary": (b"\x89PNG\xff\xfe\x00", "This file can't be read."),
    "nothing": ("", "This file can't be read."),
    "foreign": ({"format": "other", "v": 1}, "was not made by this site"),
    "list": ("[]", "was not made by this site"),
    "null": ("null", "was not made by this site"),
    "newer": ({**make_file(fit={}), "v": 2}, "newer version"),
    "newer-part": ({**make_file(), "data": {"fit": {"v": 2}}}, "newer version"),
    "huge-number": (json.dumps({**make_file(), "v": 0}).replace('"v": 0', '"v": 1e999'), "not as they should be"),
    "no-version": ({**make_file(), "v": "1"}, "not as they should be"),
    "data-list": ({**make_file(), "data": [1]}, "not as they should be"),
    "no-day": ({**make_file(fit={}), "saved": "2026-02-31"}, "not as they should be"),
    "part-text": ({**make_file(), "data": {"fit": "x"}}, "not as they should be"),
    "entries-object": (make_file(results={"entries": {"0": ENTRY}}), "not as they should be"),
    "deep": (
        '{"format":"career-guides","v":1,"saved":"2026-01-01","data":{"fit":{"v":1,"a":'
        + "[" * 400_000
        + "]" * 400_000
        + "}}}",
        "not as they should be",
    ),
    "many": (make_file(results={"entries": [{"id": str(n)} for n in range(10_000)]}), "more than 1,000 results"),
    "unknown-quiz": (make_file(results={"entries": [{**ENTRY, "quiz": "gone"}]}, quiz__gone={}), "holds nothing"),
    "hostile-names": (
        json.dumps(make_file()).replace('"data": {}', '"data": {"__proto__": {"v": 1}, "unreadable.x": {"v": 1}}'),
        "holds nothing",
    ),
    "too-large": (b" " * 1_048_577, "larger than 1 MB"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_bad_file_is_told_and_changes_nothing(open_page: Open, name: str) -> None:
    content, sentence = FAULTS[name]
    page = open_page(HUB, init=save(fit={"levels": [3]}))
    before = page.evaluate(KEPT)
    choose(page, content)
    alert = page.locator("career-keeping [role=alert]")
    expect(alert).to_contain_text(sentence)
    expect(alert).to_contain_text("Nothing was changed.")
    expect(page.get_by_role("button", name="Restore", exact=True)).to_be_hidden()
    assert page.evaluate(KEPT) == before


def test_hostile_parts_of_a_file_are_left_out(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    good = make_entry(quizzes["skills"], name="<img src=x onerror=alert(1)>")
    wrong = [
        {**good, "id": "1" * 65},
        {**good, "id": 5},
        {**good, "date": "9999-99-99"},
        {**good, "quiz": "<b>gone</b>"},
        {**good, "quiz": "__proto__"},
        {**good, "answers": dict.fromkeys(good["answers"], 1e308)},
        {**good, "answers": None},
        7,
        None,
        [good],
    ]
    text = json.dumps(make_file(results={"entries": [*wrong, good]}, fit={"levels": [2], "seen": []}))
    text = text.replace('"levels"', '"__proto__": {"polluted": true}, "levels"')
    page = open_page(HUB)
    choose(page, text)
    found = page.locator("[data-found]")
    expect(found).to_contain_text("Results: 1, from 1 October 2026 to 1 October 2026.")
    expect(found).to_contain_text("one that has changed: 10.")
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("Results added: 1.")).to_be_visible()
    assert page.evaluate("({}).polluted") is None
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert len(json.loads(page.evaluate(KEPT)["careers.results"])["entries"]) == 1
    page.goto(page.url.replace("/quiz/", "/quiz/results/"))
    expect(page.locator("career-results [data-view]")).to_be_visible()


def test_forgetting_can_be_undone_with_all_that_came_since(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    init = save(results={"entries": [make_entry(quizzes["skills"])]}, quiz__start="broken")
    page = open_page(HUB, init=init)
    expect(page.get_by_text("1 of 4 taken")).to_be_visible()
    before = page.evaluate(KEPT)
    forget(page)
    assert page.evaluate(KEPT) == {}
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("All is back as it was.")).to_be_focused()
    assert page.evaluate(KEPT) == before
    forget(page)
    choose(page, make_file(results={"entries": [make_entry(quizzes["values"])]}))
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("Results added: 1.")).to_be_visible()
    forget(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("2 of 4 taken")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_forgetting_asks_first_and_only_takes_the_sites_own(open_page: Open) -> None:
    page = open_page(HUB, init=save(fit={"levels": [3]}) + "localStorage.setItem('other', 'mine');")
    page.get_by_role("button", name="Forget everything", exact=True).click()
    expect(page.get_by_role("heading", name="Forget everything?")).to_be_focused()
    assert "careers.fit" in page.evaluate(KEPT)
    page.get_by_role("button", name="Cancel").click()
    assert "careers.fit" in page.evaluate(KEPT)
    forget(page)
    assert page.evaluate("localStorage.getItem('other')") == "mine"


def test_keyboard_alone_forgets_and_undoes(open_page: Open) -> None:
    page = open_page(HUB, init=save(fit={"levels": [3]}))
    page.get_by_role("button", name="Forget everything", exact=True).focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text("Everything is forgotten.")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("All is back as it was.")).to_be_focused()
    assert "careers.fit" in page.evaluate(KEPT)


def test_a_full_storage_is_told(open_page: Open, site: Path) -> None:
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    page = open_page(HUB, init=full)
    choose(page, make_file(results={"entries": [make_entry(load_quizzes(site)["values"])]}))
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(page.get_by_text("Restored for now")).to_be_visible()
    expect(page.get_by_text("1 of 4 taken")).to_be_visible()
    _, content = download(page)
    assert len(content["data"]["results"]["entries"]) == 1


def test_with_forbidden_storage_nothing_breaks(open_page: Open) -> None:
    page = open_page(HUB, init=FORBID_STORAGE, tolerate="denied")
    page.get_by_role("button", name="Download my answers").click()
    expect(page.get_by_text("There is nothing to download yet.")).to_be_visible()
    forget(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("All is back as it was.")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_question_is_accessible_and_fits(open_page: Open, site: Path, width: int, dark: bool) -> None:
    page = open_page(HUB, width=width, dark=dark)
    choose(page, "no json")
    expect(page.get_by_text("This file can't be read.")).to_be_visible()
    assert find_violations(page) == []
    choose(page, make_file(results={"entries": [make_entry(load_quizzes(site)["values"]), ENTRY]}))
    expect(page.locator("[data-found]")).to_be_visible()
    assert find_violations(page) == []
    assert overflows(page) <= 0
    page.get_by_role("button", name="Forget everything", exact=True).click()
    assert find_violations(page) == []
    forget(page)
    assert find_violations(page) == []
    assert overflows(page) <= 0
