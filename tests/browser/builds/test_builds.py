"""Pages, scripts and data of two builds notice each other: the page is loaded anew, once, and says so."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.support.words import words

OTHER = f"{links.ASSETS}-0000000000"
COUNT = "sessionStorage.setItem('loads', 1 + Number(sessionStorage.getItem('loads')));"


def count_loads(page: Page) -> int:
    return int(page.evaluate("Number(sessionStorage.getItem('loads'))"))


def deploy(page: Page, base: str, paths: str) -> str:
    """From now on these paths, a pattern, are of another build; returns the folder of this one."""
    own = str(re.findall(rf"{links.ASSETS}-[0-9a-f]+", page.content())[0])

    def answer(route: Route) -> None:
        found = route.fetch(url=route.request.url.replace(OTHER, own))
        route.fulfill(response=found, body=found.text().replace(own, OTHER))

    page.route(re.compile(rf"{re.escape(base)}({paths}|{OTHER}/.*)$"), answer)
    return own


def test_a_page_of_another_build_is_loaded_in_full_and_says_so(open_page: Open, base: str) -> None:
    told = words("adding.renewed")
    page = open_page("about/", init=COUNT)
    own = deploy(page, base, "occupations/")
    page.locator(".md-tabs").get_by_role("link", name="Quizzes").click()
    expect(page).to_have_url(base + "quiz/")
    expect(page.locator("article h1")).to_be_focused()
    assert count_loads(page) == 1
    expect(page.get_by_text(told)).to_have_count(0)
    page.locator(".md-tabs").get_by_role("link", name="Occupations").click()
    expect(page.get_by_role("status").get_by_text(told)).to_be_visible()
    expect(page).to_have_url(base + "occupations/")
    page.wait_for_function("Boolean(customElements.get('career-finder'))")
    assert own not in page.content()
    assert count_loads(page) == 2
    # The way back leads to a page of the first one.
    page.go_back()
    page.wait_for_function("sessionStorage.getItem('loads') === '3'")
    expect(page.get_by_role("status").get_by_text(told)).to_be_visible()
    expect(page).to_have_url(base + "quiz/")
    assert own in page.content()
    # It is said once.
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text(told)).to_have_count(0)
    assert count_loads(page) == 4


def test_what_has_gone_with_its_build_is_had_from_the_next(open_page: Open, base: str) -> None:
    page = open_page("about/", init=COUNT, tolerate="404")
    module = "elements/quiz/element.js"
    page.route(
        re.compile(rf"{links.ASSETS}-(?!0000000000)[0-9a-f]+/{module}$"), lambda route: route.fulfill(status=404)
    )
    page.locator(".md-tabs").get_by_role("link", name="Quizzes").click()
    page.goto(f"{base}quiz/interests/")
    again = page.locator("career-quiz [data-failed]").get_by_role("button")
    # It may have been the network alone.
    again.click()
    expect(again).to_be_visible()
    before = count_loads(page)
    deploy(page, base, "quiz/interests/")
    again.click()
    expect(page.get_by_role("status").get_by_text(words("adding.renewed"))).to_be_visible()
    expect(page.locator("career-quiz [data-in=start]").first).to_be_visible()
    expect(again).to_be_hidden()
    assert count_loads(page) == before + 1


def test_data_that_another_version_wrote_does_not_make_the_page_load_for_ever(open_page: Open, base: str) -> None:
    page = open_page("about/", init=COUNT)
    odd = "**/data/files.json"
    page.route(odd, lambda route: route.fulfill(json={"adding": {"version": 0}}))
    page.goto(f"{base}occupations/midwife/")
    notice = page.locator("career-adding [data-failed]").first
    again = notice.get_by_role("button")
    before = count_loads(page)
    for _ in range(2):
        again.click()
        expect(again).to_be_visible()
    assert count_loads(page) == before
    deploy(page, base, "occupations/midwife/")
    page.route(odd, lambda route: route.fulfill(json={"adding": {"version": 0}}))
    again.click()
    # The other build's data cannot be read either: no word, and no further load.
    page.wait_for_function(f"Number(sessionStorage.getItem('loads')) === {before + 1}")
    expect(again).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert count_loads(page) == before + 1
