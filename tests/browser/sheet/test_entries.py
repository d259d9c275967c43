"""Several entries of a worksheet, two tabs, and when nothing can be kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import save
from tests.browser.support.words import matching, words
from tests.browser.support.worksheets import (
    SAVED,
    at_work,
    cell,
    entries,
    field,
    find_sheet,
    key_of,
    say,
    snapshot,
    values,
    write_all,
)
from tests.browser.support.worksheets import sheets as sheets
from tests.scripts.node.running import FORBID, FULL


def entry_names(page: Page) -> list[str]:
    """What the list of entries says."""
    return page.locator("[data-list] button").all_inner_texts()


@pytest.fixture
def visits(open_page: Open, sheets: dict[str, Any]) -> tuple[Page, str, str]:
    """A worksheet of which there are several: the page, its key and a field."""
    path, key = find_sheet(sheets, "short", entry=True, first=True)
    page = open_page(path)
    return at_work(page), key_of(path), key


def test_several_entries_stand_side_by_side(visits: tuple[Page, str, str]) -> None:
    page, sheet, key = visits
    box = field(page, key).locator("input")
    expect(page.locator("[data-entries]")).to_be_hidden()
    box.fill("Harbour office")
    say(page, SAVED)
    page.get_by_role("button", name=matching("sheet.new")).click()
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    expect(page.get_by_text(words("sheet.entries"))).to_be_visible()
    first, second = entry_names(page)
    assert re.fullmatch(r"\w.*\d{4}: Harbour office", first)
    assert second.endswith(words("sheet.named", date="", words=words("sheet.empty")))
    # Not before something is written is it one.
    assert len(entries(page, sheet)) == 1
    box.fill("Mill")
    say(page, SAVED)
    expect(page.locator("[data-list] button").nth(1)).to_contain_text("Mill")
    expect(page.locator("[data-list] [aria-current=true]")).to_contain_text("Mill")
    page.locator("[data-list] button").first.click()
    expect(box).to_have_value("Harbour office")
    expect(page.locator("[data-list] button").first).to_be_focused()
    page.reload()
    expect(box).to_have_value("Mill")
    assert [entry["values"][key] for entry in entries(page, sheet)] == ["Harbour office", "Mill"]
    [older, newer] = entries(page, sheet)
    page.goto(page.url + f"#entry-{older['id']}")
    page.reload()
    expect(box).to_have_value("Harbour office")
    assert older["id"] != newer["id"]


def test_pressing_an_entry_while_writing_loses_nothing(visits: tuple[Page, str, str]) -> None:
    page, sheet, key = visits
    box = field(page, key).locator("input")
    box.fill("Harbour")
    page.get_by_role("button", name=matching("sheet.new")).click()
    box.press_sequentially("Mill")
    page.locator("[data-list] button").first.click()
    expect(box).to_have_value("Harbour")
    assert [entry["values"][key] for entry in entries(page, sheet)] == ["Harbour", "Mill"]


def test_a_deleted_entry_comes_back(visits: tuple[Page, str, str]) -> None:
    page, sheet, key = visits
    box = field(page, key).locator("input")
    for text in ("Harbour", "Mill", "Yard"):
        box.fill(text)
        page.get_by_role("button", name=matching("sheet.new")).click()
    before = entries(page, sheet)
    page.locator("[data-list] button").nth(1).click()
    page.get_by_role("button", name=matching("sheet.delete")).click()
    notice = page.locator("[data-done]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text(matching("sheet.deleted"))
    expect(box).to_have_value("Yard")
    assert [entry["values"][key] for entry in entries(page, sheet)] == ["Harbour", "Yard"]
    # Another sheet can be looked at before.
    page.locator("[data-list] button").first.click()
    expect(box).to_have_value("Harbour")
    page.get_by_role("button", name=words("sheet.undo")).click()
    expect(box).to_have_value("Mill")
    expect(box).to_be_focused()
    assert entries(page, sheet) == before


def test_a_row_that_was_deleted_elsewhere_comes_back_to_its_own_entry(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "list", entry=True)
    page = at_work(open_page(path))
    cell(page, key, 0, "text").fill("first")
    field(page, key).get_by_role("button", name=words("sheet.delete_line", number=1), exact=True).click()
    cell(page, key, 0, "text").fill("first again")
    page.get_by_role("button", name=matching("sheet.new")).click()
    cell(page, key, 0, "text").fill("second")
    page.get_by_role("button", name=words("sheet.undo")).click()
    expect(cell(page, key, 0, "text")).to_have_value("first")
    assert [entry["values"][key] for entry in entries(page, key_of(path))] == [
        [{"text": "first"}, {"text": "first again"}],
        [{"text": "second"}],
    ]


def test_two_hundred_entries_are_the_most(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "short", entry=True)
    many = [
        {"id": f"e{at}", "made": "2026-11-20", "changed": 1, "revision": 1, "values": {key: f"Number {at}"}}
        for at in range(200)
    ]
    page = at_work(open_page(path, init=save(**{f"sheet__{key_of(path)}": {"entries": many}})))
    assert len(entry_names(page)) == 200
    page.get_by_role("button", name=matching("sheet.new")).click()
    say(page, words("sheet.too_many"))
    expect(field(page, key).locator("input")).to_have_value("Number 199")
    page.get_by_role("button", name=matching("sheet.delete")).click()
    page.get_by_role("button", name=matching("sheet.new")).click()
    field(page, key).locator("input").fill("one more")
    say(page, SAVED)
    assert entries(page, key_of(path))[-1]["values"] == {key: "one more"}


def test_one_sheet_is_cleared_and_comes_back(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long", entry=False)
    page = at_work(open_page(path))
    clear = page.get_by_role("button", name=words("sheet.clear"))
    expect(clear).to_be_hidden()
    expect(
        page.get_by_role("button", name=matching("sheet.new")).or_(
            page.get_by_role("button", name=matching("sheet.delete"))
        )
    ).to_have_count(0)
    write_all(page)
    before = snapshot(page)
    say(page, SAVED)
    [old] = entries(page, key_of(path))
    clear.click()
    expect(page.locator("[data-done]")).to_be_focused()
    expect(page.locator("[data-done]")).to_contain_text(words("sheet.cleared"))
    assert not any(any(controls) for controls in snapshot(page).values())
    assert values(page, key_of(path)) == {}
    page.get_by_role("button", name=words("sheet.undo")).click()
    assert snapshot(page) == before
    [new] = entries(page, key_of(path))
    assert (new["id"], new["values"]) == (old["id"], old["values"])
    # What was written in the meantime stays.
    clear.click()
    field(page, key).locator("textarea").fill("written since")
    page.get_by_role("button", name=words("sheet.undo")).click()
    assert values(page, key_of(path)) == {**old["values"], key: "written since"}


def test_two_sheets_where_there_should_be_one_are_both_shown(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long", entry=False)
    both = [
        {"id": name, "made": "2026-11-20", "changed": 1, "revision": 1, "values": {key: f"from device {name}"}}
        for name in "ab"
    ]
    page = at_work(open_page(path, init=save(**{f"sheet__{key_of(path)}": {"entries": both}})))
    expect(field(page, key).locator("textarea")).to_have_value("from device b")
    page.get_by_role("button", name=words("sheet.named", date="November 20, 2026", words="from device a")).click()
    expect(field(page, key).locator("textarea")).to_have_value("from device a")
    page.get_by_role("button", name=matching("sheet.delete")).click()
    expect(page.locator("[data-entries]")).to_be_hidden()
    expect(field(page, key).locator("textarea")).to_have_value("from device b")


# Two tabs, and trouble


def test_two_tabs_write_into_different_fields(open_page: Open, sheets: dict[str, Any]) -> None:
    several = (sheet for sheet in sheets.values() if sum(field["kind"] == "long" for field in sheet["fields"]) > 1)
    path = next(sheet["url"] for sheet in several if not sheet["entry"])
    page = at_work(open_page(path))
    boxes = page.locator("[data-kind=long] textarea")
    other = page.context.new_page()
    other.goto(page.url)
    at_work(other)
    boxes.nth(0).fill("from here")
    say(page, SAVED)
    there = other.locator("[data-kind=long] textarea")
    expect(there.nth(0)).to_have_value("from here")
    say(other, words("sheet.other_tab"))
    # The field in which the reader is stays as it is, and is saved in its turn.
    boxes.nth(1).focus()
    page.keyboard.type("mine")
    there.nth(1).fill("theirs")
    there.nth(0).fill("from there")
    say(other, SAVED)
    expect(boxes.nth(0)).to_have_value("from there")
    expect(boxes.nth(1)).to_have_value("mine")
    expect(boxes.nth(1)).to_be_focused()
    page.keyboard.type("!")
    say(page, SAVED)
    assert len(entries(page, key_of(path))) == 1
    assert sorted(values(page, key_of(path)).values()) == ["from there", "mine!"]


def test_a_sheet_deleted_in_another_tab_is_said_to_be(visits: tuple[Page, str, str]) -> None:
    page, sheet, key = visits
    field(page, key).locator("input").fill("Harbour")
    say(page, SAVED)
    other = page.context.new_page()
    other.goto(page.url)
    at_work(other).get_by_role("button", name=matching("sheet.delete")).click()
    expect(field(page, key).locator("input")).to_have_value("")
    expect(page.locator("[data-status]")).to_have_text(matching("sheet.gone"))
    assert entries(page, sheet) == []
    other.get_by_role("button", name=words("sheet.undo")).click()
    assert [entry["values"] for entry in entries(page, sheet)] == [{key: "Harbour"}]


@pytest.mark.parametrize("trouble", [FULL, FORBID], ids=["full", "forbidden"])
def test_what_cannot_be_saved_is_told_and_can_be_printed(open_page: Open, sheets: dict[str, Any], trouble: str) -> None:
    path, key = find_sheet(sheets, "long")
    page = at_work(open_page(path, init=trouble, tolerate="denied"))
    notice = page.get_by_role("alert").filter(has_text=words("sheet.unsaved"))
    expect(notice).to_contain_text(words("sheet.unsaved"))
    field(page, key).locator("textarea").fill("for now")
    page.locator(".cg-breadcrumbs a[href*=worksheets]").click()
    expect(page.locator("h1")).to_have_text(matching("worksheets.title"))
    page.go_back()
    expect(field(at_work(page), key).locator("textarea")).to_have_value("for now")
    expect(notice).to_be_visible()
    page.emulate_media(media="print")
    expect(field(page, key).locator("[data-written]")).to_have_text("for now")


def test_storage_that_fills_up_and_empties_is_told(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long")
    page = at_work(open_page(path))
    notice = page.get_by_text(words("sheet.unsaved"))
    box = field(page, key).locator("textarea")
    box.fill("one")
    say(page, SAVED)
    page.evaluate("""() => {
      window.real = Storage.prototype.setItem;
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    box.fill("two")
    expect(notice).to_be_visible()
    say(page, words("sheet.not_saved"))
    page.evaluate("() => { Storage.prototype.setItem = window.real; }")
    box.fill("three")
    expect(notice).to_be_hidden()
    say(page, SAVED)
    assert values(page, key_of(path))[key] == "three"
