"""A release of many areas in parts, one for each, and what each changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.figures.changes import MOVED, compare
from generator.figures.releases.reading import ReleaseError, Rows
from generator.figures.releases.wages import WITHIN
from generator.model.figures import SEPARATOR, Pay
from generator.model.tables import Entry
from generator.sources.tables import Table


@dataclass(frozen=True)
class Parted:
    """Area, by its code -> rows, and what the release has besides."""

    rows: Mapping[str, Rows]
    report: tuple[str, ...]


def part_areas(rows: Rows, entry: Entry, tables: Mapping[str, Table]) -> Parted:
    """The rows of each area that the index names, of the codes that the table of the whole region has.

    That says, too, for which codes a row stands. Raises `ReleaseError` for an area without any row.
    """
    whole = next((table for table in tables.values() if table.entry.kind == "pay"), None)
    parted: dict[str, Rows] = {area: {} for area in entry.areas}
    areas = {area.rpartition("-")[2]: area for area in entry.areas}
    others = set()
    for name, row in rows.items():
        letters, _, code = name.partition(WITHIN)
        if letters not in areas:
            others.add(letters)
        elif whole is None:
            parted[areas[letters]][code] = row
        elif isinstance(known := whole.find(code), Pay):
            parted[areas[letters]][code] = {**row, "parts": SEPARATOR.join(known.parts)}
    if empty := [area for area, found in parted.items() if not found]:
        raise ReleaseError(f"the files have nothing of {', '.join(empty)}; leave them out of `areas`")
    said = f"areas that the index does not name: {', '.join(sorted(others))}"
    return Parted(parted, (said,) if others else ())


def compare_areas(area: str, old: Table | None, new: Table) -> Iterator[str]:
    """In one line what is different in an area: there, estimates move much from year to year."""
    changes = compare(old.rows, new.rows) if old else None
    if changes and (changes.gone or changes.new or changes.moved):
        moved = f"{len(changes.moved)} medians moved over {MOVED:.0%}"
        yield f"{area}: {len(changes.gone)} codes gone, {len(changes.new)} new, {moved}"
