"""The first questions on the front page: answered there, kept as the quiz's own, and what is there later."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.quiz.test_quiz import HELPER
from tests.browser.results.test_results import keep, record
from tests.browser.support.axe import check_looks
from tests.browser.support.shifting import MOST_SHIFT, SHIFTS
from tests.browser.support.words import matching, words

CROSS = re.compile(r"^M-?\d+ -?\d+h16")
"""Where somebody is on the map."""
SITTING = "JSON.parse(kept.get('quiz.interests') ?? 'null')?.answers"


def first(page: Page) -> Locator:
    return page.locator("career-first")


def answer(page: Page) -> None:
    """All of them by taps: each brings the next."""
    for at in range(6):
        progress = first(page).locator("[data-progress]")
        expect(progress).to_have_text(words("first.progress", page=at + 1, pages=6))
        item = first(page).locator("[data-item]:visible")
        item.locator(f"[data-value='{HELPER[item.get_attribute('data-scale') or '']}']").click()


def test_six_taps_lead_to_a_sentence_and_jobs_and_count_in_the_quiz(open_page: Open) -> None:
    page = open_page(width=390)
    answer(page)
    expect(first(page).locator("[data-sentence]")).to_have_text(matching("script.first.leaning", names="helping"))
    # Behind the shape is the map, on which that has its place, too.
    expect(first(page).locator("[data-cross]")).to_have_attribute("d", CROSS)
    near = first(page).locator("[data-near]").get_attribute("d") or ""
    assert 0 < near.count("M") < (first(page).locator("[data-dots]").get_attribute("d") or "").count("M")
    expect(first(page).locator("[data-sentence]")).to_be_focused()
    assert len(page.evaluate(SITTING)) == 6
    first(page).get_by_role("button", name=words("first.jobs")).click()
    jobs = first(page).locator("[data-jobs] a")
    expect(jobs.first).to_be_focused()
    assert 1 < jobs.count() <= 5
    check_looks(page)
    page.reload()
    expect(first(page).locator("[data-sentence]")).to_be_visible()
    # The way on leads to the next question, not to the beginning of the quiz.
    first(page).get_by_role("link", name=words("first.go_on", count=24)).click()
    expect(page.locator("career-quiz [data-progress]")).to_have_text(words("script.quiz.progress", page=7, pages=30))


def test_keys_choose_and_enter_goes_on(open_page: Open) -> None:
    page = open_page()
    page.wait_for_function("Boolean(customElements.get('career-first'))")
    # Nothing is to be pressed that would do nothing.
    going_on = first(page).get_by_role("button", name=words("quiz.form.next"))
    expect(going_on).to_be_hidden()
    first(page).locator("[data-item]:visible input").first.focus()
    page.keyboard.press("Space")
    expect(going_on).to_be_visible()
    # What is hated makes the shape narrow there, no line of it.
    assert "0.0,0.0" not in (first(page).locator("[data-shape]").get_attribute("points") or "")
    expect(first(page).locator("[data-cross]")).to_have_attribute("d", CROSS)
    page.keyboard.press("ArrowRight")
    expect(first(page).locator("[data-progress]")).to_have_text(words("first.progress", page=1, pages=6))
    page.keyboard.press("Enter")
    expect(first(page).locator("[data-progress]")).to_have_text(words("first.progress", page=2, pages=6))
    assert list(page.evaluate(SITTING).values()) == [2]
    first(page).get_by_role("button", name=words("quiz.form.back")).click()
    expect(first(page).locator("[data-item]:visible input:checked")).to_have_value("2")


def test_who_comes_back_finds_their_own_things_in_its_place(open_page: Open) -> None:
    experiment: dict[str, Any] = {
        "id": "a",
        "made": "2026-01-01",
        "kind": "experiment",
        "text": "Bake",
        "date": "2026-01-02",
    }
    saved = {"id": "b", "made": "2026-01-01", "kind": "occupation", "text": "Baker", "slug": "baker"}
    plan = json.dumps({"v": 1, "items": [one | {"changed": 1, "revision": 0} for one in (experiment, saved)]})
    init = keep(record("interests")) + f"localStorage.setItem('careers.plan', {plan!r});" + SHIFTS
    page = open_page(width=390, init=init)
    back = first(page).locator("[data-in=back]")
    expect(back).to_be_visible()
    expect(back.locator("[data-due]")).to_have_text(words("script.first.due", count=1))
    expect(back.get_by_role("link", name="Baker")).to_be_visible()
    expect(back.locator("[data-results]")).to_contain_text(matching("script.results.sentence.interests"))
    expect(first(page).locator("[data-in=asking]")).to_be_hidden()
    expect(first(page).locator("[data-shape]")).to_have_attribute("points", re.compile(r"\d"))
    expect(first(page).locator("[data-cross]")).to_have_attribute("d", CROSS)
    check_looks(page)
    assert page.evaluate("window.shifted") < MOST_SHIFT


def test_without_scripts_there_is_a_way_to_the_quiz(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    expect(first(page).get_by_role("link").first).to_be_visible()
    expect(first(page).locator("input:visible")).to_have_count(0)
