"""What people in the work were asked, and what job ads name: files of the O*NET database, releases 29 and later.

The education that the work takes stood in a file with training and experience, and has one of its own since 30.3;
software was called technology skills.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.figures.releases.ratings import CODE, RATED
from generator.figures.releases.reading import Column, Layout, Record, Rows, write_number
from generator.model.figures import SEPARATOR

_SUPPRESSED = "suppressed"
_STEPS = {"CX": 4, "CT": 2}
"""Scale of means, which begins at 1 -> how many steps it goes up."""
_MOST = 6
"""Programs that a table names; after the first few they say little."""


def _take_share(record: Record, rows: Rows) -> None:
    if record["scale"] != "RL":
        return
    row = rows.setdefault(record["code"], {})
    row[record["category"]] = write_number(f"{float(record['value']):.1f}")
    row["asked"] = record["asked"]
    if record["error"]:
        row["error"] = f"{max(float(record['error']), float(row.get('error', 0))):.1f}"
    if record.get("suppressed") == "Y":
        row[_SUPPRESSED] = "Y"


def name_levels(rows: Rows, levels: Mapping[int, str]) -> Iterator[str]:
    """Put our keys of levels of education for a publisher's numbers; says how many codes are too uncertain to show."""
    uncertain = [code for code, row in rows.items() if row.get(_SUPPRESSED)]
    for code in uncertain:  # Its other shares would be read as if they were all.
        del rows[code]
    unknown = {name for row in rows.values() for name in row if name.isdigit() and int(name) not in levels}
    for row in rows.values():
        for name in [name for name in row if name.isdigit()]:
            share = row.pop(name)
            if name not in unknown and float(share):
                row[levels[int(name)]] = share
    if uncertain:
        many = "s" * (len(uncertain) != 1)
        yield f"{len(uncertain)} code{many} left out, of which a share is too uncertain to be published"
    for name in sorted(unknown):
        yield f"no term of schooling has the category {name}"


def _take_measure(record: Record, rows: Rows) -> None:
    if record["scale"] in _STEPS and record.get("suppressed") != "Y":
        percent = (float(record["value"]) - 1) / _STEPS[record["scale"]] * 100
        rows.setdefault(record["code"], {})[plain_name(record["element"])] = f"{percent:.0f}"


def plain_name(element: str) -> str:
    """The name of an element, however it is written."""
    return re.sub(r"[^a-z0-9]+", "-", element.lower()).strip("-")


def name_measures(rows: Rows, names: Mapping[str, str]) -> Iterator[str]:
    """Keep what the vocabulary of conditions asks for, by its own keys; `names` are plain names -> these."""
    found = {name for row in rows.values() for name in row}
    for code, row in rows.items():
        rows[code] = {names[name]: value for name, value in row.items() if name in names}
    for key in sorted({*names.values()} - {names[name] for name in found if name in names}):
        yield f"no element of the files is the measure {key!r}"


def _take_program(record: Record, rows: Rows) -> None:
    if record["wanted"] != "Y":
        return
    row = rows.setdefault(record["code"], {})
    if record.get("title"):
        row["title"] = record["title"]
    known = row["software"].split(SEPARATOR) if row.get("software") else []
    name = " ".join(record["name"].replace(SEPARATOR, "/").split())
    if name not in known and len(known) < _MOST:
        row["software"] = SEPARATOR.join((*known, name))


SCHOOLING = (
    Layout(
        "Education",
        RATED | {"category": Column("category"), "asked": Column("n$"), "error": Column("standard error")},
        _take_share,
    ),
)
CONDITIONS = (Layout("Work Context", RATED, _take_measure),)
SOFTWARE = (
    Layout(
        "Software Skills",
        CODE
        | {
            "title": Column("title", needed=False),
            "name": Column("(workplace )?example"),
            "wanted": Column("in demand"),
        },
        _take_program,
    ),
)
