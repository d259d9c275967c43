"""The plan as a page: accessible, on paper, without scripts, in instant navigation."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import save
from tests.browser.plan.page import FULL, PLAN, SHEETS, button, make, named, open_plan, rows
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import match_data
from tests.browser.support.words import words


def test_the_plan_is_accessible_and_fits(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, others=SHEETS)
    check_looks(page)
    button(page, named("record", "Talk to a nurse")).click()
    expect(page.get_by_role("form", name=words("plan.record"))).to_be_visible()
    button(page.locator("[data-kind=goal]"), named("review", "Know which course")).click()
    page.get_by_role("form", name=words("plan.review")).get_by_label(words("plan.decide.change")).check()
    button(page, named("edit", "First aid course")).click()
    for name in (
        words("plan.add_experiment"),
        words("plan.add_goal"),
        words("plan.add_person"),
        words("plan.add_note"),
    ):
        button(page, name).click()
    for summary in page.locator("career-plan summary:visible").all():
        if summary.evaluate("node => !node.parentElement.open"):
            summary.click()
    # What the header covers would count as too small.
    page.evaluate("scrollTo(0, 0)")
    check_looks(page)


def test_every_button_is_large_enough(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, width=390)
    small = page.locator("career-plan :is(button, a):visible").evaluate_all(
        """nodes => nodes.filter(node => {
          const {width, height} = node.getBoundingClientRect();
          return width < 24 || height < (node.matches('.cg-part__button') ? 44 : 24);
        }).map(node => node.textContent)"""
    )
    assert small == []


def test_without_scripts_the_plan_is_a_form_to_fill_in(open_page: Open) -> None:
    page = open_plan(open_page, java_script_enabled=False, width=390)
    expect(page.locator("career-plan noscript p")).to_have_text(words("plan.paper"))
    expect(page.locator("career-plan noscript p")).to_be_visible()
    headings = page.locator("career-plan h2:visible").all_inner_texts()
    assert headings == [
        words("plan.occupations"),
        words("plan.experiments"),
        words("plan.goals"),
        words("plan.people"),
        words("plan.journal"),
    ]
    experiments = page.get_by_role("group", name=words("plan.experiments")).locator("tbody tr")
    expect(experiments).to_have_count(6)
    expect(experiments.nth(2)).to_contain_text("Build a support network")
    expect(page.locator("career-plan :is(button, input):visible")).to_have_count(0)


def count_pages(page: Page, paper: str) -> int:
    """How many sheets the page prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("script", [True, False])
def test_an_empty_plan_prints_as_a_form_on_two_sheets(open_page: Open, script: bool, paper: str) -> None:
    page = open_plan(open_page, java_script_enabled=script)
    assert count_pages(page, paper) == 2
    page.emulate_media(media="print")
    expect(page.get_by_text(words("plan.sheet.next_review"))).to_be_visible()
    expect(page.locator("career-plan :is(button, .cg-part__notice):visible")).to_have_count(0)


def test_a_plan_prints_as_it_is_with_what_is_folded_away(open_page: Open) -> None:
    page = open_plan(open_page, *FULL, *(make(number, "note") for number in range(100, 150)))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_text(words("plan.sheet.next_review"))).to_be_hidden()
    expect(rows(page, "note").locator("visible=true")).to_have_count(56)
    expect(page.get_by_text("Homework club").first).to_be_visible()
    expect(page.locator("career-plan :is(button, input, .cg-part__notice):visible")).to_have_count(0)
    # Paper cuts off what stands out of a table.
    cut = "heads => heads.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent)"
    assert page.locator(".cg-plan__table thead th:visible").evaluate_all(cut) == []


def test_the_plan_survives_instant_navigation(open_page: Open, base: str) -> None:
    page = open_page("about/", init=save(plan={"items": [make(1, "goal", "Know")]}))
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stays = true")
    for _ in range(2):
        page.locator(".md-tabs").get_by_role("link", name=words("planning.booklet.plan")).click()
        expect(page).to_have_url(base + PLAN)
        expect(rows(page, "goal")).to_have_count(1)
        button(page, named("edit", "Know")).click()
        expect(rows(page, "goal").get_by_label(words("plan.goal"))).to_be_focused()
        page.locator(".md-tabs").get_by_role("link", name="About").click()
        expect(page).to_have_url(base + "about/")
        expect(page.locator("career-plan")).to_have_count(0)
    page.evaluate("document.dispatchEvent(new CustomEvent('careers:changed'))")
    assert page.evaluate("window.stays")


def test_what_is_forgotten_below_leaves_the_plan_and_comes_back(open_page: Open) -> None:
    page = open_plan(open_page, make(1, "goal", "Know"))
    page.evaluate("localStorage.clear(); document.dispatchEvent(new CustomEvent('careers:changed'))")
    expect(page.locator("[data-begin]")).to_be_visible()
    expect(rows(page, "goal")).to_have_count(0)


def test_without_its_words_the_page_says_so_and_has_its_form(open_page: Open, base: str) -> None:
    page = open_page("about/", tolerate="Failed to load resource")
    page.route(match_data("plan"), lambda route: route.abort())
    page.goto(base + PLAN)
    expect(page.get_by_role("alert").filter(has_text=words("plan.failed"))).to_be_visible()
    expect(page.get_by_text(words("plan.sheet.next_review"))).to_be_visible()
