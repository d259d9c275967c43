"""Occupations of which figures alone are known: their page, and that lists say in words what they are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import expect

from generator.model.site import Site
from generator.publishing.copies import leading as links
from tests.browser.conftest import Open
from tests.browser.results.test_results import ALL, RESULTS, ready
from tests.browser.sheet.test_fills import Sheets, ask, star
from tests.browser.support import site as sites
from tests.browser.support.axe import check_looks, overflows
from tests.browser.support.many import profiles as profiles
from tests.browser.support.scripts import read_data
from tests.browser.support.words import words
from tests.browser.support.worksheets import find_filled
from tests.browser.support.worksheets import sheets as sheets
from tests.conftest import outline

COOK = "occupations/cooks-of-canteens/"
BARISTA = "occupations/baristas/"
FIELD = "fields/food-preparation-and-serving/"
MARK = f"({words('outline.mark')})"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the small project's site with outlines, ending in a slash, and its folder."""
    root = tmp_path_factory.mktemp("outlined")
    with sites.serve(root / "site") as address:
        sites.build(outline(sites.copy_small(root, site_url=address)))
        yield address, root / "site"


@pytest.fixture(scope="module")
def base(built: tuple[str, Path]) -> str:
    """The address of the site with outlines takes the place of the small one's."""
    return built[0]


def test_page_says_what_it_is_and_can_be_used_by_all(open_page: Open) -> None:
    page = open_page(COOK)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cooks of canteens")
    expect(page.locator(".cg-outline")).to_contain_text(words("outline.title"))
    assert page.evaluate("[...document.querySelectorAll('article :is(h1, h2, h3)')].filter((h) => !h.innerText)") == []
    check_looks(page)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    assert len(sheets) <= 2
    assert ",." not in "".join(sheet.extract_text() for sheet in sheets)
    page.set_viewport_size({"width": 320, "height": 900})
    assert overflows(page) <= 0
    page.goto(page.url.replace(COOK, FIELD))
    page.locator(".cg-outlines summary").click()
    assert overflows(page) <= 0
    expect(page.get_by_role("link", name="Cooks of canteens")).to_be_visible()


def test_every_link_of_the_site_leads_somewhere(built: tuple[str, Path]) -> None:
    address, folder = built
    assert links.find_broken(links.parse(folder), folder, address) == []


def test_page_serves_without_scripts(open_page: Open) -> None:
    page = open_page(BARISTA, java_script_enabled=False)
    expect(page.locator(".cg-outline")).to_be_visible()
    expect(page.get_by_role("link", name="Counter and tea room attendants", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=words("adding.star"))).to_have_count(0)


def test_star_takes_it_to_the_plan(open_page: Open, base: str) -> None:
    page = open_page(COOK)
    row = page.locator("[data-adding=occupation]")
    row.get_by_role("button", name=words("adding.star")).click()
    expect(row.get_by_role("status")).to_have_text(words("adding.added"))
    page.goto(base + "plan/")
    expect(page.get_by_role("link", name="Cooks of canteens").first).to_be_visible()


def test_finder_says_which_are_outlines(open_page: Open) -> None:
    page = open_page("occupations/")
    page.get_by_role("combobox", name=words("finder.label")).click()
    page.keyboard.type("cook")
    expect(page.get_by_role("option", name=f"Cooks of canteens {words('outline.mark')}")).to_be_visible()
    expect(
        page.get_by_role("option").filter(has_not_text=words("outline.mark")).locator("[data-title]").first
    ).to_have_text("Cook")


def test_list_says_which_are_outlines_and_leaves_them_out_on_request(open_page: Open, outlined_site: Site) -> None:
    page = open_page("occupations/#show1&field=food-preparation-and-serving")
    expect(page.locator("[data-cards] li", has_text="Baristas")).to_contain_text(words("outline.summary"))
    page.goto(page.url + "&view=table")
    expect(page.locator("[data-rows] tr", has_text="Baristas")).to_contain_text(words("outline.mark"))
    page.get_by_role("checkbox", name=words("explorer.guided")).check()
    expect(page.locator("[data-rows] tr")).to_have_count(1)
    assert len(outlined_site.outlines) > 1


def test_list_says_how_many_have_a_guide(open_page: Open, outlined_site: Site) -> None:
    total, guides = len(outlined_site.listed), len(outlined_site.occupations)
    status = open_page("occupations/#show1&view=table").locator("career-explorer [data-status]")
    whole = f"{words('explorer.whole', count=total)} {words('outline.of_these', count=guides)}"
    expect(status).to_have_text(whole)
    status.page.get_by_role("checkbox", name=words("explorer.guided")).check()
    expect(status).to_have_text(words("explorer.some", count=guides, total=total))


def test_results_and_comparison_say_which_are_outlines(open_page: Open, base: str) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    card = page.locator(".cg-part__matches li", has_text="Cooks of canteens").first
    expect(card).to_contain_text(words("script.results.outline"))
    page.goto(base + "compare/#compare1=cook,cooks-of-canteens")
    heads = page.locator("[data-heads] th:has([data-name])")
    expect(heads).to_have_count(2)
    expect(heads.nth(1)).to_contain_text(MARK)
    expect(heads.nth(0)).not_to_contain_text(MARK)
    expect(page.locator("[data-row=day] td").nth(1)).to_have_text(words("comparing.unwritten"))
    sides = page.get_by_role("button", name=words("compare.folds.sides"))
    expect(sides).to_be_visible()
    # Where nobody has written of any of them, there is nothing to compare.
    page.goto(base + "compare/#compare1=cooks-of-canteens")
    expect(heads).to_have_count(1)
    expect(sides).to_be_hidden()


def test_offers_of_the_comparison_put_guides_first_and_mark_outlines(open_page: Open) -> None:
    page = open_page("compare/", init=star("cooks-of-canteens", "cook"))
    offers = page.locator("[data-star-list] button")
    expect(offers).to_have_text([f"+ Cooks of canteens {MARK}", "+ Cook"])
    page.get_by_label(words("compare.add")).fill("cook")
    offered = page.locator("#compare-titles option").evaluate_all("all => all.map((one) => [one.value, one.text])")
    mark = words("outline.mark")
    assert offered == [["Cook", "Cook"], ["Cooks of canteens", mark], ["Cooks of restaurants", mark]]
    page.get_by_label(words("compare.add")).fill("Cooks of restaurants")
    page.get_by_label(words("compare.add")).press("Enter")
    expect(page.locator("[data-heads] [data-name]")).to_have_text(["Cooks of restaurants"])


def test_list_of_a_worksheet_puts_guides_first_and_marks_outlines(
    open_page: Open, sheets: Sheets, outlined_site: Site
) -> None:
    page = open_page(find_filled(sheets, "profile"), init=star("baristas"))
    expect(ask(page).get_by_label(words("planning.sheet.occupation"))).to_be_visible()
    groups = page.locator("[data-panel] select optgroup").evaluate_all(
        "all => all.map((group) => [group.label, [...group.children].map((option) => option.text)])"
    )
    assert groups[0] == [words("planning.sheet.starred"), [words("planning.sheet.outline", title="Baristas")]]
    assert groups[1][0] == words("planning.sheet.guided")
    assert sorted(groups[1][1]) == sorted(model.title for model in outlined_site.occupations.values())
    assert groups[2] == [
        words("planning.sheet.outlines"),
        ["Cooks of canteens", "Cooks of restaurants", "Counter and tea room attendants"],
    ]


def test_results_stand_beside_it_without_what_nobody_knows_of_it(open_page: Open) -> None:
    page = open_page(COOK)
    fit = page.locator("career-fit")
    fit.scroll_into_view_if_needed()
    expect(fit.get_by_text(words("fit.invitation_outline"))).to_be_visible()
    page = open_page(COOK, init=ALL)
    fit = page.locator("career-fit")
    fit.scroll_into_view_if_needed()
    expect(fit.locator("[data-comparison]")).to_be_visible()
    expect(fit.locator("[data-part=interests] tbody tr")).to_have_count(6)
    for name in ("skills", "next"):
        expect(fit.locator(f"[data-part={name}]")).to_be_hidden()
    expect(fit.locator("[data-environment]")).to_be_empty()
    check_looks(page)


def test_filters_say_of_how_many_it_is_not_known_and_show_them(
    open_page: Open, base: str, built: tuple[str, Path]
) -> None:
    page = open_page("occupations/#show1&remote=often")
    doubt = page.locator("[data-doubt]")
    # Nobody has said of an outline whether it can be done from home.
    expect(doubt).to_contain_text(words("explorer.doubt", count=4))
    cards = page.locator("[data-cards] > li")
    expect(cards.first).to_be_visible()  # They come a moment after what is said of them.
    found = cards.count()
    doubt.get_by_role("checkbox", name=words("explorer.unsure")).check()
    assert page.url == base + "occupations/#show1&remote=often&unsure=yes"
    expect(cards).to_have_count(found + 4)
    # What was found is one thing, what may be another.
    status = page.locator("career-explorer [data-status]").first
    total = len(read_data(built[1], "facets")["title"])
    expect(status).to_have_text(words("explorer.some", count=found, total=total))
    mark = f"{words('outline.mark')} · {words('explorer.unknown_mark')}"
    expect(cards.last.locator("[data-outline]")).to_have_text(mark)
    expect(cards.first.locator("[data-outline]")).to_be_empty()
    check_looks(page)
    # What is known of all leaves no doubt.
    page.goto(base + "occupations/#show1&field=food-preparation-and-serving")
    expect(page.locator("[data-cards] > li").first).to_be_visible()
    expect(doubt).to_be_hidden()
