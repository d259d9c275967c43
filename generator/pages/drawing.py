"""The geometry of the pictures that templates draw as SVG: pure numbers, no markup."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


def _point(sixth: float, radius: float) -> Point:
    """A point at `radius` from (0, 0), so many sixths of a circle clockwise from straight up; y goes downwards."""
    angle = math.pi * sixth / 3
    # The last digits of a sine are not the same on every machine; adding 0 turns -0 into 0.
    return round(radius * math.sin(angle), 12) + 0, round(-radius * math.cos(angle), 12) + 0


CORNERS = tuple(_point(at, 1) for at in range(6))
"""Corners of a hexagon of radius 1 around (0, 0), the first straight up, then clockwise."""

RIM = tuple(_point(at - 0.5, 2 / math.sqrt(3)) for at in range(6))
"""Corners of the hexagon whose sides lie at distance 1: its upper side goes from the first corner to the second."""


def hexagon(values: Sequence[float], low: float, high: float, radius: float) -> tuple[Point, ...]:
    """Corners of a hexagon plot in the order of `CORNERS`: `low` lies in the centre, `high` at distance `radius`."""
    reaches = [radius * (value - low) / (high - low) for value in values]
    return tuple((round(reach * x, 1), round(reach * y, 1)) for reach, (x, y) in zip(reaches, CORNERS, strict=True))


def rim(reach: float) -> tuple[Point, ...]:
    """Corners of a hexagon in the order of `RIM`, its sides at distance `reach`."""
    return tuple((round(reach * x, 1), round(reach * y, 1)) for x, y in RIM)


@dataclass(frozen=True)
class Strip:
    """Where amounts lie on a strip from 0 to `top`, a round number, and those that stand beside them."""

    places: tuple[float, ...]
    beside: tuple[float, ...]
    top: float


def strip(amounts: Sequence[float], beside: Sequence[float], width: float) -> Strip:
    """The least strip that holds all of them, `width` long."""
    top = ceiling(max((*amounts, *beside)))
    places, others = (tuple(round(width * one / top, 1) for one in some) for some in (amounts, beside))
    return Strip(places, others, top)


def shares(values: Sequence[float], width: float) -> tuple[float, ...]:
    """Lengths of bars on one scale, the largest of `values` being `width` long."""
    top = max(values)
    return tuple(round(width * value / top, 1) for value in values)


def ceiling(value: float) -> float:
    """The least round number at or above `value`."""
    return next(step for step in _rounds(value) if step >= value)


def steps(low: float, high: float) -> tuple[float, ...]:
    """The round numbers from the last one at or below `low` to the last one at or below `high`."""
    below = list(itertools.takewhile(lambda step: step <= high, _rounds(low)))
    first = max(at for at, step in enumerate(below) if step <= low)
    return tuple(below[first:])


def _rounds(value: float) -> Iterator[float]:
    """Round numbers in order, the first one at or below `value`: 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten."""
    power: float = 10.0 ** math.floor(math.log10(value))
    while True:
        yield from (step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8))
        power *= 10
