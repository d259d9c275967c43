"""Titles, fields, codes and figures of made profiles, from a seed, in the terms of whatever content there is."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from random import Random
from typing import Any

from generator.model.figures import POINTS
from generator.model.occupation import SCALES, VALUES

Entry = dict[str, Any]
Terms = Mapping[str, Any]
THINGS = "bridge clay cloth coast crop dairy engine garden glass harbour library map metal orchard paper rail roof"
ROLES = "adviser assistant builder designer fitter inspector instructor mechanic operator planner tester writer"


def make_up(seed: int, vocabulary: Terms, sources: Mapping[str, str]) -> list[Entry]:
    """Plausible entries, the same for the same seed: the fields of a profile that hold figures.

    `sources` has the source of each kind of figure, and of all else as ""; `vocabulary` has fields, education, regions
    and classifications as plain data, of which the first of the last two is taken.
    """
    random = Random(seed)  # noqa: S311
    pairs = list(itertools.product(THINGS.split(), ROLES.split()))
    random.shuffle(pairs)
    return [_make(random, f"{thing} {role}".capitalize(), vocabulary, sources) for thing, role in pairs]


def _make(random: Random, title: str, vocabulary: Terms, sources: Mapping[str, str]) -> Entry:
    source = sources[""]
    (region, about), *_ = vocabulary["regions"].items()
    median = random.randint(3_200, 14_000) * 10
    wages = {
        point: round(median * share, -1)
        for point, share in zip(POINTS, (0.62, 0.79, 1, 1.31, 1.68), strict=True)
    }  # fmt: skip
    jobs, change = random.randint(50, 20_000) * 100, random.randint(-12, 20)
    counts = {"jobs": jobs, "jobs_projected": round(jobs * (100 + change) / 10_000) * 100, "change_percent": change}
    asked = {group: random.choice([*terms["terms"]]) for group, terms in vocabulary["education"].items()}
    return {
        "title": title,
        "field": random.choice([*vocabulary["fields"]]),
        "codes": {next(iter(vocabulary["classifications"]), "made-up"): [f"{random.randint(1000, 9999)}"]},
        "preparation": random.randint(1, 5),
        "interests": {scale: round(random.uniform(1, 7), 2) for scale in SCALES} | {"source": source},
        "values": {value: round(random.uniform(1, 7), 2) for value in VALUES} | {"source": source},
        "education": asked | {"source": source},
        "pay": [
            {"region": region, "year": 2025, "currency": about["currency"], "per": "year", **wages}
            | {"source": sources.get("pay", source)}
        ],
        "outlook": [
            {"region": region, "from": 2024, "to": 2034, **counts, "openings_per_year": jobs // 10}
            | {"source": sources.get("outlook", source)}
        ],
    }
