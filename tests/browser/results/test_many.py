"""Results where there are enough occupations for bands."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.results.test_results import ALL, CHANGES, QUIZZES, RESULTS, keep, open_fold, ready, record
from tests.browser.support.many import base as base
from tests.browser.support.many import profiles as profiles
from tests.browser.support.words import matching, words


def test_long_list_has_bands_and_says_what_it_is_made_of(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    expect(page.get_by_role("heading", name=words("results.bands.strong.title"))).to_be_visible()
    expect(page.get_by_role("heading", name=words("results.bands.short.title"))).to_be_hidden()
    # Five to begin with; more once they are asked for.
    cards = page.locator("[data-part=bands] a[data-band]")
    expect(cards).to_have_count(5)
    page.locator("[data-more]").click()
    assert cards.count() > 5
    expect(cards.nth(5)).to_be_focused()
    open_fold(page)
    expect(page.get_by_text(words("results.holds", count=7 * 15))).to_be_visible()
    expect(page.locator("[data-short-count]")).to_be_hidden()


def test_no_sentence_stands_in_the_list_twice(open_page: Open) -> None:
    # Fifteen of each occupation have the same ratings: nothing tells one from another but its name.
    page = ready(open_page(RESULTS, init=ALL))
    cards = page.locator("[data-part=bands] li:has(> a[data-band])")
    sides = "li > [data-flags] li, li > [data-for] li, li > [data-against] li, [data-others] li, [data-missing]"
    said = [text for text in page.locator("[data-part=bands]").locator(sides).all_inner_texts() if text]
    assert len(said) > 2 * cards.count()
    assert len(set(said)) == len(said)
    # Nor is one thing that the reader likes to do named twice, in whatever sentence.
    interests = {item["text"].rstrip(".").lower() for item in QUIZZES["interests"]["items"]}
    named = [item for text in said for item in interests if item in text.lower()]
    assert named
    assert len(set(named)) == len(named)
    # Each says something, under a heading that nothing stands below only where there is nothing.
    for card in cards.all():
        for side in ("for", "against"):
            count = card.locator(f"[data-{side}] li").count()
            expect(card.locator(f"[data-side={side}]")).to_be_visible(visible=count > 0)
        assert card.locator("[data-for] li").count()


def test_what_would_change_it_is_worked_out_on_demand(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=keep(record("interests"))))
    page.locator("[data-rest] > summary").first.click()
    change = page.locator("[data-change]").first
    change.locator("summary").click()
    expect(change.locator("[data-change-text]")).to_have_text(re.compile("|".join(CHANGES)))


def test_list_that_levels_make_short_has_no_bands(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    open_fold(page)
    page.locator(".cg-results__settings summary").click()
    for level in "1245":  # Of level 3 there is one in seven, 15 in all: enough.
        page.locator(f"[data-levels] input[value='{level}']").uncheck()
    expect(page.get_by_role("heading", name=words("results.bands.strong.title"))).to_be_visible()
    expect(page.locator("[data-status]")).to_contain_text(matching("script.results.updated"))
