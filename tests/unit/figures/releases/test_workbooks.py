from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.figures.releases.workbooks import WorkbookError, read_sheets
from tests.unit.figures.releases.books import write_book


def test_cells_come_as_text_and_gaps_are_empty(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", [["Code", "", "Jobs & more"], ["1", "", 12.5]], [["second"]])
    assert [list(rows) for rows in read_sheets(path)] == [
        [["Code", "", "Jobs & more"], ["1", "", "12.5"]],
        [["second"]],
    ]


def test_a_text_in_parts_is_read_without_what_tells_how_it_sounds(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    shared = f"<sst {main}><si><r><t>two </t></r><r><t>parts</t></r><rPh><t>sound</t></rPh></si></sst>"
    cells = '<c r="AB1" t="s"><v>0</v></c><c t="inlineStr"><is><t>here</t></is></c><c><f>1+1</f><v>2</v></c><c/>'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/sharedStrings.xml", shared)
        book.writestr(
            "xl/worksheets/sheet1.xml", f"<worksheet {main}><sheetData><row>{cells}</row></sheetData></worksheet>"
        )
    ((row,),) = [list(rows) for rows in read_sheets(path)]
    assert row == [*[""] * 27, "two parts", "here", "2", ""]


def test_a_cell_that_names_a_text_which_is_not_there_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with zipfile.ZipFile(write_book(tmp_path / "a.xlsx", [["Code"]])) as whole, zipfile.ZipFile(path, "w") as book:
        for name in whole.namelist():
            book.writestr(name, whole.read(name).replace(b"<v>0</v>", b"<v>7</v>"))
    with pytest.raises(WorkbookError, match="a cell names text '7' of 1"):
        [list(rows) for rows in read_sheets(path)]


@pytest.mark.parametrize("number", [0, 1])
def test_what_is_no_workbook_is_said_so(tmp_path: Path, number: int) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK no")
    if number:
        with zipfile.ZipFile(path, "w") as book:
            book.writestr("xl/worksheets/sheet1.xml", "<worksheet><row>")
    with pytest.raises(WorkbookError, match="cannot be read"):
        [list(rows) for rows in read_sheets(path)]


def test_a_cell_beyond_what_a_sheet_holds_is_refused_before_it_costs_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as book:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        sheet = f'<worksheet xmlns="{main}"><row><c r="ZZZZZZZ1"><v>1</v></c></row></worksheet>'
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    with pytest.raises(WorkbookError, match="no sheet has a cell ZZZZZZZ1"):
        [list(rows) for rows in read_sheets(path)]
