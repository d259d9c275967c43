"""What all elements have in common: elements/part.js and main.js."""

from __future__ import annotations

import functools
import itertools
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results
from tests.browser.fit.test_fit import results as results
from tests.browser.support.scripts import LIST, match_data, stop
from tests.conftest import REPOSITORY

SCRIPTS = REPOSITORY / "templates/theme/assets/careers"
TAGS = re.findall(r'^  "(career-\w+)":', (SCRIPTS / "main.js").read_text(encoding="utf-8"), flags=re.MULTILINE)

# Names that an element's class or the element itself puts over those of every element, up to the browser's own.
SHADOWED = """([tag, names]) => {
  const own = new Set(names);
  const element = document.querySelector(tag) ?? document.createElement(tag);
  for (let one = element; one !== HTMLElement.prototype; one = Object.getPrototypeOf(one)) {
    for (const name of Object.getOwnPropertyNames(one)) own.add(name);
  }
  own.delete('constructor');
  return [...own].filter((name) => name in HTMLElement.prototype);
}"""


@functools.cache
def find_page(tag: str, site: Path) -> str:
    """The path of a page with such an element."""
    pages = (path for path in sorted(site.rglob("index.html")) if f"<{tag}" in path.read_text(encoding="utf-8"))
    return next(pages).parent.relative_to(site).as_posix() + "/"


def is_loaded(tag: str) -> str:
    """A condition for `wait_for_function`."""
    return f"Boolean(customElements.get('{tag}'))"


def test_every_folder_is_one_element() -> None:
    folders = {path.parent.name for path in (SCRIPTS / "elements").glob("*/element.js")}
    assert {f"career-{name}" for name in folders} == set(TAGS)


def test_no_element_hides_what_every_element_has(open_page: Open, site: Path, base: str, results: Results) -> None:
    page = open_page(links.ROBOTS, init=results.interests().values().init)
    pages = functools.partial(find_page, site=site)
    for path, tags in itertools.groupby(sorted(TAGS, key=pages), pages):
        page.goto(base + path)
        for tag in tags:
            page.wait_for_function(is_loaded(tag))
            page.wait_for_load_state("networkidle")
            assert page.evaluate(SHADOWED, [tag, []]) == [], tag
            assert page.evaluate("tag => document.querySelector(tag).matches(tag)", tag), tag


def test_a_name_that_hides_another_is_found(open_page: Open) -> None:
    """The test above can fail."""
    page = open_page("about/")
    assert page.evaluate(SHADOWED, ["p", ["matches", "title", "unheard-of"]]) == ["matches", "title"]


@pytest.mark.parametrize("tag", TAGS)
def test_a_module_that_does_not_arrive_can_be_asked_for_again(open_page: Open, site: Path, tag: str) -> None:
    module = f"elements/{tag.removeprefix('career-')}/element.js"
    if not list(site.glob(f"{links.ASSETS}-*/{module}")):
        pytest.skip("comes with every page")
    path = find_page(tag, site)
    page = open_page(links.ROBOTS, tolerate="ERR_")
    let_through = stop(page, f"**/{module}")
    page.goto(page.url.replace(links.ROBOTS, path))
    # It may stand in a part that is folded up.
    page.evaluate("document.querySelectorAll('article details').forEach(fold => { fold.open = true; })")
    notice = page.locator(f"{tag} [data-failed]").first
    # A paper form may be hidden while its script is on its way.
    expect(notice).to_be_visible()
    assert page.locator(f"{tag} [data-failed]:visible").count() == 1
    let_through()
    notice.get_by_role("button").press("Enter")
    page.wait_for_function(is_loaded(tag))
    expect(notice).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize(
    ("tag", "data"),
    [
        ("career-quiz", "assessments"),
        ("career-results", "assessments"),
        ("career-hub", "assessments"),
        ("career-keeping", "assessments"),
        ("career-group", "assessments"),
        ("career-adding", ""),
        ("career-plan", "plan"),
        ("career-explorer", "facets"),
        ("career-compare", "comparing"),
        ("career-booklet", "plan"),
    ],
)
def test_data_that_does_not_arrive_can_be_asked_for_again(open_page: Open, site: Path, tag: str, data: str) -> None:
    path = find_page(tag, site)
    page = open_page(links.ROBOTS, tolerate="ERR_")
    let_through = stop(page, match_data(data) if data else LIST)
    page.goto(page.url.replace(links.ROBOTS, path))
    # It may stand in a part that is folded up.
    page.evaluate("document.querySelectorAll('article details').forEach(fold => { fold.open = true; })")
    notice = page.locator(f"{tag} [data-failed]").first
    expect(notice).to_be_visible()
    # Once more in vain.
    notice.get_by_role("button").click()
    expect(notice).to_be_visible()
    let_through()
    notice.get_by_role("button").click()
    expect(notice).to_be_hidden()
    started = page.locator(f"{tag} [data-view]:visible, {tag} [data-adding]:visible, {tag} [data-state]:visible")
    expect(started.or_(page.locator(f"{tag}[data-phase=start], {tag}[data-state]")).first).to_be_visible()


@pytest.mark.parametrize("lost", ["shared.js", "{shared.js,element.js}"])
def test_what_several_need_can_be_asked_for_again(open_page: Open, site: Path, lost: str) -> None:
    """The browser may keep that a module did not arrive, also for those that import it."""
    path = find_page("career-keeping", site)
    page = open_page(links.ROBOTS, tolerate="ERR_")
    let_through = stop(page, f"**/{lost}")
    page.goto(page.url.replace(links.ROBOTS, path))
    # It may stand in a part that is folded up.
    page.evaluate("document.querySelectorAll('article details').forEach(fold => { fold.open = true; })")
    notice = page.locator("career-keeping [data-failed]")
    for _ in range(2):
        expect(notice).to_be_visible()
        notice.get_by_role("button").click()
    expect(notice).to_be_visible()
    let_through()
    notice.get_by_role("button").click()
    page.wait_for_function(is_loaded("career-keeping"))
    expect(notice).to_be_hidden()
    expect(page.locator("career-keeping [data-view]")).to_be_visible()


def test_one_button_is_for_all_that_did_not_arrive(open_page: Open, site: Path) -> None:
    page = open_page(links.ROBOTS, tolerate="ERR_")
    let_through = stop(page, match_data("assessments"))
    page.goto(page.url.replace(links.ROBOTS, find_page("career-hub", site)))
    expect(page.locator("career-keeping [data-failed]")).to_be_visible()
    let_through()
    page.locator("career-hub [data-failed]").get_by_role("button").click()
    expect(page.locator("career-keeping [data-view]")).to_be_visible()
    expect(page.locator("career-keeping [data-failed]")).to_be_hidden()


def test_the_map_hears_of_results_in_another_tab(open_page: Open, site: Path, results: Results) -> None:
    path = find_page("career-map", site)
    page = open_page(path)
    expect(page.locator("[data-own-invite]")).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("text => kept.put('results', text)", results.interests().text)
    expect(page.locator("[data-own]").first).to_be_visible()
    expect(page.locator("[data-own-invite]")).to_be_hidden()
