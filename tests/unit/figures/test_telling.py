from __future__ import annotations

from typing import Any

import pytest

from generator.figures.telling import tell
from generator.model.facts import NOTHING, Employers, Facts
from generator.model.occupation import Outlook
from generator.model.tables import Index
from generator.sources.tables import examine

OUTLOOK = (
    "code,title,parts,jobs,jobs_projected,openings,exits,transfers,self_employed_percent\n"
    "1-1,One,,1000,1100,50,30,54,10\n1-2,Two,,3000,2900,70,60,96,2.5\n1-3,Three,,200,300,8,,4,1\n1-4,Four,,9,9,1,,,\n"
    "1-50,Joined,1-51|1-52,7000,7000,9,70,140,0\n1-9,None,,0,0,0,0,0,0\n"
)
ENTRY = {"kind": "outlook", "source": "jobs", "from": 2024, "to": 2034, "how": "So."}


PAY = (
    "code,title,parts,employed,median,p90,hourly_median,capped\n1-1,One,,10,10000,,5,\n1-2,Two,,30,239200,,,median\n"
    "1-3,Three,,20,,,7.5,\n1-4,Four,,5,,,,\n1-50,Both,1-51|1-52,70,50000,,,\n"
)
PAY_ENTRY = {"kind": "pay", "source": "wages", "year": 2025, "how": "So."}
EDUCATION = "code,entry,experience,training\n1-1,degree,none,long\n1-51,degree,none,long\n1-52,degree,none,short\n"
INTERESTS = "code,title,realistic,investigative,artistic,social,enterprising,conventional\n1-1,One,1,2,3,4,5,6\n"


def told(tables: dict[str, tuple[str, dict[str, Any]]], *codes: str, **index: Any) -> Facts:
    """What tables tell of codes: name -> text and what the index says of it."""
    entries = {name: entry for name, (_, entry) in tables.items()}
    said = {"scheme": "own", "region": "CH", "currency": "CHF", "tables": entries} | index
    about = Index.model_validate({name: value for name, value in said.items() if value is not None})
    read = {}
    for name, (text, _) in tables.items():
        table, problems = examine(f"{name}.csv", text, about.tables[name])
        assert table, problems
        read[name] = table
    return tell({"x": about}, {"x": read}, {"own": codes})


def workforce(*codes: str, **index: Any) -> Facts:
    return told({"outlook": (OUTLOOK, ENTRY)}, *codes, **index)


def everything(*codes: str) -> Facts:
    education = {"kind": "education", "source": "asked", "how": "So."}
    interests = {"kind": "interests", "source": "ratings", "how": "So."}
    tables: dict[str, Any] = {"outlook": (OUTLOOK, ENTRY), "pay": (PAY, PAY_ENTRY), "education": (EDUCATION, education)}
    return told(tables | {"interests": (INTERESTS, interests)}, *codes)


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
    assert workforce(*codes).workforce == ()
    assert workforce("1-51", "1-52").workforce[0].exits == 70


def test_a_figure_that_one_code_lacks_is_left_out_and_the_others_are_not() -> None:
    (one,) = workforce("1-1", "1-3").workforce
    assert (one.exits, one.transfers, one.leaving_percent, one.self_employed_percent) == (None, 58, None, 8.5)


def test_nothing_is_told_without_a_region() -> None:
    assert workforce("1-1", region=None) is NOTHING


def test_it_stands_beside_the_projection_of_the_same_years_whosever_that_is() -> None:
    facts = workforce("1-1")
    projection = {"region": "CH", "from": 2024, "to": 2034, "jobs": 9, "jobs_projected": 9, "change_percent": 0}
    outlook = Outlook.model_validate({**projection, "openings_per_year": 1, "source": "jobs"})
    assert facts.workforce_beside(outlook) == facts.workforce[0]
    assert facts.workforce_beside(outlook.model_copy(update={"to": 2035})) is None
    assert facts.workforce_beside(outlook.model_copy(update={"source": "editor"})) == facts.workforce[0]
    assert facts.sources() == {"jobs"}


@pytest.mark.parametrize(
    ("code", "employed", "units"),
    [("1-1", 10, ("year", "hour")), ("1-2", 30, ("year",)), ("1-3", 20, ("hour",)), ("1-4", 5, ())],
)
def test_units_of_time_of_which_pay_is_published_are_told(code: str, employed: int, units: tuple[str, ...]) -> None:
    (one,) = told({"pay": (PAY, PAY_ENTRY)}, code).employees
    assert (one.region, one.year, one.employed, one.per, one.source) == ("CH", 2025, employed, units, "wages")


@pytest.mark.parametrize("codes", [("1-1", "1-2"), ("1-51",), ("9-9",)])
def test_employees_are_told_where_one_row_counts_them_and_no_others(codes: tuple[str, ...]) -> None:
    assert told({"pay": (PAY, PAY_ENTRY)}, *codes).employees == ()
    assert told({"pay": (PAY, PAY_ENTRY)}, "1-51", "1-52").employees[0].employed == 70


def test_an_occupation_of_one_code_has_no_parts() -> None:
    facts = everything("1-1")
    assert (facts.parts, facts.rated) == ((), ())


def test_parts_stand_side_by_side_and_their_jobs_are_added() -> None:
    facts = everything("1-1", "1-2", "1-3")
    (parts,) = facts.parts
    assert (parts.region, parts.jobs, [part.title for part in parts.rows]) == ("CH", 4200, ["One", "Two", "Three"])
    pays = [(part.pay.median, part.pay.per, part.pay.at_least) for part in parts.rows if part.pay]
    assert pays == [(10000, "year", ()), (239200, "year", ("median",)), (7.5, "hour", ())]
    assert [part.outlook.change_percent for part in parts.rows if part.outlook] == [10, -3, 50]
    assert [part.education.entry if part.education else None for part in parts.rows] == ["degree", None, None]
    assert facts.sources() == {"jobs", "wages", "asked", "ratings"}
    (rated,) = facts.rated
    assert (rated.code, rated.title, rated.source) == ("1-1", "One", "ratings")


def test_where_all_parts_were_published_together_these_are_their_jobs() -> None:
    pages = "code,parts,jobs,jobs_projected,openings\n1-1/1-2,1-1|1-2,3100,3000,120\n"
    tables: dict[str, Any] = {"outlook": (OUTLOOK, ENTRY), "pages": (pages, {**ENTRY, "source": "pages"})}
    (parts,) = told(tables, "1-1", "1-2").parts
    assert [part.outlook.jobs for part in parts.rows if part.outlook] == [1000, 3000]
    assert parts.jobs == 3100


def test_codes_that_are_known_together_alone_are_one_part() -> None:
    (parts,) = everything("1-1", "1-51", "1-52").parts
    joined = parts.rows[1]
    assert (joined.codes, joined.title, parts.jobs) == (("1-51", "1-52"), "Joined", 8000)
    assert joined.pay
    assert joined.pay.median == 50000
    # What is asked for differs between the two.
    assert joined.education is None
    # Of one of them alone neither pay nor jobs are known, so that there is no sum.
    (parts,) = everything("1-1", "1-51").parts
    assert (parts.rows[1].codes, parts.rows[1].pay, parts.rows[1].outlook, parts.jobs) == (("1-51",), None, None, None)


EMPLOYERS = (
    "code,title,parts,largest,pay,hourly_pay\n1-1,One,,60 Mills|9.5 Self-employed workers,20000 Mills,\n"
    "1-1/1-3,All,1-1|1-2|1-3,50 Mills|20 Mines,,\n1-2,Two,,40 Mines,,29.5+ Mines\n1-3,Three,,5 Inns,,\n"
)
EMPLOYERS_ENTRY = {"kind": "employers", "source": "handbook", "year": 2024, "how": "So."}


def employers(*codes: str, **index: Any) -> tuple[Employers, ...]:
    return told({"employers": (EMPLOYERS, EMPLOYERS_ENTRY)}, *codes, **index).employers


def test_industries_are_told_with_what_they_pay() -> None:
    (one,) = employers("1-1")
    assert one.model_dump() == {
        "region": "CH", "year": 2024, "currency": "CHF", "per": "year", "covers": None, "source": "handbook",
        "largest": (
            {"industry": "Mills", "percent": 60, "pay": 20000, "at_least": False},
            {"industry": "Self-employed workers", "percent": 9.5, "pay": None, "at_least": False},
        ),
    }  # fmt: skip
    (one,) = employers("1-2")
    assert (one.per, one.largest[0].pay, one.largest[0].at_least) == ("hour", 29.5, True)
    (one,) = employers("1-3")
    assert (one.per, one.currency, one.largest[0].pay) == (None, None, None)


def test_industries_of_several_codes_are_those_of_all_together_or_of_each() -> None:
    (one,) = employers("1-3", "1-1", "1-2")
    assert (one.covers, [employer.percent for employer in one.largest]) == (None, [50, 20])
    assert [one.covers for one in employers("1-1", "1-2")] == ["One", "Two"]
    assert employers("1-1", "9-9") == ()
    assert employers("1-1", currency=None) == ()


def test_a_table_of_one_unit_of_time_without_employees_says_nothing_of_either() -> None:
    assert told({"pay": ("code,title,median\n1-1,One,10000\n", PAY_ENTRY)}, "1-1").employees == ()
