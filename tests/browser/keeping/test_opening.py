"""No address writes or deletes anything before a press, and what lies there that makes no sense stops no page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import HUB
from tests.browser.keeping.test_forgotten import put

ODD = [
    "again",
    "questions-3",
    "questions-##",
    "result-##x",
    "shared=AAAA).",
    "plan-item-##x",
    "compare1=a,b).",
    "%",
    "##",
]


def test_no_fragment_changes_what_is_kept(open_page: Open, site: Path, base: str) -> None:
    page = open_page(HUB)
    put(page, site)
    page.evaluate("kept.put('quiz.interests', JSON.stringify({v: 1, id: 'x', form: 'full', done: null, answers: {}}))")
    before = page.evaluate("kept.all()")
    for path in ("quiz/interests/", "quiz/results/", "plan/", "compare/"):
        page.goto(base + path)
        page.wait_for_load_state("networkidle")
        for fragment in ODD:
            page.evaluate("hash => { location.hash = hash; }", fragment)
        page.wait_for_timeout(200)
        page.goto(f"{base}{path}?once#{ODD[0]}")
        page.wait_for_load_state("networkidle")
    after = page.evaluate("kept.all()")
    # Which occupations were shown last is noted in passing.
    assert {name: text for name, text in after.items() if name != "careers.fit"} == {
        name: text for name, text in before.items() if name != "careers.fit"
    }


@pytest.mark.parametrize("palette", ["{", '"x"', "{}", '{"index": "x", "color": {}}', '{"index": 0.5, "color": null}'])
def test_a_palette_that_makes_no_sense_stops_no_page(open_page: Open, palette: str) -> None:
    # A browser that tells of no sizes asks no other host for what does.
    init = f"localStorage.setItem('/.__palette', {json.dumps(palette)}); delete globalThis.ResizeObserver;"
    page = open_page("quiz/interests/", init=init)
    expect(page.locator("career-quiz [data-in=start]").first).to_be_visible()
    assert page.evaluate("Boolean(document$)")
