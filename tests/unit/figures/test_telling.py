from __future__ import annotations

from typing import Any

import pytest

from generator.figures.telling import tell
from generator.model.facts import NOTHING, Facts
from generator.model.figures import Index
from generator.model.occupation import Outlook
from generator.sources.tables import examine

OUTLOOK = (
    "code,title,parts,jobs,jobs_projected,openings,exits,transfers,self_employed_percent\n"
    "1-1,One,,1000,1100,50,30,54,10\n1-2,Two,,3000,2900,70,60,96,2.5\n1-3,Three,,200,300,8,,4,1\n1-4,Four,,9,9,1,,,\n"
    "1-50,Joined,1-51|1-52,7000,7000,9,70,140,0\n1-9,None,,0,0,0,0,0,0\n"
)
ENTRY = {"kind": "outlook", "source": "jobs", "from": 2024, "to": 2034, "how": "So."}


def told(kind: str, text: str, entry: dict[str, Any], *codes: str, **index: Any) -> Facts:
    """What one table tells of codes."""
    about = Index.model_validate(
        {"scheme": "own", "region": "CH", "currency": "CHF", "tables": {kind: {"how": "So.", **entry}}} | index
    )
    table, problems = examine(f"{kind}.csv", text, about.tables[kind])
    assert table, problems
    return tell({"x": about}, {"x": {kind: table}}, {"own": codes})


def workforce(*codes: str, **index: Any) -> Facts:
    return told("outlook", OUTLOOK, ENTRY, *codes, **index)


def test_who_leaves_and_who_works_alone_is_told_with_time_and_source() -> None:
    (one,) = workforce("1-1").workforce
    assert one.model_dump() == {
        "region": "CH", "from_": 2024, "to": 2034, "exits": 30, "transfers": 54, "leaving_percent": 8.0,
        "self_employed_percent": 10.0, "source": "jobs",
    }  # fmt: skip


def test_of_several_codes_those_who_leave_are_added_and_the_self_employed_weighed_by_jobs() -> None:
    (one,) = workforce("1-1", "1-2").workforce
    assert (one.exits, one.transfers, one.leaving_percent, one.self_employed_percent) == (90, 150, 6.0, 4.4)


@pytest.mark.parametrize("codes", [("1-51",), ("1-1", "1-51"), ("1-4",), ("1-9",), ("9-9",), ()])
def test_what_is_not_known_of_all_codes_alone_is_not_told(codes: tuple[str, ...]) -> None:
    assert workforce(*codes) is NOTHING
    assert workforce("1-51", "1-52").workforce[0].exits == 70


def test_a_figure_that_one_code_lacks_is_left_out_and_the_others_are_not() -> None:
    (one,) = workforce("1-1", "1-3").workforce
    assert (one.exits, one.transfers, one.leaving_percent, one.self_employed_percent) == (None, 58, None, 8.5)


def test_nothing_is_told_without_a_region() -> None:
    assert workforce("1-1", region=None) is NOTHING


def test_it_stands_beside_the_projection_of_the_same_source_and_years() -> None:
    facts = workforce("1-1")
    projection = {"region": "CH", "from": 2024, "to": 2034, "jobs": 9, "jobs_projected": 9, "change_percent": 0}
    outlook = Outlook.model_validate({**projection, "openings_per_year": 1, "source": "jobs"})
    assert facts.workforce_beside(outlook) == facts.workforce[0]
    assert facts.workforce_beside(outlook.model_copy(update={"to": 2035})) is None
    assert facts.workforce_beside(outlook.model_copy(update={"source": "editor"})) is None
    assert facts.sources() == {"jobs"}
