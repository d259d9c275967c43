"""Where nothing can be saved, each page that writes says so, in one sentence beside what was done."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.fit.test_fit import Results
from tests.browser.fit.test_fit import results as results
from tests.browser.hub.test_hub import HUB
from tests.browser.results.test_dismissing import dismiss
from tests.browser.results.test_results import RESULTS, ready
from tests.browser.site.test_elements import SCRIPTS, find_page
from tests.browser.support.words import words

# All the room that a browser gives, up to the last letters.
BRIM = """for (let size = 2 ** 22; size >= 1; size /= 2) {
  try {
    for (;;) localStorage.setItem(`brim ${localStorage.length}`, "x".repeat(size));
  } catch {}
}"""
# What of kept/ writes, as elements call it.
WRITERS = {
    *("write", "addItem", "changeItem", "keepItem", "moveItem", "removeItem", "keepValue", "removeEntry"),
    *("save", "finish", "changeDismissed", "changeSettings", "keepRecord", "addRecords", "dropRecord", "forgetAll"),
    *("forgetUnreadable", "merge", "reunite", "replace", "remember", "followRenames", "keepHanded"),
}
# What puts aside what it cannot read, or looks whether anything may be written, is no writing of a reader's.
READERS = {"ask", "isAllowed", "isOpen", "putText", "read", "setAside", "takeOver", "tryAgain"}
# The unit and the country in which pay is told hold for the page all the same, and nobody would miss them.
SLIGHT = {"compare", "pay"}
_FUNCTION = re.compile(
    r"^(?P<out>export )?(?:async )?(?:function\*? (?P<name>\w+)|const (?P<short>\w+) =)"
    r"(?P<body>.*?)(?=^(?:export )?(?:async )?(?:function|const|class|let) |\Z)",
    re.MULTILINE | re.DOTALL,
)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "[./]*/kept/', re.MULTILINE)


def answer(page: Page) -> None:
    page.locator("career-quiz button[data-form=quick]").click()
    page.locator("career-quiz [data-item]:visible [type=radio]").first.check(force=True)


def begin(page: Page) -> None:
    expect(page.locator("career-first [data-progress]")).to_have_text(words("first.progress", page=1, pages=6))
    page.locator("career-first [data-item]:visible [data-value]:visible").first.click()


def fill_in(page: Page) -> None:
    page.evaluate("document.querySelectorAll('article details').forEach(fold => { fold.open = true; })")
    page.locator("career-sheet textarea:visible").first.press_sequentially("word")


def write(page: Page) -> None:
    page.get_by_role("button", name=words("contribute.empty"), exact=True).press("Enter")
    page.locator("#guide-title").fill("Pastry chef")
    page.locator("#guide-title").press("Tab")


def weigh(page: Page) -> None:
    page.locator("[data-weights] input").first.evaluate(
        "slider => { slider.value = 1; slider.dispatchEvent(new Event('input', {bubbles: true})); }"
    )


def take_off(page: Page) -> None:
    dismiss(page, "occupations")


def reload(page: Page) -> None:
    # What is taken over from before, at first, leaves a little room.
    page.reload()


def press(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).first.click()


CASES: dict[str, tuple[str, Callable[[Page], None], str, str]] = {
    # Element, and what of it -> page, what is done, where it is said, and the key of the sentence.
    "quiz": ("quiz/interests/", answer, "[data-unsaved]", "quiz.start.unsaved"),
    "first": ("", begin, "[data-unsaved]", "quiz.start.unsaved"),
    "results weight": (RESULTS, weigh, "[data-unsaved]", "quiz.start.unsaved"),
    "results dismiss": (RESULTS, take_off, "[data-unsaved]", "quiz.start.unsaved"),
    "results save": (RESULTS, press("[data-saving] button"), "[role=status]", "adding.unsaved"),
    "plan": ("plan/", reload, "[data-unsaved]", "plan.unsaved"),
    "hub": (HUB, reload, "[data-forbidden]", "hub.forbidden"),
    "keeping": ("plan/", reload, "[data-forbidden]", "keep.forbidden"),
    "sheet": ("career-sheet", fill_in, "[data-unkept]", "sheet.unsaved"),
    "adding": ("occupations/midwife/", press(".cg-adding__button"), "[role=status]", "adding.unsaved"),
    "explorer": (
        "occupations/#show1&interest=realistic",
        press("[data-cards] [data-save]"),
        "[data-tray-status]",
        "adding.unsaved",
    ),
    "contribute": ("contribute/", write, "[data-saved]", "contributing.not_saved"),
}


def test_every_function_that_writes_is_listed() -> None:
    bodies: dict[str, str] = {}
    exported = set()
    for path in (SCRIPTS / "kept").rglob("*.js"):
        for match in _FUNCTION.finditer(re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)):
            name = match["name"] or match["short"]
            bodies[name] = bodies.get(name, "") + match["body"]
            exported |= {name} if match["out"] else set()
    writing = {"putText"}
    while more := {
        name
        for name, body in bodies.items()
        if name not in writing | READERS and re.search(rf"\b(?:{'|'.join(writing)})\(", body)
    }:
        writing |= more
    assert writing & exported - READERS == WRITERS


def test_every_element_that_writes_is_listed() -> None:
    writing = set()
    for path in (SCRIPTS / "elements").rglob("*.js"):
        taken = {
            name.strip() for names in _IMPORT.findall(path.read_text(encoding="utf-8")) for name in names.split(",")
        }
        if taken & WRITERS:
            writing.add(path.relative_to(SCRIPTS / "elements").parts[0])
    assert writing >= {"quiz", "plan"}
    assert writing - {name.split()[0] for name in CASES} - SLIGHT == set()


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_be_saved_is_said_where_it_is_done(
    open_page: Open, site: Path, results: Results, name: str
) -> None:
    path, act, place, key = CASES[name]
    taken = "" if name == "first" else results.interests().values().init
    page = open_page(find_page(path, site) if path.startswith("career-") else path, init=taken + BRIM)
    if path == RESULTS:
        ready(page)
    act(page)
    told: Locator = page.locator(f"career-{name.split()[0]} {place}").filter(has_text=words(key))
    expect(told.first).to_be_visible()
