"""Of a table that is wrong throughout, the first mistakes are told and the others counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import MOST
from tests.conftest import check, edit


@pytest.mark.parametrize(
    ("name", "head", "row", "code", "more"),
    [
        ("us/education", "code,entry,experience,training", "{:05d},nons,nons,nons", "OCC005", 3 * 200 - MOST),
        ("office/related", "code,related", "{:05d},x-1|x-2", "FIG009", 2 * 200 - MOST),
    ],
)
def test_the_first_are_told(project: Path, name: str, head: str, row: str, code: str, more: int) -> None:
    text = "\n".join([head, *(row.format(number) for number in range(200)), ""])
    (project / f"content/figures/{name}.csv").write_text(text, encoding="utf-8")
    found = [problem for problem in check(project) if problem.code == code]
    assert len(found) == MOST
    assert found[-1].message.endswith(f", and {more} more problems here")


def test_a_table_without_titles_is_one_mistake(project: Path) -> None:
    edit(project / "content/figures/office.yml", "scheme: onet\n", "scheme: onet\noutlines: preparation\n")
    rows = "".join(f"{number}.00,2\n" for number in range(200_000, 200_900))
    (project / "content/figures/office/preparation.csv").write_text(f"code,level\n{rows}", encoding="utf-8")
    found = [problem for problem in check(project) if problem.code == "OUT001"]
    assert [(problem.line, problem.message) for problem in found] == [
        (1, "no outline without a title, and none of its 900 rows has one"),
    ]
