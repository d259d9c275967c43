"""The network goes while the reader is at work: what does not arrive is told, asked for again, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results
from tests.browser.fit.test_fit import results as results
from tests.browser.keeping.page import choose, make_file, make_goal
from tests.browser.plan.page import FULL, button, open_plan
from tests.browser.quiz.test_quiz import HELPER, QUIZ, answer_all, by_scale, read_sitting, visible_items
from tests.browser.support.scripts import match_data, stop
from tests.browser.support.words import words

LOST = "ERR_"
"""What the console says of it."""


def begin_and_answer(page: Page) -> None:
    """Answer the quick form, and stay on its last step."""
    page.locator("button[data-form=quick]").click()
    answer_all(page, by_scale(HELPER))


@pytest.mark.parametrize("way", ["next", "failed"])
def test_results_of_a_quiz_that_do_not_arrive(open_page: Open, way: str) -> None:
    page = open_page(QUIZ, tolerate=LOST)
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    let_through = stop(page, "**/shared.js")
    begin_and_answer(page)
    failed = page.locator("career-quiz [data-failed]")
    # Nothing is said of what was fetched early, and not needed yet.
    expect(failed).to_be_hidden()
    page.locator("button[data-next]:visible").click()
    expect(failed).to_be_visible()
    # Once more in vain.
    page.locator("button[data-next]:visible").click()
    expect(failed).to_be_visible()
    # They are kept all the same, and an answer changed meanwhile counts once its results are asked for.
    begun, (result,) = read_sitting(page)
    assert (begun, len(result)) == ({}, 30)
    item = visible_items(page)[0]
    item.locator("input:not(:checked)").first.check(force=True)
    let_through()
    if way == "failed":
        failed.get_by_role("button").click()
        expect(failed).to_be_hidden()
        expect(item).to_be_visible()
    page.locator("button[data-next]:visible").click()
    expect(page.locator("[data-results]")).to_be_visible()
    expect(failed).to_be_hidden()
    begun, (changed,) = read_sitting(page)
    assert (begun, changed != result) == ({}, True)


def test_results_that_arrive_late_do_not_take_the_reader_away(open_page: Open) -> None:
    page = open_page(QUIZ, tolerate=LOST)
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    let_through = stop(page, "**/shared.js")
    begin_and_answer(page)
    page.locator("button[data-next]:visible").click()
    failed = page.locator("career-quiz [data-failed]")
    expect(failed).to_be_visible()
    page.locator("button[data-back]:visible").click()
    before = page.locator("[data-progress]").inner_text()
    let_through()
    with page.expect_response("**/shared.js"):
        failed.get_by_role("button").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-progress]").inner_text() == before


@pytest.mark.parametrize(("module", "name"), [("record", "i4"), ("review", "i13")])
def test_forms_of_the_plan_that_do_not_arrive(open_page: Open, module: str, name: str) -> None:
    item = next(item for item in FULL if item["id"] == name)
    page = open_plan(open_page, item, tolerate=LOST)
    let_through = stop(page, f"**/forms/{module}.js")
    page.locator(f"[data-{module}]:visible").first.click()
    failed = page.locator("career-plan [data-failed]")
    expect(failed).to_be_visible()
    let_through()
    failed.get_by_role("button").click()
    expect(page.locator(f"[data-{module}ing]:visible")).to_have_count(1)
    expect(failed).to_be_hidden()


def test_a_calendar_that_does_not_arrive(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, tolerate=LOST)
    let_through = stop(page, "**/plan/calendar.js")
    button(page, words("plan.calendar_save")).click()
    failed = page.locator("career-plan [data-failed]")
    expect(failed).to_be_visible()
    let_through()
    with page.expect_download() as waiting:
        failed.get_by_role("button").click()
    assert waiting.value.suggested_filename.endswith(".ics")


def test_several_parts_of_one_element_come_back_together(open_page: Open, results: Results) -> None:
    page = open_page("404.html", tolerate=LOST)
    page.evaluate("text => kept.put('results', text)", results.interests().text)
    text = json.dumps({"v": 1, "items": FULL})
    page.evaluate("text => kept.put('plan', text)", text)
    let_through = stop(page, "**/plan/parts/*.js")
    page.goto(page.url.replace("404.html", "plan/"))
    failed = page.locator("career-plan [data-failed]")
    expect(failed).to_be_visible()
    let_through()
    arrivals = [page.expect_response(f"**/plan/parts/{name}.js") for name in ("results", "chart")]
    with arrivals[0], arrivals[1]:
        failed.get_by_role("button").click()
    expect(page.locator("[data-chart] svg").first).to_be_visible()


def test_what_opens_a_file_does_not_arrive(open_page: Open) -> None:
    page = open_page("quiz/", tolerate=LOST)
    let_through = stop(page, "**/kept/files/merging.js")
    choose(page, make_file(plan={"items": [make_goal()]}))
    failed = page.locator("career-keeping [data-failed]")
    expect(failed).to_be_visible()
    expect(page.locator("[data-fault]")).to_be_empty()
    let_through()
    failed.get_by_role("button").click()
    expect(page.get_by_role("heading", name=words("keep.found"))).to_be_focused()


def test_what_brings_back_the_forgotten_does_not_arrive(open_page: Open) -> None:
    plan = json.dumps(json.dumps({"v": 1, "items": [make_goal()]}))
    page = open_page("quiz/", tolerate=LOST, init=f"if (!sessionStorage.x) localStorage['careers.plan'] = {plan};")
    page.evaluate("sessionStorage.x = 1")
    let_through = stop(page, "**/kept/files/merging.js")
    page.get_by_role("button", name=words("keep.forget"), exact=True).click()
    page.get_by_role("button", name=words("keep.forget_confirm")).click()
    page.get_by_role("button", name=words("keep.undo"), exact=True).click()
    failed = page.locator("career-keeping [data-failed]")
    expect(failed).to_be_visible()
    let_through()
    failed.get_by_role("button").click()
    expect(page.get_by_text(words("script.keep.undone"))).to_be_focused()
    assert page.evaluate("JSON.parse(kept.get('plan')).items.length") == 1


def test_a_comparison_stands_without_own_results_until_they_arrive(open_page: Open, results: Results) -> None:
    page = open_page("404.html", tolerate=LOST)
    page.evaluate("text => kept.put('results', text)", results.interests().text)
    let_through = stop(page, match_data("assessments"))
    page.goto(page.url.replace("404.html", "compare/#compare1=plumber,potter"))
    failed = page.locator("career-compare [data-failed]")
    expect(failed).to_be_visible()
    expect(page.locator("[data-view] [data-row=pay]")).to_be_visible()
    expect(page.locator("[data-view] [data-row=fit]")).to_be_hidden()
    let_through()
    failed.get_by_role("button").click()
    expect(failed).to_be_hidden()
    page.get_by_role("button", name=words("compare.folds.own")).click()
    expect(page.locator("[data-view] [data-row=fit]")).to_be_visible()


def test_of_many_worksheets_the_one_in_hand_tells(open_page: Open) -> None:
    page = open_page("methods/know-yourself/", tolerate=LOST)
    page.get_by_role("button", name=words("glance.open")).click()
    fills = page.locator("[data-fill-in]:visible")
    expect(fills.nth(1)).to_be_visible()
    let_through = stop(page, "**/sheet/fills/*.js")
    for at in range(2):
        fills.nth(at).click()
        sheet = fills.nth(at).locator("xpath=ancestor::career-sheet")
        expect(sheet.locator("[data-failed]")).to_be_visible()
        expect(sheet.locator("[data-failed]")).to_be_in_viewport()
    let_through()
    page.locator("career-sheet [data-failed]:visible").first.get_by_role("button").click()
    expect(page.locator("[data-panel]:visible")).to_have_count(2)
    expect(page.locator("[data-failed]:visible")).to_have_count(0)


@pytest.mark.parametrize(("path", "paper"), [(QUIZ, "table"), ("plan/booklet/", "h2"), ("", "h2")])
def test_a_page_whose_scripts_do_not_arrive_is_that_on_paper_and_says_so(
    open_page: Open, path: str, paper: str
) -> None:
    page = open_page("404.html", tolerate="ERR_")
    let_through = stop(page, "**/main.js")
    page.goto(page.url.replace("404.html", path))
    failed = page.locator("article [data-failed]").locator("visible=true").first
    expect(failed).to_be_visible()
    expect(page.locator(f"article {paper}").locator("visible=true").first).to_be_visible()
    expect(page.locator(".cg-first__box, .cg-scripted").locator("visible=true")).to_have_count(0)
    let_through()
    failed.get_by_role("button").click()
    expect(page.locator("[data-failed]").locator("visible=true")).to_have_count(0)
    expect(page.locator("html.cg-lost")).to_have_count(0)


def test_a_page_that_is_opened_as_a_file_says_that_it_is_not_whole(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / QUIZ / "index.html").as_uri())
    expect(page.locator("article [data-failed]").locator("visible=true").first).to_be_visible()
    expect(page.locator("article table").locator("visible=true").first).to_be_visible()
    page.close()
