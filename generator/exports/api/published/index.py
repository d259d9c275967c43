"""What there is, and where a profile went that has moved."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from generator.exports.api.published.parts import Address, Head, Name, Published, Text


class Moved(Published):
    """Where a profile went."""

    slug: Name
    title: Text
    url: Address
    profile: Address


class MovedFile(Published):
    """What stands under the old name of a profile."""

    version: Literal[1] = 1
    moved: Moved


class Resource(Published):
    """Something that can be fetched."""

    path: Annotated[str, Field(description="Below the site's root; {slug} stands for the name of a profile.")]
    url: Address
    type: Annotated[str, Field(description="Media type.")]
    about: Text


class Counts(Published):
    """How many there are."""

    occupations: int
    outlines: int
    fields: int
    skills: int
    methods: int
    assessments: int


class IndexFile(Head):
    """What there is."""

    name: Text
    about: Text
    url: Address
    documentation: Address | None
    reviewed: Annotated[
        datetime.date | None,
        Field(description="The last day on which an editor checked a profile; null in a language without one."),
    ]
    counts: Counts
    resources: tuple[Resource, ...]
