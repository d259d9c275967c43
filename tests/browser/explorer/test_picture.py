"""Pay and time to get in as one picture: what stands out, which dot is which, and what can be done from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results
from tests.browser.fit.test_fit import results as results
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import list_loaded, read_data
from tests.browser.support.shifting import MOST_SHIFT, SHIFTS
from tests.browser.support.words import words

LIST = "occupations/"
PICTURE = LIST + "#show1&view=picture"
DRAWN = "elements/explorer/picture/picture.js"


def count_dots(page: Page) -> dict[str, int]:
    """Field -> how many dots it has; "" for those that stand back."""
    found: dict[str, int] = page.locator(".cg-living__dots").evaluate_all(
        """paths => paths.reduce((all, path) => ({...all, [path.dataset.field ?? ""]:
        (all[path.dataset.field ?? ""] ?? 0) + path.getAttribute("d").split("M").length - 1}), {})"""
    )
    return found


def test_picture_comes_when_it_is_chosen(open_page: Open, base: str, site: Path) -> None:
    page = open_page(LIST)
    expect(page.locator("career-explorer[data-state]")).to_have_count(1)
    assert DRAWN not in list_loaded(page)
    page.get_by_role("radio", name=words("explorer.as.picture")).check()
    expect(page.locator("[data-chart]")).to_be_visible()
    expect(page.locator(".cg-living__dots").first).to_be_attached()
    assert page.url == base + PICTURE
    assert DRAWN in list_loaded(page)
    dots = count_dots(page)
    figures = read_data(site, "facets")["figures"]
    columns = zip(figures["yearly"], figures["currency"], figures["years"], strict=True)
    known = sum(pay is not None and currency == "USD" and years is not None for pay, currency, years in columns)
    # What has pay by the hour alone, or in another currency, has no place.
    assert 0 < known < len(figures["years"])
    assert sum(dots.values()) == known
    assert "" not in dots
    missing = words("explorer.picture.missing", count=len(figures["years"]) - known)
    expect(page.locator("[data-missing]")).to_have_text(missing)
    expect(page.locator("[data-grouped]")).to_be_hidden()
    expect(page.get_by_label(words("explorer.sort"))).to_be_hidden()
    page.get_by_role("button", name=words("explorer.picture.same")).click()
    expect(page.get_by_role("table", name=words("explorer.caption"))).to_be_visible()
    expect(page.locator("[data-chart]")).to_be_hidden()
    expect(page.get_by_role("radio", name=words("explorer.as.table"))).to_be_checked()


def test_what_is_asked_for_stands_out_and_the_rest_stands_back(open_page: Open, base: str) -> None:
    page = open_page(PICTURE + "&pay=USD-50000")
    expect(page.locator("[data-chart]")).to_be_visible()
    before = count_dots(page)
    assert before.pop("") >= 1
    field = next(iter(before))
    button = page.locator(f"[data-pick={field}]")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button.locator("[data-field-count]")).to_have_text(str(before[field]))
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    assert page.url == base + LIST + f"#show1&field={field}&pay=USD-50000&view=picture"
    assert {name for name in count_dots(page) if name} == {field}
    expect(page.locator("[data-tokens] button")).to_have_count(2)
    # Who takes all choices back goes on looking at the picture.
    page.get_by_role("button", name=words("explorer.clear")).click()
    expect(page.get_by_role("radio", name=words("explorer.as.picture"))).to_be_focused()
    assert page.url == base + PICTURE
    assert "" not in count_dots(page)


def test_keys_go_from_dot_to_dot_and_say_its_name(open_page: Open) -> None:
    page = open_page(PICTURE)
    marker = page.locator("[data-marker]")
    expect(marker).to_have_accessible_name(words("explorer.picture.begin"))
    # As screen readers press what is not focused.
    marker.evaluate("marker => marker.click()")
    card = page.locator("[data-card]")
    first = card.locator("[data-title]").inner_text()
    marker.focus()
    said = page.locator("[data-said]")
    expect(said).to_contain_text(first)
    seen = {first}
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(card.locator("[data-title]").inner_text())
    assert len(seen) >= 3
    expect(marker).to_be_focused()
    expect(marker).to_have_accessible_name(re.compile(re.escape(card.locator("[data-title]").inner_text())))
    address = card.locator("[data-title]").get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(str(address))


def test_a_dot_is_saved_and_compared_in_place(open_page: Open, base: str) -> None:
    page = open_page(PICTURE, width=390)
    chart = page.locator("[data-chart]")
    expect(chart).to_be_visible()
    place = "chart => chart.getBoundingClientRect().top + scrollY"
    before = chart.evaluate(place)
    path = page.locator(".cg-living__dots[data-field]").first
    spot = path.evaluate("path => path.getAttribute('d').match(/^M([0-9.]+) ([0-9.]+)/).slice(1).map(Number)")
    page.locator("[data-stage]").click(position={"x": spot[0] + 4, "y": spot[1] - 3})
    # Nothing moves below the finger.
    assert chart.evaluate(place) == before
    card = page.locator("[data-card]")
    title = card.locator("[data-title]").inner_text()
    save = card.get_by_role("button", name=f"{words('adding.star')}: {title}")
    save.click()
    expect(card.locator("[data-save]")).to_have_text(words("adding.starred"))
    card.locator("[data-tick]").check()
    expect(page.locator("[data-tray]")).to_be_in_viewport()
    expect(page.locator("[data-tray] [data-names]")).to_have_text(title)
    check_looks(page)
    # Beside all dots nothing is meant.
    page.locator("[data-stage]").click(position={"x": 2, "y": 2})
    expect(card.locator("[data-title]")).to_have_text(title)
    page.locator("[data-go]").click()
    expect(page).to_have_url(re.compile(re.escape(base) + "compare/#compare1="))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mouse_names_dots_and_results_give_sizes(open_page: Open, results: Results, scheme: str) -> None:
    page = open_page(PICTURE, init=results.interests().init, color_scheme=scheme)
    widths = page.locator(".cg-living__dots")
    expect(widths.first).to_be_attached()
    assert len(set(widths.evaluate_all("all => all.map(path => path.getAttribute('stroke-width'))"))) == 3
    expect(page.locator("[data-size]")).to_have_text(words("explorer.picture.sized", count=1))
    expect(page.locator("[data-plain]")).to_be_hidden()
    spot = widths.last.evaluate("path => path.getAttribute('d').match(/^M([0-9.]+) ([0-9.]+)/).slice(1).map(Number)")
    page.locator("[data-stage]").hover(position={"x": spot[0], "y": spot[1]})
    expect(page.locator(".cg-living__name")).not_to_be_empty()
    check_looks(page)


def test_nothing_moves_when_a_link_leads_to_the_picture(open_page: Open) -> None:
    page = open_page(PICTURE, init=SHIFTS, width=390)
    expect(page.locator(".cg-living__dots").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") < MOST_SHIFT, page.evaluate("window.moved")
