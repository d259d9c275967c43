"""What readers take off their list of results: gone there, kept on the device, and brought back."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.results.test_results import ALL, RESULTS, ready, titles
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import list_loaded
from tests.browser.support.words import matching, words

OFF = "JSON.parse(kept.get('dismissed') ?? 'null')"


def dismiss(page: Page, group: str, at: int = 0) -> tuple[str, str]:
    """Take one of the list off, or all of its field, by the keyboard; its title and its field."""
    card = page.locator("[data-part=bands] li:has(> a[data-band])").nth(at)
    link = card.locator("a[data-band]")
    title, field = link.inner_text(), link.get_attribute("data-field") or ""
    card.locator("[data-rest] > summary").press("Enter")
    card.locator(f"[data-dismiss={group}]").press("Enter")
    name = words("script.results.off.field", name=field) if group == "fields" else title
    expect(page.locator("[data-off-text]")).to_have_text(words("script.results.off.done", name=name))
    return title, field


def test_an_occupation_goes_and_comes_back_in_its_place(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    before = titles(page)
    title, _ = dismiss(page, "occupations", 1)
    expect(page.locator("[data-off-text]")).to_have_text(words("script.results.off.done", name=title))
    assert titles(page) == [one for one in before if one != title]
    undo = page.get_by_role("button", name=words("quiz.start.undo")).and_(page.locator("[data-restore]"))
    expect(undo).to_be_focused()
    undo.press("Enter")
    assert titles(page) == before
    expect(page.locator("a[data-band]", has_text=title).first).to_be_focused()
    assert page.evaluate(OFF)["occupations"] == {}


def test_what_is_off_stays_off_and_is_listed_to_be_brought_back(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    before = titles(page)
    first, _ = dismiss(page, "occupations")
    second, field = dismiss(page, "fields")
    kept = page.evaluate(OFF)
    assert list(kept["occupations"].values()) == [first]
    assert kept["fields"] == {field: field}
    page.reload()
    expect(page.locator("[data-off-title]")).to_have_text(words("script.results.off.title", count=2))
    expect(page.locator("[data-part=bands]")).to_be_visible()
    assert not {first, second} & set(titles(page))
    assert not page.locator(f"[data-part=bands] a[data-field='{field}']").count()
    page.locator("[data-off-title]").click()
    check_looks(page)
    for name in (first, words("script.results.off.field", name=field)):
        page.get_by_role("button", name=words("script.results.off.restore", name=name)).click()
    expect(page.locator("[data-off-list]")).to_be_hidden()
    assert titles(page) == before


def test_a_band_of_which_all_is_off_says_so(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    band = page.locator("a[data-band]").first.get_attribute("data-band")
    cards = page.locator(f"[data-{band}-list] a[data-band]")
    while count := cards.count():
        dismiss(page, "fields")
        assert cards.count() < count
    expect(page.locator(f"[data-{band}-off]")).to_be_visible()
    # What is said of a band without any is another thing.
    expect(page.locator(f"[data-{band}-help], [data-{band}-empty]").locator("visible=true")).to_have_count(0)
    page.locator("[data-off-title]").click()
    page.locator("[data-off-rows] [data-restore]").first.click()
    expect(cards.first).to_be_visible()
    expect(page.locator(f"[data-{band}-off]")).to_be_hidden()


def test_one_that_is_off_can_be_looked_up(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    title, _ = dismiss(page, "occupations")
    page.locator("[data-lookup-title]").fill(title)
    page.keyboard.press("Enter")
    expect(page.locator("[data-lookup-status]")).to_contain_text(words("script.results.off.is"))
    expect(page.locator("[data-looked-up] [data-off]")).to_be_hidden()


def test_a_list_of_somebody_else_is_whole(open_page: Open, base: str) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    before = titles(page)
    dismiss(page, "occupations")
    page.locator("[data-link]").click()
    link = page.locator("[data-link-text]").input_value()
    page.goto(base + "about/")
    page.goto(link)
    expect(page.locator("[data-shared]")).to_be_visible()
    ready(page)
    assert titles(page) == before
    expect(page.locator("[data-off]:visible")).to_have_count(0)
    expect(page.locator("[data-off-list]")).to_be_hidden()
    page.locator("[data-leave]").click()
    expect(page.locator("[data-off-list]")).to_be_visible()
    assert len(titles(page)) == len(before) - 1


def test_it_is_in_the_file_and_forgotten_with_the_rest(open_page: Open, base: str) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    before = titles(page)
    title, _ = dismiss(page, "occupations")
    keeping = page.context.new_page()
    keeping.goto(base + "quiz/")
    with keeping.expect_download() as started:
        keeping.locator("career-keeping [data-download]").click()
    file: dict[str, Any] = json.loads(started.value.path().read_text("utf-8"))
    assert list(file["data"]["dismissed"]["occupations"].values()) == [title]
    keeping.locator("career-keeping [data-ask-forget]").click()
    keeping.locator("career-keeping [data-forget]").click()
    assert keeping.evaluate(OFF) is None
    expect(page.locator("[data-part=empty]")).to_be_visible()
    expect(page.locator("[data-off-list]")).to_be_hidden()
    keeping.locator("career-keeping [data-undo]:visible").first.click()
    ready(page)
    expect(page.locator("[data-off-title]")).to_have_text(words("script.results.off.title", count=1))
    assert titles(page) == [one for one in before if one != title]
    keeping.close()


def test_nothing_of_it_is_fetched_before_it_is_wanted(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    assert "elements/results/dismissing.js" not in list_loaded(page)
    dismiss(page, "occupations")
    expect(page.locator("[data-off-text]")).to_have_text(matching("script.results.off.done"))
    assert "elements/results/dismissing.js" in list_loaded(page)
