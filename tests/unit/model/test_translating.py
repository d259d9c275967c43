"""Which texts are translated, and how a translation lies over its original."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.method import Method
from generator.model.occupation import Occupation
from generator.model.reference import Reference
from generator.model.terms import ConditionTerm
from generator.model.translating import Odd, find_own, lay_over, list_texts, plan
from generator.model.ways import INTRODUCTIONS

METHOD = {
    "title": "Learn",
    "strategies": [
        {"key": "skills", "title": "Skills", "steps": ["One", "Two"], "evidence": [{"finding": "A", "url": "b"}]},
        {"key": "goals", "title": "Goals"},
    ],
    "reviewed": "2026-11-01",
}


@pytest.mark.parametrize(
    ("kind", "way", "expected"),
    [
        (Occupation, ("title",), True),
        (Occupation, ("tasks", 0), True),
        (Occupation, ("skills", 0, "why"), True),
        (Occupation, ("skills", 0, "skill"), False),
        (Occupation, ("explore", "know_yourself"), True),
        (Occupation, ("pay", 0, "covers"), True),
        (Occupation, ("reviewed",), False),
        (Method, ("strategies", 0, "evidence", 0, "finding"), True),
        (Method, ("strategies", 0, "evidence", 0, "reference"), False),
        (Reference, ("credit",), False),
        (Reference, ("used_for",), True),
        (ConditionTerm, ("measure", "published_as", 0), False),
        (INTRODUCTIONS["fields"], ("law",), True),
    ],
)
def test_words_of_readers_are_translated_and_nothing_else(
    kind: Any, way: tuple[str | int, ...], expected: bool
) -> None:
    found = plan(kind)
    for step in way:
        found = found and found.inner(step)
    assert bool(found) is expected


def test_a_list_of_texts_is_one_text() -> None:
    assert dict(list_texts(plan(Method), METHOD)) == {
        ("title",): "Learn",
        ("strategies", "skills", "title"): "Skills",
        ("strategies", "skills", "steps"): "One\nTwo",
        ("strategies", "skills", "evidence", 0, "finding"): "A",
        ("strategies", "goals", "title"): "Goals",
    }


def test_entries_are_found_by_their_key_or_their_place() -> None:
    own = {"strategies": [{"key": "goals", "title": "Metas"}, {"key": "skills", "steps": ["Uno", "Dos", "Tres"]}]}
    odd: list[Odd] = []
    whole = lay_over(plan(Method), METHOD, own, odd)
    assert odd == []
    assert whole["title"] == "Learn"
    assert [one["title"] for one in whole["strategies"]] == ["Skills", "Metas"]
    assert whole["strategies"][0]["steps"] == ["Uno", "Dos", "Tres"]
    assert find_own(whole, own, ("strategies", 0, "steps", 1)) == ("strategies", 1, "steps", 1)
    assert find_own(whole, own, ("strategies", 0, "title")) is None
    assert METHOD["title"] == "Learn"


@pytest.mark.parametrize(
    ("own", "odd"),
    [
        ({"reviewed": "2026-11-02"}, [Odd(("reviewed",), is_gone=False)]),
        ({"reviewed": "2026-11-01"}, []),
        ({"keep_going": "Sigue"}, [Odd(("keep_going",), is_gone=True)]),
        ({"strategies": [{"key": "more", "title": "Más"}]}, [Odd(("strategies", 0), is_gone=True)]),
        ({"strategies": [{"key": "goals", "takes": None}]}, []),
        ({"bogus": "?"}, [Odd(("bogus",), is_gone=False)]),
        ({"strategies": "?"}, [Odd(("strategies",), is_gone=False)]),
    ],
)
def test_what_is_odd_is_told_and_left_out(own: dict[str, Any], odd: list[Odd]) -> None:
    found: list[Odd] = []
    assert lay_over(plan(Method), METHOD, own, found) == METHOD
    assert found == odd
