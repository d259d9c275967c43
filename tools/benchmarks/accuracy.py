"""How often the interest assessment finds what it should, with simulated people: writes content/simulation.yml.

    .venv/bin/python -m tools.benchmarks.accuracy --facts FOLDER [--people 4] [--limit N] [--made DATE] [--out FILE]

Reads `onet_all.csv` in FOLDER: a row an occupation with its O*NET code, title, job zone (1-5) and interests
`oi_r` ... `oi_c` (1-7). The people and all they do stand in accuracy.js, which runs in Chromium with the site's own
scoring modules; counting.py counts their results. Shares go from 0 to 1. The same arguments give the same numbers.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, Route, sync_playwright

from tests.browser.chromium import launch
from tools.benchmarks.counting import (
    SCOPES,
    TOPS,
    average,
    compare_days,
    count_bands,
    count_flat,
    find_missing,
    find_shares,
    list_firsts,
    list_named,
    share,
)

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "templates/theme/assets/careers"
OUT = ROOT / "content/simulation.yml"
ADDRESS = "http://localhost/"

RELEASE = "O*NET 30.2 (interests), O*NET 30.1 (levels of preparation)"
SEED = 2026

# Nobody knows how people spread around the profile of their occupation on these items, so the numbers are chosen. A
# worker's interests are milder than the profile, which describes the work and not a person (compression); some like
# everything a little more (elevation); and each differs from colleagues (deviation). The noise of an answer came last,
# so that ten items have an alpha of .85 to .9, as published scales of about that length have. Since results depend most
# on the deviation, the ranking is repeated with people who differ twice as much.
COMPRESSION = 0.6
ELEVATION = 0.4
DEVIATION = 0.5
OTHER_DEVIATION = 1.0
NOISE = 1.0
FLAT_PEOPLE = 2000
BANDED = 300

FORMS = {"quick": 5, "full": 10}
METHODS = ("correlation", "distance", "letters")
CHUNK = 100

Row = dict[str, str]
Call = Callable[..., Any]


def main() -> None:
    """Simulate, and write what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--facts", type=Path, required=True, help="folder of the facts files")
    parser.add_argument("--people", type=int, default=4, help="simulated people for each occupation")
    parser.add_argument("--limit", type=int, help="only so many occupations, spread over the list, for a quick look")
    parser.add_argument("--flat-people", type=int, default=FLAT_PEOPLE, help="simulated people without any direction")
    parser.add_argument("--banded", type=int, default=BANDED, help="people whose bands are worked out, spread over all")
    parser.add_argument("--made", type=datetime.date.fromisoformat, default=datetime.date.today(), help="day to state")
    parser.add_argument("--out", type=Path, default=OUT, help="file to write")
    options = parser.parse_args()
    rows = read_occupations(options.facts, options.limit)
    parameters = {
        "seed": SEED,
        "people": options.people,
        "compression": COMPRESSION,
        "elevation": ELEVATION,
        "deviation": DEVIATION,
        "other_deviation": OTHER_DEVIATION,
        "noise": NOISE,
        "flat_people": options.flat_people,
        "banded": min(options.banded, options.people * len(rows)),
    }
    head = {"made": options.made, "release": RELEASE, "occupations": len(rows)}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        found = simulate(make_call(browser.new_page()), rows, parameters)
        browser.close()
    text = yaml.safe_dump(head | {"parameters": parameters} | found, sort_keys=False, allow_unicode=True, width=110)
    options.out.write_text("# Made by tools/benchmarks/accuracy.py; do not edit.\n" + text, encoding="utf-8")
    print(text)


def read_occupations(facts: Path, limit: int | None) -> list[Row]:
    """The rows of onet_all.csv, or `limit` of them at even distances."""
    with (facts / "onet_all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return rows if limit is None else [rows[at] for at in spread(len(rows), limit)]


def spread(count: int, wanted: int) -> list[int]:
    """`wanted` places at even distances among `count`."""
    wanted = min(wanted, count)
    return [at * count // wanted for at in range(wanted)]


def make_call(page: Page) -> Call:
    """Calls a function of accuracy.js by name with JSON arguments."""

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path:
            script = Path(__file__).with_name(path) if path == "accuracy.js" else SCRIPTS / path
            route.fulfill(body=script.read_text(encoding="utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page.route("**/*", serve)
    page.goto(ADDRESS)
    script = "async ([name, values]) => (await import('/accuracy.js'))[name](...values)"
    return lambda name, *values: page.evaluate(script, [name, list(values)])


def simulate(call: Call, rows: Sequence[Row], parameters: dict[str, Any]) -> dict[str, Any]:
    """All that is measured, as content/simulation.yml has it."""
    rated = [{"profile": [float(row[f"oi_{s}"]) for s in "riasec"], "level": int(row["job_zone"])} for row in rows]
    call("begin", rated, parameters)
    count = call("invite", parameters["deviation"])
    places = spread(count, parameters["banded"])
    ranked = {form: rank_people(call, form, count) for form in FORMS}
    forms = {form: measure(call, form, ranked[form], places) for form in FORMS}
    missed = {f"never_first_{scope}": find_missing(rows, list_firsts(ranked["full"], scope)) for scope in SCOPES}
    times = Counter(list_firsts(ranked["full"], "all"))
    ideal = gather("profiles as answers", len(rows), lambda a, b: call("nameIdeal", a, b), chunk=20)
    missed |= {f"never_named_{scope}": find_missing(rows, list_named(ideal, scope)) for scope in SCOPES}
    false = gather("flat people", parameters["flat_people"], lambda a, b: [call("countFalse", b - a)])
    call("invite", parameters["other_deviation"])
    others = {form: rank_people(call, form, count) for form in FORMS}
    for form, numbers in forms.items():
        numbers["false_lists"] = share(sum(part[form] for part in false), parameters["flat_people"])
        numbers["other_told_flat"] = count_flat(others[form])
        numbers["other_found"] = find_shares(others[form], "correlation")
    sizes = [person["size"] for person in ranked["full"]]
    return {
        "respondents": count,
        "likeness": average(person["likeness"] for person in ranked["full"]),
        "other_likeness": average(person["likeness"] for person in others["full"]),
        "chance": {
            **{f"all_{top}": share(min(top, len(rows)), len(rows)) for top in TOPS},
            **{f"level_{top}": average(min(1, top / size) for size in sizes) for top in TOPS},
        },
        "forms": forms,
        "fewest_lists": min(times[at] for at in range(len(rows))),
        "most_lists": max(times.values()),
        "missed": missed,
    }


def rank_people(call: Call, form: str, count: int) -> list[dict[str, Any]]:
    """Where each person's own occupation comes, on two days."""
    return gather(f"{form}: ranking", count, lambda a, b: call("rankAll", form, a, b))


def measure(call: Call, form: str, ranked: Sequence[dict[str, Any]], places: Sequence[int]) -> dict[str, Any]:
    """One form's numbers; bands are those of the people at `places`."""
    banded = gather(f"{form}: bands", len(places), lambda a, b: call("nameAll", form, places[a:b]), chunk=10)
    reliability = call("findReliability", form)
    return {
        "items": FORMS[form],
        "alpha": round(reliability["alpha"], 4),
        "retest_r": round(reliability["retest"], 4),
        "told_flat": count_flat(ranked),
        "found": {method: find_shares(ranked, method) for method in METHODS},
        "retest": compare_days(ranked),
        "bands": {scope: count_bands(banded, [ranked[at] for at in places], scope) for scope in SCOPES},
    }


def gather(what: str, count: int, run: Callable[[int, int], list[Any]], chunk: int = CHUNK) -> list[Any]:
    """What `run` returns for each stretch of `count`; on a screen, a line says how far it is."""
    start = time.perf_counter()
    found = []
    for begin in range(0, count, chunk):
        end = min(begin + chunk, count)
        found += run(begin, end)
        if sys.stdout.isatty():
            print(f"\r{what}: {end} of {count}", end="\r", flush=True)
    print(f"{what}: {count} in {time.perf_counter() - start:.0f} s", flush=True)
    return found


if __name__ == "__main__":
    main()
