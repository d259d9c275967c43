"""What the reader keeps is forgotten and comes back; trouble with the storage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import FORBID_STORAGE, HUB, load_quizzes, make_entry, save
from tests.browser.keeping.page import (
    ENTRY,
    KEPT,
    PLAN,
    SHEETS,
    choose,
    download,
    find_strategy,
    forget,
    make_file,
    make_goal,
    make_sheet,
    merge,
    parts,
    read_kept,
    replace,
    undo,
)
from tests.browser.support.axe import check_looks, find_violations
from tests.browser.support.scripts import list_loaded
from tests.browser.support.words import words
from tests.scripts.node.running import FULL


def test_forgetting_can_be_undone_with_all_that_came_since(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    init = save(results={"entries": [make_entry(quizzes["skills"])]}, quiz__start="broken")
    page = open_page(HUB, init=init)
    expect(page.get_by_text(words("script.hub.progress", taken=1, total=4))).to_be_visible()
    before = page.evaluate(KEPT)
    forget(page)
    assert page.evaluate(KEPT) == {}
    page.get_by_role("button", name=words("keep.undo")).click()
    expect(page.get_by_text(words("script.keep.undone"))).to_be_focused()
    assert page.evaluate(KEPT) == before
    forget(page)
    choose(page, make_file(results={"entries": [make_entry(quizzes["values"])]}))
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text(words("script.keep.added", parts=parts(results=1)))
    forget(page)
    page.get_by_role("button", name=words("keep.undo")).click()
    expect(page.get_by_text(words("script.hub.progress", taken=2, total=4))).to_be_visible()
    expect(page.get_by_role("button", name=words("keep.undo"))).to_be_hidden()


def test_forgetting_takes_plan_and_worksheets_too_and_both_grow_together_again(open_page: Open) -> None:
    init = save(plan={"items": [make_goal("a")]}, sheet__x={"entries": [make_sheet(q="1")]}, sheet__y="broken {")
    page = open_page(HUB, init=init)
    expect(page.locator("[data-kept]")).to_contain_text(parts(goal=1, sheet=1, unreadable=1))
    before = page.evaluate(KEPT)
    forget(page)
    assert page.evaluate(KEPT) == {}
    undo(page)
    assert page.evaluate(KEPT) == before
    forget(page)
    later = json.dumps({"v": 1, "items": [make_goal("later")]})
    page.evaluate("text => kept.put('plan', text)", later)
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
    expect(page.get_by_text(words("keep.forgotten"))).to_be_hidden()
    undo(page)
    assert page.evaluate(KEPT) == {}
    expect(page.get_by_text(words("keep.forgotten"))).to_be_visible()
    undo(page)
    assert page.evaluate(KEPT) == before


def test_forgetting_asks_first_and_only_takes_the_sites_own(open_page: Open) -> None:
    page = open_page(HUB, init=save(fit={"levels": [3]}) + "localStorage.setItem('other', 'mine');")
    page.get_by_role("button", name=words("keep.forget"), exact=True).click()
    expect(page.get_by_role("heading", name=words("keep.forget_title"))).to_be_focused()
    assert "careers.fit" in page.evaluate(KEPT)
    page.get_by_role("button", name=words("keep.cancel")).click()
    assert "careers.fit" in page.evaluate(KEPT)
    forget(page)
    assert page.evaluate("localStorage.getItem('other')") == "mine"


def test_keyboard_alone_forgets_and_undoes(open_page: Open) -> None:
    page = open_page(HUB, init=save(fit={"levels": [3]}))
    page.get_by_role("button", name=words("keep.forget"), exact=True).focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text(words("keep.forgotten"))).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=words("keep.undo"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text(words("script.keep.undone"))).to_be_focused()
    assert "careers.fit" in page.evaluate(KEPT)


def test_keyboard_alone_merges_replaces_and_undoes(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}))
    before = page.evaluate(KEPT)
    for name, tabs in (("Merge", 1), ("Replace", 2)):
        choose(page, make_file(plan={"items": [make_goal("theirs")]}))
        expect(page.get_by_role("heading", name=words("keep.found"))).to_be_focused()
        for _ in range(tabs):
            page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("[data-told]")).to_be_focused()
        assert page.evaluate(KEPT) != before
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=words("keep.undo"))).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_text(words("script.keep.undone"))).to_be_focused()
        assert page.evaluate(KEPT) == before


UNSAVED = words("script.keep.unsaved")


def test_a_full_storage_is_told(open_page: Open, site: Path) -> None:
    page = open_page(HUB, init=FULL)
    choose(page, make_file(results={"entries": [make_entry(load_quizzes(site)["values"])]}, plan={"items": PLAN[:1]}))
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text(
        f"{words('script.keep.merged')} {words('script.keep.added', parts=parts(results=1, occupation=1))} {UNSAVED}"
    )
    expect(page.get_by_text(words("script.hub.progress", taken=1, total=4))).to_be_visible()
    _, content = download(page)
    assert len(content["data"]["results"]["entries"]) == 1
    assert content["data"]["plan"]["items"] == PLAN[:1]
    undo(page)
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()
    assert page.evaluate(KEPT) == {}


# Room for so many letters in all.
QUOTA = """
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, text) {
    const others = Object.keys(this).filter((key) => key !== name && key.startsWith("careers"));
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
    expect(page.locator("career-keeping [data-forbidden]")).to_contain_text(words("keep.forbidden"))
    # What is short has found room.
    assert "long" not in page.evaluate(KEPT)["careers.sheet.x"]
    _, downloaded = download(page)
    assert downloaded["data"]["sheet.x"] == content["data"]["sheet.x"]
    undo(page)
    assert page.evaluate(KEPT) == before
    expect(page.locator("career-keeping [data-forbidden]")).to_be_hidden()


def test_replacing_is_refused_where_nothing_can_be_saved(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}) + FULL)
    before = page.evaluate(KEPT)
    choose(page, make_file(plan={"items": [make_goal("theirs")]}))
    page.get_by_role("button", name=words("keep.replace"), exact=True).click()
    expect(page.locator("career-keeping [role=alert]")).to_contain_text(words("script.keep.refused"))
    assert page.evaluate(KEPT) == before
    expect(page.get_by_role("button", name=words("keep.undo"))).to_be_hidden()


def test_with_forbidden_storage_nothing_breaks(open_page: Open) -> None:
    page = open_page(HUB, init=FORBID_STORAGE, tolerate="denied")
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.nothing_kept"))
    expect(page.locator("career-keeping [data-forbidden]")).to_contain_text(words("keep.forbidden"))
    page.get_by_role("button", name=words("keep.download")).click()
    expect(page.get_by_text(words("script.keep.nothing"))).to_be_visible()
    forget(page)
    undo(page)
    choose(page, make_file(plan={"items": [make_goal("theirs")]}))
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text(UNSAVED)
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.kept", parts=parts(goal=1)))
    _, content = download(page)
    assert content["data"]["plan"]["items"] == [make_goal("theirs")]
    undo(page)
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.nothing_kept"))


@pytest.mark.parametrize("path", ["quiz/results/", "plan/"])
def test_it_works_on_every_page_that_has_it(open_page: Open, path: str) -> None:
    page = open_page(path)
    expect(page.get_by_role("heading", name=words("keep.title"))).to_be_visible()
    choose(page, make_file(plan={"items": PLAN}))
    merge(page)
    assert read_kept(page)["careers.plan"]["items"] == PLAN
    undo(page)
    assert page.evaluate(KEPT) == {}


def test_what_reads_files_is_loaded_when_one_is_chosen(open_page: Open) -> None:
    page = open_page(HUB)
    expect(page.locator("[data-kept]")).to_be_visible()
    late = {"kept/files/merging.js", "elements/keeping/sentences.js"}
    assert not late & list_loaded(page)
    choose(page, make_file(fit={}))
    expect(page.locator("[data-found]")).to_be_visible()
    assert late <= list_loaded(page)


def test_every_question_is_accessible_and_fits(open_page: Open, site: Path) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}))
    choose(page, "no json")
    expect(page.get_by_text(words("script.keep.faults.not_json"))).to_be_visible()
    assert find_violations(page) == []
    file = make_file(
        results={"entries": [make_entry(load_quizzes(site)["values"]), ENTRY]},
        plan={"items": [*PLAN, make_goal("mine", 2, text="Theirs"), make_goal("odd", text="")]},
        **{f"sheet__{find_strategy(site)[0]}": {"entries": SHEETS}, f"sheet__{'long' * 14}": {"entries": SHEETS}},
    )
    choose(page, file)
    expect(page.locator("[data-found]")).to_be_visible()
    check_looks(page)
    merge(page)
    check_looks(page)
    page.evaluate("kept.put('fit', '{\"v\":1}'); kept.put('x', '{\"v\":1}')")
    page.get_by_role("button", name=words("keep.undo"), exact=True).click()
    expect(page.get_by_role("heading", name=words("keep.undo_title"))).to_be_focused()
    assert find_violations(page) == []
    page.get_by_role("button", name=words("keep.forget"), exact=True).click()
    assert find_violations(page) == []
    forget(page)
    check_looks(page)
