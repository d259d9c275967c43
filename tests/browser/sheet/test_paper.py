"""Worksheets on paper, empty and written in, and without scripts."""

from __future__ import annotations

import io
from typing import Any

import pypdf
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.support.words import words
from tests.browser.support.worksheets import CONTROLS, SAVED, at_work, field, find_sheet, say, write
from tests.browser.support.worksheets import sheets as sheets


def text_of(page: Page) -> str:
    """What the page says on paper, without line breaks."""
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def test_long_text_is_printed_to_its_end(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long")
    page = at_work(open_page(path))
    lines = [f"Line number {number} of what I wrote." for number in range(1, 130)]
    field(page, key).locator("textarea").fill("\n".join(lines))
    say(page, SAVED)
    printed = text_of(page)
    assert [line for line in lines if line not in printed] == []
    assert printed.count("Line number 64 of what I wrote.") == 1
    for unwanted in (words("sheet.print"), words("sheet.clear"), SAVED, words("sheet.none")):
        assert unwanted not in printed


def test_an_empty_sheet_prints_as_a_form_with_lines(open_page: Open, sheets: dict[str, Any], base: str) -> None:
    page = open_page()
    for key, sheet in sheets.items():
        page.emulate_media(media="screen")
        page.goto(base + sheet["url"])
        at_work(page).emulate_media(media="print")
        for one in sheet["fields"]:
            part = field(page, one["key"])
            rows = part.locator("[data-row]")
            expect(part.locator(f"{CONTROLS}:visible"), key).to_have_count(0)
            if one["kind"] in ("choice", "rating", "before_after"):
                expect(part.locator("[type=radio]:visible").first, key).to_be_visible()
                continue
            assert rows.count() == part.locator("[data-row]:visible").count(), key
            lines = part.locator("hr:visible").count() + part.locator(".cg-sheet__choices:visible").count()
            assert lines >= max(rows.count(), 1), (key, one["key"])


def test_a_table_prints_its_written_rows_alone(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "table", fixed=False)
    page = at_work(open_page(path))
    write(field(page, key).locator(f"[data-row]:nth-child(1) {CONTROLS}").first, "written")
    page.emulate_media(media="print")
    rows = field(page, key).locator("[data-row]")
    expect(rows.first).to_be_visible()
    assert rows.count() > 1
    expect(field(page, key).locator("[data-row]:visible")).to_have_count(1)
    expect(rows.first.locator("[data-written]").first).to_have_text("written")
    expect(rows.first.locator("hr:visible").first).to_be_visible()


def test_one_worksheet_is_printed_and_nothing_beside_it(open_page: Open, sheets: dict[str, Any]) -> None:
    sheet = next(sheet for sheet in sheets.values() if sheet["method"] == "explore")
    for path in (sheet["url"], sheet["guide"]):
        page = open_page(path, init="window.print = () => { window.asked = (window.asked ?? 0) + 1; };")
        own = page.locator(f"career-sheet[data-sheet={sheet['key']}]")
        own.evaluate("own => own.closest('details')?.setAttribute('open', '')")
        expect(own.locator("[data-tools]")).to_be_visible()
        own.locator("textarea").first.fill("to be printed")
        own.get_by_role("button", name=words("sheet.print")).click()
        assert page.evaluate("asked") == 1
        page.emulate_media(media="print")
        expect(page.locator("h1")).to_be_hidden()
        expect(own.get_by_text(words("sheet.name", title=sheet["title"]))).to_be_visible()
        expect(own.get_by_text("to be printed").last).to_be_visible()
        outside = """nodes => nodes.filter((node) => node.checkVisibility()
          && !node.closest("career-sheet") && !node.querySelector("career-sheet")).length"""
        assert page.locator("body *").evaluate_all(outside) == 0
        assert (
            page.locator("career-sheet").evaluate_all("nodes => nodes.filter((n) => n.checkVisibility()).length") == 1
        )
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("[data-print-alone], [data-print-part]").count() == 0


def test_without_scripts_every_worksheet_is_whole(open_page: Open, sheets: dict[str, Any], base: str) -> None:
    page = open_page(java_script_enabled=False)
    for key, sheet in sheets.items():
        page.goto(base + sheet["url"])
        expect(page.locator("noscript .cg-sheet__unscripted"), key).to_have_text(words("sheet.no_script"))
        expect(page.get_by_role("button", name=words("sheet.print"))).to_be_hidden()
        for one in sheet["fields"]:
            part = field(page, one["key"])
            expect(part, key).to_be_visible()
            hidden = (
                part.locator("input, textarea, select").count()
                - part.locator(":is(input, textarea, select):visible").count()
            )
            assert hidden == part.locator("[data-none]").count(), (key, one["key"])
    path, own = find_sheet(sheets, "long")
    page = open_page(path, java_script_enabled=False)
    field(page, own).locator("textarea").fill("written by hand")
    page.emulate_media(media="print")
    expect(field(page, own).locator("textarea")).to_be_visible()
    expect(field(page, own).locator("hr").first).to_be_hidden()
    expect(page.locator("[data-kind=long]").nth(1).locator("textarea")).to_be_hidden()
    expect(page.locator("[data-kind=long]").nth(1).locator("hr").first).to_be_visible()
