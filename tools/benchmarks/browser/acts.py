"""What a reader does on pages that hold many occupations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from generator import links


def press(page: Page, *keys: str, on: str = "") -> None:
    """Press keys one after the other, as fast as people type; first the focus goes to the part `on`."""
    if on:
        page.focus(on)
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(150)


def show_filters(page: Page) -> None:
    """Open the filters, which a phone shows closed, and go to the first of the interests."""
    page.locator("[data-panel]").evaluate("panel => panel.open = true")
    page.focus("[data-facet=interest]")


def open_settings(page: Page) -> None:
    """Open what folds up on the results page, and go to the first level of preparation."""
    page.locator("[data-sure], [data-sure] details").evaluate_all(
        "folds => folds.forEach((fold) => (fold.open = true))"
    )
    page.focus("[data-levels] input")


def begin_an_entry(page: Page) -> None:
    """Open the first form of the plan."""
    page.locator("career-plan [data-add] >> visible=true").first.click()
    page.locator("career-plan form input >> visible=true").first.focus()


def begin_a_quiz(page: Page) -> None:
    """Go to the first question of all."""
    page.locator("career-quiz button[data-form] >> visible=true").last.click()
    page.locator("career-quiz [data-item] input >> visible=true").first.focus()


def come_again(page: Page) -> None:
    """Load the page once more."""
    page.reload(wait_until="networkidle")


def wait(_: Page) -> None:
    """Nothing has to be done before."""


LIST = links.address(links.OCCUPATIONS)
MAP = links.address(links.MAP)
RESULTS = links.address(links.RESULTS)
COMPARE = links.address(links.COMPARE)
QUIZ = links.address(links.quiz("interests"))
PLAN = links.address(links.PLAN)


@dataclass(frozen=True)
class Act:
    """What a reader does on a page."""

    name: str
    path: str
    do: Callable[[Page], object]
    before: Callable[[Page], object] = wait
    is_known: bool = False
    """Whether the reader has a result and a plan."""


ACTS = (
    Act("first letter in the finder", LIST, lambda page: press(page, "n"), lambda page: page.focus("[data-input]")),
    Act(
        "further letters in the finder",
        LIST,
        lambda page: press(page, *"urse aid"),
        lambda page: press(page, "n", on="[data-input]"),
    ),
    Act("tick in the filters", LIST, lambda page: press(page, "Space", "Tab", "Space", "Space"), show_filters),
    Act("order by pay", LIST, lambda page: page.locator("[data-sort]").select_option("pay")),
    Act(
        "table instead of cards",
        f"{LIST}#show1&sort=pay",
        lambda page: page.locator("[data-view-as][value=table]").check(force=True),
    ),
    Act("more of the list", f"{LIST}#show1&sort=pay", lambda page: page.locator("[data-more]").click()),
    Act("picture of all", LIST, lambda page: page.locator("[data-view-as][value=picture]").check(force=True)),
    Act(
        "tick beside the picture",
        f"{LIST}#show1&view=picture",
        lambda page: press(page, "Space", "Tab", "Space"),
        show_filters,
    ),
    Act(
        "arrow keys in the picture",
        f"{LIST}#show1&view=picture",
        lambda page: press(page, *["ArrowRight"] * 3, "ArrowUp"),
        lambda page: page.focus("[data-marker]"),
    ),
    Act("closer on the map", MAP, lambda page: press(page, "Enter", on="[data-zoom=in]")),
    Act("one field on the map", MAP, lambda page: page.locator("[data-highlight]").select_option(index=1)),
    Act(
        "arrow keys on the map",
        MAP,
        lambda page: press(page, *["ArrowRight"] * 3, "+", "ArrowUp"),
        lambda page: page.focus("[data-picture] a"),
    ),
    Act("results of a reader", RESULTS, come_again, is_known=True),
    Act("tick of a level in results", RESULTS, lambda page: press(page, "Space"), open_settings, is_known=True),
    Act(
        "weight in results",
        RESULTS,
        lambda page: press(page, "ArrowLeft", "ArrowLeft", on="[data-weights] input:not(:disabled)"),
        open_settings,
        is_known=True,
    ),
    Act(
        "letters in results' search", RESULTS, lambda page: press(page, *"nur", on="[data-lookup-title]"), is_known=True
    ),
    Act("list for a reader", LIST, come_again, is_known=True),
    Act("map for a reader", MAP, come_again, is_known=True),
    Act("letters in the comparison", COMPARE, lambda page: press(page, *"nur", on="[data-title]"), is_known=True),
    Act("answers in a quiz", QUIZ, lambda page: press(page, "3", "2", "1"), begin_a_quiz),
    Act("plan of a reader", PLAN, come_again, is_known=True),
    Act("letters in the plan", PLAN, lambda page: press(page, *"nur"), begin_an_entry, is_known=True),
    Act(
        "letters in the header's search",
        links.address(links.A_TO_Z),
        lambda page: press(page, *"nurse", on="[data-md-component=search-query]"),
        lambda page: page.locator("label[for=__search]").first.click(),
    ),
)
