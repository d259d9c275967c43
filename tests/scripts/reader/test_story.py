"""What all answers come to, in one sentence."""

from __future__ import annotations

import pytest

from tests.scripts.node.running import Json, Modules
from tests.scripts.quizzes import SCALES, VALUES

TEXT = {
    "interests": "You lean to {names}.",
    "shared": "These answers lean to {names}.",
    "many": "Many kinds.",
    "flat": "No way yet.",
    "straight": "All the same.",
    "values": "To you: {names}.",
}
BODY = """
const reader = new Map(Object.entries(given.reader));
return tellStory(reader, given.text, given.labels, given.shared);
"""


def interests(*scores: float, error: float = 0.1, flat: str | None = None) -> Json:
    return {"interests": {"quiz": {"scales": SCALES}, "scores": scores, "error": error, "flat": flat}}


@pytest.mark.parametrize(
    ("reader", "shared", "story"),
    [
        ({}, False, ""),
        (interests(1, 4, 1, 5, 1, 1), False, "You lean to social and investigative."),
        (interests(1, 4, 1, 5, 1, 1), True, "These answers lean to social and investigative."),
        # The third is tied with others: a sentence with all of them would name no direction.
        (interests(4, 4, 4, 4, 1, 1), False, "Many kinds."),
        (interests(3, 3, 3, 3, 3, 3.1, flat="flat"), False, "No way yet."),
        (interests(4, 4, 4, 4, 4, 4, flat="straight"), False, "All the same."),
        (
            {"values": {"quiz": {"scales": VALUES}, "scores": [5, 4, 3, 2, 1, 0], "flat": None}},
            False,
            "To you: the achievement and the independence.",
        ),
        ({"values": {"quiz": {"scales": VALUES}, "scores": [3, 3, 3, 2, 2, 2], "flat": "circular"}}, False, ""),
    ],
)
def test_story(modules: Modules, reader: Json, shared: bool, story: str) -> None:
    given = {
        "reader": reader,
        "shared": shared,
        "text": TEXT,
        "labels": {
            "interests": {scale: scale.title() for scale in SCALES},
            "values": {value: f"The {value}" for value in VALUES},
        },
    }
    assert modules.run("reader/story", BODY, **given) == story
