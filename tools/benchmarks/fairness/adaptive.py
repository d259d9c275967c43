"""Whether it helps to choose the items of the second half where letters are tied; prints a table, and writes nothing.

    .venv/bin/python -m tools.benchmarks.fairness.adaptive [--project FOLDER] [--people 4]

The people are those of the simulation. A margin is one standard error of the difference, of the same people.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tools.benchmarks.fairness.__main__ import ELEVATION, LIKENESS, NOISE, ROOT, SEED, make_call
from tools.benchmarks.fairness.rated import read_norms, read_occupations
from tools.benchmarks.fairness.worlds import WORLDS, Call, gather

MORE = (6, 12, 18, 24)
"""Items that are asked besides the thirty of the quick form."""
TOPS = (10, 25)


def find(place: tuple[int, int], top: int) -> float:
    """How likely one is among the first, where those that share a place come in a random order."""
    before, tied = place
    return min(1.0, max(0.0, (top - before) / tied))


def rank_people(ask: Call, way: str, more: int, count: int) -> list[tuple[int, int]]:
    """Where each person's own occupation comes."""
    return gather(f"{way}, {more} more", count, lambda a, b: ask("rankMore", way, more, a, b))


def compare(even: Sequence[tuple[int, int]], tied: Sequence[tuple[int, int]], top: int) -> str:
    """How often it is among the first, both ways, and how sure the difference is."""
    pairs = [(find(one, top), find(other, top)) for one, other in zip(even, tied, strict=True)]
    gained = [after - before for before, after in pairs]
    margin = statistics.pstdev(gained) / len(gained) ** 0.5
    first, second = (statistics.fmean(column) for column in zip(*pairs, strict=True))
    return f"first {top}: even {first:.4f}, tied {second:.4f}, {second - first:+.4f} ± {margin:.4f}"


def main() -> None:
    """Ask all people both ways."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--project", type=Path, default=ROOT, help="folder of the site")
    parser.add_argument("--people", type=int, default=4, help="simulated people for each occupation")
    options = parser.parse_args()
    rated, _ = read_occupations(options.project)
    parameters = {"seed": SEED, "people": options.people, "elevation": ELEVATION, "noise": NOISE}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        call = make_call(browser.new_page(), "people.js")
        ask = make_call(browser.contexts[0].pages[0], "adaptive.js")
        profiles = [{"profile": one.profile, "level": one.level} for one in rated]
        call("begin", profiles, parameters, read_norms(options.project))
        for world in WORLDS:
            count = call("invite", world, LIKENESS)
            for more in MORE:
                even, tied = (rank_people(ask, way, more, count) for way in ("even", "tied"))
                told = "; ".join(compare(even, tied, top) for top in TOPS)
                print(f"world {world:g}, {30 + more} items: {told}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
