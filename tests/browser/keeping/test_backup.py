"""What the reader keeps is downloaded, comes back, and grows together with what is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import HUB, answer_all, load_quizzes, make_entry, save
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
from tests.browser.support.words import matching, words


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
    said = f"{words('script.keep.downloaded', name=name)} {words('script.keep.not_downloaded', count=1)}"
    expect(page.locator("[data-told]")).to_have_text(said)


def test_a_download_can_be_opened_again_whatever_lies_in_the_storage(open_page: Open) -> None:
    deep = '{"v": 1, "items": ' + "[" * 10_000 + "]" * 10_000 + "}"
    page = open_page(HUB, init=save(plan=deep, quiz__start=deep, sheet__x={"entries": [make_sheet()]}))
    name, content = download(page)
    assert list(content["data"]) == ["sheet.x"]
    said = f"{words('script.keep.downloaded', name=name)} {words('script.keep.not_downloaded', count=2)}"
    expect(page.locator("[data-told]")).to_have_text(said)
    # Nothing of it is lost.
    assert page.evaluate("kept.get('unreadable.plan')") == deep
    choose(page, content)
    expect(page.get_by_role("heading", name=words("keep.found"))).to_be_focused()


def test_where_nothing_can_be_read_there_is_nothing_to_download(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan="broken"))
    page.get_by_role("button", name=words("keep.download")).click()
    said = f"{words('script.keep.nothing')} {words('script.keep.not_downloaded', count=1)}"
    expect(page.locator("[data-told]")).to_have_text(said)


def test_nothing_to_download_is_said(open_page: Open) -> None:
    page = open_page(HUB)
    page.get_by_role("button", name=words("keep.download")).click()
    expect(page.get_by_text(words("script.keep.nothing"))).to_be_visible()


def test_what_was_downloaded_comes_back_after_forgetting(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    entries = [make_entry(quizzes["skills"], "2026-09-01"), make_entry(quizzes["interests"], "2026-10-01", "quick")]
    values = {"id": "v", "form": "full", "done": None, "answers": dict(list(answer_all(quizzes["values"]).items())[:4])}
    page = open_page(HUB, init=save(results={"entries": entries}, quiz__values=values, fit={"levels": [2, 3]}))
    before = page.evaluate(KEPT)
    _, content = download(page)
    forget(page)
    assert page.evaluate(KEPT) == {}
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()
    choose(page, content)
    expect(page.get_by_role("heading", name=words("keep.found"))).to_be_focused()
    found = page.locator("[data-found]")
    expect(found).to_contain_text(
        words("script.keep.results", count=2, first="September 1, 2026", last="October 1, 2026")
    )
    expect(found).to_contain_text(
        words("script.keep.answers", names=words("script.keep.quoted", name="What matters to you?"))
    )
    expect(found).to_contain_text(words("script.keep.settings", count=1))
    added = words("script.keep.added", parts=parts(results=2, answers=1, settings=1))
    expect(page.locator("[data-merging]")).to_have_text(added)
    assert page.evaluate(KEPT) == {}
    merge(page)
    expect(page.locator("[data-told]")).to_have_text(f"{words('script.keep.merged')} {added}")
    expect(page.get_by_text(words("script.hub.progress", taken=2, total=4))).to_be_visible()
    assert read_kept(page) == {name: json.loads(text) for name, text in before.items()}
    after = page.evaluate(KEPT)
    choose(page, content)
    expect(page.locator("[data-merging]")).to_have_text(words("script.keep.nothing_new"))
    merge(page)
    expect(page.locator("[data-told]")).to_have_text(words("script.keep.nothing_new"))
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
            words("script.keep.added", parts=parts(results=1)),
            words("script.keep.older", parts=parts(results=1)),
            words("script.keep.stay", names=words("script.keep.quoted", name="What matters to you?")),
            words("script.keep.settings_stay"),
        ]
    )
    merge(page)
    expect(page.locator("[data-told]")).to_contain_text(
        f"{words('script.keep.merged')} {words('script.keep.added', parts=parts(results=1))}"
    )
    kept = read_kept(page)
    assert kept["careers.results"]["entries"] == [own, new]
    assert kept["careers.quiz.values"]["answers"] == {first: 1}
    assert kept["careers.fit"]["levels"] == [1]


def test_of_a_result_in_two_versions_the_newer_stays_and_is_told(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    older = {**make_entry(quizzes["skills"], "2026-09-01", name="same"), "changed": 1}
    newer = {**older, "answers": dict.fromkeys(older["answers"], 1), "changed": 2}
    page = open_page(HUB, init=save(results={"entries": [older]}))
    choose(page, make_file(results={"entries": [newer]}))
    told = words("script.keep.newer", parts=parts(results=1))
    expect(page.locator("[data-merging] li")).to_have_text([told])
    merge(page)
    assert read_kept(page)["careers.results"]["entries"] == [newer]
    choose(page, make_file(results={"entries": [older]}))
    # What is in the file is not here, so nobody says that it is.
    lines = [words("script.keep.nothing_changes"), words("script.keep.older", parts=parts(results=1))]
    expect(page.locator("[data-merging] li")).to_have_text(lines)
    merge(page)
    expect(page.locator("[data-told]")).to_have_text(" ".join(lines))
    assert read_kept(page)["careers.results"]["entries"] == [newer]


def test_plan_and_worksheets_are_told_and_come_back(open_page: Open, site: Path) -> None:
    key, title = find_strategy(site)
    data = {"plan": {"items": PLAN}, f"sheet__{key}": {"entries": SHEETS}, "sheet__no-more": {"entries": SHEETS[:1]}}
    page = open_page(HUB, init=save(**data))
    told = parts(occupation=1, experiment=1, goal=1, contact=1, note=1, sheet=3)
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.kept", parts=told))
    before = page.evaluate(KEPT)
    _, content = download(page)
    forget(page)
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.nothing_kept"))
    choose(page, content)
    expect(page.locator("[data-found] li")).to_have_text(
        [
            matching("script.keep.saved"),
            words("script.keep.no_results"),
            words(
                "script.keep.plan",
                parts=parts(occupation=1, experiment=1, goal=1, contact=1, note=1),
            ),
            words("script.keep.sheets", parts=f"no-more (1) and {title} (2)"),
        ]
    )
    expect(page.locator("[data-merging]")).to_have_text(words("script.keep.added", parts=told))
    expect(page.locator("[data-replacing]")).to_have_text(words("script.keep.nothing_deleted"))
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
    expect(page.locator("[data-kept]")).to_contain_text(parts(goal=2))
    before = page.evaluate(KEPT)
    choose(page, make_file(plan=theirs[0], **{f"sheet__{key}": theirs[1]}))
    lines = [
        words("script.keep.added", parts=parts(goal=1)),
        words("script.keep.newer", parts=parts(goal=1, sheet=1)),
        words("script.keep.older", parts=parts(goal=1)),
    ]
    expect(page.locator("[data-merging] li")).to_have_text(lines)
    assert page.evaluate(KEPT) == before
    merge(page)
    expect(page.locator("[data-told]")).to_have_text(" ".join([words("script.keep.merged"), *lines]))
    kept = read_kept(page)
    assert kept["careers.plan"]["items"] == [theirs[0]["items"][0], mine[0]["items"][1], make_goal("new")]
    assert kept[f"careers.sheet.{key}"]["entries"] == theirs[1]["entries"]
    undo(page)
    assert page.evaluate(KEPT) == before
    expect(page.get_by_role("button", name=words("keep.undo"))).to_be_hidden()


def test_replacing_tells_what_goes_and_can_be_undone(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    init = save(results={"entries": [make_entry(quizzes["skills"])]}, plan={"items": PLAN[2:4]}, start="broken {")
    page = open_page(HUB, init=init)
    gone = parts(results=1, goal=1, contact=1, unreadable=1)
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.kept", parts=gone))
    before = page.evaluate(KEPT)
    content = make_file(plan={"items": [make_goal("theirs")]})
    choose(page, content)
    expect(page.locator("[data-replacing]")).to_have_text(words("script.keep.deleted", parts=gone))
    assert page.evaluate(KEPT) == before
    replace(page)
    expect(page.locator("[data-told]")).to_have_text(words("script.keep.replaced", parts=parts(goal=1)))
    assert read_kept(page) == {f"careers.{name}": value for name, value in content["data"].items()}
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()
    # A second import, and both taken back one by one.
    between = page.evaluate(KEPT)
    choose(page, make_file(plan={"items": [make_goal("third")]}))
    merge(page)
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.kept", parts=parts(goal=2)))
    undo(page)
    assert page.evaluate(KEPT) == between
    undo(page)
    assert page.evaluate(KEPT) == before
    expect(page.get_by_text(words("script.hub.progress", taken=1, total=4))).to_be_visible()
    expect(page.get_by_role("button", name=words("keep.undo"))).to_be_hidden()


def test_undoing_asks_where_something_has_changed_since(open_page: Open) -> None:
    page = open_page(HUB, init=save(plan={"items": [make_goal("mine")]}))
    before = page.evaluate(KEPT)
    choose(page, make_file(plan={"items": [make_goal("theirs")]}))
    merge(page)
    other = page.context.new_page()
    other.goto(page.url)
    later = json.dumps({"v": 1, "items": [make_goal("mine"), make_goal("theirs"), make_goal("later")]})
    other.evaluate("text => kept.put('plan', text)", later)
    expect(page.locator("[data-kept]")).to_have_text(words("script.keep.kept", parts=parts(goal=3)))
    page.get_by_role("button", name=words("keep.undo"), exact=True).click()
    expect(page.get_by_role("heading", name=words("keep.undo_title"))).to_be_focused()
    assert len(read_kept(page)["careers.plan"]["items"]) == 3
    page.get_by_role("button", name=words("keep.cancel")).click()
    expect(page.get_by_text(words("script.keep.cancelled"))).to_be_focused()
    assert len(read_kept(page)["careers.plan"]["items"]) == 3
    page.get_by_role("button", name=words("keep.undo"), exact=True).click()
    page.get_by_role("button", name=words("keep.undo_confirm")).click()
    expect(page.get_by_text(words("script.keep.undone"))).to_be_focused()
    assert page.evaluate(KEPT) == before


def test_what_is_told_keeps_up_with_another_tab(open_page: Open) -> None:
    page = open_page(HUB)
    choose(page, make_file(plan={"items": [make_goal("a"), make_goal("b")]}))
    expect(page.locator("[data-merging]")).to_have_text(words("script.keep.added", parts=parts(goal=2)))
    other = page.context.new_page()
    other.goto(page.url)
    text = json.dumps({"v": 1, "items": [make_goal("a")]})
    other.evaluate("text => kept.put('plan', text)", text)
    expect(page.locator("[data-merging]")).to_have_text(words("script.keep.added", parts=parts(goal=1)))
    expect(page.locator("[data-replacing]")).to_have_text(words("script.keep.deleted", parts=parts(goal=1)))
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
        words("script.keep.limits.many.entries", found=201, name=title, most=200)
    )
    expect(page.get_by_role("button", name=words("keep.merge"), exact=True)).to_be_hidden()
    assert page.evaluate(KEPT) == before
    replace(page)
    assert read_kept(page)[f"careers.sheet.{key}"]["entries"] == theirs


def test_cancel_changes_nothing(open_page: Open, site: Path) -> None:
    page = open_page(HUB)
    choose(page, make_file(results={"entries": [make_entry(load_quizzes(site)["values"])]}))
    page.get_by_role("button", name=words("keep.cancel")).click()
    expect(page.get_by_text(words("script.keep.cancelled"))).to_be_focused()
    expect(page.get_by_role("button", name=words("keep.merge"), exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name=words("keep.undo"))).to_be_hidden()
    assert page.evaluate(KEPT) == {}


FAULTS = {
    "not-json": ("<html>", words("script.keep.faults.not_json")),
    "binary": (b"\x89PNG\xff\xfe\x00", words("script.keep.faults.not_json")),
    "nothing": ("", words("script.keep.faults.not_json")),
    "foreign": ({"format": "other", "v": 1}, words("script.keep.faults.foreign")),
    "list": ("[]", words("script.keep.faults.foreign")),
    "null": ("null", words("script.keep.faults.foreign")),
    "newer": ({**make_file(fit={}), "v": 3}, words("script.keep.faults.newer")),
    "newer-part": ({**make_file(), "data": {"fit": {"v": 2}}}, words("script.keep.faults.newer")),
    "huge-number": (
        json.dumps({**make_file(), "v": 0}).replace('"v": 0', '"v": 1e999'),
        words("script.keep.faults.shape"),
    ),
    "no-version": ({**make_file(), "v": "1"}, words("script.keep.faults.shape")),
    "data-list": ({**make_file(), "data": [1]}, words("script.keep.faults.shape")),
    "no-day": ({**make_file(fit={}), "saved": "2026-02-31"}, words("script.keep.faults.shape")),
    "part-text": ({**make_file(), "data": {"fit": "x"}}, words("script.keep.faults.shape")),
    "entries-object": (make_file(results={"entries": {"0": ENTRY}}), words("script.keep.faults.shape")),
    "deep": (
        '{"format":"career-guides","v":1,"saved":"2026-01-01","data":{"fit":{"v":1,"a":'
        + "[" * 400_000
        + "]" * 400_000
        + "}}}",
        words("script.keep.faults.deep"),
    ),
    "many": (
        make_file(results={"entries": [{"id": str(n)} for n in range(10_000)]}),
        words("script.keep.faults.many.results", found="10,000", most="1,000"),
    ),
    "many-items": (
        make_file(plan={"items": [make_goal(str(n)) for n in range(1001)]}),
        words("script.keep.faults.many.items", found="1,001", most="1,000"),
    ),
    "many-entries": (
        make_file(**{"sheet__no-more": {"entries": [make_sheet(str(n)) for n in range(10_000)]}}),
        words("script.keep.faults.many.entries", name="no-more", found="10,000", most=200),
    ),
    "items-object": (make_file(plan={"items": {"0": make_goal()}}), words("script.keep.faults.shape")),
    "sheet-object": (make_file(sheet__x={"entries": "all"}), words("script.keep.faults.shape")),
    "odd-only": (
        make_file(plan={"items": [make_goal(text="")]}, sheet__x={"entries": [7]}),
        words("script.keep.faults.empty"),
    ),
    "unknown-quiz": (
        make_file(results={"entries": [{**ENTRY, "quiz": "gone"}]}, quiz__gone={}),
        words("script.keep.faults.empty"),
    ),
    "hostile-names": (
        json.dumps(make_file()).replace('"data": {}', '"data": {"__proto__": {"v": 1}, "unreadable.x": {"v": 1}}'),
        words("script.keep.faults.empty"),
    ),
}


def test_a_bad_file_is_told_and_changes_nothing(open_page: Open) -> None:
    page = open_page(HUB, init=save(fit={"levels": [3]}))
    before = page.evaluate(KEPT)
    alert = page.locator("career-keeping [role=alert]")
    for name, (content, sentence) in FAULTS.items():
        choose(page, content)
        expect(alert, name).to_contain_text(sentence)
        expect(alert, name).to_contain_text(words("script.keep.cancelled"))
        expect(page.get_by_role("button", name=words("keep.merge"), exact=True), name).to_be_hidden()
        expect(page.get_by_role("button", name=words("keep.replace"), exact=True), name).to_be_hidden()
        assert page.evaluate(KEPT) == before, name
        # What was told of this one is not taken for what is told of the next.
        alert.evaluate("alert => { alert.textContent = ''; }")


def test_a_file_that_is_too_large_is_not_read(open_page: Open, tmp_path: Path) -> None:
    text = json.dumps(make_file(fit={}))
    for size, sentence in ((20 * 1_048_576 + 1, words("script.keep.faults.big")), (20 * 1_048_576, "")):
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
    expect(found).to_contain_text(
        words("script.keep.results", count=1, first="October 1, 2026", last="October 1, 2026")
    )
    expect(found).to_contain_text(words("script.keep.left_out", count=10))
    merge(page)
    expect(page.locator("[data-told]")).to_have_text(
        f"{words('script.keep.merged')} {words('script.keep.added', parts=parts(results=1, settings=1))}"
    )
    assert page.evaluate("({}).polluted") is None
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert len(json.loads(page.evaluate(KEPT)["careers.results"])["entries"]) == 1
    page.goto(page.url.replace("/quiz/", "/quiz/results/"))
    expect(page.locator("career-results [data-view]")).to_be_visible()
