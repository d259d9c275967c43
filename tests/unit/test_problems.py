from __future__ import annotations

import json
import re

import pytest

from generator.guesses import did_you_mean, did_you_mean_code, find_meant, mend_day, mend_number
from generator.problems import (
    CODES,
    MOST,
    Problem,
    ProjectError,
    format_github,
    format_json,
    format_text,
    put_first,
    shorten,
)
from generator.rules import PROSE, RULES
from tools import problems as documenting

ERROR = Problem("a,b.yml", 3, 7, "OCC004", "unknown 100 % skill", "did you\nmean: x?")
WARNING = Problem("a.yml", 1, 2, "OCC101", "old figure")


def test_text_names_path_line_column_code_and_what_would_be_right() -> None:
    assert format_text([WARNING]) == "a.yml:1:2: OCC101 warning: old figure"
    assert str(ERROR) == "a,b.yml:3:7: OCC004 unknown 100 % skill; did you\nmean: x?"


def test_github_annotation_escapes_what_would_end_it() -> None:
    assert format_github([ERROR, WARNING]).split("\n") == [
        "::error file=a%2Cb.yml,line=3,col=7,title=OCC004::unknown 100 %25 skill; did you%0Amean: x?",
        "::warning file=a.yml,line=1,col=2,title=OCC101::old figure",
        "a,b.yml:3:7: OCC004 unknown 100 % skill; did you mean: x?",
        "a.yml:1:2: OCC101 warning: old figure",
    ]
    assert put_first([ERROR, WARNING], {"a.yml"}) == [WARNING, ERROR]


def test_of_thousands_of_a_kind_a_file_has_so_many_and_their_number() -> None:
    others = [Problem("mkdocs.yml", line, 1, "PAG003", "no page") for line in range(1, MOST + 3_001)]
    more = "mkdocs.yml: 3,000 more of PAG003; `careers check --format json` tells all"
    assert format_text([WARNING, *others, ERROR]).split("\n") == [
        *map(str, [WARNING, *others[:MOST]]),
        *str(ERROR).split("\n"),
        more,
    ]
    lines = format_github([WARNING, *others]).split("\n")
    assert (len(lines), lines[-1]) == (2 * MOST + 3, more)
    assert len(json.loads(format_json(others))) == len(others)
    # Of a table the last that is told says so itself.
    lines = format_text(shorten(others)).split("\n")
    assert (len(lines), ", and 3,000 more problems here" in lines[-1]) == (MOST, True)


def test_json_holds_every_field() -> None:
    assert json.loads(format_json([WARNING])) == [
        {
            "path": "a.yml", "line": 1, "column": 2, "code": "OCC101", "message": "old figure", "hint": "",
            "warning": True,
        }
    ]  # fmt: skip
    assert json.loads(format_json([])) == []


def test_problems_of_a_run_are_sorted_by_place_and_named_once() -> None:
    late = Problem("a.yml", 10, 1, "FLD001", "x")
    assert ProjectError([late, ERROR, WARNING, late]).problems == (ERROR, WARNING, late)


def test_only_codes_of_the_hundreds_are_warnings() -> None:
    warnings = {code for code in CODES if Problem("", 1, 1, code, "").is_warning}
    assert warnings == {
        "FIG101",
        "FIG102",
        "FIG103",
        "FIG104",
        "SRC101",
        "SRC102",
        "LNG101",
        "LOC101",
        "OCC101",
        "OCC102",
        "OCC103",
        "OCC104",
        "OCC105",
        "OCC106",
        "OCC107",
        "OCC108",
        "OCC109",
        "OCC110",
        "OCC111",
        "OCC112",
        "OCC113",
        "OCC114",
        "PRO101",
        "PRO102",
        "PRO103",
        "PRO104",
        "PRO105",
        "PRO106",
        "PRO107",
        "PRO108",
        "FIN101",
    }


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("empaty", "empathy"),
        ("Empathy", "empathy"),
        ("niose", "noise"),
        ("Feeling with others", "empathy"),
        ("night-shift", None),
        ("shift", "shift-work"),
        ("shifts", "shift-work"),
        ("own choice", "free_choice"),
        ("free-choice", "free_choice"),
        ("Associate's degree", "associates-degree"),
        ("associate", "associates-degree"),
        ("none", None),
        ("scientist", "data-scientist"),
        ("dentist", None),
        ("work", "shift-work"),
    ],
)
def test_hint_goes_by_what_people_call_a_thing_and_never_by_letters_alone(word: str, meant: str | None) -> None:
    known = {
        "empathy": ("Feeling with others",),
        "noise": ("Noise at work",),
        "shift-work": ("Shifts",),
        "free_choice": ("Own choice",),
        "associates-degree": (),
        "data-scientist": ("Data scientist",),
    }
    assert find_meant(word, known) == meant


def test_hint_says_all_words_or_where_they_stand() -> None:
    many = [f"word-{number}" for number in range(40)]
    assert did_you_mean("xyz", ["b", "a"], "list.yml") == "write one of a, b"
    assert did_you_mean("xyz", ["a"]) == "write a, the only one there is"
    assert did_you_mean("xyz", many, "list.yml") == "write one of the 40 in list.yml"
    assert did_you_mean("xyz", many) == f"there are 40: {', '.join(sorted(many))}"
    assert did_you_mean("xyz", [*many, *(f"more-{number}" for number in range(60))]) == (
        "none of the 100 there are is like it"
    )
    assert did_you_mean("xyz", []) == "none is known yet"


def test_every_code_is_documented_as_its_rule_and_its_case_say() -> None:
    page = documenting.OUT.read_text(encoding="utf-8")
    assert page == documenting.write_page(), "run: .venv/bin/python -m tools.problems"
    assert re.findall(r"^### ([A-Z]{3}\d{3}): ", page, re.MULTILINE) == list(CODES)


def test_every_rule_says_which_codes_it_gives() -> None:
    first = [re.match(r"([A-Z]{3}\d{3})\b.*: ", rule.__doc__ or "") for rule in (*RULES, *PROSE)]
    assert all(first)
    rules = documenting.read_rules()
    assert {found[1] for found in first if found} <= set(rules) <= set(CODES)


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("47-2125", "47-2152"),  # Swapped, which goes before 47-2121, where a digit is another.
        ("47-2141", "47-2111"),
        ("472152", "47-2152"),
        ("47.2152", "47-2152"),
        ("47-215", "47-2152"),
        ("47-21523", "47-2152"),
        ("29-1141", "29-1141.00"),
        ("47-2152.00", "47-2152"),
        ("99-9999", None),
        ("47-3152.03", None),
        ("1", None),
        ("", None),
    ],
)
def test_only_a_code_that_is_near_is_guessed(code: str, near: str | None) -> None:
    hint = did_you_mean_code(code, {"47-2152", "47-2121", "47-2111", "29-1141.00"}, "look it up")
    assert hint == (f"did you mean {near!r}?" if near else "look it up")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("$77,600", "77600"),
        ("77 600", "77600"),
        ("12'500", "12500"),
        ("36.000 dollars", "36000"),
        ("1.234,5", "1234.5"),
        ("5,57", "5.57"),
        ("97k", "97000"),
        ("1.4 million", "1400000"),
        ("6 %", "6"),
        ("USD 40,000", "40000"),
        ("\u22125", "-5"),
        ("four", ""),
        ("1,2,3", ""),
        ("137,470,", ""),
        ("1.4 m", ""),
        ("1,000k", ""),
        ("0x4", ""),
    ],
)
def test_a_number_is_told_as_it_is_to_be_written(written: str, meant: str) -> None:
    assert mend_number(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("11/28/2026", ("2026-11-28",)),
        ("28/11/26", ("2026-11-28",)),
        ("11/12/2026", ("2026-11-12", "2026-12-11")),
        ("23.11.2026", ("2026-11-23",)),
        ("2026-11-3", ("2026-11-03",)),
        ("20260515", ("2026-05-15",)),
        ("Nov. 3rd, 2026", ("2026-11-03",)),
        ("1 November 2026", ("2026-11-01",)),
        ("2026-02-30", ()),
        ("soon", ()),
        ("May 2026", ()),
        ("1793404800", ()),
        ("1/2/1492", ()),
    ],
)
def test_a_day_is_told_as_it_is_to_be_written(written: str, meant: tuple[str, ...]) -> None:
    assert mend_day(written) == meant
