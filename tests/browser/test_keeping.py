"""What lies on the device: downloaded, merged with or replaced by good and bad files, forgotten and brought back."""

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
from tests.scripts.node.running import FULL

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
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator("[data-told]")).to_be_focused()


def replace(page: Page) -> None:
    """Confirm that the file replaces all."""
    page.get_by_role("button", name="Replace", exact=True).click()
    expect(page.locator("[data-told]")).to_be_focused()


def undo(page: Page) -> None:
    """Take back what was done last."""
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("All is back as it was.")).to_be_focused()


def download(page: Page) -> tuple[str, dict[str, Any]]:
    """The name and content of the downloaded file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download everything").click()
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
        "v": 2,
        "saved": content["saved"],
        "data": {"fit": {"v": 1, "levels": [3]}, "results": {"v": 1, "entries": [entry]}},
    }
    expect(page.get_by_text(f"The file {name} is on its way")).to_be_visible()


def test_nothing_to_download_is_said(open_page: Open) -> None:
    page = open_page(HUB)
    page.get_by_role("button", name="Download everything").click()
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
    expect(found).to_contain_text("Assessments with answers: “What matters to you at work?”.")
    expect(found).to_contain_text("Settings: 1.")
    added = "Added: results (2), assessments with answers (1) and settings (1)."
    expect(page.locator("[data-merging]")).to_have_text(added)
    assert page.evaluate(KEPT) == {}
    merge(page)
    expect(page.locator("[data-told]")).to_have_text(f"Merged. {added}")
    expect(page.get_by_text("2 of 4 taken")).to_be_visible()
    assert read_kept(page) == {name: json.loads(text) for name, text in before.items()}
    after = page.evaluate(KEPT)
    choose(page, content)
    expect(page.locator("[data-merging]")).to_have_text("All of it is here already, so nothing changes.")
    merge(page)
    expect(page.locator("[data-told]")).to_have_text("All of it is here already, so nothing changes.")
    assert page.evaluate(KEPT) == after


def test_answers_here_are_never_merged_over(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    own = {**make_entry(quizzes["skills"], "2026-09-01", name="same"), "answers": answer_all(quizzes["skills"])}
    other = {**own, "answers": dict.fromkeys(own["answers"], 1)}
    first = quizzes["values"]["items"][0]["key"]
    init = save(results={"entries": [own]}, quiz__values={"form": "full", "answers": {first: 1}}, fit={"levels": [1]})
    page = open_page(HUB, init=init)
    new = make_entry(quizzes["values"], "2026-08-01")
    brought = {"form": "full", "answers": {first: 2}}
    choose(page, make_file(results={"entries": [other, new]}, quiz__values=brought, fit={"levels": [5]}))
    expect(page.locator("[data-merging] li")).to_have_text(
        [
            "Added: results (1).",
            "Yours kept, because they are as new or newer: results (1).",
            "Your own answers stay as they are in: “What matters to you at work?”.",
            "Your own settings stay as they are.",
        ]
    )
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text("Merged. Added: results (1).")
    kept = read_kept(page)
    assert kept["careers.results"]["entries"] == [own, new]
    assert kept["careers.quiz.values"]["answers"] == {first: 1}
    assert kept["careers.fit"]["levels"] == [1]


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


def find_strategy(site: Path) -> tuple[str, str]:
    """The key and title of a worksheet."""
    sheet = json.loads((site / "data/plan.json").read_text(encoding="utf-8"))["sheets"][0]
    return sheet["key"], sheet["title"]


def test_plan_and_worksheets_are_told_and_come_back(open_page: Open, site: Path) -> None:
    key, title = find_strategy(site)
    data = {"plan": {"items": PLAN}, f"sheet__{key}": {"entries": SHEETS}, "sheet__no-more": {"entries": SHEETS[:1]}}
    page = open_page(HUB, init=save(**data))
    parts = "occupations (1), experiments (1), goals (1), people (1), journal entries (1) and worksheet entries (3)"
    expect(page.locator("[data-kept]")).to_have_text(f"Kept here now: {parts}.")
    before = page.evaluate(KEPT)
    _, content = download(page)
    forget(page)
    expect(page.locator("[data-kept]")).to_have_text("Nothing is kept here yet.")
    choose(page, content)
    expect(page.locator("[data-found] li")).to_have_text(
        [
            re.compile("Saved on"),
            "No finished results.",
            "In the plan: occupations (1), experiments (1), goals (1), people (1) and journal entries (1).",
            f"Worksheets, with the number of entries in each: no-more (1) and {title} (2).",
        ]
    )
    expect(page.locator("[data-merging]")).to_have_text(f"Added: {parts}.")
    expect(page.locator("[data-replacing]")).to_have_text("Nothing is kept here, so nothing is deleted.")
    merge(page)
    assert read_kept(page) == {name: json.loads(text) for name, text in before.items()}


def test_the_one_changed_later_wins_and_is_counted_beforehand(open_page: Open, site: Path) -> None:
    key, _ = find_strategy(site)
    mine = {"items": [make_goal("a", 5), make_goal("b", 5)]}, {"entries": [make_sheet("c", 5, q="mine")]}
    theirs = (
        {"items": [make_goal("a", 6, text="Theirs"), make_goal("b", 4, text="Theirs"), make_goal("new")]},
        {"entries": [make_sheet("c", 6, q="theirs")]},
    )
    page = open_page(HUB, init=save(plan=mine[0], **{f"sheet__{key}": mine[1]}))
    expect(page.locator("[data-kept]")).to_contain_text("goals (2)")
    before = page.evaluate(KEPT)
    choose(page, make_file(plan=theirs[0], **{f"sheet__{key}": theirs[1]}))
    lines = [
        "Added: goals (1).",
        "Yours replaced, because the file has a later change: goals (1) and worksheet entries (1).",
        "Yours kept, because they are as new or newer: goals (1).",
    ]
    expect(page.locator("[data-merging] li")).to_have_text(lines)
    assert page.evaluate(KEPT) == before
    merge(page)
    expect(page.locator("[data-told]")).to_have_text(" ".join(["Merged.", *lines]))
    kept = read_kept(page)
    assert kept["careers.plan"]["items"] == [theirs[0]["items"][0], mine[0]["items"][1], make_goal("new")]
    assert kept[f"careers.sheet.{key}"]["entries"] == theirs[1]["entries"]
    undo(page)
    assert page.evaluate(KEPT) == before
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_replacing_tells_what_goes_and_can_be_undone(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    init = save(results={"entries": [make_entry(quizzes["skills"])]}, plan={"items": PLAN[2:4]}, start="broken {")
    page = open_page(HUB, init=init)
    gone = "results (1), goals (1), people (1) and things that can't be read (1)"
    expect(page.locator("[data-kept]")).to_have_text(f"Kept here now: {gone}.")
    before = page.evaluate(KEPT)
    content = make_file(plan={"items": [make_goal("theirs")]})
    choose(page, content)
    expect(page.locator("[data-replacing]")).to_have_text(f"Deleted first: {gone}.")
    assert page.evaluate(KEPT) == before
    replace(page)
    expect(page.locator("[data-told]")).to_have_text("Replaced. Kept here now: goals (1).")
    assert read_kept(page) == {f"careers.{name}": value for name, value in content["data"].items()}
    expect(page.get_by_text("0 of 4 taken")).to_be_visible()
    # A second import, and both taken back one by one.
    between = page.evaluate(KEPT)
    choose(page, make_file(plan={"items": [make_goal("third")]}))
    merge(page)
    expect(page.locator("[data-kept]")).to_have_text("Kept here now: goals (2).")
    undo(page)
    assert page.evaluate(KEPT) == between
    undo(page)
    assert page.evaluate(KEPT) == before
    expect(page.get_by_text("1 of 4 taken")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_undoing_asks_where_something_has_changed_since(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}))
    before = page.evaluate(KEPT)
    choose(page, make_file(plan={"items": [make_goal("theirs")]}))
    merge(page)
    other = page.context.new_page()
    other.goto(page.url)
    later = json.dumps({"v": 1, "items": [make_goal("mine"), make_goal("theirs"), make_goal("later")]})
    other.evaluate("text => localStorage.setItem('careers.plan', text)", later)
    expect(page.locator("[data-kept]")).to_have_text("Kept here now: goals (3).")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("heading", name="Undo it all the same?")).to_be_focused()
    assert len(read_kept(page)["careers.plan"]["items"]) == 3
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Nothing was changed.")).to_be_focused()
    assert len(read_kept(page)["careers.plan"]["items"]) == 3
    page.get_by_role("button", name="Undo", exact=True).click()
    page.get_by_role("button", name="Yes, undo").click()
    expect(page.get_by_text("All is back as it was.")).to_be_focused()
    assert page.evaluate(KEPT) == before


def test_what_is_told_keeps_up_with_another_tab(open_page: Open) -> None:
    page = open_page(HUB)
    choose(page, make_file(plan={"items": [make_goal("a"), make_goal("b")]}))
    expect(page.locator("[data-merging]")).to_have_text("Added: goals (2).")
    other = page.context.new_page()
    other.goto(page.url)
    text = json.dumps({"v": 1, "items": [make_goal("a")]})
    other.evaluate("text => localStorage.setItem('careers.plan', text)", text)
    expect(page.locator("[data-merging]")).to_have_text("Added: goals (1).")
    expect(page.locator("[data-replacing]")).to_have_text("Deleted first: goals (1).")
    merge(page)
    assert [item["id"] for item in read_kept(page)["careers.plan"]["items"]] == ["a", "b"]


def test_a_merge_beyond_the_limit_is_refused_and_replacing_offered(open_page: Open, site: Path) -> None:
    key, title = find_strategy(site)
    mine = [make_sheet(f"m{number}", q="x") for number in range(150)]
    theirs = [make_sheet(f"t{number}", q="x") for number in range(51)]
    page = open_page(HUB, init=save(**{f"sheet__{key}": {"entries": mine}}))
    before = page.evaluate(KEPT)
    choose(page, make_file(**{f"sheet__{key}": {"entries": theirs}}))
    expect(page.locator("[data-merging]")).to_have_text(
        f"This can't be merged: there would be 201 entries in the worksheet “{title}”, "
        "and the most that it can hold is 200."
    )
    expect(page.get_by_role("button", name="Merge", exact=True)).to_be_hidden()
    assert page.evaluate(KEPT) == before
    replace(page)
    assert read_kept(page)[f"careers.sheet.{key}"]["entries"] == theirs


def test_cancel_changes_nothing(open_page: Open, site: Path) -> None:
    page = open_page(HUB)
    choose(page, make_file(results={"entries": [make_entry(load_quizzes(site)["values"])]}))
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Nothing was changed.")).to_be_focused()
    expect(page.get_by_role("button", name="Merge", exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    assert page.evaluate(KEPT) == {}


ENTRY = {"id": "a", "quiz": "skills", "form": "full", "date": "2026-01-01", "answers": {}}
FAULTS = {
    "not-json": ("<html>", "This file can't be read."),
    "binary": (b"\x89PNG\xff\xfe\x00", "This file can't be read."),
    "nothing": ("", "This file can't be read."),
    "foreign": ({"format": "other", "v": 1}, "was not made by this site"),
    "list": ("[]", "was not made by this site"),
    "null": ("null", "was not made by this site"),
    "newer": ({**make_file(fit={}), "v": 3}, "newer version"),
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
    "many": (
        make_file(results={"entries": [{"id": str(n)} for n in range(10_000)]}),
        "This file holds 10,000 results. A file with more than 1,000 results can't come from here.",
    ),
    "many-items": (
        make_file(plan={"items": [make_goal(str(n)) for n in range(1001)]}),
        "The plan in this file holds 1,001 things. A plan with more than 1,000 can't come from here.",
    ),
    "many-entries": (
        make_file(**{"sheet__no-more": {"entries": [make_sheet(str(n)) for n in range(10_000)]}}),
        "The worksheet “no-more” in this file holds 10,000 entries. "
        "A worksheet with more than 200 can't come from here.",
    ),
    "items-object": (make_file(plan={"items": {"0": make_goal()}}), "not as they should be"),
    "sheet-object": (make_file(sheet__x={"entries": "all"}), "not as they should be"),
    "odd-only": (make_file(plan={"items": [make_goal(text="")]}, sheet__x={"entries": [7]}), "holds nothing"),
    "unknown-quiz": (make_file(results={"entries": [{**ENTRY, "quiz": "gone"}]}, quiz__gone={}), "holds nothing"),
    "hostile-names": (
        json.dumps(make_file()).replace('"data": {}', '"data": {"__proto__": {"v": 1}, "unreadable.x": {"v": 1}}'),
        "holds nothing",
    ),
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
    expect(page.get_by_role("button", name="Merge", exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name="Replace", exact=True)).to_be_hidden()
    assert page.evaluate(KEPT) == before


def test_a_file_that_is_too_large_is_not_read(open_page: Open, tmp_path: Path) -> None:
    text = json.dumps(make_file(fit={}))
    for size, sentence in ((20 * 1_048_576 + 1, "This file is larger than 20 MB"), (20 * 1_048_576, "")):
        path = tmp_path / "my.json"
        path.write_text(text + " " * (size - len(text)), encoding="utf-8")
        page = open_page(HUB)
        expect(page.locator("[data-file]")).to_be_visible()
        page.locator("[data-file]").set_input_files(path)
        if sentence:
            expect(page.locator("career-keeping [role=alert]")).to_contain_text(sentence)
        expect(page.locator("[data-found]")).to_be_visible(visible=not sentence)


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
    merge(page)
    expect(page.locator("[data-told]")).to_have_text("Merged. Added: results (1) and settings (1).")
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
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text("Added: results (1).")
    forget(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("2 of 4 taken")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_forgetting_takes_plan_and_worksheets_too_and_both_grow_together_again(open_page: Open) -> None:
    init = save(plan={"items": [make_goal("a")]}, sheet__x={"entries": [make_sheet(q="1")]}, sheet__y="broken {")
    page = open_page(HUB, init=init)
    expect(page.locator("[data-kept]")).to_contain_text(
        "goals (1), worksheet entries (1) and things that can't be read (1)"
    )
    before = page.evaluate(KEPT)
    forget(page)
    assert page.evaluate(KEPT) == {}
    undo(page)
    assert page.evaluate(KEPT) == before
    forget(page)
    later = json.dumps({"v": 1, "items": [make_goal("later")]})
    page.evaluate("text => localStorage.setItem('careers.plan', text)", later)
    undo(page)
    kept = page.evaluate(KEPT)
    assert [item["id"] for item in json.loads(kept["careers.plan"])["items"]] == ["a", "later"]
    assert kept["careers.unreadable.sheet.y"] == "broken {"


def test_an_import_can_be_undone_before_what_was_forgotten(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}))
    before = page.evaluate(KEPT)
    forget(page)
    choose(page, make_file(plan={"items": [make_goal("theirs")]}))
    merge(page)
    expect(page.get_by_text("Everything is forgotten.")).to_be_hidden()
    undo(page)
    assert page.evaluate(KEPT) == {}
    expect(page.get_by_text("Everything is forgotten.")).to_be_visible()
    undo(page)
    assert page.evaluate(KEPT) == before


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


def test_keyboard_alone_merges_replaces_and_undoes(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}))
    before = page.evaluate(KEPT)
    for name, tabs in (("Merge", 1), ("Replace", 2)):
        choose(page, make_file(plan={"items": [make_goal("theirs")]}))
        expect(page.get_by_role("heading", name="This is what the file holds")).to_be_focused()
        for _ in range(tabs):
            page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("[data-told]")).to_be_focused()
        assert page.evaluate(KEPT) != before
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Undo")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_text("All is back as it was.")).to_be_focused()
        assert page.evaluate(KEPT) == before


UNSAVED = "But not all of it could be saved: your browser does not allow it, or its storage is full."


def test_a_full_storage_is_told(open_page: Open, site: Path) -> None:
    page = open_page(HUB, init=FULL)
    choose(page, make_file(results={"entries": [make_entry(load_quizzes(site)["values"])]}, plan={"items": PLAN[:1]}))
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text(f"Merged. Added: results (1) and occupations (1). {UNSAVED}")
    expect(page.get_by_text("1 of 4 taken")).to_be_visible()
    _, content = download(page)
    assert len(content["data"]["results"]["entries"]) == 1
    assert content["data"]["plan"]["items"] == PLAN[:1]
    undo(page)
    expect(page.get_by_text("0 of 4 taken")).to_be_visible()
    assert page.evaluate(KEPT) == {}


# Room for so many letters in all.
QUOTA = """
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, text) {
    const others = Object.keys(this).filter((key) => key !== name && key.startsWith("careers."));
    const size = others.reduce((sum, key) => sum + key.length + this[key].length, name.length + text.length);
    if (this === localStorage && size > 700) throw new DOMException("full", "QuotaExceededError");
    put.call(this, name, text);
  };
"""


@pytest.mark.parametrize("way", [merge, replace])
def test_a_storage_that_is_full_half_way_is_told_and_undone(open_page: Open, way: Any) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}) + QUOTA)
    before = page.evaluate(KEPT)
    expect(page.locator("career-keeping [data-forbidden]")).to_be_hidden()
    content = make_file(plan={"items": [make_goal("theirs")]}, sheet__x={"entries": [make_sheet(q="long " * 200)]})
    choose(page, content)
    way(page)
    expect(page.locator("[data-told]")).to_contain_text(UNSAVED)
    expect(page.locator("career-keeping [data-forbidden]")).to_contain_text("What you write here can't be saved now")
    assert list(page.evaluate(KEPT)) == ["careers.plan"]
    _, downloaded = download(page)
    assert downloaded["data"]["sheet.x"] == content["data"]["sheet.x"]
    undo(page)
    assert page.evaluate(KEPT) == before
    expect(page.locator("career-keeping [data-forbidden]")).to_be_hidden()


def test_replacing_is_refused_where_nothing_can_be_saved(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}) + FULL)
    before = page.evaluate(KEPT)
    choose(page, make_file(plan={"items": [make_goal("theirs")]}))
    page.get_by_role("button", name="Replace", exact=True).click()
    expect(page.locator("career-keeping [role=alert]")).to_contain_text("what is here was not deleted")
    assert page.evaluate(KEPT) == before
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_with_forbidden_storage_nothing_breaks(open_page: Open) -> None:
    page = open_page(HUB, init=FORBID_STORAGE, tolerate="denied")
    expect(page.locator("[data-kept]")).to_have_text("Nothing is kept here yet.")
    expect(page.locator("career-keeping [data-forbidden]")).to_contain_text(
        "you can still print it, or download everything"
    )
    page.get_by_role("button", name="Download everything").click()
    expect(page.get_by_text("There is nothing to download yet.")).to_be_visible()
    forget(page)
    undo(page)
    choose(page, make_file(plan={"items": [make_goal("theirs")]}))
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text(UNSAVED)
    expect(page.locator("[data-kept]")).to_have_text("Kept here now: goals (1).")
    _, content = download(page)
    assert content["data"]["plan"]["items"] == [make_goal("theirs")]
    undo(page)
    expect(page.locator("[data-kept]")).to_have_text("Nothing is kept here yet.")


@pytest.mark.parametrize("path", ["quiz/results/", "plan/"])
def test_it_works_on_every_page_that_has_it(open_page: Open, path: str) -> None:
    page = open_page(path)
    expect(page.get_by_role("heading", name="What is kept on this device")).to_be_visible()
    choose(page, make_file(plan={"items": PLAN}))
    merge(page)
    assert read_kept(page)["careers.plan"]["items"] == PLAN
    undo(page)
    assert page.evaluate(KEPT) == {}


def test_what_reads_files_is_loaded_when_one_is_chosen(open_page: Open) -> None:
    page = open_page(HUB)
    expect(page.locator("[data-kept]")).to_be_visible()
    names = "performance.getEntriesByType('resource').map(entry => entry.name.split('/').at(-1))"
    late = {"merging.js", "sentences.js", "plan.json"}
    assert late.isdisjoint(page.evaluate(names))
    choose(page, make_file(fit={}))
    expect(page.locator("[data-found]")).to_be_visible()
    assert late <= set(page.evaluate(names))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_question_is_accessible_and_fits(open_page: Open, site: Path, width: int, dark: bool) -> None:
    page = open_page(HUB, width=width, dark=dark, init=save(plan={"items": [make_goal("mine")]}))
    choose(page, "no json")
    expect(page.get_by_text("This file can't be read.")).to_be_visible()
    assert find_violations(page) == []
    file = make_file(
        results={"entries": [make_entry(load_quizzes(site)["values"]), ENTRY]},
        plan={"items": [*PLAN, make_goal("mine", 2, text="Theirs"), make_goal("odd", text="")]},
        **{f"sheet__{find_strategy(site)[0]}": {"entries": SHEETS}, f"sheet__{'long' * 14}": {"entries": SHEETS}},
    )
    choose(page, file)
    expect(page.locator("[data-found]")).to_be_visible()
    assert find_violations(page) == []
    assert overflows(page) <= 0
    merge(page)
    assert find_violations(page) == []
    assert overflows(page) <= 0
    page.evaluate("localStorage.setItem('careers.fit', '{\"v\":1}'); localStorage.setItem('careers.x', '{\"v\":1}')")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("heading", name="Undo it all the same?")).to_be_focused()
    assert find_violations(page) == []
    page.get_by_role("button", name="Forget everything", exact=True).click()
    assert find_violations(page) == []
    forget(page)
    assert find_violations(page) == []
    assert overflows(page) <= 0
