"""What the generator and the scripts both go by."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model import plan
from generator.model.quiz import Kind
from generator.scripts.published.parts import Point, Published, Ratings


class Constants(Published):
    """What the generator and the scripts both go by, whatever the content."""

    data_version: Annotated[int, Field(description="The version of the JSON files.")]
    matching: Annotated[
        tuple[Kind, ...], Field(description="The kinds of assessment that can speak for or against an occupation.")
    ]
    correlated: Annotated[
        tuple[Kind, ...], Field(description="Those whose scores have a shape to compare: equal scores say nothing.")
    ]
    averaged: Annotated[
        tuple[Kind, ...], Field(description="The kinds of assessment whose scales are means of several items.")
    ]
    item_kinds: Annotated[tuple[plan.Kind, ...], Field(description="The kinds of things in a plan.")]
    item_fields: Annotated[
        dict[str, plan.Value],
        Field(description="What each field of a thing in a plan holds: a step is 1 to 5, a short text one line."),
    ]
    most_short: Annotated[int, Field(description="Letters that a text on one line may have.")]
    most_letters: Annotated[int, Field(description="Letters that a long text may have.")]
    most_cards: Annotated[int, Field(description="Occupations that a list shows at a time.")]
    least_banded: Annotated[int, Field(description="Occupations that a ranked list needs to be parted into bands.")]
    amounts: Annotated[
        tuple[str, ...], Field(description="Names in texts whose numbers say how many, so that they are grouped.")
    ]
    corners: Annotated[
        tuple[Point, ...],
        Field(description="Corners of a hexagon of radius 1, the first straight up, then clockwise; y downwards."),
    ]
    rim: Annotated[
        tuple[Point, ...],
        Field(description="Corners of a hexagon whose sides lie at distance 1; the upper one ends in the first two."),
    ]
    things: Annotated[
        Ratings, Field(description="Where the corners lie between people and things; Prediger (1982), see plane.js.")
    ]
    data: Annotated[Ratings, Field(description="The same between ideas and data.")]


class Grouping(Published):
    """What a file of the group page goes by, which one page alone writes."""

    group_format: Annotated[str, Field(description="What such a file says it is.")]
    group_version: Annotated[int, Field(description="The version of its format.")]
    least_people: Annotated[
        int, Field(description="People of whom at least there have to be answers: figures of fewer tell of persons.")
    ]
