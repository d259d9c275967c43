"""CSV text to cells that know their places; a cell stands on one line, so that a table can be read in a diff."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from generator.model.figures import ROWS, Kind, Open, Row
from generator.problems import MOST
from generator.sources.files import Source

_OTHERS = {";": "semicolons", "\t": "tabs"}
"""What programs for tables put where we want commas."""


def find_head(row: type[Row]) -> list[str]:
    """The columns that a table of such rows may have, whatever it is about."""
    return [name for name in row.model_fields if not (issubclass(row, Open) and name == row.cells)]


class Grid:
    """The cells of a table; a row that is not like the others is reported in `source` and left out."""

    def __init__(self, source: Source, kind: Kind) -> None:
        self.source, self.kind = source, kind
        self._written = source.text.removesuffix("\n").split("\n")
        self.header: list[str] = []
        self.first = 1
        """The line of the header."""
        self.cells: list[list[str]] = []
        self.lines: list[int] = []
        """Of each row, counted from 1."""
        self.untold = 0
        """Problems beyond those that people are told of."""
        for line, cells in self._split():
            if not self.header and not cells:
                if source.text.strip():
                    source.report("FIG001", "an empty line", "begin with the line that names the columns", line)
            elif not self.header and len(cells) == 1 and (sign := next(filter(cells[0].__contains__, _OTHERS), "")):
                hint = "put commas there, and write numbers as 1234 and 0.5"
                source.report("FIG001", f"{_OTHERS[sign]} between columns", hint, line)
                return  # All that follows is so, too.
            elif not self.header:
                self.first = line
                self.header = [cell.strip() for cell in cells]
            elif len(cells) != len(self.header):
                message = f"{len(cells)} cell{'s' * (len(cells) != 1)}, where the first line has {len(self.header)}"
                self.report("FIG001", message, _advise(cells, len(self.header)), line)
            else:
                self.cells.append(cells)
                self.lines.append(line)

    def _split(self) -> Iterator[tuple[int, list[str]]]:
        """(line, cells) of each row that is CSV; what is not is reported, and those after it are read all the same."""
        line = 1
        while line <= len(self._written):
            before = line - 1
            # From a place on, not past all before it: there may be something wrong with each line.
            reader = csv.reader(map(self._written.__getitem__, range(before, len(self._written))), strict=True)
            try:
                for cells in reader:
                    if before + reader.line_num > line:
                        self.report("FIG001", "a cell of several lines", "close its quotation mark", line)
                        line = before + reader.line_num
                    else:
                        yield line, cells
                    line += 1
            except csv.Error as error:
                message, hint = f"not comma-separated text: {error}", 'within quotes, write "" for a quotation mark'
                if "unexpected end" in str(error):
                    message, hint = "a quotation mark is never closed", "close it, or leave it out"
                elif "field limit" in str(error):
                    message, hint = f"a cell of more than {csv.field_size_limit():,} characters", "shorten it"
                elif before + reader.line_num > line:
                    message, hint = "a quotation mark is not closed in its line", "close it, or leave it out"
                self.report("FIG001", message, hint, line)
                line += 1

    def report(self, code: str, message: str, hint: str, line: int, column: int = 1) -> None:
        """Add a problem, or count it where nobody would be told of it any more."""
        if len(self.source.problems) < MOST:
            self.source.report(code, message, hint, line, column)
        else:
            self.untold += 1

    def records(self) -> list[dict[str, Any]]:
        """Field -> text of each row, without the empty cells."""
        row = ROWS[self.kind]
        if not issubclass(row, Open):
            return [
                {name: cell for name, cell in zip(self.header, cells, strict=True) if cell.strip()}
                for cells in self.cells
            ]
        records = []
        for cells in self.cells:
            named = {name: cell for name, cell in zip(self.header, cells, strict=True) if cell.strip()}
            head: dict[str, Any] = {name: named.pop(name) for name in find_head(row) if name in named}
            records.append(head | {row.cells: named})
        return records

    def places(self, at: int) -> Iterator[int]:
        """The columns, from 1, at which the cells of a row begin, by the place of the row."""
        return find_cells(self._written[self.lines[at] - 1])

    def locate(self, at: int, column: str) -> tuple[int, int]:
        """Line and column of a cell, by the place of its row and the name of its column."""
        place = self.header.index(column) if column in self.header else 0
        return self.lines[at], find_cell(self._written[self.lines[at] - 1], place)


def _advise(cells: Sequence[str], most: int) -> str:
    """What would be right for a row of more or fewer cells than `most`."""
    if not any(cell.strip() for cell in cells):
        return "leave no line empty"
    if len(cells) < most:
        return "write a comma for each empty cell, too"
    if not any(cell.strip() for cell in cells[most:]):
        return "leave out the commas at its end"
    return "put a text that holds a comma in double quotes, and write numbers as 1234 and 0.5"


def find_cell(line: str, place: int) -> int:
    """The column, from 1, at which the cell at `place`, from 0, begins."""
    return next(itertools.islice(find_cells(line), place, None), 1)


def find_cells(line: str) -> Iterator[int]:
    """The column, from 1, at which each cell of a line begins."""
    yield 1
    is_quoted = False
    for at, sign in enumerate(line, 1):
        is_quoted ^= sign == '"'
        if sign == "," and not is_quoted:
            yield at + 1
