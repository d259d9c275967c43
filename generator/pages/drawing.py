"""The geometry of the pictures that templates draw as SVG: pure numbers, no markup."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]


def hexagon(values: Sequence[float], low: float, high: float, radius: float) -> tuple[Point, ...]:
    """Corners of a hexagon plot around (0, 0), the first value straight up, then clockwise, y downwards.

    `low` lies in the centre and `high` at distance `radius`.
    """
    points = []
    for index, value in enumerate(values):
        angle = math.pi * index / 3
        reach = radius * (value - low) / (high - low)
        points.append((round(reach * math.sin(angle), 1), round(-reach * math.cos(angle), 1)))
    return tuple(points)


def positions(values: Sequence[float], width: float) -> tuple[float, ...]:
    """Places of `values` on a strip from 0 to the next round number above the largest, in units of `width`."""
    top = ceiling(max(values))
    return tuple(round(width * value / top, 1) for value in values)


def shares(values: Sequence[float], width: float) -> tuple[float, ...]:
    """Lengths of bars on one scale, the largest of `values` being `width` long."""
    top = max(values)
    return tuple(round(width * value / top, 1) for value in values)


def ceiling(value: float) -> float:
    """The least number at or above `value` of the form 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten."""
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * power >= value)
