"""How the interests of work are rated as a whole, beside which ratings and answers are read."""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from generator.figures.joining import Figures
from generator.model import limits
from generator.model.norms import Work
from generator.model.occupation import Occupation

_DIGITS = 4
"""More than ratings of two decimals can tell."""


def describe_work(figures: Figures, occupations: Iterable[Occupation]) -> Work | None:
    """The mean, spread and correlations of the interests over every code that a table rates.

    Without such a table over the profiles; None where there are too few to tell, or all are rated alike.
    """
    rated = list(figures.rate_all()) or [one.interests.ratings() for one in occupations if one.interests]
    if len(rated) < limits.BANDED:
        return None
    scales = [*zip(*rated, strict=True)]
    deviations = [statistics.pstdev(scale) for scale in scales]
    if not all(deviations):
        return None
    return Work(
        mean=tuple(round(statistics.fmean(scale), _DIGITS) for scale in scales),
        deviation=tuple(round(deviation, _DIGITS) for deviation in deviations),
        correlations=tuple(
            tuple(round(statistics.correlation(first, second), _DIGITS) for second in scales) for first in scales
        ),
    )
