"""What published files have in common: kinds of text, the license, the sources, and what every file begins with."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION = 1

Text = Annotated[str, Field(description="Plain text.")]
Rich = Annotated[
    str,
    Field(
        description="CommonMark: paragraphs, lists, emphasis and links, never HTML.",
        json_schema_extra={"contentMediaType": "text/markdown"},
    ),
]
Address = Annotated[
    str,
    Field(
        description="An address; relative to the site's root where the site does not know its own.",
        json_schema_extra={"format": "uri-reference"},
    ),
]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Published(BaseModel):
    """A part of a published file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Licence(Published):
    """The license of the texts and how to give credit."""

    name: Text
    url: Address
    credit: Annotated[str, Field(description="The line that the license asks you to show, with a link to the profile.")]
    covers: Annotated[str, Field(description="What the license is about, and what not.")]


class Origin(Published):
    """A source of figures."""

    publisher: Text
    title: Text
    short: Annotated[str, Field(description="The title in a few words.")]
    url: Address
    released: datetime.date
    licence: Text
    credit: Annotated[str, Field(description="The credit line that the source asks for, as plain text.")]
    used_for: Text
    note: Annotated[str | None, Field(description="What is to be known beside each rating from there.")] = None
    review_by: Annotated[datetime.date, Field(description="After this day the site looks for newer figures.")]
    newer: Annotated[str | None, Field(description="An edition that came out since; null: none that the site knows.")]


class OriginOfFigure(Origin):
    """The source of one figure."""

    key: Annotated[str, Field(description="Its key in `sources`.")]


class Head(Published):
    """What every file begins with."""

    version: Annotated[Literal[1], Field(description="Of the format. Another one would stand at another address.")] = 1
    licence: Licence
    sources: Annotated[
        dict[str, Origin],
        Field(description="By key: in the file of a profile the sources of its figures, elsewhere all."),
    ]


class Term(Published):
    """A key of a vocabulary with its label."""

    key: str
    label: Text
