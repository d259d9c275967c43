"""No address writes or deletes anything before a press, and what lies there that makes no sense stops no page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.keeping.test_forgotten import put
from tests.browser.results.test_results import RESULTS, make_link, ready
from tests.browser.site.test_elements import find_page

# What may follow the # of each page, as the scripts know it, of things that are there; {} is a link to own results.
KNOWN = {
    "": ["go-on"],
    "quiz/interests/": ["again", "go-on", "questions-3"],
    "quiz/results/": ["result-interests", "{}"],
    "plan/": ["plan-item-star", "explore-learn"],
    "plan/booklet/": ["booklet-plan"],
    "compare/": ["compare1=midwife,cook"],
    "occupations/": ["show1&interest=realistic&starred", "find"],
    "occupations/midwife/": ["explore-learn", "fit"],
    "contribute/": ["edit=midwife", "code=29-1161"],
    "career-sheet": ["entry-none"],
}
ODD = [
    "questions-##",
    "result-##x",
    "shared=AAAA).",
    "plan-item-##x",
    "compare1=a,b).",
    "show1&&=",
    "edit=../x",
    "%",
    "##",
]
LYING = "JSON.stringify(Object.entries(localStorage).sort())"


def test_no_fragment_changes_what_is_kept(open_page: Open, site: Path, base: str) -> None:
    page = open_page(links.ROBOTS, tolerate="404")
    put(page, site)
    page.evaluate("kept.put('quiz.interests', JSON.stringify({v: 1, id: 'x', form: 'full', done: null, answers: {}}))")
    page.goto(base + RESULTS)
    ready(page)
    own = make_link(page).partition("#")[2]
    for name, known in KNOWN.items():
        path = find_page(name, site) if name.startswith("career-") else name
        fragments = [own if fragment == "{}" else fragment for fragment in known]
        page.goto(base + path)
        page.wait_for_load_state("networkidle")
        # Which occupations were shown last is noted in passing; from here on they are the same ones.
        before = page.evaluate(LYING)
        assert len(before) > 5000
        for fragment in (*fragments, *ODD):
            page.evaluate("hash => { location.hash = hash; }", fragment)
        for at, fragment in enumerate(fragments):
            page.goto(f"{base}{path}?{at}#{fragment}")
            page.wait_for_load_state("networkidle")
        assert page.evaluate(LYING) == before, path


@pytest.mark.parametrize("palette", ["{", '"x"', "{}", '{"index": "x", "color": {}}', '{"index": 0.5, "color": null}'])
def test_a_palette_that_makes_no_sense_stops_no_page(open_page: Open, palette: str) -> None:
    # A browser that tells of no sizes asks no other host for what does.
    init = f"localStorage.setItem('/.__palette', {json.dumps(palette)}); delete globalThis.ResizeObserver;"
    page = open_page("quiz/interests/", init=init)
    expect(page.locator("career-quiz [data-in=start]").first).to_be_visible()
    assert page.evaluate("Boolean(document$)")
