"""How people answer an assessment, and how work is rated, so that one can be held against the other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from generator.model.base import NUMBER, Count, Key, Line, Model, Sentence
from generator.model.words import Offers

Coefficient = Annotated[float, Field(gt=-1, lt=1, allow_inf_nan=False), NUMBER]


class Norm(Model):
    """Of one scale, over people or occupations."""

    mean: Annotated[float, Field(ge=1, le=7, allow_inf_nan=False), NUMBER]
    deviation: Annotated[float, Field(gt=0, le=6, allow_inf_nan=False), NUMBER]


STEP = 4 / 6
"""From ratings of 1 to 7 to answers of 1 to 5; scoring/norms.js has the same, and a test holds both together."""


@dataclass(frozen=True)
class Work:
    """How the interests of work are rated over all occupations; ratings go from 1 to 7, scales are in their order."""

    mean: tuple[float, ...]
    deviation: tuple[float, ...]
    correlations: tuple[tuple[float, ...], ...]

    def answers(self) -> tuple[tuple[float, float], ...]:
        """Mean and standard deviation of each scale, as if ratings were answers of 1 to 5."""
        pairs = zip(self.mean, self.deviation, strict=True)
        return tuple((1 + (mean - 1) * STEP, deviation * STEP) for mean, deviation in pairs)


class Norms(Model):
    """Norms of people for the interests: `content/norms.yml`. Scores are means of answers from 1 to 5."""

    source: Annotated[Key, Offers("sources")] = Field(description="Whose answers they are; a key of `sources.yml`.")
    people: Count = Field(description="How many answered.")
    collected: Line = Field(description="When, such as 2015 to 2018.")
    items: Sentence = Field(description="What they were asked: other items than ours, or ours.")
    limits: Sentence = Field(description="Who they were, and what that means.")
    weight: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), NUMBER] = Field(
        description="How far they count: 0, our readers spread over the interests as work does; 1, as these people do."
    )
    scales: dict[Key, Norm] = Field(description="Mean and standard deviation of each interest.")
    correlations: dict[Key, dict[Key, Coefficient]] = Field(
        default_factory=dict,
        description="Pearson's r of each interest with those after it; what is not there is 0.",
    )

    def correlate(self, first: str, second: str) -> float:
        """The correlation of two interests, whichever of them is written first."""
        known = self.correlations
        return 1 if first == second else known.get(first, {}).get(second) or known.get(second, {}).get(first) or 0

    def are_possible(self) -> bool:
        """Whether the correlations can hold of the same people: their matrix is positive definite (Cholesky)."""
        scales = [*self.scales]
        lower: list[list[float]] = []
        for at, scale in enumerate(scales):
            row: list[float] = []
            for before, known in zip(scales[:at], lower, strict=True):
                rest = self.correlate(scale, before) - sum(a * b for a, b in zip(row, known, strict=False))
                row.append(rest / known[-1])
            left = 1 - sum(value**2 for value in row)
            if left <= 0:
                return False
            lower.append([*row, math.sqrt(left)])
        return True
