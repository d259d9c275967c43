"""The plan in two tabs, with a storage that is full or forbidden, and with odd content."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import FORBID_STORAGE, save
from tests.browser.plan.page import FULL_STORAGE, MIDWIFE, button, form, kept, make, named, open_plan, rows, titles
from tests.browser.support.words import words


def test_another_tab_adds_without_taking_away_what_is_typed(open_page: Open) -> None:
    page = open_plan(open_page, make(1, **MIDWIFE), make(2, "goal", "Know", review="2026-12-01"))
    other = page.context.new_page()
    other.goto(page.url)
    button(page, words("plan.add_person")).click()
    form(page, "contact").get_by_label(words("plan.person")).fill("Half a na")
    button(page, named("edit", "Know")).click()
    text = rows(page, "goal").get_by_label(words("plan.goal"))
    text.press("End")
    page.keyboard.type(" more")
    button(other, named("edit", "Know more")).click()
    rows(other, "goal").get_by_label(words("plan.review_day")).fill("2027-01-01")
    button(other, words("plan.add_note")).click()
    form(other, "note").get_by_label(words("plan.note")).fill("From there")
    button(form(other, "note"), words("plan.add")).click()
    expect(rows(page, "note")).to_contain_text("From there")
    expect(rows(page, "goal")).to_contain_text(words("planning.plan.review_on", when="January 1, 2027"))
    expect(text).to_be_focused()
    expect(text).to_have_value("Know more")
    expect(form(page, "contact").get_by_label(words("plan.person"))).to_have_value("Half a na")
    page.keyboard.type(" still")
    goal = next(item for item in kept(page) if item["kind"] == "goal")
    assert (goal["text"], goal["review"]) == ("Know more still", "2027-01-01")
    other.close()


def test_what_another_tab_deletes_is_not_taken_from_under_the_hand(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know", review="2026-12-01"), make(2, "goal", "Other"))
    other = page.context.new_page()
    other.goto(page.url)
    button(page, named("edit", "Know")).click()
    text = rows(page, "goal").first.get_by_label(words("plan.goal"))
    text.press("End")
    button(other, named("edit", "Know")).click()
    button(other, named("remove", "Know")).click()
    gone = page.get_by_text(words("plan.gone"))
    expect(gone.locator("visible=true")).to_have_count(1)
    expect(text).to_be_focused()
    page.keyboard.type(" it")
    expect(gone.locator("visible=true")).to_have_count(0)
    goal = next(item for item in kept(page) if item["id"] == "i1")
    assert (goal["text"], goal["review"]) == ("Know it", "2026-12-01")
    button(other, named("edit", "Other")).click()
    button(other, named("remove", "Other")).click()
    expect(rows(page, "goal")).to_have_count(1)
    other.close()


@pytest.mark.parametrize("trouble", [FULL_STORAGE, FORBID_STORAGE], ids=["full", "forbidden"])
def test_what_cannot_be_saved_is_told_and_stays_on_the_page(open_page: Open, trouble: str) -> None:
    page = open_plan(open_page, init=trouble, tolerate="denied")
    notice = page.locator("[data-unsaved]")
    expect(notice).to_contain_text(words("plan.unsaved"))
    button(page, words("plan.add_goal")).click()
    form(page, "goal").get_by_label(words("plan.goal")).fill("Know more")
    button(form(page, "goal"), words("plan.add")).click()
    assert titles(page, "goal") == ["Know more"]
    expect(notice).to_have_count(1)
    expect(button(notice, words("plan.print"))).to_be_visible()
    page.evaluate("window.print = () => (window.printed = true)")
    button(notice, words("plan.print")).click()
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("text", ["{", '{"v": 2, "items": []}', '"x"'])
def test_a_plan_that_cannot_be_read_is_set_aside(open_page: Open, text: str) -> None:
    page = open_plan(open_page, init=save(plan=text))
    expect(page.locator("career-plan [data-unreadable]")).to_be_visible()
    button(page, words("plan.add_goal")).click()
    form(page, "goal").get_by_label(words("plan.goal")).fill("Know more")
    button(form(page, "goal"), words("plan.add")).click()
    assert [item["text"] for item in kept(page)] == ["Know more"]
    assert page.evaluate("kept.get('unreadable.plan')") == text


def test_broken_items_are_left_out_and_kept(open_page: Open) -> None:
    broken = [None, 7, {"id": "x"}, make(2, "wish"), make(1, "goal", "Again")]
    page = open_plan(open_page, init=save(plan={"items": [make(1, "goal", "Know", review="2026-02-31"), *broken]}))
    assert titles(page, "goal") == ["Know"]
    button(page, named("done", "Know")).click()
    assert len(kept(page)) == 6
    assert kept(page)[1:] == broken


def test_a_text_is_only_a_text(open_page: Open) -> None:
    text = "<img src=x onerror=alert(1)> =1+1 {text} **b**"
    items = [
        make(1, "occupation", text, slug="../../evil?x#y"),
        make(2, "experiment", text, method="<b>", takes=text, date="2026-11-21", strategy="<i>"),
        make(3, "contact", text, about=text),
        make(4, "note", text, interest=2, slug="<u>"),
        make(5, "note", text, interest=3),
    ]
    page = open_plan(open_page, *items)
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert titles(page, "contact") == [text]
    expect(rows(page, "occupation").get_by_role("link").first).to_have_attribute(
        "href", re.compile(r"/occupations/\.\.%2F\.\.%2Fevil%3Fx%23y/$")
    )
    button(page, named("remove", text)).first.click()
    expect(page.locator("[data-done-text]")).to_have_text(words("planning.plan.removed", text=text))
    expect(rows(page, "occupation")).to_have_count(0)


def test_a_thousand_things_stay_usable(open_page: Open) -> None:
    kinds = ("experiment", "goal", "contact", "note", "occupation")
    fields = {"method": "learn", "date": "2026-11-25", "review": "2026-11-25", "slug": "potter", "interest": 3}
    items = [make(number, kinds[number % 5], f"Thing {number} " + "x" * 200, **fields) for number in range(999)]
    page = open_plan(open_page, *items)
    expect(rows(page, "experiment")).to_have_count(30)
    more = page.locator("[data-list=experiment]").get_by_role("button", name=words("plan.more"))
    more.click()
    expect(rows(page, "experiment")).to_have_count(60)
    expect(rows(page, "experiment").nth(30).locator("[data-text]")).to_be_focused()
    rows(page, "goal").first.get_by_role("button", name=re.compile("^Edit")).click()
    text = rows(page, "goal").first.get_by_label(words("plan.goal"))
    drawn = text.evaluate(
        """async field => {
          const plan = field.closest("career-plan");
          const frame = () => new Promise(requestAnimationFrame);
          let records = 0;
          const watching = new MutationObserver((all) => { records += all.length; });
          watching.observe(plan, {attributes: true, characterData: true, childList: true, subtree: true});
          const count = async (act) => {
            records = 0;
            act();
            await frame().then(frame);
            return records + watching.takeRecords().length;
          };
          const type = (letter) => {
            field.value += letter;
            field.dispatchEvent(new Event("input", {bubbles: true}));
          };
          const change = () => document.dispatchEvent(new CustomEvent("careers:changed"));
          return [await count(() => [..."typing"].forEach(type)), await count(change)];
        }"""
    )
    # Six letters draw what they change, and not all of the plan.
    assert drawn[0] < drawn[1] / 2
    button(page, words("plan.add_person")).click()
    form(page, "contact").get_by_label(words("plan.person")).fill("The last")
    button(form(page, "contact"), words("plan.add")).click()
    expect(rows(page, "contact").locator("[data-text]:focus")).to_have_text("The last")
    assert len(kept(page)) == 1000
