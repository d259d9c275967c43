from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cache import Cache
from generator.model.figures import Kind, Near, Pay, Weighed
from generator.model.tables import Entry
from generator.problems import MOST
from generator.sources import tables
from generator.sources.grids import find_cell
from generator.sources.tables import read_table


def write(root: Path, text: str) -> Path:
    path = root / "table.csv"
    path.write_bytes(text.encode())
    return path


def entry(kind: Kind) -> Entry:
    return Entry(kind=kind, source="one", how="As they are.")


def test_rows_are_found_by_code_and_empty_cells_are_unknown(tmp_path: Path) -> None:
    text = 'code,title,parts,p10,median,hourly_median,capped\n1-1,"A, b",1-2|1-3,10,20,,median\n1-4,,,,,7.5,\n'
    table, problems = read_table(write(tmp_path, text), tmp_path, entry("pay"), Cache(None))
    assert table
    assert not problems
    one, other = table.rows["1-1"], table.rows["1-4"]
    assert isinstance(one, Pay)
    assert isinstance(other, Pay)
    assert (one.title, one.parts, one.points(), one.capped) == (
        "A, b", ("1-2", "1-3"), (("p10", 10), ("median", 20)), ("median",)
    )  # fmt: skip
    assert (other.title, other.points(), other.points("hourly_")) == (None, (), (("median", 7.5),))


def test_columns_of_an_open_table_name_what_is_weighed(tmp_path: Path) -> None:
    text = "code,title,active-listening,science\n1-1,A,4.5,\n"
    table, _ = read_table(write(tmp_path, text), tmp_path, entry("skills"), Cache(None))
    assert table
    assert table.rows["1-1"] == Weighed(code="1-1", title="A", importance={"active-listening": 4.5})


def test_a_table_reads_the_same_with_a_byte_order_mark_and_carriage_returns(tmp_path: Path) -> None:
    plain = "code,related\n1,2|3\n2,1\n"
    first, _ = read_table(write(tmp_path, plain), tmp_path, entry("related"), Cache(None))
    second, _ = read_table(
        write(tmp_path, "\ufeff" + plain.replace("\n", "\r\n")), tmp_path, entry("related"), Cache(None)
    )
    assert first
    assert second
    assert first.rows == second.rows == {"1": Near(code="1", related=("2", "3")), "2": Near(code="2", related=("1",))}


@pytest.mark.parametrize(
    ("line", "place", "column"),
    [("a,b,c", 0, 1), ("a,b,c", 2, 5), ('"a,""b",c', 1, 9), (",,", 2, 3), ("ä,b", 1, 3)],
)
def test_a_cell_is_found_in_its_line(line: str, place: int, column: int) -> None:
    assert find_cell(line, place) == column


def test_a_table_found_right_is_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "code,level\n1,2\n")
    cache = Cache(tmp_path / "made.sqlite3")
    assert read_table(path, tmp_path, entry("preparation"), cache)[1] == []
    checked = []
    monkeypatch.setattr(tables, "_check", lambda source, _kind: checked.append(source.path))
    assert read_table(path, tmp_path, entry("preparation"), cache)[0]
    assert checked == []
    read_table(path, tmp_path, entry("values"), cache)
    write(tmp_path, "code,level\n1,3\n")
    read_table(path, tmp_path, entry("preparation"), cache)
    assert checked == ["table.csv"] * 2


def test_a_table_with_a_mistake_is_told_of_each_time(tmp_path: Path) -> None:
    path = write(tmp_path, "code,level\n1,6\n")
    cache = Cache(tmp_path / "made.sqlite3")
    found = [read_table(path, tmp_path, entry("preparation"), cache) for _ in range(2)]
    assert [(table, [problem.code for problem in problems]) for table, problems in found] == [(None, ["FLD005"])] * 2


def test_a_table_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    path = write(tmp_path, "code,level\n" + "x" * tables.MAX_BYTES)
    table, (problem,) = read_table(path, tmp_path, entry("preparation"), Cache(None))
    assert table is None
    assert problem.code == "SRC003"


def test_of_many_mistakes_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    lines = [f"{number},x,y" for number in range(1000, 4_000)]
    path = write(tmp_path, "\n".join(["code,median,p10", *lines, ""]))
    table, problems = read_table(path, tmp_path, entry("pay"), Cache(None))
    assert table is None
    assert len(problems) == MOST
    assert [problem.line for problem in problems[:3]] == [2, 2, 3]
    assert problems[-1].message.endswith(", and 5,900 more problems here")
    assert not any("more problems" in problem.message for problem in problems[:-1])
    twice = "\n".join(["code,median", *["1000,5"] * 2_000, ""])
    _, problems = read_table(write(tmp_path, twice), tmp_path, entry("pay"), Cache(None))
    assert (len(problems), problems[-1].line) == (MOST, MOST + 2)
    assert problems[-1].message.endswith(", and 1,899 more problems here")


@pytest.mark.parametrize(
    ("kind", "make", "count"),
    [
        ("pay", lambda count: "code,title\n" + '"a"b\n' * count, 10_000),  # Something wrong with each line.
        ("pay", lambda count: "code,title\n" + '"a\n' * count, 10_000),
        ("pay", lambda count: 'code,title\n"' + "a\n" * count, 10_000),
        ("skills", lambda count: "code" + "".join(f",a{n}" for n in range(count)) + "\n1" + ",x" * count, 1_000),
        ("skills", lambda count: "code" + "".join(f",A{n}" for n in range(count)) + "\n1" + ",1" * count, 1_000),
    ],
)
def test_a_hostile_table_takes_no_longer_than_its_length_has_it(
    kind: Kind, make: Callable[[int], str], count: int
) -> None:
    def measure(count: int) -> float:
        text = make(count)
        begun = time.process_time()
        table, problems = tables.examine("table.csv", text, entry(kind))
        took = time.process_time() - begun
        assert table is None
        assert 0 < len(problems) <= MOST
        return took

    # What is quadratic takes sixteen times as long; a second look where something else may have been at work.
    assert any(measure(4 * count) < max(0.05, 9 * measure(count)) for _ in range(2))
