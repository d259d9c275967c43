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
