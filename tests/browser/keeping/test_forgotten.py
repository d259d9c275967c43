"""What is drawn from what is kept is drawn anew from its absence, on every page and in every tab that is open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import HUB, answer_all, load_quizzes, make_entry
from tests.browser.keeping.page import KEPT, PLAN, forget, make_sheet
from tests.browser.site.test_elements import TAGS, find_page
from tests.browser.support.scripts import read_data

# A page's own text and drawing; names that are made anew each time are as good as any.
DRAWN = """() => {
  const article = document.querySelector("article").cloneNode(true);
  for (const one of article.querySelectorAll("*")) {
    const labels = ["aria-describedby", "aria-labelledby", "for", "data-told"];
    for (const name of [...labels, "id", "data-open", "name", "tabindex", "role", "class"]) one.removeAttribute(name);
    // What takes up no room says nothing.
    if (one.hasAttribute("hidden")) one.setAttribute("hidden", "");
  }
  return article.innerHTML.replace(/\\s+/g, " ").replace(/></g, ">\\n<");
}"""


def settle(tabs: dict[str, Page]) -> dict[str, str]:
    """What is drawn on each page once no script changes anything on any of them any more."""
    for tab in tabs.values():
        tab.wait_for_load_state("networkidle")
        tab.wait_for_function("() => !document.querySelector(':not(:defined)')")
    seen: list[dict[str, str]] = []
    while len(seen) < 4 or any(one != seen[-1] for one in seen[-4:]):
        seen.append({path: str(tab.evaluate(DRAWN)) for path, tab in tabs.items()})
        next(iter(tabs.values())).wait_for_timeout(100)
    return seen[-1]


def compare(tabs: dict[str, Page], untouched: dict[str, str]) -> dict[str, list[str]]:
    """What is drawn otherwise than on pages of a reader who never was here."""
    odd = {}
    for path, drawn in settle(tabs).items():
        here, there = drawn.splitlines(), untouched[path].splitlines()
        if here != there:
            odd[path] = [line for line in here if line not in there]
            odd[path] += [f"-{line}" for line in there if line not in here]
    return odd


def fill(site: Path) -> dict[str, Any]:
    """Something of all that can be kept."""
    quizzes = load_quizzes(site)
    taken = [make_entry(quiz, name=f"{key}-1") for key, quiz in quizzes.items()]
    again = [make_entry(quiz, "2026-11-01", name=f"{key}-2") for key, quiz in quizzes.items()]
    for entry in again:
        entry["answers"] = {item: 6 - step if step < 6 else 1 for item, step in entry["answers"].items()}
        entry["answers"] = {item: min(step, quizzes[entry["quiz"]]["steps"]) for item, step in entry["answers"].items()}
    sheets = [sheet["key"] for sheet in read_data(site, "plan")["sheets"]]
    some = dict(list(answer_all(quizzes["values"]).items())[:4])
    star = {"id": "own", "kind": "occupation", "text": "Midwife", "slug": "midwife", "made": "2026-11-01", "changed": 1}
    return {
        "results": {"entries": [*taken, *again]},
        "plan": {"items": [*PLAN, {**star, "revision": 0}]},
        **{f"sheet.{key}": {"entries": [make_sheet(f"entry-{key}", words="words")]} for key in sheets},
        "fit": {"levels": [1, 2, 3], "weights": {"interests": 0.4}, "unit": "hour", "country": "GB"},
        "quiz.values": {"id": "half", "form": "full", "done": None, "answers": some},
        "draft.new": {"slug": "", "number": 0, "isCorrection": False, "fields": {"title": "Smith"}, "changed": 1},
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
        tab.goto(base + path, wait_until="commit")
    untouched = settle(tabs)
    put(page, site)
    for tab in tabs.values():
        tab.reload(wait_until="commit")
    filled = settle(tabs)
    # These show what is kept.
    assert {path for path in paths if filled[path] != untouched[path]} >= {
        "plan/",
        "quiz/results/",
        "plan/booklet/",
    } & set(paths)
    page.reload()
    forget(page)
    assert compare(tabs, untouched) == {}
    # None of them has written anything from its memory.
    assert page.evaluate(KEPT) == {}
    # A page that the browser had set aside hears of nothing before it is back.
    plan = tabs.pop("plan/")
    for tab in tabs.values():
        tab.close()
    put(plan, site)
    plan.reload()
    assert settle({"plan/": plan}) != {"plan/": untouched["plan/"]}
    plan.evaluate(
        """() => {
          for (const key of Object.keys(localStorage)) if (key.startsWith("careers ")) localStorage.removeItem(key);
          dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
        }"""
    )
    assert compare({"plan/": plan}, untouched) == {}
