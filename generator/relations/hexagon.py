"""The hexagon of interests, in the order of the scales: its corners, and plots in it. Pure numbers, no markup."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]


def _point(sixth: float, radius: float) -> Point:
    """A point at `radius` from (0, 0), so many sixths of a circle clockwise from straight up; y goes downwards."""
    angle = math.pi * sixth / 3
    # As exact as pictures need, and no longer on every page; adding 0 turns -0 into 0.
    return round(radius * math.sin(angle), 5) + 0, round(-radius * math.cos(angle), 5) + 0


CORNERS = tuple(_point(at, 1) for at in range(6))
"""Corners of a hexagon of radius 1 around (0, 0), the first straight up, then clockwise."""

RIM = tuple(_point(at - 0.5, 2 / math.sqrt(3)) for at in range(6))
"""Corners of the hexagon whose sides lie at distance 1: its upper side goes from the first corner to the second."""


def plot(values: Sequence[float], low: float, high: float, radius: float) -> tuple[Point, ...]:
    """Corners of a plot in the order of `CORNERS`: `low` lies in the centre, `high` at distance `radius`."""
    reaches = [radius * (value - low) / (high - low) for value in values]
    return tuple((_shorten(reach * x), _shorten(reach * y)) for reach, (x, y) in zip(reaches, CORNERS, strict=True))


def rim(reach: float) -> tuple[Point, ...]:
    """Corners of a hexagon in the order of `RIM`, its sides at distance `reach`."""
    return tuple((round(reach * x, 1), round(reach * y, 1)) for x, y in RIM)


def _shorten(place: float) -> float:
    """To one digit behind the point, or none: pages write what this is."""
    found = round(place, 1)
    return int(found) if found.is_integer() else found
