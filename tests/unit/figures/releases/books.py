"""Workbooks for tests, laid out as spreadsheets save them."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
Row = list[Any]
"""Of texts and numbers."""
Sheet = Sequence[Row]


def write_book(path: Path, *sheets: Sheet) -> Path:
    """A workbook of texts, which its cells name by number, and numbers; empty cells are left out."""
    shared: list[str] = []

    def write_cell(row: int, column: int, value: str | float) -> str:
        place = f"{chr(ord('A') + column)}{row}"
        if not isinstance(value, str):
            return f'<c r="{place}"><v>{value}</v></c>'
        shared.append(value)
        return f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>' if value else ""

    with zipfile.ZipFile(path, "w") as book:
        for number, sheet in enumerate(sheets, 1):
            rows = "".join(
                f'<row r="{at}">{"".join(write_cell(at, place, value) for place, value in enumerate(row))}</row>'
                for at, row in enumerate(sheet, 1)
            )
            book.writestr(
                f"xl/worksheets/sheet{number}.xml", f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>"
            )
        texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
        book.writestr("xl/sharedStrings.xml", f"<sst {_MAIN}>{texts}</sst>")
    return path
