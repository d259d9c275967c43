"""What a new table changes, so that a maintainer knows what to look at."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.figures.groups import BROAD
from generator.model.figures import LocalPay, Pay, Row, Whole
from generator.model.occupation import Occupation
from generator.sources.tables import Table

MOVED = 0.15
"""Change of a median, as a share of the old one, that is worth a look."""
_MOST = 20
"""Codes that one line names."""


@dataclass(frozen=True)
class Changes:
    """Codes gone and new, codes gone with new ones near by, and medians that moved (code -> old, new)."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    split: Mapping[str, tuple[str, ...]]
    moved: Mapping[str, tuple[float, float]]

    def concerned(self) -> frozenset[str]:
        """Codes whose figures are gone or moved."""
        return frozenset((*self.gone, *self.moved))


def compare(old: Mapping[str, Row], new: Mapping[str, Row]) -> Changes:
    """What is different between two tables of one kind."""
    covered = {part for row in new.values() if isinstance(row, Whole) for part in row.parts}
    gone = tuple(sorted(old.keys() - new.keys()))
    fresh = tuple(sorted(new.keys() - old.keys()))
    split = {}
    for code in gone:
        near = tuple(other for other in fresh if other[:BROAD] == code[:BROAD])
        if near and code not in covered:
            split[code] = near
    moved = {}
    for code in sorted(old.keys() & new.keys()):
        pair = _medians(old[code], new[code])
        if pair and abs(pair[1] - pair[0]) > MOVED * pair[0]:
            moved[code] = pair
    return Changes(gone, fresh, split, moved)


def list_lost_columns(old: Table, new: Table) -> Iterator[str]:
    """The line that says which columns a table had and has no more: a file may be missing."""
    before, after = (next(csv.reader([table.text.partition("\n")[0]])) for table in (old, new))
    if lost := [name.strip() for name in before if name not in after]:
        yield f"no more: {', '.join(lost)}; name every file that has some of it, in one command"


def describe(changes: Changes, profiles: Mapping[str, Occupation], scheme: str) -> Iterator[str]:
    """One line for each thing to look at."""
    for word, codes in (("gone", changes.gone), ("new", changes.new)):
        if codes:
            more = f" and {len(codes) - _MOST} more" if len(codes) > _MOST else ""
            yield f"{len(codes)} code{'s' * (len(codes) != 1)} {word}: {', '.join(codes[:_MOST])}{more}"
    for code, near in changes.split.items():
        yield f"{code} may have been split: {', '.join(near)}"
    for code, (before, after) in changes.moved.items():
        yield f"{code}: median {before:g} -> {after:g} ({(after - before) / before:+.0%})"
    for slug, profile in sorted(profiles.items()):
        if mine := sorted(changes.concerned() & {*profile.codes.get(scheme, ())}):
            yield f"look at occupations/{slug}.yml: {', '.join(mine)}"


def _medians(old: Row, new: Row) -> tuple[float, float] | None:
    """The medians of two rows in a unit of time that both have; None if there is none."""
    if isinstance(old, Pay | LocalPay) and isinstance(new, Pay | LocalPay):
        for before, after in ((old.median, new.median), (old.hourly_median, new.hourly_median)):
            if before and after:
                return before, after
    return None
