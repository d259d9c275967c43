"""Official releases as they are published: a table in a workbook, CSV or text with tabs, known by its headings.

Publishers rename files and sheets from one release to the next, and put titles above the headings; the headings stay.
"""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.figures.releases.workbooks import WorkbookError, read_sheets

Record = Mapping[str, str]
Rows = dict[str, dict[str, str]]
"""Code -> column -> text, of a table to be written."""
_LIKE = 0.5
"""Share of a layout's headings beyond which a file is meant to be of it."""
_SEARCHED = 20
"""Rows at the top in which headings are looked for."""
_STEP = 1_000
"""Rows after which progress is told."""
_TEXTS = (".csv", ".txt", ".tsv")
_MOST = 1 << 28
"""Bytes of a text, unpacked: no official one is as long."""


class ReleaseError(Exception):
    """Why nothing is made of the files; one sentence for a maintainer."""


@dataclass(frozen=True)
class Column:
    """How a heading begins, whatever its case, and which of those that begin so is meant."""

    pattern: str
    nth: int = 0
    needed: bool = True

    @property
    def heading(self) -> str:
        """The pattern as a person reads it."""
        return self.pattern.replace(r"\d{4}", "YEAR").replace("\\", "").replace(".*", "... ").rstrip("$")


@dataclass(frozen=True)
class Layout:
    """A table as a publisher lays it out, and what is made of each record of it."""

    name: str
    columns: Mapping[str, Column]
    take: Callable[[Record, Rows], None]


@dataclass
class Release:
    """What files hold for one kind of table."""

    rows: Rows = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    """Name of a column -> its heading, which may name years."""


def read_release(files: Sequence[Path], layouts: Sequence[Layout], step: Callable[[str], None]) -> Release:
    """What all of `files` say together, each by the first of `layouts` whose headings it has.

    Raises `ReleaseError` for a file that cannot be read, or has none of the headings.
    """
    release = Release()
    for path in files:
        step(path.name)
        # Around all of it: a table is read row by row, so that a file can turn out broken anywhere.
        try:
            release.headings |= _read_file(path, layouts, release.rows, step)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            what = f"byte 0x{error.object[error.start]:02x} in line {line} is not UTF-8; save the file as UTF-8"
            raise ReleaseError(f"{path.name}: {what}") from None
        except (WorkbookError, gzip.BadGzipFile, zlib.error, EOFError, csv.Error) as error:
            raise ReleaseError(f"{path.name}: {error}") from None
        except OSError as error:
            raise ReleaseError(f"{path.name} cannot be read: {error.strerror}") from None
    return release


def _read_file(path: Path, layouts: Sequence[Layout], known: Rows, step: Callable[[str], None]) -> Mapping[str, str]:
    """Put into `known` what a file says; name of a column -> its heading."""
    found = next(((one, rows) for rows in _sheets(path) for one in _fit(rows, layouts)), None)
    if found is None:
        raise ReleaseError(f"{path.name} has {_lacking(path, layouts)}")
    (layout, places, heads), rows = found
    for number, cells in enumerate(rows):
        if number % _STEP == 0 and number:
            step(f"{path.name}, row {number:,}")
        record = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
        if record["code"]:
            layout.take(record, known)
    return heads


def _fit(
    rows: Iterator[list[str]], layouts: Sequence[Layout]
) -> Iterator[tuple[Layout, Mapping[str, int], Mapping[str, str]]]:
    """The layout that a sheet has, with the place and the heading of each column; `rows` is then behind them."""
    for cells in itertools.islice(rows, _SEARCHED):
        plain = [_plain(cell) for cell in cells]
        for layout in layouts:
            places = _place(plain, layout)
            if all(name in places for name in _needed(layout)):
                yield layout, places, {name: plain[at] for name, at in places.items()}
                return


def _place(headings: Sequence[str], layout: Layout) -> dict[str, int]:
    """Name of a column of `layout` -> where its heading stands, of those that are there."""
    places = {}
    for name, column in layout.columns.items():
        like = [at for at, heading in enumerate(headings) if re.match(column.pattern, heading)]
        if len(like) > column.nth:
            places[name] = like[column.nth]
    return places


def _needed(layout: Layout) -> list[str]:
    return [name for name, column in layout.columns.items() if column.needed]


def _lacking(path: Path, layouts: Sequence[Layout]) -> str:
    """What a file of no layout has: some headings of the one that it is most like, or none of all."""
    best, told = _LIKE, ""
    for rows in _sheets(path):
        for cells in itertools.islice(rows, _SEARCHED):
            plain = [_plain(cell) for cell in cells]
            for layout in layouts:
                names = _needed(layout)
                lacks = [layout.columns[name].heading for name in names if name not in _place(plain, layout)]
                if (share := 1 - len(lacks) / len(names)) > best:
                    best, told = share, f"the headings of {layout.name}, but not {', '.join(lacks)}"
    every = [f"{one.name}: " + ", ".join(one.columns[name].heading for name in _needed(one)) for one in layouts]
    return told or f"none of the headings of {'; or '.join(every)}"


def _plain(heading: str) -> str:
    return " ".join(re.sub("[\N{EN DASH}\N{EM DASH}\N{NON-BREAKING HYPHEN}]", "-", heading).lower().split())


def _sheets(path: Path) -> Iterator[Iterator[list[str]]]:
    """The rows of each table that a file holds."""
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(".xlsx"):
        yield from read_sheets(path)
    elif name.endswith(_TEXTS):
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            data = file.read(_MOST + 1)
        if len(data) > _MOST:
            raise ReleaseError(f"{path.name} holds more than {_MOST:,} bytes of text")
        text = data.decode("utf-8-sig")
        has_tabs = "\t" in text.partition("\n")[0]
        yield csv.reader(io.StringIO(text, newline=""), delimiter="\t" if has_tabs else ",")
    else:
        raise ReleaseError(f"{path.name} is no file of {', '.join((*_TEXTS, '.xlsx'))}")


def write_number(text: str, times: float = 1) -> str:
    """A number as a table holds it, `times` as much as published; "" of a sign that stands for no number."""
    try:
        value = round(float(text.replace(",", "")) * times, 4)
    except ValueError:
        return ""
    return f"{int(value)}" if value.is_integer() else f"{value}"
