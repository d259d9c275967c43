"""A worksheet on its page: every kind of field is kept; rows, answers, dates; by keyboard, and for everybody."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import save
from tests.browser.support.axe import check_looks, overflows
from tests.browser.support.weighing import gzipped
from tests.browser.support.words import matching, words
from tests.browser.support.worksheets import (
    CONTROLS,
    HOSTILE,
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
    write,
    write_all,
)
from tests.browser.support.worksheets import sheets as sheets
from tests.scripts.node.running import ASSETS

KINDS = ("short", "long", "date", "choice", "rating", "before_after", "list", "table", "if_then")


def test_there_is_a_worksheet_with_every_kind_of_field(sheets: dict[str, Any]) -> None:
    assert len(sheets) == 14
    for kind in KINDS:
        find_sheet(sheets, kind)


def test_every_kind_of_field_is_kept(open_page: Open, sheets: dict[str, Any], base: str) -> None:
    page = open_page()
    for sheet in cover(sheets):
        key = sheet["key"]
        page.goto(base + sheet["url"])
        write_all(at_work(page))
        before = snapshot(page)
        say(page, SAVED)
        page.reload()
        assert snapshot(at_work(page)) == before, key
        assert all(any(controls) for controls in before.values()), key
        kept = values(page, key)
        assert set(kept) == {one["key"] for one in sheet["fields"]}, key
        for one in sheet["fields"]:
            value = kept[one["key"]]
            if one["kind"] == "rating":
                assert value in range(1, 6), key
            elif one["kind"] == "before_after":
                assert set(value) == {"before", "after"}, key
            elif one["kind"] == "date":
                assert value == "2027-03-04", key
            elif one["kind"] == "choice":
                assert value in one["options"], key
            elif one["kind"] in ("list", "table", "if_then"):
                names = {"list": ["text"], "if_then": ["if", "then"]}
                assert list(value[0]) == (names.get(one["kind"]) or [column["key"] for column in one["columns"]]), key
            else:
                assert value.startswith("Text"), key


def test_it_is_saved_while_writing_and_that_is_said_once(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long")
    page = at_work(open_page(path))
    say(page, "")
    page.evaluate("""() => {
      window.told = [];
      new MutationObserver(() => told.push(document.querySelector("[data-status]").textContent))
        .observe(document.querySelector("[data-status]"), {childList: true});
    }""")
    box = field(page, key).locator("textarea")
    box.press_sequentially("I", delay=5)
    say(page, SAVED)
    box.press_sequentially(" wrote", delay=5)
    page.wait_for_function("() => Object.values(kept.all()).some((text) => text.includes('I wrote'))")
    assert page.evaluate("told") == [SAVED]
    expect(page.locator("[data-unkept]")).to_be_hidden()


def test_what_is_written_at_the_last_moment_is_kept(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long")
    page = at_work(open_page(path))
    # Both leave the page within the pause after which it is saved: a load, and instant navigation.
    page.evaluate(
        """(key) => {
      const box = document.querySelector(`[data-field="${key}"] textarea`);
      box.value = "last word";
      box.dispatchEvent(new Event("input", {bubbles: true}));
      location.reload();
    }""",
        key,
    )
    page.wait_for_function("() => !document.querySelector('[data-status]')?.textContent")
    expect(field(at_work(page), key).locator("textarea")).to_have_value("last word")
    page.evaluate(
        """(key) => {
      const box = document.querySelector(`[data-field="${key}"] textarea`);
      box.value = "very last word";
      box.dispatchEvent(new Event("input", {bubbles: true}));
      document.querySelector(".cg-breadcrumbs a[href*=worksheets]").click();
    }""",
        key,
    )
    expect(page.locator("h1")).to_have_text(matching("worksheets.title"))
    assert values(page, key_of(path))[key] == "very last word"


def test_instant_navigation_back_and_forth_keeps_working(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long")
    page = at_work(open_page(path))
    page.evaluate("window.stays = true")
    for number in range(2):
        field(page, key).locator("textarea").fill(f"round {number}")
        page.locator(".cg-breadcrumbs a[href*=worksheets]").click()
        expect(page.locator("h1")).to_have_text(matching("worksheets.title"))
        page.go_back()
        expect(field(at_work(page), key).locator("textarea")).to_have_value(f"round {number}")
    assert page.evaluate("window.stays")
    assert len(entries(page, key_of(path))) == 1


def test_a_guide_has_the_same_worksheets_and_they_keep_to_themselves(
    open_page: Open, sheets: dict[str, Any], base: str
) -> None:
    sheet = next(sheet for sheet in sheets.values() if sheet["method"] == "explore" and not sheet["entry"])
    page = open_page(sheet["guide"])
    own = page.locator(f"career-sheet[data-sheet={sheet['key']}]")
    own.evaluate("own => own.closest('details')?.setAttribute('open', '')")
    expect(own.locator("[data-tools]")).to_be_visible()
    assert page.locator("career-sheet").count() == sum(one["method"] == "explore" for one in sheets.values())
    ids = page.locator("[id^=ws-]").evaluate_all("nodes => nodes.map(({id}) => id)")
    assert len(ids) == len(set(ids))
    control = own.locator("textarea").first
    name = control.get_attribute("id")
    control.fill("from the guide")
    expect(own.locator("[data-status]")).to_have_text(SAVED)
    assert len(page.evaluate("Object.keys(kept.all()).filter((name) => name.startsWith('careers.sheet.'))")) == 1
    page.goto(base + sheet["url"])
    expect(page.locator(f"#{name}")).to_have_value("from the guide")


# Rows


def test_a_list_grows_with_what_is_written(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "list")
    page = at_work(open_page(path))
    rows = field(page, key).locator("[data-row]:visible")
    expect(rows).to_have_count(1)
    printed = field(page, key).locator("[data-row]").count()
    for number in range(printed + 2):
        box = cell(page, key, number, "text")
        expect(box).to_have_accessible_name(words("sheet.line", number=number + 1))
        box.fill(f"point {number}")
        expect(rows).to_have_count(number + 2)
    ids = field(page, key).locator("[data-cell]").evaluate_all("nodes => nodes.map(({id}) => id)")
    assert len(set(ids)) == printed + 3
    say(page, SAVED)
    page.reload()
    expect(at_work(page).locator("h1")).to_be_visible()
    expect(rows).to_have_count(printed + 3)
    assert [row["text"] for row in values(page, key_of(path))[key]] == [f"point {at}" for at in range(printed + 2)]


def test_a_list_ends_at_fifty_and_says_so(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "list", entry=False)
    entry = {"id": "a", "made": "2026-11-20", "changed": 1, "revision": 1}
    rows = [{"text": f"point {at}"} for at in range(49)]
    init = save(**{f"sheet__{key_of(path)}": {"entries": [{**entry, "values": {key: rows}}]}})
    page = at_work(open_page(path, init=init))
    full = page.get_by_text(words("sheet.too_many_rows"))
    shown = field(page, key).locator("[data-row]:visible")
    expect(shown).to_have_count(50)
    expect(full).to_have_count(0)
    cell(page, key, 49, "text").fill("the last one")
    expect(full).to_be_visible()
    expect(shown).to_have_count(50)
    say(page, SAVED)
    assert len(values(page, key_of(path))[key]) == 50
    field(page, key).get_by_role("button", name=words("sheet.delete_line", number=7), exact=True).click()
    expect(full).to_have_count(0)
    expect(shown).to_have_count(50)


def test_rows_that_the_sheet_names_do_not_grow(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "table", fixed=True)
    page = at_work(open_page(path))
    rows = field(page, key).locator("[data-row]")
    count = rows.count()
    expect(rows.last).to_be_visible()
    write(rows.last.locator(CONTROLS).first, "here")
    say(page, SAVED)
    assert rows.count() == count
    expect(field(page, key).get_by_role("button")).to_have_count(0)
    kept = values(page, key_of(path))[key]
    assert kept[: count - 1] == [{}] * (count - 1)
    page.reload()
    expect(at_work(page).locator(f"[data-field={key}] [data-row]").last.locator(CONTROLS).first).not_to_have_value("")


@pytest.mark.parametrize("kind", ["list", "table", "if_then"])
def test_a_deleted_row_comes_back_to_its_place(open_page: Open, sheets: dict[str, Any], kind: str) -> None:
    path, key = find_sheet(sheets, kind, fixed=False)
    page = at_work(open_page(path))
    first = (
        field(page, key)
        .locator("[data-row]")
        .first.locator("[data-cell]")
        .evaluate_all("nodes => nodes.find(({type}) => type === 'text' || type === 'textarea').dataset.cell")
    )
    for number, text in enumerate(("one", "two", "three")):
        cell(page, key, number, first).fill(text)
    name = "line" if kind == "list" else "row"
    delete = field(page, key).get_by_role("button", name=words(f"sheet.delete_{name}", number=2), exact=True)
    box = delete.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    delete.click()
    notice = page.locator("[data-done]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text(words(f"sheet.{name}_deleted", number=2))
    assert [row[first] for row in values(page, key_of(path))[key]] == ["one", "three"]
    # Writing goes on before it is taken back.
    cell(page, key, 2, first).fill("four")
    notice.get_by_role("button", name=words("sheet.undo")).click()
    expect(cell(page, key, 1, first)).to_have_value("two")
    expect(cell(page, key, 1, first)).to_be_focused()
    say(page, words("sheet.undone"))
    expect(notice).to_be_hidden()
    assert [row[first] for row in values(page, key_of(path))[key]] == ["one", "two", "three", "four"]


def test_two_deletions_are_taken_back_one_after_the_other(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "list")
    page = at_work(open_page(path))
    for number, text in enumerate("abc"):
        cell(page, key, number, "text").fill(text)
    for _ in range(2):
        field(page, key).get_by_role("button", name=words("sheet.delete_line", number=1), exact=True).click()
    assert [row["text"] for row in values(page, key_of(path))[key]] == ["c"]
    for _ in range(2):
        page.get_by_role("button", name=words("sheet.undo")).click()
    assert [row["text"] for row in values(page, key_of(path))[key]] == ["a", "b", "c"]
    # A second click, quicker than the eye, finds nothing to delete, and the first can still be taken back.
    for number in (3, 2, 1):
        field(page, key).get_by_role("button", name=words("sheet.delete_line", number=number), exact=True).dblclick()
    page.get_by_role("button", name=words("sheet.undo")).click()
    assert values(page, key_of(path))[key][0]["text"] == "a"


def test_calendars_know_a_row_again_when_others_are_deleted(open_page: Open, sheets: dict[str, Any]) -> None:
    sheet, table, column = next(
        (sheet, one, column["key"])
        for sheet in sheets.values()
        for one in sheet["fields"]
        for column in one.get("columns", [])
        if column.get("reminder") and not one.get("rows")
    )
    key, name = table["key"], table["columns"][0]["key"]
    page = at_work(open_page(sheet["url"]))
    for number, text in enumerate(("one", "two", "three")):
        cell(page, key, number, name).fill(text)
        cell(page, key, number, column).fill(f"2027-03-0{number + 1}")
    say(page, SAVED)
    page.reload()
    marks = entries(at_work(page), sheet["key"])[0]["marks"][key]
    assert len(set(marks)) == 3
    delete = field(page, key).get_by_role("button", name=words("sheet.delete_row", number=1), exact=True)
    delete.click()
    assert entries(page, sheet["key"])[0]["marks"][key] == marks[1:]
    page.get_by_role("button", name=words("sheet.undo")).click()
    assert entries(page, sheet["key"])[0]["marks"][key] == marks
    delete.click()
    page.reload()
    cell(at_work(page), key, 2, name).fill("four")
    cell(page, key, 2, name).blur()
    *old, new = entries(page, sheet["key"])[0]["marks"][key]
    assert old == marks[1:]
    assert new not in marks


# Answers, dates, texts


def test_an_answer_can_be_taken_back(open_page: Open, sheets: dict[str, Any]) -> None:
    for kind in ("choice", "rating"):
        path, key = find_sheet(sheets, kind)
        page = at_work(open_page(path))
        none = field(page, key).get_by_label(words("sheet.none"))
        expect(none).to_be_hidden()
        field(page, key).locator("label:has([type=radio])").nth(1).click()
        say(page, SAVED)
        assert key in values(page, key_of(path))
        none.check()
        page.wait_for_function('() => !Object.values(kept.all()).some((text) => text.includes(`"values":{"`))')
        page.reload()
        expect(at_work(page).locator(f"[data-field={key}] :checked")).to_have_count(0)
        expect(none).to_be_hidden()


def test_a_chosen_option_of_a_table_can_be_taken_back(open_page: Open, sheets: dict[str, Any]) -> None:
    for sheet in sheets.values():
        for one in sheet["fields"]:
            columns = [column["key"] for column in one.get("columns", []) if column["kind"] in ("choice", "rating")]
            if columns:
                break
        else:
            continue
        break
    page = at_work(open_page(sheet["url"]))
    box = cell(page, one["key"], 0, columns[0])
    box.select_option(index=1)
    say(page, SAVED)
    assert len(values(page, sheet["key"])[one["key"]]) == 1
    box.select_option(words("sheet.none"))
    page.wait_for_function('() => Object.values(kept.all()).some((text) => text.includes(`"values":{}`))')


def test_before_and_after_are_compared_in_words(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "before_after")
    page = at_work(open_page(path))
    change = field(page, key).locator("[data-change]")
    before, after = (field(page, key).get_by_role("group", name=name, exact=True) for name in ("Before", "After"))
    before.get_by_label("2", exact=True).check()
    expect(change).to_be_empty()
    for step, sentence in (
        ("5", words("sheet.higher", count=3)),
        ("2", words("sheet.same")),
        ("1", words("sheet.lower", count=1)),
    ):
        after.get_by_label(step, exact=True).check()
        expect(change).to_have_text(sentence)
    page.reload()
    expect(change).to_have_text(words("sheet.lower", count=1))
    after.get_by_label(words("sheet.none")).check()
    expect(change).to_be_empty()


def test_a_date_that_there_is_not_is_told_and_not_kept(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "date")
    page = at_work(open_page(path))
    box = field(page, key).locator("input")
    alert = field(page, key).get_by_role("alert")
    # The end of February and of the 21st century; written as a reader does, part by part.
    for digits, sentence in (
        ("02302027", words("sheet.no_day")),
        ("03042", words("sheet.far_day")),
        ("03042101", words("sheet.far_day")),
    ):
        box.focus()
        box.evaluate("(node) => { node.value = ''; }")
        page.keyboard.type(digits)
        expect(alert).to_have_count(0)
        page.keyboard.press("Tab")
        while box.evaluate("(node) => node === document.activeElement"):
            page.keyboard.press("Tab")
        expect(alert).to_have_text(sentence)
        expect(box).to_have_attribute("aria-invalid", "true")
        assert entries(page, key_of(path)) == [] or key not in values(page, key_of(path))
        box.fill("2027-03-04")
        expect(alert).to_have_count(0)
        assert box.get_attribute("aria-invalid") is None
        say(page, SAVED)
        page.wait_for_function("() => Object.values(kept.all()).some((text) => text.includes('2027-03-04'))")


def test_text_with_html_and_formulas_is_text(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "short", entry=True)
    page = at_work(open_page(path))
    field(page, key).locator("input").fill(HOSTILE)
    say(page, SAVED)
    page.get_by_role("button", name=matching("sheet.new")).click()
    page.reload()
    expect(field(at_work(page), key).locator("input")).to_have_value(HOSTILE)
    expect(page.locator("img[src=x]")).to_have_count(0)
    page.get_by_role("button", name=matching("sheet.new")).click()
    expect(page.locator("[data-list] button").first).to_contain_text("<img src=x onerror=alert(1)> =HYPERLINK")
    page.emulate_media(media="print")
    page.locator("[data-list] button").first.evaluate("(button) => button.click()")
    expect(field(page, key).locator("[data-written]")).to_have_text(HOSTILE)
    assert values(page, key_of(path))[key] == HOSTILE


def test_no_more_can_be_written_than_fits_and_that_is_told(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "long")
    page = at_work(open_page(path))
    box = field(page, key).locator("textarea")
    hint = field(page, key).locator("[data-hint]")
    box.fill("x" * 4899)
    expect(hint).to_have_count(0)
    box.press("End")
    page.keyboard.type("y")
    expect(hint).to_have_text(words("sheet.room", count=100))
    page.keyboard.insert_text("z" * 150)
    expect(hint).to_have_text(words("sheet.full", count=5000))
    box.blur()
    expect(hint).to_have_count(0)
    say(page, SAVED)
    assert len(values(page, key_of(path))[key]) == 5000


# Everybody


def test_keyboard_alone_writes_deletes_and_takes_back(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "list", entry=True)
    page = at_work(open_page(path))
    cell(page, key, 0, "text").focus()
    page.keyboard.type("one")
    page.keyboard.press("Tab")
    expect(
        field(page, key).get_by_role("button", name=words("sheet.delete_line", number=1), exact=True)
    ).to_be_focused()
    page.keyboard.press("Tab")
    expect(cell(page, key, 1, "text")).to_be_focused()
    page.keyboard.type("two")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-done]")).to_be_focused()
    assert values(page, key_of(path))[key] == [{"text": "two"}]
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=words("sheet.undo"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell(page, key, 0, "text")).to_be_focused()
    assert values(page, key_of(path))[key] == [{"text": "one"}, {"text": "two"}]
    page.get_by_role("button", name=matching("sheet.new")).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("2027" if page.evaluate("document.activeElement.type") == "date" else "third")
    page.locator("[data-list] button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-list] button").first).to_have_attribute("aria-current", "true")
    expect(cell(page, key, 1, "text")).to_have_value("two")


def test_keyboard_alone_chooses(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "before_after")
    page = at_work(open_page(path))
    field(page, key).locator("[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(field(page, key).locator("[data-part=before] [type=radio]").nth(1)).to_be_checked()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(field(page, key).locator("[data-part=before] [data-none]")).to_be_checked()
    page.keyboard.press("Tab")
    assert values(page, key_of(path)) == {}


def find_parts(sheet: dict[str, Any]) -> set[str]:
    """What a worksheet is made of: kinds of field and of column, and whether there are several of it."""
    fields = {f"{one['kind']} {bool(one.get('rows'))} {column}" for one in sheet["fields"] for column in kinds(one)}
    return fields | {f"entry {bool(sheet['entry'])}"}


def kinds(one: dict[str, Any]) -> list[str]:
    """The kinds of a field's columns, with that it has none."""
    return ["", *(column["kind"] for column in one.get("columns", []))]


def cover(sheets: dict[str, Any]) -> list[dict[str, Any]]:
    """Few worksheets that have all parts there are."""
    chosen: list[dict[str, Any]] = []
    missing = set().union(*map(find_parts, sheets.values()))
    while missing:
        chosen.append(max(sheets.values(), key=lambda sheet: len(find_parts(sheet) & missing)))
        missing -= find_parts(chosen[-1])
    return chosen


def test_worksheets_with_all_that_can_be_there_are_accessible_and_fit(
    open_page: Open, sheets: dict[str, Any], base: str
) -> None:
    page = open_page()
    for sheet in cover(sheets):
        page.goto(base + sheet["url"])
        at_work(page)
        assert overflows(page) <= 0, sheet["key"]
        write_all(page)
        new = page.get_by_role("button", name=matching("sheet.new"))
        if new.count():
            new.click()
            write_all(page)
        delete = page.get_by_role(
            "button", name=re.compile("|".join(words(f"sheet.delete_{one}", number=1) for one in ("row", "line")))
        ).first
        if delete.count():
            delete.click()
        date = page.locator("input[type=date]").first
        if date.count():
            date.focus()
            page.keyboard.type("02302027")
            date.blur()
            expect(page.locator("[data-hint]")).to_be_visible()
        assert overflows(page) <= 0, sheet["key"]
        # Neither a status nor the site's header may lie over a control while it is measured.
        expect(page.locator("[data-fresh]")).to_have_count(0)
        page.evaluate("scrollTo(0, 0)")
        check_looks(page)


def test_buttons_are_large_enough(open_page: Open, sheets: dict[str, Any]) -> None:
    path, _ = find_sheet(sheets, "list", entry=True)
    page = at_work(open_page(path, width=390))
    write_all(page)
    page.get_by_role("button", name=matching("sheet.new")).click()
    sizes = page.locator("career-sheet :is(button, a.cg-part__button, label:has(> [type=radio])):visible").evaluate_all(
        "nodes => nodes.map((node) => [node.textContent, node.getBoundingClientRect()])"
        ".map(([text, {width, height}]) => [text, Math.min(width, height)])"
    )
    assert len(sizes) > 5
    assert [size for size in sizes if size[1] < 44] == []


def test_own_scripts_of_a_worksheet_stay_small() -> None:
    sizes = {path.stem: gzipped(path.read_bytes()) for path in (ASSETS / "elements/sheet").glob("*.js")}
    assert sizes["element"] + sizes["fields"] + sizes["entries"] <= 8_000, sizes
    # Without what is loaded only when something is to be filled in.
    own = {name: size for name, size in sizes.items() if name not in ("filling", "choosing", "verbs")}
    assert sum(own.values()) <= 11_500, own


def test_the_index_leads_to_every_worksheet_and_each_to_the_plan(open_page: Open, sheets: dict[str, Any]) -> None:
    page = open_page("worksheets/")
    for sheet in sheets.values():
        link = page.get_by_role("article").get_by_role("link", name=sheet["title"], exact=True)
        expect(link).to_have_attribute("href", re.compile(re.escape(sheet["key"])))
    page = at_work(open_page(next(iter(sheets.values()))["url"]))
    expect(page.locator("[data-tools]").get_by_role("link", name=words("adding.plan"))).to_have_attribute(
        "href", re.compile(r"plan/$")
    )
