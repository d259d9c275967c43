"""What tables tell of an occupation beyond its profile: a list for each kind of thing, empty where nothing is told."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from generator.exports.api.published.parts import OriginOfFigure, Published


class Workforce(Published):
    """What becomes of those who do the work in an average year, and how many work for themselves."""

    model_config = ConfigDict(populate_by_name=True)

    region: Annotated[str, Field(description="ISO 3166 code.")]
    from_: Annotated[int, Field(alias="from")]
    to: int
    exits: Annotated[int | None, Field(description="People a year who stop working; most of them retire.")]
    transfers: Annotated[int | None, Field(description="People a year who change to another occupation.")]
    leaving_percent: Annotated[float | None, Field(description="Both together, as a share of the jobs.")]
    self_employed_percent: float | None
    source: OriginOfFigure


class Facts(Published):
    """What tables tell."""

    workforce: tuple[Workforce, ...]
