"""What an occupation pays, and the number of its jobs: in the list with the key of its source, else with its source."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from generator.exports.api.published.parts import OriginOfFigure, Published
from generator.model.occupation import Point, Unit


class Pay(Published):
    """What the occupation pays before tax, in one region and year."""

    region: Annotated[str, Field(description="ISO 3166 code.")]
    year: int
    currency: Annotated[str, Field(description="ISO 4217 code.")]
    per: Unit
    mean: Annotated[float | None, Field(description="Null: it is not given.")]
    p10: Annotated[float | None, Field(description="The lowest-paid tenth earns less.")]
    p25: float | None
    median: Annotated[float | None, Field(gt=0, description="Null: it is not published.")]
    p75: float | None
    p90: float | None
    at_least: Annotated[tuple[Point, ...], Field(description="Those that are bounds: the pay is at least that.")]
    covers: Annotated[str | None, Field(description="Says it when the wage describes only part of the people.")]


class Outlook(Published):
    """A projection of the number of jobs in one region."""

    model_config = ConfigDict(populate_by_name=True)

    region: str
    from_: Annotated[int, Field(alias="from")]
    to: int
    jobs: int
    jobs_projected: int
    change_percent: float
    openings_per_year: int


class PayFromKey(Pay):
    """Pay, its source by key."""

    source: Annotated[str, Field(description="A key of `sources`.")]


class OutlookFromKey(Outlook):
    """A projection, its source by key."""

    source: Annotated[str, Field(description="A key of `sources`.")]


class PayWithOrigin(Pay):
    """Pay with its source."""

    source: OriginOfFigure


class OutlookWithOrigin(Outlook):
    """A projection with its source."""

    source: OriginOfFigure
