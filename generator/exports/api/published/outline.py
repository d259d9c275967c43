"""Outlines: occupations of which figures alone are known."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.exports.api.published.figures import OutlookFromKey, PayFromKey
from generator.exports.api.published.occupation import Interests, Values
from generator.exports.api.published.parts import Address, Head, Name, Published, Text

Source = Annotated[str | None, Field(description="A key of `sources`; null: there is no such figure.")]


class Outline(Published):
    """What tables say of one official code that no profile covers."""

    kind: Annotated[Literal["outline"], Field(description="Nobody has written a profile of it.")]
    slug: Annotated[Name, Field(description="What addresses call it, until a profile takes its place.")]
    url: Annotated[Address, Field(description="The page.")]
    title: Annotated[Text, Field(description="As its classification has it, in the plural.")]
    aliases: Annotated[tuple[str, ...], Field(description="Other names that people search for.")]
    codes: Annotated[dict[str, tuple[str, ...]], Field(description="Official codes by classification.")]
    part_of: Annotated[
        str | None,
        Field(description="Of which broader code it is a part, whose figures are not its own; null: of none."),
    ]
    field: str
    field_label: Text
    preparation: Annotated[Annotated[int, Field(ge=1, le=5)] | None, Field(description="Null: it is not known.")]
    interests: Annotated[Interests | None, Field(description="Null: there are no ratings.")]
    interests_source: Source
    values: Annotated[Values | None, Field(description="Null: there are no ratings.")]
    values_source: Source
    education: Annotated[str | None, Field(description="Education that is typical at entry; null: it is not known.")]
    experience: Annotated[str | None, Field(description="Experience in a related job that employers ask for.")]
    training: Annotated[str | None, Field(description="Training on the job.")]
    education_source: Source
    pay: tuple[PayFromKey, ...]
    outlook: tuple[OutlookFromKey, ...]
    profiled: Annotated[tuple[Name, ...], Field(description="Profiles near by, those most alike first.")]
    related: Annotated[tuple[Name, ...], Field(description="Outlines that are alike, those most alike first.")]
    named_by: Annotated[
        tuple[str, ...], Field(description="The sources of level, names and what is alike: keys of `sources`.")
    ]


class OutlinesFile(Head):
    """Every outline, by title."""

    outlines: tuple[Outline, ...]
