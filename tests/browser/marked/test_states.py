"""Elements in the states that other tests, and any press, bring them to: each word that is not marked is an error."""

# ruff: noqa: F401

from pathlib import Path

from playwright.sync_api import expect

from generator import links
from tests.browser.adding.test_adding import test_a_full_plan_is_told
from tests.browser.compare.test_compare import test_link_to_the_view_is_copied_or_said_not_to_be
from tests.browser.conftest import Open
from tests.browser.explorer.test_explorer import test_unknown_parts_of_a_link_are_named_and_the_rest_is_shown
from tests.browser.explorer.test_picture import test_keys_go_from_dot_to_dot_and_say_its_name
from tests.browser.finder.test_finder import test_nothing_found_leads_on
from tests.browser.group.test_group import test_each_bad_line_is_named_with_its_number_and_reason
from tests.browser.hub.test_hub import HUB
from tests.browser.keeping.page import choose
from tests.browser.keeping.test_backup import FAULTS
from tests.browser.keeping.test_forgetting import test_forgetting_can_be_undone_with_all_that_came_since
from tests.browser.keeping.test_forgotten import put
from tests.browser.plan.test_adding import test_a_day_that_does_not_exist_is_told_and_the_rest_stays
from tests.browser.plan.test_trouble import test_what_cannot_be_saved_is_told_and_stays_on_the_page
from tests.browser.quiz.test_quiz import (
    test_flat_answers_get_next_steps_and_no_list,
    test_full_storage_is_said_and_the_results_are_still_shown,
)
from tests.browser.results.test_results import (
    test_two_results_stand_side_by_side,
    test_without_the_occupations_the_scores_stay_and_there_is_a_way_on,
)
from tests.browser.site.test_elements import TAGS, find_page
from tests.browser.support.words import words

_KEEPS = """([state, kept]) => {
  const part = document.querySelector("career-offline"), root = new URL("../", location.href).href;
  const list = { build: "now", bytes: 3_000_000 };
  const build = { kept: "now", newer: "before" }[state];
  // As the device and the network would answer.
  caches.match = async () => build && new Response(JSON.stringify({ build }));
  caches.has = async () => true;
  caches.keys = async () => build ? [`careers-offline ${new URL(root).pathname}`] : [];
  navigator.serviceWorker.getRegistration = async () => ({ scope: root });
  globalThis.fetch = async () => state === "none" ? Response.error() : new Response(JSON.stringify(list));
  if (state === "working") part.hear({ done: 20, total: 90 });
  else return part.refresh(kept[state]);
}"""
"""Has the part of the plan that keeps the site on the device come to a state."""
FAILURES = {"failed": "Error", "full": "QuotaExceededError", "forbidden": "SecurityError"}
PRESS = Path(__file__).with_name("press.js").read_text(encoding="utf-8")
MOST = 30
"""Presses on a page; lists repeat themselves. The form for guides takes more."""
FORGETS = "[data-forget]"


def test_whatever_is_pressed_or_filled_in_says_nothing_unmarked(open_page: Open, site: Path, base: str) -> None:
    page = open_page(links.ROBOTS, tolerate="404")
    put(page, site)
    worksheets = {f"worksheets/{path.parent.name}/" for path in site.glob("worksheets/*/index.html")}
    for path in sorted(
        {find_page(tag, site).removeprefix("./") for tag in TAGS} | worksheets | {"plan/", "quiz/results/"}
    ):
        page.goto(base + path)
        page.wait_for_load_state("networkidle")
        page.evaluate(PRESS, [4 * MOST if path == "contribute/" else MOST, FORGETS])
        assert page.url.partition("#")[0] == base + path


def test_whatever_is_wrong_with_a_file_is_said_in_marks(open_page: Open) -> None:
    page = open_page(HUB)
    alert = page.locator("career-keeping [role=alert]")
    for name, (content, _) in FAULTS.items():
        choose(page, content)
        expect(alert, name).to_contain_text("\u27e6")
        alert.evaluate("alert => { alert.textContent = ''; }")


def test_whatever_becomes_of_a_site_on_the_device_is_said_in_marks(open_page: Open) -> None:
    page = open_page("plan/")
    part = page.locator("career-offline")
    expect(part).to_be_visible()
    states = part.evaluate("(part) => Object.keys(part.dataset).filter((name) => name !== 'searchExclude')")
    told = set()
    for state in states:
        page.evaluate(_KEEPS, [state, FAILURES])
        status = part.get_by_role("status")
        expect(status, state).to_contain_text("\u27e6")
        told.add((status.inner_text(), *part.locator("button:visible").all_inner_texts()))
    assert len(told) == len(states) == 8, told
    assert {button for _, *buttons in told for button in buttons} == {words("offline.keep"), words("offline.forget")}
