"""What is drawn from what is kept is drawn anew from its absence, on every page and in every tab that is open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import HUB, load_quizzes, make_entry
from tests.browser.keeping.page import PLAN, forget, make_sheet
from tests.browser.site.test_elements import TAGS, find_page
from tests.browser.support.scripts import read_data

# A page's own text and drawing; names that are made anew each time are as good as any.
DRAWN = """() => {
  const article = document.querySelector("article").cloneNode(true);
  for (const one of article.querySelectorAll("*")) {
    const labels = ["aria-describedby", "aria-labelledby", "for"];
    for (const name of [...labels, "id", "data-open", "name", "tabindex", "role", "class"]) one.removeAttribute(name);
    // What takes up no room says nothing.
    if (one.hasAttribute("hidden")) one.setAttribute("hidden", "");
  }
  return article.innerHTML.replace(/\\s+/g, " ").replace(/></g, ">\\n<");
}"""


def settle(page: Page) -> str:
    """What is drawn once no script changes anything any more."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => !document.querySelector(':not(:defined)')")
    seen = [page.evaluate(DRAWN)]
    while len(seen) < 4 or len(set(seen[-4:])) > 1:
        page.wait_for_timeout(150)
        seen.append(page.evaluate(DRAWN))
    return str(seen[-1])


def compare(page: Page, untouched: str) -> list[str]:
    """What is drawn otherwise than on a page of a reader who never was here, once it is not for a while."""
    there = untouched.splitlines()
    for _ in range(20):
        drawn = settle(page).splitlines()
        if drawn == there:
            return []
        page.wait_for_timeout(250)
    return [line for line in drawn if line not in there] + [f"-{line}" for line in there if line not in drawn]


def fill(site: Path) -> dict[str, Any]:
    """Something of all that can be kept."""
    quizzes = load_quizzes(site)
    taken = [make_entry(quiz, name=f"{key}-1") for key, quiz in quizzes.items()]
    again = [make_entry(quiz, "2026-11-01", name=f"{key}-2") for key, quiz in quizzes.items()]
    for entry in again:
        entry["answers"] = {item: 6 - step if step < 6 else 1 for item, step in entry["answers"].items()}
        entry["answers"] = {item: min(step, quizzes[entry["quiz"]]["steps"]) for item, step in entry["answers"].items()}
    sheets = [sheet["key"] for sheet in read_data(site, "plan")["sheets"]]
    star = {"id": "own", "kind": "occupation", "text": "Midwife", "slug": "midwife", "made": "2026-11-01", "changed": 1}
    return {
        "results": {"entries": [*taken, *again]},
        "plan": {"items": [*PLAN, {**star, "revision": 0}]},
        **{f"sheet.{key}": {"entries": [make_sheet(f"entry-{key}", words="words")]} for key in sheets},
        "fit": {"levels": [1, 2, 3], "weights": {"interests": 0.4}},
        "dismissed": {"occupations": {"plumber": "Plumber"}, "fields": {}},
    }


def put(page: Page, site: Path) -> None:
    """Lay all of that on the device."""
    for name, value in fill(site).items():
        page.evaluate("([name, text]) => kept.put(name, text)", [name, json.dumps({"v": 1, **value})])


def test_what_is_forgotten_is_gone_from_every_page_that_is_open(open_page: Open, site: Path, base: str) -> None:
    paths = sorted({find_page(tag, site) for tag in TAGS if tag != "career-keeping"} - {HUB})
    page = open_page(HUB)
    tabs = {path: page.context.new_page() for path in paths}
    for path, tab in tabs.items():
        tab.goto(base + path)
    untouched = {path: settle(tab) for path, tab in tabs.items()}
    put(page, site)
    for tab in tabs.values():
        tab.reload()
    filled = {path: settle(tab) for path, tab in tabs.items()}
    # These show what is kept.
    assert {path for path in paths if filled[path] != untouched[path]} >= {
        "plan/",
        "quiz/results/",
        "plan/booklet/",
    } & set(paths)
    page.reload()
    forget(page)
    left = {path: compare(tab, untouched[path]) for path, tab in tabs.items()}
    assert {path: lines for path, lines in left.items() if lines} == {}
    # A page that the browser had set aside hears of nothing before it is back.
    plan = tabs.pop("plan/")
    for tab in tabs.values():
        tab.close()
    put(plan, site)
    plan.reload()
    assert settle(plan) != untouched["plan/"]
    plan.evaluate(
        """() => {
          for (const key of Object.keys(localStorage)) if (key.startsWith("careers ")) localStorage.removeItem(key);
          dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
        }"""
    )
    assert compare(plan, untouched["plan/"]) == []
