"""Ratings, names and neighbours: files of the O*NET database, as text or CSV, releases 29 and later.

Files were renamed over time (Interests, Career Interest Types), their headings were not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.figures.releases.reading import Column, Layout, Record, Rows, write_number
from generator.model.figures import SEPARATOR

CODE = {"code": Column(r"o\*net-soc code")}
RATED = CODE | {
    "element": Column("element name"),
    "scale": Column("scale id"),
    "value": Column("data value"),
    "suppressed": Column("recommend suppress", needed=False),
}
"""Columns of every file in which occupations are rated."""


def _rate(scale: str, name: Callable[[str], str]) -> Callable[[Record, Rows], None]:
    def take(record: Record, rows: Rows) -> None:
        column = name(record["element"])
        if record["scale"] == scale and record.get("suppressed") != "Y" and column:
            rows.setdefault(record["code"], {})[column] = write_number(record["value"])

    return take


def _key(element: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", element.lower()).strip("-")


def _take_title(record: Record, rows: Rows) -> None:
    rows.setdefault(record["code"], {})["title"] = record["title"]


def _take_level(record: Record, rows: Rows) -> None:
    rows.setdefault(record["code"], {})["level"] = write_number(record["level"])


def _join(record: Record, rows: Rows, column: str, entry: str) -> None:
    row = rows.setdefault(record["code"], {})
    known = row.get(column, "").split(SEPARATOR) if row.get(column) else []
    entry = entry.replace(SEPARATOR, "/")
    if entry not in known:
        row[column] = SEPARATOR.join((*known, entry))


def _take_reported(record: Record, rows: Rows) -> None:
    _join(record, rows, "shown" if record["shown"] == "Y" else "reported", record["name"])


def _take_alternate(record: Record, rows: Rows) -> None:
    _join(record, rows, "alternate", record["name"])


def _take_related(record: Record, rows: Rows) -> None:
    if record["tier"].lower().startswith("primary"):  # What is supplemental is less alike than ten others.
        _join(record, rows, "related", record["other"])


_INTERESTS = {"realistic", "investigative", "artistic", "social", "enterprising", "conventional"}
_VALUES: Mapping[str, str] = {
    name: name.replace(" ", "_")
    for name in ("achievement", "independence", "recognition", "relationships", "support", "working conditions")
}
_TITLES = (Layout("Occupation Data", CODE | {"title": Column("title"), "about": Column("description")}, _take_title),)
INTERESTS = (
    *_TITLES,
    Layout("Interests", RATED, _rate("OI", lambda name: name.lower() if name.lower() in _INTERESTS else "")),
)
VALUES = (*_TITLES, Layout("Work Values", RATED, _rate("EX", lambda name: _VALUES.get(name.lower(), ""))))
PREPARATION = (*_TITLES, Layout("Job Zones", CODE | {"level": Column("job zone")}, _take_level))
IMPORTANCE = (*_TITLES, Layout("Skills, Knowledge", RATED, _rate("IM", _key)))
NAMES = (
    Layout(
        "Sample of Reported Titles",
        CODE | {"name": Column("reported job title"), "shown": Column("shown in my next move")},
        _take_reported,
    ),
    Layout("Alternate Titles", CODE | {"name": Column("alternate title")}, _take_alternate),
)
RELATED = (
    Layout(
        "Related Occupations",
        CODE | {"other": Column(r"related o\*net-soc code"), "tier": Column("relatedness tier")},
        _take_related,
    ),
)
