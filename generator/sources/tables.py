"""Tables of figures: CSV text to rows by code; whatever is wrong with one has its line and column."""

from __future__ import annotations

import csv
import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.cache import Cache, digest, fingerprint
from generator.guesses import did_you_mean
from generator.model.base import CHECKED
from generator.model.figures import ROWS, Kind, Open, Pay, Row, split
from generator.model.tables import Entry
from generator.problems import MOST, Problem, shorten
from generator.sources import files
from generator.sources.complaints.cells import complain
from generator.sources.files import Source
from generator.sources.grids import Grid, find_cells, find_head
from generator.sources.reading import Derived

MAX_BYTES = 2 * 1024 * 1024
"""Of a table; a longer one is hard to read in a diff, too."""
_ROOM = "tables"
_PACKAGES = ("pydantic", "pydantic-core")


@dataclass(frozen=True)
class Table:
    """A table that has been found right; its rows are made when they are asked for."""

    path: str
    """The file, as shown to people."""
    entry: Entry
    text: str = field(repr=False)

    @functools.cached_property
    def records(self) -> Mapping[str, Mapping[str, Any]]:
        """Code -> field -> text, in the order of the file: what is in it can be asked without making rows."""
        return {record["code"].strip(): record for record in self._read().records()}

    def _read(self) -> Grid:
        return Grid(Source(self.path, self.text), self.entry.kind)

    @functools.cached_property
    def _grid(self) -> Grid:
        """Kept once there is a problem, since there may be one in each row."""
        return self._read()

    @functools.cached_property
    def _made(self) -> dict[str, Row]:
        return {}

    def find(self, code: str) -> Row | None:
        """The row of a code, if there is one."""
        if code not in self._made and code in self.records:
            self._made[code] = ROWS[self.entry.kind].model_validate(self.records[code], context=CHECKED)
        return self._made.get(code)

    @property
    def rows(self) -> Mapping[str, Row]:
        """Code -> row, in the order of the file."""
        return {code: row for code in self.records if (row := self.find(code))}

    def list(self, column: str) -> Mapping[str, tuple[str, ...]]:
        """Code -> what the row lists in a column."""
        if column not in self.text.partition("\n")[0]:
            return {}
        return {code: split(record[column]) for code, record in self.records.items() if column in record}

    @functools.cached_property
    def wholes(self) -> Mapping[frozenset[str], str]:
        """Codes -> that of the row which stands for all of them."""
        return {frozenset(parts): code for code, parts in self.list("parts").items()}

    @functools.cached_property
    def joined(self) -> Mapping[str, str]:
        """Code -> that of the row which stands for it and others, of which none has a row of its own."""
        return {
            code: whole for codes, whole in self.wholes.items() if not self.records.keys() & codes for code in codes
        }

    @property
    def columns(self) -> Mapping[str, int]:
        """What the table itself calls its columns, with where each name begins in its first line, from 1."""
        head = self.text.partition("\n")[0]
        known = find_head(ROWS[self.entry.kind])
        names = zip(next(csv.reader([head])), find_cells(head), strict=True)
        return {name.strip(): at for name, at in names if name.strip() not in known}

    def problem(self, code: str, message: str, hint: str, row: str, column: str) -> Problem:
        """A problem with the cell of the row `row`."""
        grid = self._grid
        at = next((at for at, cells in enumerate(grid.cells) if cells[grid.header.index("code")].strip() == row), 0)
        return Problem(self.path, *grid.locate(at, column), code, message, hint)


def read_table(
    path: Path, root: Path, entry: Entry, cache: Cache, derived: Derived | None = None
) -> tuple[Table | None, Sequence[Problem]]:
    """The table at `path`, or None with all that stands in its way; warnings come with the table."""
    source, data = files.load(path, root, set(), most=MAX_BYTES)
    key = digest(fingerprint(*_PACKAGES), source.path, entry.kind, data)
    if not source.problems:
        files.decode(source, data)
    if source.problems:
        return None, source.problems
    if not cache.get(_ROOM, [key]):
        _check(source, entry.kind)
        if not source.problems:
            cache.put(_ROOM, {key: b"right"})
    if source.is_wrong:
        return None, source.problems
    make = functools.partial(Table, source.path, entry, source.text)
    return (derived or Derived()).recall(("table", source.path), (key, entry), make), source.problems


def examine(path: str, text: str, entry: Entry) -> tuple[Table | None, Sequence[Problem]]:
    """The table that `text` is, or None with all that stands in its way."""
    source, data = Source(path), text.encode()
    files.check_size(source, len(data), MAX_BYTES)
    if not source.problems:
        files.decode(source, data)
    if not source.problems:
        _check(source, entry.kind)
    return (None if source.problems else Table(path, entry, source.text)), source.problems


@functools.cache
def _adapter(kind: Kind) -> TypeAdapter[list[Any]]:
    row: Any = ROWS[kind]
    return TypeAdapter(list[row])


def _check(source: Source, kind: Kind) -> None:
    """Report all that is wrong with a table."""
    grid = Grid(source, kind)
    if not grid.header and not source.problems:
        source.report("SRC012", "nothing in the file", "write a first line that names the columns")
    if grid.header and _check_columns(grid):
        _check_rows(grid)
    source.problems[:] = shorten(source.problems, grid.untold)


def _check_rows(grid: Grid) -> None:
    source = grid.source
    records = dict(enumerate(grid.records()))
    try:
        found: Sequence[Row] = _adapter(grid.kind).validate_python([*records.values()])
    except ValidationError as error:
        errors = error.errors(include_url=False)
        told = itertools.groupby(errors[:MOST], lambda details: int(details["loc"][0]))
        source.problems += [one for at, group in told for one in complain(grid, at, group)]
        grid.untold += len(errors[MOST:])
        for at in {int(details["loc"][0]) for details in errors}:
            del records[at]
        found = _adapter(grid.kind).validate_python([*records.values()])
    rows = dict(zip(records, found, strict=True))
    if not rows and not source.problems:
        source.report("SRC012", "no row", "write one, or delete the table and its entry", 2)
    _check_codes(grid, rows)
    for at, row in rows.items():
        if isinstance(row, Pay):
            _check_pay(grid, at, row)


def _check_columns(grid: Grid) -> bool:
    """Whether the first line names the columns that there may be, and all that there must be."""
    row, report = ROWS[grid.kind], grid.report
    head = grid.source.text.split("\n", grid.first)[grid.first - 1]
    needed = [name for name, about in row.model_fields.items() if about.is_required()]
    needed = [*dict.fromkeys((*needed, *row.columns))]
    if is_open := issubclass(row, Open):
        needed.remove(row.cells)
    is_right = True
    for name in needed:
        if name not in grid.header:
            report("FIG002", f"no column {name!r}", f"the first line names {', '.join(needed)}", grid.first)
            is_right = False
    known = find_head(row)
    seen: set[str] = set()
    for column, name in zip(find_cells(head), grid.header, strict=False):
        if len(grid.source.problems) >= MOST:
            grid.untold += 1
            return False
        problem = None
        if name in seen:
            problem = f"column {name!r} stands there twice", "keep one of the two"
        elif not name:
            problem = "a column without a name", "name it, or leave its comma out of every line"
        elif name not in known and not (is_open and files.SLUG.match(name)):
            hint = did_you_mean(name.casefold(), known)
            if is_open and name.casefold() not in known:
                hint = "write lower-case words joined by hyphens, as in two-words"
            problem = f"unknown column {name!r}", hint
        if problem:
            is_right = False
        if problem and (name or name not in seen):
            report("FIG003", *problem, grid.first, column)
        seen.add(name)
    return is_right


def _check_codes(grid: Grid, rows: Mapping[int, Row]) -> None:
    """Report codes that stand there twice, and the first that is not in its order."""
    seen: dict[str, int] = {}
    for at, row in rows.items():
        if row.code in seen:
            hint = f"it stands in line {grid.lines[seen[row.code]]} already; keep one"
            grid.report("FIG004", f"code {row.code} twice", hint, *grid.locate(at, "code"))
        seen.setdefault(row.code, at)
    for before, (at, row) in zip(rows.values(), itertools.islice(rows.items(), 1, None), strict=False):
        if row.code < before.code:
            message, hint = f"{row.code} stands after {before.code}", "sort the rows by code, so that diffs stay small"
            grid.report("FIG101", message, hint, *grid.locate(at, "code"))
            break


def _check_pay(grid: Grid, at: int, row: Pay) -> None:
    """Report percentiles that descend; two can be equal, by rounding or because both are capped."""
    for prefix in ("", "hourly_"):
        for (low, less), (high, more) in itertools.pairwise(row.points(prefix)):
            if less > more:
                message = f"{prefix}{high} {more:g} is below {prefix}{low} {less:g}"
                hint = "check the figures with their source"
                grid.report("FIG005", message, hint, *grid.locate(at, prefix + high))
