"""A guide as a reader meets it: what stands on the first screen, what is folded up, and the bar that stays at hand."""

from __future__ import annotations

import io

import pypdf
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.support.shifting import MOST_SHIFT, SHIFTS
from tests.browser.support.words import words

POTTER = "occupations/potter/"
SCREEN = 844


def find_bottom(page: Page, selector: str) -> float:
    """Where the lower edge of something lies in the window."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["y"] + box["height"]


def test_pay_stands_as_high_before_its_units_can_be_chosen(open_page: Open) -> None:
    page = open_page("occupations/midwife/", width=1280)
    expect(page.locator("career-pay[data-on]").first).to_be_visible()
    heights = page.locator(".cg-glance__pay:not([hidden]) dd").first.evaluate(
        """pay => {
          const shown = pay.offsetHeight;
          pay.querySelector("career-pay").removeAttribute("data-on");
          return [shown, pay.offsetHeight];
        }"""
    )
    assert heights[0] == heights[1]


def test_a_link_into_a_fold_moves_nothing_that_is_seen(open_page: Open, base: str) -> None:
    page = open_page("about/", init=SHIFTS, width=390)
    page.goto(f"{base}{POTTER}#pay")
    heading = page.locator("#pay")
    expect(heading).to_be_in_viewport()
    assert heading.evaluate("one => one.closest('details').open")
    assert page.url.endswith("#pay")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") < MOST_SHIFT
    header = page.locator(".md-header").bounding_box()
    assert header
    assert (
        0 <= page.evaluate("document.getElementById('pay').getBoundingClientRect().top") - header["height"] < SCREEN / 2
    )


def test_a_phone_shows_at_once_what_matters_and_little_below(open_page: Open) -> None:
    page = open_page(POTTER, width=390)
    page.set_viewport_size({"width": 390, "height": SCREEN})
    expect(page.locator("[data-adding=occupation]").get_by_role("button")).to_be_visible()
    bar = page.locator(".cg-bar").bounding_box()
    assert bar
    assert bar["y"] + bar["height"] == SCREEN
    assert find_bottom(page, ".cg-glance") <= bar["y"]
    for name in ("time", "good", "hard"):
        expect(page.locator(".cg-glance dt").get_by_text(words(f"glance.{name}"), exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= 5 * SCREEN
    # The end of the page can be read above the bar, and what has the focus is not below it.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert find_bottom(page, ".cg-foot") <= bar["y"]
    page.locator(".cg-fold > summary").nth(4).focus()
    assert find_bottom(page, "summary:focus") <= bar["y"]
    # What can be undone is offered in the bar, each word within its button.
    page.locator("[data-adding=occupation]").get_by_role("button").first.click()
    undo = page.locator(".cg-bar").get_by_role("button", name=words("adding.undo"))
    assert undo.evaluate("button => button.scrollWidth <= button.clientWidth")


def test_a_link_opens_the_part_that_it_leads_into(open_page: Open) -> None:
    page = open_page(f"{POTTER}#explore-learn")
    expect(page.locator("#explore-learn")).to_be_in_viewport()
    expect(page.locator("#tasks")).to_be_hidden()
    page.evaluate("location.hash = 'tasks'")
    expect(page.locator("#tasks")).to_be_in_viewport()


def test_the_address_keeps_the_part_that_was_opened(open_page: Open, base: str) -> None:
    page = open_page(POTTER)
    page.get_by_role("heading", name=words("glance.future")).click()
    expect(page.locator("#pay")).to_be_visible()
    expect(page).to_have_url(f"{base}{POTTER}#pay-and-future")
    page.reload()
    expect(page.locator("#pay")).to_be_visible()


def test_all_parts_open_and_close_at_once(open_page: Open) -> None:
    page = open_page(POTTER)
    page.get_by_role("button", name=words("glance.open")).click()
    expect(page.locator("article details:is(.cg-fold, .cg-others):not([open])")).to_have_count(0)
    page.get_by_role("button", name=words("glance.close")).click()
    expect(page.locator("article .cg-fold[open]")).to_have_count(0)


def test_paper_shows_all_parts_also_without_scripts(open_page: Open) -> None:
    for scripts in (True, False):
        page = open_page(POTTER, java_script_enabled=scripts)
        sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
        for key in ("tasks", "day", "hard_sides", "pay", "skills", "licence", "interests_caption"):
            assert words(f"occupation.{key}") in text
        assert "occupations/potter/" in text
        # In the foot of each sheet, which only a script can tell what to say.
        feet = [sheet.extract_text().count("occupations/potter/") for sheet in sheets]
        assert not scripts or all(feet)
        phone = [sheet.extract_text().count("Careers room of Milltown, +1 (555) 010-0100") for sheet in sheets]
        assert not scripts or all(phone)
        assert words("page.edit") not in text
        assert words("glance.try") not in text


SMALLEST = """() => {
  const sizes = new Map();
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const part = walk.currentNode.parentElement;
    if (walk.currentNode.data.trim() && part.checkVisibility() && !part.closest("svg")) {
      sizes.set(parseFloat(getComputedStyle(part).fontSize) * .75, part.outerHTML.slice(0, 80));
    }
  }
  return [Math.min(...sizes.keys()), sizes.get(Math.min(...sizes.keys()))];
}"""


def test_paper_can_be_read(open_page: Open) -> None:
    page = open_page(POTTER)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    points, where = page.evaluate(SMALLEST)
    assert points >= 8, where
    body = page.locator("#what-they-do").evaluate("(part) => getComputedStyle(part.parentElement).fontSize")
    assert float(body.removesuffix("px")) >= 12


def test_headings_are_named_by_their_words_alone(open_page: Open) -> None:
    page = open_page(POTTER)
    expect(page.get_by_role("heading", name=words("occupation.related"), exact=True)).to_be_visible()


def test_the_bar_leads_to_a_comparison_and_to_what_can_be_tried(open_page: Open) -> None:
    page = open_page(POTTER)
    page.locator(".cg-bar").get_by_role("link", name=words("glance.try"), exact=True).click()
    expect(page.locator("#explore-know-yourself")).to_be_in_viewport()
    # What is led to stands below the header, which lies over the page.
    page.wait_for_function("scrollY > 0 && document.getElementById('explore').getBoundingClientRect().top > 50")
    page.locator(".cg-bar").get_by_role("link", name=words("adding.compare")).click()
    expect(page.locator("career-compare")).to_contain_text("Potter")
