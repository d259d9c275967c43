"""How fair the match of interests is to simulated people: writes content/simulation.yml.

    .venv/bin/python -m tools.benchmarks.fairness [--project FOLDER] [--people 16] [--limit N] [--out FILE]

Reads the tables of the project: ratings, levels of preparation and jobs of every occupation, and the norms of people.
The people and all they do stand in people.js, which runs in Chromium with the site's own scoring modules; counting.py
counts their results. Shares go from 0 to 1. The same arguments give the same numbers.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, Route, sync_playwright

from generator.model.simulation import Simulation
from tests.browser.chromium import launch
from tools.benchmarks.fairness.bars import find_broken
from tools.benchmarks.fairness.rated import read_norms, read_occupations
from tools.benchmarks.fairness.worlds import Call, simulate, spread

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = ROOT / "templates/theme/assets/careers"
ADDRESS = "http://localhost/"
SEED = 2026

# How far people differ from others in their occupation is not known, so results are shown for two kinds of people: r of
# interests and work over all of them, in standard deviations. Some like everything a little more (elevation). The noise
# of an answer came last, so that ten items have an alpha of about .85 to .9, as published scales of that length have.
LIKENESS = 0.6
OTHER_LIKENESS = 0.45
ELEVATION = 0.4
NOISE = 1.0
FLAT_PEOPLE = 2000
BANDED = 200


def main() -> int:
    """Simulate, and write what was found; 1 where a bar does not hold for all occupations."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--project", type=Path, default=ROOT, help="folder of the site")
    parser.add_argument("--people", type=int, default=16, help="simulated people for each occupation")
    parser.add_argument("--limit", type=int, help="only so many occupations, spread over the list, for a quick look")
    parser.add_argument("--flat-people", type=int, default=FLAT_PEOPLE, help="simulated people without any direction")
    parser.add_argument("--banded", type=int, default=BANDED, help="people whose bands are worked out, spread over all")
    parser.add_argument("--made", type=datetime.date.fromisoformat, default=datetime.date.today(), help="day to state")
    parser.add_argument("--out", type=Path, help="file to write; else the project's own")
    options = parser.parse_args()
    rated, sources = read_occupations(options.project)
    rated = [rated[at] for at in spread(len(rated), options.limit or len(rated))]
    parameters = {
        "seed": SEED,
        "people": options.people,
        "likeness": LIKENESS,
        "other_likeness": OTHER_LIKENESS,
        "elevation": ELEVATION,
        "noise": NOISE,
        "flat_people": options.flat_people,
        "banded": min(options.banded, options.people * len(rated)),
    }
    head = {"made": options.made, "sources": sources, "occupations": len(rated)}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        found = simulate(make_call(browser.new_page()), rated, parameters, read_norms(options.project))
        browser.close()
    made = head | {"parameters": parameters} | found
    text = yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=110)
    out = options.out or options.project / "content/simulation.yml"
    out.write_text("# Made by tools/benchmarks/fairness/; do not edit.\n" + text, encoding="utf-8")
    print_table(found)
    broken = list(find_broken(Simulation.model_validate(made)))
    print("\n".join(broken) or "All bars hold.")
    return int(bool(broken) and not options.limit)


def make_call(page: Page, name: str = "people.js") -> Call:
    """Calls a function of a script beside this one by name with JSON arguments."""

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path:
            # Those of the site lie in rooms.
            script = SCRIPTS / path if "/" in path else Path(__file__).with_name(path)
            route.fulfill(body=script.read_text(encoding="utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page.route("**/*", serve)
    if page.url != ADDRESS:
        page.goto(ADDRESS)
    script = "async ([file, name, values]) => (await import(`/${file}`))[name](...values)"
    return lambda called, *values: page.evaluate(script, [name, called, list(values)])


def print_table(found: Mapping[str, Any]) -> None:
    """A line for each world and way to rank: found among the first 10, median place, and who is shown what."""
    for world in found["worlds"]:
        print(f"world {world['world']:g}")
        for method, one in world["methods"].items():
            sees = " ".join(f"{scale[0].upper()} {value:.2f}" for scale, value in one["sees"].items())
            print(
                f"  {method:11} {one['found']['all_10']:.3f} {one['found']['all_25']:.3f}  median {one['median']:5.1f}"
                f"  never {one['never']:.3f}  most {one['most']:.3f}  {sees}"
            )
    print("limits", found["limits"])


if __name__ == "__main__":
    sys.exit(main())
