"""The built site of this repository's own content: links, budgets gzipped as hosts send pages, and paper."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, expect

from generator.model.site import Site
from generator.publishing.copies import leading as links
from tests.browser.support import weighing
from tests.browser.support.site import serve
from tests.making import render_data

pytestmark = pytest.mark.slow

# 260 of them are logo and marks, for which a first visit need not ask one by one.
# 280 say what schooling, subjects and measured conditions tables tell, each with its source and the newer edition that
# is out: to look at one beside what an editor says, a reader must not have to ask for it.
# 700 more say the most of it on one screen (half of the pay in bars, a side each way, what to try first), with the bar
# to save, try and compare, and the days on offer for what is added: all else is folded up.
# 200 draw all ways in on one scale of years, with pay while learning and costs.
# 100 name interests in everyday words beside Holland's, and set early by what a page is styled.
PAGE_OF_AN_OCCUPATION = 16_800
# Over all of them; in a larger collection it is less, since words come again.
SEARCH_INDEX_OF_A_PROFILE = 100
LINKED_DATA_OF_A_PAGE = 550
FEW_LETTERS = 600
"""On the last sheet of paper of an occupation, it would be nearly empty."""
# What the list of occupations loads at once, or the results do; of the 60, names that tables have for guides are 1,300.
LISTS = 60_000


@pytest.fixture(scope="module")
def pages(own_built: Path) -> dict[str, links.Links]:
    """What each page refers to."""
    return links.parse(own_built)


@pytest.fixture(scope="module")
def occupations(own: Site, own_built: Path) -> dict[str, str]:
    """The published pages of the occupations, slug -> text."""
    return {slug: (own_built / f"occupations/{slug}/index.html").read_text("utf-8") for slug in own.occupations}


def test_every_internal_link_leads_somewhere(own: Site, own_built: Path, pages: dict[str, links.Links]) -> None:
    assert links.find_broken(pages, own_built, own.settings.site_url) == []


def test_no_page_loads_anything_from_another_host(own: Site, pages: dict[str, links.Links]) -> None:
    assert links.find_foreign(pages, own.settings.site_url) == []


def test_content_holds_no_inline_script_or_style(pages: dict[str, links.Links]) -> None:
    assert {path: page.inline for path, page in pages.items() if page.inline} == {}


def test_occupation_pages_keep_their_budget(occupations: dict[str, str]) -> None:
    sizes = {slug: weighing.gzipped(text.encode()) for slug, text in occupations.items()}
    assert {slug: size for slug, size in sizes.items() if size > PAGE_OF_AN_OCCUPATION} == {}


def test_lists_that_scripts_load_keep_their_budget(own: Site) -> None:
    sizes = {path: weighing.gzipped(text.encode()) for path, text in render_data(own).items()}
    assert sizes["data/names.json"] + sizes["data/facets.json"] <= LISTS
    assert sizes["data/occupations.json"] <= LISTS


def test_linked_data_costs_little(occupations: dict[str, str]) -> None:
    costs = {}
    for slug, text in occupations.items():
        without = text.replace(weighing.find_linked_data(text), "")
        costs[slug] = weighing.gzipped(text.encode()) - weighing.gzipped(without.encode())
    assert {slug: cost for slug, cost in costs.items() if cost > LINKED_DATA_OF_A_PAGE} == {}


def test_search_index_of_a_profile_keeps_its_budget(own: Site, own_built: Path) -> None:
    assert weighing.weigh_searches(own_built, own.occupations) <= SEARCH_INDEX_OF_A_PROFILE
    # Few outlines are built here.
    built = [slug for slug in own.listed if (own_built / "occupations" / slug).is_dir()]
    assert weighing.weigh_searches(own_built, built) <= SEARCH_INDEX_OF_A_PROFILE, "with outlines"


def count(printed: bytes) -> tuple[int, int]:
    """How many sheets of paper there are, and how many letters stand on the last: to read all takes long."""
    sheets = pypdf.PdfReader(io.BytesIO(printed)).pages
    return len(sheets), len(sheets[-1].extract_text())


@pytest.fixture(scope="module")
def sheets(own: Site, own_built: Path, browser: Browser) -> dict[tuple[str, str], tuple[int, int]]:
    """How many sheets of paper an occupation takes, and how many letters stand on the last."""
    counts = {}
    with serve(own_built) as address:
        page = browser.new_page()
        for slug in own.occupations:
            page.goto(f"{address}occupations/{slug}/")
            for paper in ("A4", "Letter"):
                counts[slug, paper] = count(page.pdf(format=paper))
        page.close()
    return counts


def test_every_occupation_prints_on_four_pages_at_most(sheets: dict[tuple[str, str], tuple[int, int]]) -> None:
    assert {name: many for name, (many, _) in sheets.items() if many > 4} == {}


def test_every_method_prints_on_twelve_pages_at_most(own: Site, own_built: Path, browser: Browser) -> None:
    counts = {}
    with serve(own_built) as address:
        page = browser.new_page()
        for key in own.methods:
            page.goto(f"{address}methods/{key}/")
            counts[key] = count(page.pdf(format="A4"))
        page.close()
    assert {key: (many, last) for key, (many, last) in counts.items() if many > 12 or last < FEW_LETTERS} == {}


def test_no_last_page_is_nearly_empty(sheets: dict[tuple[str, str], tuple[int, int]]) -> None:
    assert {name: last for name, (_, last) in sheets.items() if last < FEW_LETTERS} == {}


BROKEN = """() => {
  const broken = [];
  for (const link of document.querySelectorAll(".cg-fields li > a")) {
    for (const { 0: word, index } of link.textContent.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(link.lastChild, index);
      range.setEnd(link.lastChild, index + word.length);
      if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
}"""


def test_no_word_of_a_field_is_broken_on_a_phone(own_built: Path, browser: Browser) -> None:
    with serve(own_built) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(address)
        expect(page.locator(".cg-fields li > a")).not_to_have_count(0)
        assert page.evaluate(BROKEN) == []
        page.close()
