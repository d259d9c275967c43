"""Every kind of page: accessible, fitting, without foreign requests, in light and dark, wide and narrow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator import links, project
from tests.browser.conftest import Open
from tests.browser.keeping.test_forgotten import put
from tests.browser.support.axe import CONTRAST, check_looks, find_faint, find_faults, find_violations, paint
from tests.browser.support.site import SEARCHES
from tests.browser.support.strain import check_strain, find_cramped, find_unseen
from tests.browser.support.stretching import find_wide
from tests.browser.support.words import words
from tests.conftest import PROJECT, TODAY
from tests.making import list_kinds

KINDS = {kind: links.address(path) for kind, path in list_kinds(project.load(PROJECT, TODAY).site).items()}
NOT_FOUND = "404.html"
# What is drawn there from what readers keep.
OWN = ("text/index", "results", "plan", "booklet", "quizzes", "occupations", "map", "occupation")


@pytest.mark.parametrize("kind", [*KINDS, "404"])
def test_page_is_accessible_and_fits(open_page: Open, site: Path, kind: str) -> None:
    page = open_page(KINDS.get(kind, NOT_FOUND))
    expect(page.locator("h1")).to_have_count(1)
    check_looks(page)
    if kind not in OWN:
        check_strain(page)
    assert find_wide(page) == []
    if kind in OWN:
        put(page, site)
        page.reload()
        page.wait_for_load_state("networkidle")
        check_strain(page)
        assert find_faults(page) == []
        paint(page, "slate")
        assert find_faint(page) == []


@pytest.mark.parametrize("change", ["color: #ccc", "background: #444", "opacity: .3", "background: #fff; opacity: .3"])
def test_a_faint_text_is_found_among_those_that_look_alike(open_page: Open, change: str) -> None:
    page = open_page(KINDS["glossary"])
    assert find_faint(page) == []
    page.locator("article p:visible").last.evaluate("(node, change) => { node.style.cssText = change; }", change)
    assert find_faint(page) != []
    assert len(find_faint(page)) == len(find_violations(page, CONTRAST))


def test_dark_readers_get_a_dark_page(open_page: Open, site: Path) -> None:
    # Also while they wait for the style sheet: what stands behind that is not known yet, and the page would be white.
    head = (site / KINDS["glossary"] / "index.html").read_text(encoding="utf-8")
    assert head.index("color-scheme") < head.index("stylesheet")
    # Nor is anything drawn before it is known in which colors.
    page = open_page(KINDS["glossary"], dark=True)
    look = "(({visibility, backgroundColor}) => [visibility, backgroundColor])(getComputedStyle(document.body))"
    assert page.evaluate(look)[0] == "visible"
    assert page.evaluate(f"document.body.removeAttribute('data-md-color-media'), {look}") == [
        "hidden",
        "rgba(0, 0, 0, 0)",
    ]
    scheme = "document.body.dataset.mdColorScheme"
    assert [open_page(KINDS["glossary"], dark=dark).evaluate(scheme) for dark in (True, False)] == ["slate", "default"]


def test_search_finds_a_profile_by_its_abbreviation_first(open_page: Open) -> None:
    page = open_page("", extra_http_headers={SEARCHES: "yes"})
    page.wait_for_load_state("networkidle")
    page.keyboard.press("s")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("CNM", delay=50)
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(r"/occupations/midwife/"), timeout=20_000)


def test_unknown_address_offers_a_way_on(open_page: Open, base: str) -> None:
    page = open_page(NOT_FOUND)
    page.locator("article").get_by_role("link", name=words("not_found.occupations")).click()
    expect(page).to_have_url(base + "occupations/")


def test_breadcrumbs_and_edit_link_lead_where_they_say(open_page: Open, base: str) -> None:
    page = open_page("occupations/plumber/")
    edit = page.get_by_role("link", name=words("page.edit"))
    expect(edit).to_have_attribute("href", re.compile(r"/edit/main/occupations/plumber\.yml$"))
    page.get_by_label(words("page.breadcrumbs")).get_by_role("link", name="Construction").click()
    expect(page).to_have_url(base + "fields/construction/")


def test_without_scripts_the_guides_can_be_read_and_followed(open_page: Open, base: str) -> None:
    page = open_page("fields/care/", java_script_enabled=False)
    page.get_by_role("link", name="Midwife").click()
    expect(page).to_have_url(base + "occupations/midwife/")
    page.get_by_role("heading", name=words("occupation.good_and_hard")).click()
    expect(page.get_by_role("heading", name=words("occupation.hard_sides"))).to_be_visible()


# The four kinds of shell: with all columns, without columns, with a wide element, and without navigation.
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "path", [KINDS["occupation"], "start/", KINDS["plan"], NOT_FOUND], ids=lambda path: path or "home"
)
def test_keyboard_skips_to_the_content_and_goes_on_from_there(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width=width)
    if page.locator(".md-skip").count():
        page.keyboard.press("Tab")
        expect(page.locator(".md-skip")).to_be_focused()
        # The first jump within a page makes Material fetch the page once more and put it in the place of the old one.
        page.locator("[data-md-component=container]").evaluate("old => { window.old = old; }")
        page.keyboard.press("Enter")
        page.wait_for_function("location.hash && !window.old.isConnected")
        # Two frames later the browser has moved the place from which Tab goes on.
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    else:
        page.locator("article").evaluate("article => { article.tabIndex = -1; article.focus(); }")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('.md-content, .md-footer, .md-content__inner') !== null")
    assert focused
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_marks_keep_their_size(open_page: Open) -> None:
    page = open_page("occupations/potter/")
    heights = page.locator(".cg-mark").evaluate_all("marks => marks.map(mark => mark.getBoundingClientRect().height)")
    assert len(heights) > 2
    assert max(heights) < 130


def test_what_strain_shows_is_found(open_page: Open) -> None:
    page = open_page(KINDS["glossary"])
    page.emulate_media(forced_colors="active")
    text = page.locator("article p:visible").last
    assert find_cramped(page) == find_unseen(page) == []
    text.evaluate("node => { node.style.cssText = 'height: 1em; overflow: hidden'; }")
    assert find_cramped(page) != []
    text.evaluate("node => { node.style.cssText = 'margin-top: -3em'; }")
    assert find_cramped(page) != []
    page.locator("a:visible").first.evaluate("node => { node.style.outline = 'none'; }")
    assert find_unseen(page) != []
    page.emulate_media(forced_colors="none")
