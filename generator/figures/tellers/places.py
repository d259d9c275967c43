"""What an occupation pays in each area of a region."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.figures.finding import find_mains, is_exactly
from generator.model.facts import Areas
from generator.model.figures import Pay
from generator.model.occupation import Unit
from generator.model.tables import Entry, Index
from generator.sources.tables import Table

HOUR: Unit = "hour"
Found = tuple[float, str, str, bool, int | None]
"""Median, code and name of the area, whether it is a bound, and how many are employed."""


def tell_areas(index: Index, tables: Mapping[str, Table], codes: Sequence[str]) -> Iterator[Areas]:
    """The medians of the codes of which the pay of the whole region is told, of all together or of the largest.

    Areas may be told of the largest alone where the region is told of all together.
    """
    local = [(key, entry) for key, entry in index.tables.items() if entry.areas]
    pay = next((table for table in tables.values() if table.entry.kind == "pay"), None)
    mains = [*find_mains(pay, codes)] if pay and local else []
    for key, entry in local:
        files = {area: tables.get(file) for area, file in zip(entry.areas, entry.files(key), strict=True)}
        told = (_tell(index, entry, files, main, codes) for main in mains)
        if areas := next(filter(None, told), None):
            yield areas


def _tell(
    index: Index, entry: Entry, files: Mapping[str, Table | None], main: Pay, codes: Sequence[str]
) -> Areas | None:
    """The medians of the code of `main`; None where no area has one."""
    per, found = _find(files, entry, main.code)
    if not (found and index.region and index.currency and entry.year):
        return None  # What the index lacks, a rule has reported.
    medians, areas, names, _, employed = zip(*found, strict=True)
    return Areas.model_construct(
        region=index.region,
        year=entry.year,
        currency=index.currency,
        per=per,
        covers=None if is_exactly(main, codes) else main.title or main.code,
        codes=areas,
        names=names,
        medians=medians,
        least=tuple(place for place, one in enumerate(found) if one[3]),
        employed=employed,
        source=entry.source,
    )


def _find(files: Mapping[str, Table | None], entry: Entry, code: str) -> tuple[Unit, list[Found]]:
    """The medians of a code, the highest first: of a year, or of an hour where nowhere any of a year is known.

    Cells are read as text: rows of all areas would be as many as those of all other tables.
    """
    records = {area: table.records[code] for area, table in files.items() if table and code in table.records}
    is_hourly = not any("median" in record for record in records.values())
    column, per = ("hourly_median", HOUR) if is_hourly else ("median", entry.per)
    found: list[Found] = [
        (
            float(record[column]),
            area,
            entry.areas[area],
            "capped" in record,
            int(record["employed"]) if "employed" in record else None,
        )
        for area, record in records.items()
        if column in record
    ]
    return per, sorted(found, key=lambda one: (-one[0], one[2]))
