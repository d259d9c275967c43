"""A way back is offered while it leads back: not over what another tab has done since, nor to the forgotten."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results
from tests.browser.fit.test_fit import results as results
from tests.browser.plan.page import button, kept, make, named, open_plan, rows
from tests.browser.support.words import matching, words
from tests.browser.support.worksheets import at_work, field, find_sheet
from tests.browser.support.worksheets import sheets as sheets


def forget_elsewhere(page: Page) -> None:
    """Forget everything in another tab."""
    other = page.context.new_page()
    other.goto(page.url)
    other.goto(other.url.partition("//")[0] + "//" + other.url.split("/")[2] + "/quiz/")
    other.get_by_role("button", name=words("keep.forget"), exact=True).click()
    other.get_by_role("button", name=words("keep.forget_confirm")).click()
    expect(other.get_by_text(words("keep.forgotten"))).to_be_visible()


def change_elsewhere(page: Page, **fields: Any) -> None:
    """Change the first item of the plan in another tab."""
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate(
        """fields => {
          const plan = JSON.parse(kept.get("plan"));
          Object.assign(plan.items[0], fields);
          kept.put("plan", JSON.stringify(plan));
        }""",
        fields,
    )


def remove(page: Page, name: str) -> Locator:
    """Remove a goal from the plan; what then offers to bring it back."""
    button(page, named("edit", name)).click()
    button(page, named("remove", name)).click()
    notice = page.locator("[data-undone]")
    expect(notice).to_be_visible()
    return notice


def test_putting_off_is_not_taken_back_once_another_tab_has_chosen_a_day(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know", review="2026-11-10"))
    later = button(page, named("later", "Know"))
    notice = page.locator("[data-undone]")
    later.click()
    expect(notice).to_be_visible()
    change_elsewhere(page, text="Know more")
    # The words of it are another matter.
    expect(rows(page, "goal")).to_contain_text("Know more")
    expect(notice).to_be_visible()
    change_elsewhere(page, review="2027-01-01")
    expect(notice).to_be_hidden()
    assert kept(page)[0]["review"] == "2027-01-01"


def test_what_was_put_off_twice_is_taken_back_twice(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know", review="2026-11-10"))
    for day in ("2026-11-27", "2026-12-04"):
        button(page, named("later", "Know")).click()
        assert kept(page)[0]["review"] == day
    for day in ("2026-11-27", "2026-11-10"):
        button(page, words("plan.undo")).click()
        assert kept(page)[0]["review"] == day
    expect(page.locator("[data-undone]")).to_be_hidden()


def test_something_removed_from_the_plan_stays_forgotten(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know"), make(2, "goal", "Other"))
    notice = remove(page, "Know")
    forget_elsewhere(page)
    expect(notice).to_be_hidden()
    expect(rows(page, "goal")).to_have_count(0)


def test_something_removed_comes_back_beside_what_another_tab_has_added(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know"), make(2, "goal", "Other"))
    notice = remove(page, "Know")
    change_elsewhere(page, text="Another")
    expect(rows(page, "goal")).to_contain_text("Another")
    expect(notice).to_be_visible()
    button(page, words("plan.undo")).click()
    assert [item["text"] for item in kept(page)] == ["Know", "Another"]


def test_a_deleted_worksheet_stays_forgotten(open_page: Open, sheets: dict[str, Any]) -> None:
    path, key = find_sheet(sheets, "short", entry=True)
    page = at_work(open_page(path))
    field(page, key).locator("input").fill("Harbour")
    page.get_by_role("button", name=matching("sheet.new")).click()
    page.locator("[data-list] button").first.click()
    page.get_by_role("button", name=matching("sheet.delete")).click()
    notice = page.locator("[data-done]")
    expect(notice).to_be_visible()
    forget_elsewhere(page)
    expect(notice).to_be_hidden()


def test_an_occupation_taken_out_of_the_plan_stays_forgotten(open_page: Open) -> None:
    page = open_page("occupations/midwife/")
    page.get_by_role("button", name=words("adding.star")).click()
    page.get_by_role("button", name=words("adding.starred")).click()
    undo = page.get_by_role("button", name=words("adding.undo"))
    expect(undo).to_be_visible()
    forget_elsewhere(page)
    expect(undo).to_be_hidden()


def test_a_deleted_result_stays_forgotten(open_page: Open, results: Results) -> None:
    page = open_page("quiz/")
    page.evaluate("text => kept.put('results', text)", results.interests().values().text)
    page.goto(page.url + "results/")
    page.locator("[data-records] button").first.click()
    undo = page.locator("button[data-undrop]")
    expect(undo).to_be_visible()
    text = json.dumps({"v": 1, "items": [make(1, "goal")]})
    page.context.pages[-1].evaluate("text => kept.put('plan', text)", text)
    expect(undo).to_be_visible()
    forget_elsewhere(page)
    expect(undo).to_be_hidden()
