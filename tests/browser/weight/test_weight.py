"""Budgets as sizes, gzipped as hosts send them, and what must not stand in a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.links import ASSETS
from generator.publishing.copies import leading as links
from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results
from tests.browser.fit.test_fit import results as results
from tests.browser.support.scripts import list_loaded
from tests.browser.support.weighing import gzipped
from tests.browser.support.words import words

# 20,940 of each is what comes with every page, which a reader fetches once. 220 of them ask again for scripts that did
# not arrive. 350 of them say in which of the reader's
# languages an occupation has titles, and 190 wait for somebody to open pay from place to place: as files of their own
# these would be two more requests for each first visit. 150 make slugs from titles: with a thousand occupations, each
# of four lists is 7,600 shorter by that. 50 write a change with the sign that pages have, once for the three elements
# that did so by themselves.
# 220 keep which question an answer was given to, so that a changed one takes no other along; on the quiz page 490 more
# say so, and make its pages places in the history of the browser; 30 leave links within the page to it,
# and 80 follow the one to its beginning, which the theme takes for where the reader is.
# 320 open the parts of a guide that are folded up: for links into them, for paper, all at once.
# 170 are what the first questions on the front page share with quiz and results.
# 2,200 keep each thing on the device by itself, named by the site's path, and take over what was kept in one piece: two
# tabs that write at once lost half of what they had said was saved.
# 60 open links that a sentence ends with, and hear of the last thing that is forgotten; 160 more forget it for good.
# 250 say why a page was loaded anew, and see whether what did not arrive is gone for good, with its build.
# What offers a day for what is added comes once something is: 620 that every page had before.
# 900 left with what stands on the hub of assessments alone; 340 tell pay by the unit of time that a reader likes.
# 40 show a page from its top that is asked for something behind its #: it stayed where the page before was scrolled to.
# 90 open what a link leads into a frame before the page is shown from there, so that nothing moves.
# 80 let a reader's long list be ranked in slices, so that a tick is not held up.
# 40 say a count of none in words, and write numbers as pages do where a browser has other digits for the language.
# 600 choose the colors: what Material has for that had each page styled twice more as a whole whenever it began.
SCRIPTS_OF_THE_QUIZ_PAGE = 25_160
SCRIPTS_OF_AN_OCCUPATION = 21_490
# 850 of them make its frame, which stood in each occupation's page with 480, seen or not.
# 1,500 hold interests against the norms of people and of work; the 220 above come with every page, so here, too.
# 60 tell the list of results what a sentence is about, so that it need not be said twice there.
# 700 are what the five jobs of the front page share with it: the match itself.
# 1,860 are the filters, which finder and list share: one file holds what several need.
# 80 tell pay in the country that was chosen, on paper too, and what page a sheet is of.
# 200 have the filters tell apart what an occupation has not and what nobody knows of it.
# 330 rank a reader's long list in slices, and pay of another country.
# 50 make the header's index and the rules of plurals in slices, and once.
SCRIPTS_OF_A_COMPARISON = 39_090


def weigh_scripts(page: Page, site: Path) -> dict[str, int]:
    """Weighs our own scripts that a page has loaded, by their paths."""
    page.wait_for_load_state("networkidle")
    (folder,) = site.glob(f"{ASSETS}-*")
    return {path: gzipped((folder / path).read_bytes()) for path in list_loaded(page)}


def test_own_scripts_of_the_quiz_page_keep_their_budget(open_page: Open, site: Path) -> None:
    sizes = weigh_scripts(open_page("quiz/interests/"), site)
    assert "elements/quiz/element.js" in sizes
    assert sum(sizes.values()) <= SCRIPTS_OF_THE_QUIZ_PAGE, sizes


def test_own_scripts_of_an_occupation_keep_their_budget(open_page: Open, results: Results, site: Path) -> None:
    taken = results.interests().values().skills().environment(odd_hours=4).methods().init
    page = open_page("occupations/midwife/")
    expect(page.get_by_role("button", name=words("adding.star"))).to_be_visible()
    sizes = weigh_scripts(page, site)
    assert set(sizes) == {"main.js"}
    assert sum(sizes.values()) <= SCRIPTS_OF_AN_OCCUPATION, sizes
    # Near "How this fits you" the comparison is loaded, too.
    page = open_page("occupations/midwife/#fit", init=taken)
    expect(page.locator("career-fit [data-comparison]")).to_be_visible()
    sizes = weigh_scripts(page, site)
    assert "elements/fit/comparison.js" in sizes
    assert sum(sizes.values()) <= SCRIPTS_OF_A_COMPARISON, sizes


def test_a_page_without_quiz_loads_nothing_of_the_quiz(open_page: Open) -> None:
    page = open_page("about/")
    assert list_loaded(page) == {"main.js"}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, links.Links]:
    """What each page refers to."""
    return links.parse(site)


def test_every_internal_link_leads_somewhere(pages: dict[str, links.Links], site: Path, base: str) -> None:
    assert links.find_broken(pages, site, base) == []


def test_no_page_loads_anything_from_another_host(pages: dict[str, links.Links], base: str) -> None:
    assert links.find_foreign(pages, base) == []


def test_content_holds_no_inline_script_or_style(pages: dict[str, links.Links]) -> None:
    assert {path: page.inline for path, page in pages.items() if page.inline} == {}
