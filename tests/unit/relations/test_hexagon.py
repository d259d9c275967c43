"""The hexagon has its corners where everybody draws them."""

from __future__ import annotations

from generator.relations.hexagon import plot, rim


def test_hexagon_begins_at_the_top_and_turns_clockwise() -> None:
    assert plot([7] * 6, 1, 7, 90) == ((0, -90), (77.9, -45), (77.9, 45), (0, 90), (-77.9, 45), (-77.9, -45))


def test_lowest_value_lies_in_the_centre() -> None:
    assert plot([1, 4, 1, 1, 1, 1], 1, 7, 90)[:3] == ((0, 0), (39, -22.5), (0, 0))


def test_rim_has_its_sides_where_the_hexagon_has_its_corners() -> None:
    assert rim(100) == ((-57.7, -100), (57.7, -100), (115.5, 0), (57.7, 100), (-57.7, 100), (-115.5, 0))
