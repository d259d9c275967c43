"""What pages cost a slow phone when there are many occupations: bytes, height, elements, and the longest task.

    .venv/bin/python -m tools.benchmarks.browser.lists [--size 1000] [--slow 4] [--runs 3]
    .venv/bin/python -m tools.benchmarks.browser.lists --keep FOLDER  # what stands there, made if nothing does

Of each kind of page it visits the heaviest. A task keeps the page from answering. Its milliseconds are those of the
processor, which other work on the machine hardly changes, times `--slow`; the best of several visits counts.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator import links, project
from generator.model.site import Site
from generator.register.entries import list_pages
from tests.browser.chromium import launch
from tests.browser.support import site as sites
from tools import pictures
from tools.benchmarks import build_cost, profiles

WIDTH = 390
CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]
_FRAMES = ("TracingStartedInBrowser", "FrameCommittedInBrowser")
"""Events that say in which processes the page is."""
SETTLED = 1000
"""Milliseconds after which a page has done what it does by itself, and half of it what an act leads to."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1000, help="number of profiles")
    parser.add_argument("--slow", type=int, default=4, help="times by which the processor is slowed down")
    parser.add_argument("--runs", type=int, default=3, help="visits of each page")
    parser.add_argument("--keep", type=Path, help="folder of the made repository")
    parser.add_argument("--only", default="", help="kinds of pages and acts that begin so")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root: Path = options.keep or Path(folder, "repository")
        if not (root / "site").is_dir():
            build(root, options.size)
        with sites.serve(root / "site") as address, sync_playwright() as playwright:
            browser = launch(playwright)
            print(f"{'page':<28}{'bytes':>10}{'px':>10}{'elements':>10}{'task':>10}  heaviest of its kind")
            for kind, path in heaviest(project.load(root).site, root).items():
                if kind.startswith(options.only):
                    size = (root / "site" / path / "index.html").stat().st_size
                    height, elements, task = look(browser, address + path, options)
                    print(f"{kind:<28}{size:>10,}{height:>10,}{elements:>10,}{task:>7,.0f} ms  /{path}", flush=True)
            known = pictures.remember(root / "site")
            for act in ACTS:
                if act.name.startswith(options.only):
                    task = try_out(browser, address + act.path, act, options, known if act.is_known else "")
                    print(f"{act.name:<58}{task:>7,.0f} ms", flush=True)
            browser.close()


def build(root: Path, size: int) -> None:
    """Make a repository of `size` profiles, and its site."""
    root.mkdir(parents=True, exist_ok=True)
    entries = build_cost.make_entries()
    print(f"Building {size:,} profiles.", flush=True)
    build_cost.write_repository(root, size, entries, profiles.WORDS)
    sites.build(root)


def heaviest(site: Site, root: Path) -> dict[str, str]:
    """Kind of page -> the address of the one with the most bytes."""
    found: dict[str, tuple[int, str]] = {}
    for entry in list_pages(site):
        size = (root / "site" / links.published(entry.path)).stat().st_size
        found[entry.kind] = max(found.get(entry.kind, (0, "")), (size, links.address(entry.path)))
    return {kind: path for kind, (_, path) in found.items()}


@contextlib.contextmanager
def visit(browser: Browser) -> Iterator[Page]:
    """A page as wide as a phone, which gets the index of the search as readers do."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 844}, reduced_motion="reduce", extra_http_headers={sites.SEARCHES: "1"}
    )
    context.set_default_timeout(120_000)
    yield context.new_page()
    context.close()


def look(browser: Browser, url: str, options: argparse.Namespace) -> tuple[int, int, float]:
    """Height, elements, and the longest task until the page has settled."""
    tasks = []
    for _ in range(options.runs):
        with visit(browser) as page:
            with watch(browser, page) as found:
                page.goto(url, wait_until="networkidle")
                page.wait_for_timeout(SETTLED)
            tasks.append(max(found) * options.slow)
            height = page.evaluate("document.documentElement.scrollHeight")
            elements = page.evaluate("document.querySelectorAll('*').length")
    return height, elements, min(tasks)


def try_out(browser: Browser, url: str, act: Act, options: argparse.Namespace, init: str) -> float:
    """The longest task that an act leads to, once what goes before has been done; `init` runs before the page does."""
    tasks = []
    for _ in range(options.runs):
        with visit(browser) as page:
            page.add_init_script(init)
            page.goto(url, wait_until="networkidle")
            act.before(page)
            page.wait_for_timeout(SETTLED)
            with watch(browser, page) as found:
                act.do(page)
                page.wait_for_timeout(SETTLED / 2)
            tasks.append(max(found) * options.slow)
    return float(min(tasks))


@contextlib.contextmanager
def watch(browser: Browser, page: Page) -> Iterator[list[float]]:
    """Milliseconds of the processor that each task of the page's main thread takes meanwhile."""
    found: list[float] = []
    browser.start_tracing(page=page, categories=CATEGORIES)
    yield found
    events = json.loads(browser.stop_tracing())["traceEvents"]
    names = {(one["pid"], one["tid"]): one["args"]["name"] for one in events if one["name"] == "thread_name"}
    # Chromium draws parts of its own window as pages, too, in processes of their own.
    told = [one["args"]["data"] for one in events if one["name"] in _FRAMES]
    ours = {frame.get("processId") for data in told for frame in data.get("frames", [data])}
    main = [one for one in events if one["pid"] in ours and names.get((one["pid"], one["tid"])) == "CrRendererMain"]
    found += [float(one.get("tdur", 0)) / 1000 for one in main if one["name"] == "RunTask"]


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


def come_again(page: Page) -> None:
    """Load the page once more."""
    page.reload(wait_until="networkidle")


def wait(_: Page) -> None:
    """Nothing has to be done before."""


LIST = links.address(links.OCCUPATIONS)
MAP = links.address(links.MAP)
RESULTS = links.address(links.RESULTS)
COMPARE = links.address(links.COMPARE)
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
    Act("closer on the map", MAP, lambda page: page.locator("[data-zoom=in]").click()),
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
    Act("plan of a reader", PLAN, come_again, is_known=True),
    Act("letters in the plan", PLAN, lambda page: press(page, *"nur"), begin_an_entry, is_known=True),
    Act(
        "letters in the header's search",
        links.address(links.A_TO_Z),
        lambda page: press(page, *"nurse", on="[data-md-component=search-query]"),
        lambda page: page.locator("label[for=__search]").first.click(),
    ),
)


if __name__ == "__main__":
    main()
