"""What the group page saves of a class: how it answered as a whole, and nothing of anybody in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Day, Key, Model
from generator.model.norms import Coefficient

FORMAT = "career-guides-group"
VERSION = 1
LEAST = 10
"""People of whom at least there have to be answers, to a question or to all: figures of fewer tell of persons."""

Counted = Annotated[int, Field(ge=LEAST)]
Mean = Annotated[float, Field(ge=1, le=5, allow_inf_nan=False)]
Deviation = Annotated[float, Field(gt=0, le=2, allow_inf_nan=False)]


class Spread(Model):
    """Of the scores of all on one scale; the deviation is that of these people, not an estimate for others."""

    mean: Mean
    deviation: Deviation


class Answered(Spread):
    """Of the answers to one question. One that all answered alike is not in the file: it would tell what each said."""

    stamp: str
    count: Counted


class Group(Model):
    """One file. Scales are means of the answers, 1 to 5."""

    format: Literal["career-guides-group"]
    v: Literal[1]
    saved: Day
    quiz: Key
    stamp: str
    people: Counted
    scales: dict[Key, Spread]
    correlations: dict[Key, dict[Key, Coefficient]] = Field(description="Of each scale with those after it.")
    items: dict[Key, Answered]
