"""The geometry of the pictures that templates draw as SVG: pure numbers, no markup."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator


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
