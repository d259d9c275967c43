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
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator import links, project
from generator.model.site import Site
from generator.register.entries import list_pages
from tests.browser.chromium import launch
from tests.browser.support import site as sites
from tools import pictures
from tools.benchmarks import build_cost, profiles
from tools.benchmarks.browser.acts import ACTS, Act

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
            heads = "".join(f"{head:>10}" for head in ("bytes", "px", "elements", "task", "workers"))
            print(f"{'page':<28}{heads}  heaviest of its kind")
            for kind, path in heaviest(project.load(root).site, root).items():
                if kind.startswith(options.only):
                    size = (root / "site" / path / "index.html").stat().st_size
                    height, elements, task, work = look(browser, address + path, options)
                    print(
                        f"{kind:<28}{size:>10,}{height:>10,}{elements:>10,}{task:>7,.0f} ms{work:>7,.0f} ms  /{path}",
                        flush=True,
                    )
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


def look(browser: Browser, url: str, options: argparse.Namespace) -> tuple[int, int, float, float]:
    """Height, elements, the longest task until the page has settled, and what its workers took together."""
    tasks, work = [], []
    for _ in range(options.runs):
        with visit(browser) as page:
            with watch(browser, page) as found:
                page.goto(url, wait_until="networkidle")
                page.wait_for_timeout(SETTLED)
            tasks.append(max(found.page) * options.slow)
            work.append(sum(found.workers) * options.slow)
            height = page.evaluate("document.documentElement.scrollHeight")
            elements = page.evaluate("document.querySelectorAll('*').length")
    return height, elements, min(tasks), min(work)


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
            tasks.append(max(found.page) * options.slow)
    return float(min(tasks))


@dataclass
class Tasks:
    """Milliseconds of the processor that each took, of the page's main thread and of its workers, as the search has."""

    page: list[float] = field(default_factory=list)
    workers: list[float] = field(default_factory=list)


@contextlib.contextmanager
def watch(browser: Browser, page: Page) -> Iterator[Tasks]:
    """What runs meanwhile."""
    found = Tasks()
    browser.start_tracing(page=page, categories=CATEGORIES)
    yield found
    events = json.loads(browser.stop_tracing())["traceEvents"]
    names = {(one["pid"], one["tid"]): one["args"]["name"] for one in events if one["name"] == "thread_name"}
    # Chromium draws parts of its own window as pages, too, in processes of their own.
    told = [one["args"]["data"] for one in events if one["name"] in _FRAMES]
    ours = {frame.get("processId") for data in told for frame in data.get("frames", [data])}
    threads = {"CrRendererMain": found.page, "DedicatedWorker thread": found.workers}
    for one in events:
        thread = threads.get(names.get((one["pid"], one["tid"]), ""))
        if thread is not None and one["pid"] in ours and one["name"] == "RunTask":
            thread.append(float(one.get("tdur", 0)) / 1000)


if __name__ == "__main__":
    main()
