from __future__ import annotations

from typing import Any

from generator.figures.telling import tell
from generator.model.facts import NOTHING, Facts
from generator.model.tables import Index
from generator.sources.tables import examine

TITLES = "code,exact,close\n1-1,Bäcker,\n1-2,Bäcker|Konditor,\n1-3,,Müller|Koch\n1-4,,Koch\n"


def told(text: str, entry: dict[str, Any], *codes: str) -> Facts:
    """What one table tells of codes."""
    about = Index.model_validate({"scheme": "own", "tables": {"one": {"how": "So.", **entry}}})
    table, problems = examine("one.csv", text, about.tables["one"])
    assert table, problems
    return tell({"x": about}, {"x": {"one": table}}, {"own": codes})


def test_titles_are_those_of_exact_matches_of_any_code_else_of_close_ones() -> None:
    entry = {"kind": "titles", "source": "union", "language": "de"}
    (one,) = told(TITLES, entry, "1-3", "1-1", "1-2").titles
    assert one.model_dump() == {"language": "de", "exact": ("Bäcker", "Konditor"), "close": (), "source": "union"}
    (one,) = told(TITLES, entry, "1-3", "1-4").titles
    assert (one.exact, one.close) == ((), ("Müller", "Koch"))
    assert told(TITLES, entry, "9-9") is NOTHING


def test_what_it_takes_is_told_of_the_first_code_that_is_known_most_first() -> None:
    schooling = "code,asked,error,school,college\n1-1,30,,20,80\n1-2,20,12.5,100,\n"
    entry = {"kind": "schooling", "source": "survey"}
    (one,) = told(schooling, entry, "9-9", "1-1", "1-2").schooling
    assert one.model_dump() == {
        "asked": 30, "error": None, "source": "survey",
        "shares": ({"level": "college", "percent": 80}, {"level": "school", "percent": 20}),
    }  # fmt: skip
    (one,) = told(schooling, entry, "1-2").schooling
    assert (one.error, [share.level for share in one.shares]) == (12.5, ["school"])


def test_subjects_programs_and_conditions_are_told_with_their_source() -> None:
    knowledge = "code,biology,chemistry,physics\n1-1,2.5,4,\n"
    (one,) = told(knowledge, {"kind": "knowledge", "source": "survey"}, "1-1").subjects
    assert one.subjects == ("chemistry", "biology")
    (named,) = told("code,software\n1-1,C++|Ada\n", {"kind": "software", "source": "ads"}, "1-1").software
    assert (named.names, named.source) == (("C++", "Ada"), "ads")
    facts = told("code,heat,noise\n1-1,71,\n", {"kind": "conditions", "source": "survey"}, "1-1")
    assert (facts.conditions[0].find("heat"), facts.conditions[0].find("noise")) == (71, None)
    assert facts.sources() == {"survey"}
