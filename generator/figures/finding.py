"""Which rows of a table are about the codes of an occupation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.model.figures import Pay, Row, Whole
from generator.sources.tables import Table

R = TypeVar("R", bound=Row)


def is_exactly(row: Whole, codes: Sequence[str]) -> bool:
    """Whether a row is about these codes and no other."""
    return {*codes} in ({row.code}, {*row.parts})


def find_whole(table: Table, codes: Sequence[str], kind: type[R]) -> R | None:
    """The row that stands for exactly these codes."""
    if len(codes) == 1 and isinstance(row := table.find(codes[0]), kind):
        return row
    return row if isinstance(row := table.find(table.wholes.get(frozenset(codes), "")), kind) else None


def find_each(table: Table, codes: Sequence[str], kind: type[R]) -> list[R]:
    """The rows of the codes, each once; for one without its own, that of a few that are only published together."""
    found = {}
    for code in codes:
        row = table.find(code) or table.find(table.joined.get(code, ""))
        if isinstance(row, kind):
            found[row.code] = row
    return list(found.values())


def find_mains(table: Table, codes: Sequence[str]) -> Iterator[Pay]:
    """The pay of all codes together where it was published so, then that of each, of the most employees first."""
    if whole := find_whole(table, codes, Pay):
        yield whole
    yield from sorted(find_each(table, codes, Pay), key=lambda row: -(row.employed or 0))


def find_all(table: Table, codes: Sequence[str], kind: type[R]) -> list[R]:
    """The row for all codes together, else those of groups of them and of each of the others.

    Each published figure is rounded, so the fewer are added up, the nearer the sum. None where one of the codes is not
    known by itself.
    """
    if (whole := find_whole(table, codes, kind)) is not None:
        return [whole]
    left = {*codes}
    rows: list[R] = []
    for parts in sorted(
        (parts for parts in table.wholes if parts <= left), key=lambda parts: (-len(parts), min(parts))
    ):
        if parts <= left and isinstance(row := table.find(table.wholes[parts]), kind):
            rows.append(row)
            left -= parts
    rows += find_each(table, [code for code in codes if code in left], kind)
    covered = {code for row in rows for code in (getattr(row, "parts", ()) or (row.code,))}
    return rows if covered == {*codes} else []
