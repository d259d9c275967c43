"""`careers figures show`: all that the tables say of a code."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.figures.known import Known
from generator.figures.releases.reading import ReleaseError
from generator.guesses import did_you_mean_code
from generator.model.figures import SEPARATOR, Open, Row, Whole, is_within
from generator.model.tables import Entry


def describe_code(known: Known, code: str) -> Iterator[str]:
    """Lines about `code`, about finer codes within it, and about rows that stand for it among others.

    Raises `ReleaseError` if no table and no profile knows it.
    """
    found = False
    every: set[str] = set()
    for folder, tables in known.tables.items():
        for key, table in tables.items():
            entry = table.entry
            for row in table.rows.values():
                every.add(row.code)
                within = isinstance(row, Whole) and code in row.parts
                if within or _belongs(row.code, code):
                    found = True
                    yield f"{folder}/{key} {_when(entry)}({entry.source}): {row.code} {row.title or ''}".rstrip()
                    yield from _fields(row)
    for slug, profile in known.profiles.items():
        if any(_belongs(one, code) for codes in profile.codes.values() for one in codes):
            found = True
            yield f"occupations/{slug}.yml: {profile.title}"
    if not found:
        hint = did_you_mean_code(code, every, f"codes stand in the tables of {links.FIGURES}/")
        raise ReleaseError(f"no table knows the code {code!r}; {hint}")


def _belongs(one: str, code: str) -> bool:
    """Whether two codes are the same, or one is finer."""
    return one == code or is_within(one, code) or is_within(code, one)


def _when(entry: Entry) -> str:
    if entry.year:
        return f"{entry.year} "
    return f"{entry.from_}-{entry.to} " if entry.from_ else ""


def _fields(row: Row) -> Iterator[str]:
    values = row.model_dump(exclude={"code", "title"})
    if isinstance(row, Open):
        values |= values.pop(row.cells)
    for name, value in values.items():
        if value not in (None, ()):
            yield f"  {name}: {_write(value)}"


def _write(value: object) -> str:
    if isinstance(value, tuple):
        return f" {SEPARATOR} ".join(value)
    return f"{value:.10g}" if isinstance(value, float) else f"{value}"
