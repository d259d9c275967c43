"""What we mend of Material's shell: the drawer by keyboard, the focus after instant navigation, the sticky header."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.support.words import words
from tests.conftest import REPOSITORY


def test_a_closed_drawer_keeps_no_focus(open_page: Open) -> None:
    page = open_page("occupations/plumber/", width=390)
    expect(page.locator(".md-header__button[for=__drawer]")).to_have_attribute("aria-expanded", "false")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("Boolean(document.activeElement.closest('.md-sidebar--primary'))")


def test_the_drawer_opens_and_closes_by_keyboard(open_page: Open, base: str) -> None:
    page = open_page("occupations/plumber/", width=390)
    opener = page.locator(".md-header__button[for=__drawer]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("Boolean(document.activeElement.closest('.md-sidebar--primary'))")
    page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_role("link", name="Where to start").first.click()
    expect(page).to_have_url(base + "start/")


def test_a_wide_screen_has_its_navigation_at_hand(open_page: Open) -> None:
    page = open_page("about/")
    assert page.evaluate("document.querySelector('.md-sidebar--primary').inert") is False


def test_after_instant_navigation_the_title_has_the_focus(open_page: Open, base: str) -> None:
    page = open_page("about/")
    expect(page.locator("body")).to_be_focused()
    page.locator(".md-tabs").get_by_role("link", name="Occupations").click()
    expect(page).to_have_url(base + "occupations/")
    expect(page.locator("article h1")).to_be_focused()


def test_a_site_of_many_pages_leads_on_without_a_list_of_them(open_page: Open, base: str) -> None:
    page = open_page("occupations/plumber/")
    index = "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>"
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=index, content_type="application/xml"))
    script = f"{links.ASSETS}/{links.INSTANT}"
    page.route(f"**/{script}", lambda route: route.fulfill(path=REPOSITORY / links.THEME / script))
    page.reload(wait_until="networkidle")
    page.add_script_tag(url=base + script, type="module")
    down = page.evaluate("window.stays = true, scrollTo({ top: 300, behavior: 'instant' }), scrollY")
    assert down
    title = page.locator("article h1")
    for name, path in (("Occupations", "occupations/"), ("Quizzes", "quiz/")):
        # Not by the mouse, which would go up to where it is.
        page.locator(".md-tabs").get_by_role("link", name=name).evaluate("link => link.click()")
        expect(page).to_have_url(base + path)
        expect(title).to_contain_text(name)
        expect(title).to_be_focused()
    for path, name in (("occupations/", "Occupations"), ("occupations/plumber/", "Plumber")):
        page.go_back()
        expect(page).to_have_url(base + path)
        expect(title).to_contain_text(name)
    page.wait_for_function(f"scrollY === {down}")
    # A part of the page is the browser's own.
    page.locator("article a[href^='#'], .md-nav--secondary a").first.evaluate("link => link.click()")
    page.wait_for_function("location.hash !== ''")
    assert page.evaluate("window.stays")


def test_a_tab_leads_on_wherever_it_is_pressed(open_page: Open) -> None:
    page = open_page("about/")
    tabs = page.locator(".md-tabs__item")
    for name, is_end in (("Occupations", False), ("Quizzes", True)):
        box = tabs.filter(has_text=name).bounding_box()
        assert box
        across, down = (box["width"] - 2, box["height"] - 2) if is_end else (2, 2)
        page.mouse.click(box["x"] + across, box["y"] + down)
        expect(page.locator("article h1")).to_contain_text(name)


def test_a_linked_heading_is_not_hidden_by_the_header(open_page: Open) -> None:
    page = open_page("occupations/plumber/#pay", width=390)
    page.wait_for_function("scrollY > 0")
    heading = page.locator("#pay").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert heading is not None
    assert header is not None
    assert heading["y"] >= header["y"] + header["height"] - 1
    expect(page.locator("h1")).to_have_text(re.compile("Plumber"))


def test_only_what_goes_on_in_the_next_page_leads_there(open_page: Open) -> None:
    assert open_page("about/quiz/").locator(".md-footer__link").count() > 0
    page = open_page("quiz/interests/")
    expect(page.locator(".md-footer__link")).to_have_count(0)
    foot = page.locator(".md-footer")
    expect(foot).to_contain_text("the testers")
    expect(foot.get_by_role("link", name=words("foot.contact"))).to_have_attribute("href", "mailto:guides@example.org")
    expect(foot.get_by_role("link", name=words("foot.code"))).to_be_visible()
    expect(page.locator(".md-header a[href*='git.example']")).to_have_count(0)


def test_colors_follow_the_device_until_the_reader_chooses(open_page: Open) -> None:
    page = open_page("about/")
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "default"
    page.emulate_media(color_scheme="dark")
    page.reload()
    # Before the theme's own script has run.
    assert page.evaluate(scheme) == "slate"
    page.wait_for_load_state("networkidle")
    page.locator("label[for^=__palette]:visible").click()
    page.reload()
    assert page.evaluate(scheme) == "default"


def test_colors_are_chosen_by_keyboard_and_follow_a_device_that_changes(open_page: Open) -> None:
    page = open_page("about/")
    choices = page.locator("[data-palette] input")
    choices.first.focus()
    for place, scheme in ((1, "default"), (2, "slate"), (0, "default")):
        page.keyboard.press("Enter")
        expect(choices.nth(place)).to_be_focused()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        expect(page.locator("[data-palette] label:visible")).to_have_count(1)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    # What browsers on phones color their own bar by.
    header = page.locator(".md-header").evaluate("header => getComputedStyle(header).backgroundColor")
    assert page.locator("meta[name=theme-color]").get_attribute("content") == header
