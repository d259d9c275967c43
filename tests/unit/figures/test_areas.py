"""A workbook of all states becomes a table for each area that the index names."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.unit.figures.releases.books import Row, write_book
from tests.unit.figures.releases.commands import table, update
from tests.unit.figures.test_updating import HEADINGS

COLUMNS = HEADINGS.split()
INDEX = """scheme: soc
region: US
tables:
  pay: {kind: pay, source: wages-2025, year: 2025, how: Employees only.}
  places: {kind: local-pay, source: wages-2025, year: 2025, how: Employees only., areas: {US-OR: Oregon, US-GU: Guam}}
"""
PAY = (
    "code,title,parts,employed,median\n00-0000,All,,9,9\n35-2010,Cooks,35-2012|35-2014,9,9\n35-2012,One,,9,9\n"
    "35-2014,Two,,9,9\n47-2152,Plumbers,,9,9\n"
)


def row(letters: str, code: str, title: str, employed: object, medians: Sequence[object], **other: object) -> Row:
    """A row as the bureau publishes it; `medians` are those of an hour and of a year."""
    cells: dict[str, object] = {
        "AREA": "41", "AREA_TITLE": "Anywhere", "AREA_TYPE": "2", "PRIM_STATE": letters, "NAICS": "000000",
        "OCC_CODE": code, "OCC_TITLE": title, "TOT_EMP": employed, "H_MEDIAN": medians[0], "A_MEDIAN": medians[1],
    }  # fmt: skip
    cells |= other
    return [cells.get(name, "-") for name in COLUMNS]


@pytest.fixture
def states(project: Path) -> Path:
    """The small project with two areas, one of which has a table."""
    root = project / "content/figures"
    shutil.rmtree(root / "us")
    (root / "us/places").mkdir(parents=True)
    (root / "us.yml").write_text(INDEX, encoding="utf-8")
    (root / "us/pay.csv").write_text(PAY, encoding="utf-8")
    old = "code,employed,median\n35-2012,90,30000\n35-2014,10,50000\n"
    (root / "us/places/us-or.csv").write_text(old, encoding="utf-8")
    return project


def test_each_area_gets_its_table_and_a_line_of_what_changed(states: Path) -> None:
    rows = [
        COLUMNS,
        row("OR", "35-0000", "Food Occupations", 900, (20, 41600)),
        row("OR", "35-2010", "Cooks", 100, (20, 41600)),
        row("OR", "35-2012", "Cooks, Institution", "**", (21.5, 44720)),
        row("OR", "47-2152", "Plumbers", 300, ("#", "#")),
        row("OR", "47-2152", "Plumbers", 5, (9, 18720), NAICS="238000"),
        row("GU", "35-2012", "Cooks, Institution", 40, (11.5, "*"), AREA_TYPE="3"),
        row("GU", "35-2014", "Cooks, Restaurant", 30, ("*", "*"), AREA_TYPE="3"),
        row("OR", "35-2012", "Cooks, Institution", 7, (9, 18720), AREA_TYPE="4"),
        row("VI", "35-2012", "Cooks, Institution", 7, (9, 18720), AREA_TYPE="3"),
    ]
    result = update(states, "places", write_book(states / "state.xlsx", rows))
    assert result.exit_code == 0, result.output
    assert table(states, "us/places/us-or") == [
        "code,title,parts,employed,median,capped",
        "35-2010,Cooks,35-2012|35-2014,100,41600,",
        '35-2012,"Cooks, Institution",,,44720,',
        "47-2152,Plumbers,,300,239200,median",
    ]
    assert table(states, "us/places/us-gu") == [
        "code,title,employed,median,hourly_median",
        '35-2012,"Cooks, Institution",40,,11.5',
        '35-2014,"Cooks, Restaurant",30,,',
    ]
    assert result.stdout == (
        "areas that the index does not name: VI\nUS-OR: 1 codes gone, 2 new, 1 medians moved over 15%\n"
    )
    assert "content/figures/us/places/us-gu.csv: 2 rows" in result.stderr


def test_an_area_of_which_the_files_have_nothing_is_an_error_and_no_table_is_written(states: Path) -> None:
    book = write_book(states / "state.xlsx", [COLUMNS, row("OR", "35-2012", "Cooks", 40, (11.5, 23920))])
    before = table(states, "us/places/us-or")
    result = update(states, "places", book)
    assert result.exit_code == 1
    assert "the files have nothing of US-GU; leave them out of `areas`" in result.stderr
    assert table(states, "us/places/us-or") == before


def test_tables_that_no_official_file_makes_say_so(states: Path) -> None:
    index = states / "content/figures/us.yml"
    entry = "  inns: {kind: employers, source: wages-2025, year: 2025, how: So.}\n"
    index.write_text(INDEX + entry, encoding="utf-8")
    result = update(states, "inns", write_book(states / "state.xlsx", [COLUMNS]))
    assert result.exit_code == 1
    assert "no official file is known from which tables of employers are made: write it by hand" in result.stderr
