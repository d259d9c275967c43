"""The figures of made profiles: from the facts files where they are, else made up from a seed.

Each entry is a dict with the fields title, field, codes, preparation, interests, values, education, pay and outlook of
a profile; titles may repeat.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

Row = dict[str, str]
Entry = dict[str, Any]

FILES = ("occupations.csv", "components.csv", "onet_all.csv")
SCALES = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
VALUES = ("achievement", "independence", "recognition", "relationships", "support", "working_conditions")
POINTS = ("p10", "p25", "median", "p75", "p90")
EDUCATION = {
    "No formal educational credential": "no-credential",
    "High school diploma or equivalent": "high-school-diploma",
    "Some college, no degree": "some-college",
    "Postsecondary nondegree award": "postsecondary-award",
    "Associate's degree": "associates-degree",
    "Bachelor's degree": "bachelors-degree",
    "Master's degree": "masters-degree",
    "Doctoral or professional degree": "doctoral-degree",
    "Less than 5 years": "under-5-years",
    "5 years or more": "five-years-or-more",
    "Short-term on-the-job training": "short-term",
    "Moderate-term on-the-job training": "moderate-term",
    "Long-term on-the-job training": "long-term",
    "Internship/residency": "internship-or-residency",
    "Apprenticeship": "apprenticeship",
    "None": "none",
    "See How to Become One": "varies",
}
THINGS = "bridge clay cloth coast crop dairy engine garden glass harbour library map metal orchard paper rail roof"
ROLES = "adviser assistant builder designer fitter inspector instructor mechanic operator planner tester writer"


def read_facts(folder: Path) -> list[Entry]:
    """Entries from the facts files: handbook pages, then their parts, then what only O*NET tells apart."""
    pages, parts, onet = ([*_rows(folder / name)] for name in FILES)
    rated = {row["onet_code"]: row for row in onet}
    by_slug = {row["slug"]: row for row in pages}
    by_soc = {row["soc"]: row for row in parts}
    found = [_page(row, rated[row["onet_main"]]) for row in pages]
    found += [
        _part(row, by_slug[row["slug"]], rated[code], row["soc_title"])
        for row in parts
        if (code := row["onet_codes"].partition("|")[0])
    ]
    found += [
        _part(part, by_slug[part["slug"]], row, row["title"]) for row in onet if (part := by_soc.get(row["oews_soc"]))
    ]
    return [entry for entry in found if entry["pay"]]


def make_up(seed: int, fields: Sequence[str]) -> list[Entry]:
    """Plausible entries in `fields`, the same for the same seed."""
    random = Random(seed)  # noqa: S311
    pairs = list(itertools.product(THINGS.split(), ROLES.split()))
    random.shuffle(pairs)
    return [_made_up(random, f"{thing} {role}".capitalize(), random.choice(fields)) for thing, role in pairs]


def _rows(path: Path) -> Iterator[Row]:
    with path.open(newline="", encoding="utf-8") as handle:
        yield from csv.DictReader(handle)


def _page(row: Row, rated: Row) -> Entry:
    codes = {"soc": row["soc_codes"].split("|"), "onet": row["onet_main"]}
    education = ("ooh_entry_education", "ooh_work_experience", "ooh_on_the_job_training")
    return _entry(row["title"], row["ooh_category"], codes, rated, row, education, row["ooh_annual_openings"])


def _part(row: Row, page: Row, rated: Row, title: str) -> Entry:
    codes = {"soc": [row["soc"]], "onet": rated["onet_code"]}
    education = ("ep_entry_education", "ep_work_experience", "ep_on_the_job_training")
    return _entry(title, page["ooh_category"], codes, rated, row, education, row["ep_annual_openings"])


def _entry(
    title: str, field: str, codes: Entry, rated: Row, figures: Row, education: tuple[str, str, str], openings: str
) -> Entry:
    """An entry with interests and values of the row `rated`, pay and jobs of the row `figures`."""
    entry: Entry = {"title": title, "field": field, "codes": codes, "preparation": int(rated["job_zone"])}
    entry["interests"] = {scale: float(rated[f"oi_{scale[0]}"]) for scale in SCALES} | {"source": "onet-30-2"}
    if rated["wv_support"]:
        entry["values"] = {value: float(rated[f"wv_{value}"]) for value in VALUES} | {"source": "onet-30-1"}
    keys = [EDUCATION[figures[column]] for column in education]
    entry["education"] = dict(zip(("entry", "experience", "training"), keys, strict=True)) | {"source": "ooh-2024"}
    entry["pay"] = _pay(figures)
    jobs, projected = int(figures["ooh_jobs_2024"]), int(figures["ooh_projected_2034"])
    entry["outlook"] = [_outlook(jobs, projected, int(figures["ooh_change_pct"]), int(openings))]
    return entry


def _pay(figures: Row) -> list[Entry]:
    """The annual wages, else the hourly ones, else none."""
    for unit, per in (("annual", "year"), ("hourly", "hour")):
        points = {point: float(amount) for point in POINTS if (amount := figures[f"oews_{point}_{unit}"])}
        if "median" in points:
            return [{"region": "US", "year": 2025, "currency": "USD", "per": per, **points, "source": "oews-2025"}]
    return []


def _outlook(jobs: int, projected: int, change: int, openings: int) -> Entry:
    figures = {"jobs": jobs, "jobs_projected": projected, "change_percent": change, "openings_per_year": openings}
    return {"region": "US", "from": 2024, "to": 2034, **figures, "source": "ooh-2024"}


def _made_up(random: Random, title: str, field: str) -> Entry:
    soc = f"{random.randint(11, 53)}-{random.randint(1000, 9999)}"
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
        "codes": {"soc": [soc], "onet": f"{soc}.00"},
        "preparation": random.randint(1, 5),
        "interests": {scale: round(random.uniform(1, 7), 2) for scale in SCALES} | {"source": "onet-30-2"},
        "values": {value: round(random.uniform(1, 7), 2) for value in VALUES} | {"source": "onet-30-1"},
        "education": {
            "entry": random.choice([*EDUCATION.values()][:8]),
            "experience": "none",
            "training": "none",
            "source": "ooh-2024",
        },
        "pay": [{"region": "US", "year": 2025, "currency": "USD", "per": "year", **wages, "source": "oews-2025"}],
        "outlook": [_outlook(jobs, projected, change, jobs // 10)],
    }
