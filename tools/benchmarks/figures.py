"""Titles, fields and codes of made profiles: from the facts files where they are, else made up from a seed.

Each entry is a dict with the fields title, field and codes of a profile, and of what is made up the figures as well;
titles may repeat.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from generator.model.figures import POINTS
from generator.model.occupation import SCALES, VALUES

Row = dict[str, str]
Entry = dict[str, Any]

FILES = ("occupations.csv", "components.csv", "onet_all.csv")
EDUCATION = (
    *("no-credential", "high-school-diploma", "some-college", "postsecondary-award", "associates-degree"),
    *("bachelors-degree", "masters-degree", "doctoral-degree"),
)
THINGS = "bridge clay cloth coast crop dairy engine garden glass harbour library map metal orchard paper rail roof"
ROLES = "adviser assistant builder designer fitter inspector instructor mechanic operator planner tester writer"


def read_facts(folder: Path) -> list[Entry]:
    """Entries from the facts files: handbook pages, then their parts, then what only O*NET tells apart.

    They have codes alone: their figures stand in the tables of content/figures/.
    """
    pages, parts, onet = ([*_rows(folder / name)] for name in FILES)
    by_slug = {row["slug"]: row for row in pages}
    by_soc = {row["soc"]: row for row in parts}
    found = [_entry(row["title"], row, row["soc_codes"].split("|"), row["onet_main"]) for row in pages]
    found += [
        _entry(row["soc_title"], by_slug[row["slug"]], [row["soc"]], code)
        for row in parts
        if (code := row["onet_codes"].partition("|")[0])
    ]
    found += [
        _entry(row["title"], by_slug[part["slug"]], [part["soc"]], row["onet_code"])
        for row in onet
        if (part := by_soc.get(row["oews_soc"]))
    ]
    return found


def make_up(seed: int, fields: Sequence[str]) -> list[Entry]:
    """Plausible entries in `fields`, the same for the same seed."""
    random = Random(seed)  # noqa: S311
    pairs = list(itertools.product(THINGS.split(), ROLES.split()))
    random.shuffle(pairs)
    return [_made_up(random, f"{thing} {role}".capitalize(), random.choice(fields)) for thing, role in pairs]


def _rows(path: Path) -> Iterator[Row]:
    with path.open(newline="", encoding="utf-8") as handle:
        yield from csv.DictReader(handle)


def _entry(title: str, page: Row, soc: Sequence[str], onet: str) -> Entry:
    return {"title": title, "field": page["ooh_category"], "codes": {"soc": [*soc], "onet": [onet]}}


def _outlook(jobs: int, projected: int, change: int, openings: int) -> Entry:
    figures = {"jobs": jobs, "jobs_projected": projected, "change_percent": change, "openings_per_year": openings}
    return {"region": "US", "from": 2024, "to": 2034, **figures, "source": "ep-2024"}


def _made_up(random: Random, title: str, field: str) -> Entry:
    code = f"{random.randint(1000, 9999)}"
    median = random.randint(3_200, 14_000) * 10
    wages = {
        point: round(median * share, -1)
        for point, share in zip(POINTS, (0.62, 0.79, 1, 1.31, 1.68), strict=True)
    }  # fmt: skip
    jobs, change = random.randint(50, 20_000) * 100, random.randint(-12, 20)
    projected = round(jobs * (100 + change) / 10_000) * 100
    return {
        "title": title,
        "field": field,
        "codes": {"made-up": [code]},
        "preparation": random.randint(1, 5),
        "interests": {scale: round(random.uniform(1, 7), 2) for scale in SCALES} | {"source": "onet-30-2"},
        "values": {value: round(random.uniform(1, 7), 2) for value in VALUES} | {"source": "onet-30-1"},
        "education": {
            "entry": random.choice(EDUCATION),
            "experience": "none",
            "training": "none",
            "source": "ep-2024",
        },
        "pay": [{"region": "US", "year": 2025, "currency": "USD", "per": "year", **wages, "source": "oews-2025"}],
        "outlook": [_outlook(jobs, projected, change, jobs // 10)],
    }
