"""Lengths of time in texts."""

from __future__ import annotations

import pytest

from generator.prose.lengths import find_lengths, find_minutes

NUMBERS = {"half": 0.5, "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0}
UNITS = {"minutes": 1.0, "hour": 60.0, "hours": 60.0, "evening": 180.0, "day": 480.0, "month": 10000.0}


@pytest.mark.parametrize(
    ("takes", "minutes"),
    [
        ("Half an hour each", 30),
        ("About 90 minutes", 90),
        ("An hour or two", 120),
        ("One evening", 180),
        ("15 minutes each, at closing time", 15),
        # Neither said nor to be guessed.
        ("20 minutes a day for a month", None),
        ("A few hours", 60),
        ("Several hours", None),
        ("No extra time", None),
        ("", None),
    ],
)
def test_a_length_of_time_is_read_where_it_is_plain(takes: str, minutes: float | None) -> None:
    assert find_minutes(takes, NUMBERS, UNITS) == minutes


@pytest.mark.parametrize(
    ("takes", "lengths"),
    [
        ("About 2 hours", [120]),
        ("One to two hours", [60, 120]),
        ("30 minutes to 2 hours", [30, 120]),
        # The unit of the last numbers is the one before them.
        ("2 hours, then 1 to 2 more", [120, 60, 120]),
        ("5 minutes; 8 at times", [5, 8]),
        ("Some hours", []),
        ("3 of them", []),
    ],
)
def test_every_length_counts_in_the_unit_beside_it(takes: str, lengths: list[float]) -> None:
    assert find_lengths(takes, NUMBERS, UNITS) == lengths
