"""Workbooks as spreadsheets save them (Office Open XML, ECMA-376): the cells of each sheet as text."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_MOST = 1 << 30
"""Bytes of a sheet, taken out of the archive: no official one is as long."""
_COLUMNS = 16_384
"""Of a sheet, as spreadsheets have them: a cell that says it stands beyond would cost memory without end."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
"""What comes of an archive that is cut off, damaged, packed in a way that Python does not know, or locked."""


class WorkbookError(Exception):
    """The file is no workbook."""


def read_sheets(path: Path) -> Iterator[Iterator[list[str]]]:
    """The rows of each sheet, as text; cells that the file leaves out are empty.

    Raises `WorkbookError`, also while rows are read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            shared = _read_shared(archive)
            names = [(int(match[1]), name) for name in archive.namelist() if (match := _SHEET.fullmatch(name))]
            for _, name in sorted(names):
                yield _read_rows(archive, name, shared)
    except _BROKEN as error:
        raise WorkbookError(f"cannot be read as a workbook: {error}") from None


def _read_shared(archive: zipfile.ZipFile) -> list[str]:
    """The texts that cells name by number."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_text(item) for item in _elements(archive, "xl/sharedStrings.xml", "si")]


def _read_rows(archive: zipfile.ZipFile, name: str, shared: list[str]) -> Iterator[list[str]]:
    for row in _elements(archive, name, "row"):
        cells: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            place = _column(cell.get("r", "")) if cell.get("r") else len(cells)
            cells += [""] * (place - len(cells))
            cells.append(_value(cell, shared))
        yield cells


def _elements(archive: zipfile.ZipFile, name: str, tag: str) -> Iterator[ElementTree.Element]:
    """Each element called `tag`, which is forgotten before the next: sheets are long."""
    if archive.getinfo(name).file_size > _MOST:
        raise WorkbookError(f"{name} is too long")
    try:
        with archive.open(name) as file:
            for _, element in ElementTree.iterparse(file):  # noqa: S314 - a file that a maintainer has fetched.
                if element.tag == _MAIN + tag:
                    yield element
                    element.clear()
    except (*_BROKEN, ElementTree.ParseError, LookupError, ValueError) as error:  # The last two of an encoding.
        raise WorkbookError(f"{name} cannot be read: {error}") from None


def _value(cell: ElementTree.Element, shared: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return _text(cell)
    text = cell.findtext(f"{_MAIN}v") or ""
    if kind != "s" or not text:
        return text
    if not text.isdecimal() or int(text) >= len(shared):
        raise WorkbookError(f"a cell names text {text!r} of {len(shared)}")
    return shared[int(text)]


def _text(element: ElementTree.Element) -> str:
    """The text of all parts but those that say how it is pronounced."""
    said = {id(part) for aside in element.iter(f"{_MAIN}rPh") for part in aside.iter(f"{_MAIN}t")}
    return "".join(part.text or "" for part in element.iter(f"{_MAIN}t") if id(part) not in said)


def _column(name: str) -> int:
    """The place of a cell called such as `C12`, from 0."""
    place = 0
    for letter in re.sub(r"[^A-Z]", "", name):
        place = place * 26 + ord(letter) - ord("A") + 1
    if place > _COLUMNS:
        raise WorkbookError(f"no sheet has a cell {name}")
    return place - 1
