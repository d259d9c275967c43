"""The geometry of the pictures that templates draw as SVG: pure numbers, no markup."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

_MONTHS = 12


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


@dataclass(frozen=True)
class Axis:
    """A scale of time from nothing to `top` years, with a mark at each of `marks`, whole numbers of `unit`."""

    top: float
    unit: Literal["years", "months"]
    marks: tuple[int, ...]


def scale_times(times: Iterable[tuple[float, float | None]]) -> Axis:
    """The scale of lengths of time in years, each (shortest, longest); None where the end is open, which takes room.

    Months where all of them end within a year. At most six marks: every 1, 2, 5 or 10.
    """
    ends = [(low if high is None else high, high is None) for low, high in times]
    unit: Literal["years", "months"] = "years" if max(ends)[0] > 1 else "months"
    longest, is_open = max((round(end * (_MONTHS if unit == "months" else 1), 3), is_open) for end, is_open in ends)
    step = next(step for step in itertools.chain((1, 2, 5), itertools.count(10, 10)) if longest <= 6 * step)
    count = math.ceil(longest / step)
    count += is_open and longest > (count - 0.5) * step
    return Axis(count * step / (_MONTHS if unit == "months" else 1), unit, tuple(range(step, count * step + 1, step)))
