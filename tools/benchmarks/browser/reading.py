"""What a reader of some weeks meets on each kind of page of the built site, on a phone with a slow processor.

    .venv/bin/careers build && .venv/bin/python -m tools.benchmarks.browser.reading [--slow 4] [--only KIND]

Of each kind it opens the heaviest page, 390 pixels wide, with results and a plan on the device, and prints a table in
Markdown: how many screens of 844 pixels it is long, by how much it shifts by itself (CLS; good is below 0.05), when its
own part stands there, in multiples of the moment when anything does (FCP), and the bytes of its HTML, gzipped. Judges
nothing; ratios depend on the machine, so compare runs of one machine.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator import project
from tests.browser.chromium import launch
from tests.browser.support import site as sites
from tests.browser.support.shifting import SHIFTS
from tests.browser.support.weighing import gzipped
from tools import pictures
from tools.benchmarks.browser import lists, pages

ROOT = Path(__file__).parents[3]
HEIGHT = 844
TOLD = """() => [document.documentElement.scrollHeight / innerHeight, window.shifted,
  window.own / performance.getEntriesByName("first-contentful-paint")[0].startTime]"""


def measure(browser: Browser, url: str, init: str, slow: float) -> tuple[float, float, float]:
    """Screens, shift and when its own part stands there, 0 where it has none."""
    context = browser.new_context(viewport={"width": lists.WIDTH, "height": HEIGHT}, reduced_motion="reduce")
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.add_init_script(init + SHIFTS + pages.OWN)
    page.goto(url, wait_until="networkidle")
    page.evaluate(pages.DRAWN)
    page.wait_for_timeout(lists.SETTLED)
    screens, shift, own = page.evaluate(TOLD)
    context.close()
    return screens, shift, own


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slow", type=float, default=4, help="times by which the processor is slowed down")
    parser.add_argument("--only", default="", help="kinds of pages that begin so")
    options = parser.parse_args()
    site = ROOT / "site"
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} for {os.cpu_count()} processors.\n")
    print(
        "| kind of page | screens | shift | own part, times FCP | bytes of HTML |\n| --- | ---: | ---: | ---: | ---: |"
    )
    with sites.serve(site) as base, sync_playwright() as playwright:
        browser = launch(playwright)
        init = pictures.remember(site)
        for kind, path in lists.heaviest(project.load(ROOT).site, ROOT).items():
            if kind.startswith(options.only):
                screens, shift, own = measure(browser, base + path, init, options.slow)
                size = gzipped((site / path / "index.html").read_bytes())
                print(
                    f"| {kind} | {screens:.1f} | {shift:.3f} | {f'{own:.1f}' if own else ''} | {size:,} |", flush=True
                )
        browser.close()


if __name__ == "__main__":
    main()
