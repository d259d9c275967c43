"""How the scores of several people spread, and where the dots for them stand."""

from __future__ import annotations

import math

import pytest

from tests.scripts.node.running import Modules


def test_spread_and_highest_are_worked_out_to_the_last_digit(modules: Modules) -> None:
    given = [
        {"quiz": {"kind": "interests", "steps": 5}, "scores": [4.2, 4.0, 1.0], "error": 0.2, "flat": None},
        {"quiz": {"kind": "interests", "steps": 5}, "scores": [1.2, 4.0, 2.0], "error": 0.2, "flat": None},
        {"quiz": {"kind": "interests", "steps": 5}, "scores": [3.0, 3.0, 3.0], "error": 0.2, "flat": "straight"},
    ]
    found = modules.call("elements/group/spread", "spread", given)
    assert (found["total"], found["flat"]) == (3, 1)
    first, second, third = found["rows"]
    assert first["mean"] == pytest.approx(2.8)
    # (1.4 ** 2 + 1.6 ** 2 + 0.2 ** 2) / 3 = 4.56 / 3
    assert first["deviation"] == pytest.approx(math.sqrt(1.52))
    assert second["deviation"] == pytest.approx(math.sqrt(2 / 9))
    # 4.2 and 4.0 lie closer than 0.2 * sqrt(2) = 0.28.
    assert [row["count"] for row in (first, second, third)] == [1, 2, 0]


def test_dots_that_would_overlap_stand_in_piles_and_stay_low(modules: Modules) -> None:
    dots = modules.call("elements/group/spread", "stack", [3, 5, 1, 3, 3.1], [1, 5])
    assert [dot["x"] for dot in dots] == pytest.approx([0, 100, 100, 105, 200])
    assert [dot["y"] for dot in dots] == pytest.approx([0, 0, 8.5, 17, 0])
    tallest = max(dot["y"] for dot in modules.call("elements/group/spread", "stack", [2] * 60, [1, 5]))
    assert tallest == pytest.approx(7 * 8.5)
