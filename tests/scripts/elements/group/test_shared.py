"""Which occupations several people of a group have near the top."""

from __future__ import annotations

from tests.scripts.node.running import Json, Modules
from tests.scripts.quizzes import SCALES

BODY = """
const found = finish(findShared(given.results, given.occupations));
return found.map(({ occupation, count }) => [occupation.title, count]);
"""


def like(*scores: float) -> Json:
    """A person who likes the six interests so much."""
    quiz = {"kind": "interests", "scales": SCALES, "norms": None}
    return {"quiz": quiz, "scores": scores, "error": 0.2, "answers": {}, "items": [], "order": None}


def work(title: str, field: str, *interests: float) -> Json:
    """An occupation that asks for the six so much."""
    return {"title": title, "field": field, "interests": interests}


HANDS, HEAD, HEART = (7, 2, 1, 1, 1, 2), (2, 7, 1, 1, 1, 2), (1, 1, 2, 7, 2, 1)
TRADES = [work(f"Trade {at}", "building", *HANDS) for at in range(4)]
REST = [work(f"Other {at}", "other", 1, 1, 7, 1, 2, 1) for at in range(20)]


def test_what_two_people_have_near_the_top_comes_first_and_two_of_a_field(modules: Modules) -> None:
    occupations = [*REST, *TRADES, work("Lab", "science", *HEAD), work("Care", "health", *HEART)]
    two_hands_and_a_heart = [like(5, 2, 1, 1, 1, 2), like(4, 2, 1, 1, 1, 2), like(1, 1, 2, 5, 2, 1)]
    given = {"results": two_hands_and_a_heart, "occupations": occupations}
    found = modules.run("elements/group/shared site/slices", BODY, **given)
    # Of six at the top both have four trades; that of the third is nobody else's.
    assert found[:2] == [["Trade 0", 2], ["Trade 1", 2]]
    assert "Care" not in [title for title, _ in found]
    assert not [title for title, _ in found if title in ("Trade 2", "Trade 3")]


def test_what_pulls_against_people_is_shared_by_nobody(modules: Modules) -> None:
    given = {"results": [like(5, 1, 1, 1, 1, 1), like(1, 1, 1, 5, 1, 1)], "occupations": REST}
    assert modules.run("elements/group/shared site/slices", BODY, **given) == []
