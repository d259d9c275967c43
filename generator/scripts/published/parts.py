"""What files for scripts have in common."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

VERSION = 1

Address = Annotated[str, Field(description="An address, relative to the site's root.")]
Slug = Annotated[str, Field(description="The name of an occupation's profile.")]
Slugs = Annotated[
    tuple[str | None, ...],
    Field(
        description="The names of occupations; null: it is the title in small letters, with hyphens between its words."
    ),
]
Ratings = Annotated[tuple[float, ...], Field(description="One a scale, in the order of the scales.")]
Point = tuple[float, float]
Places = Annotated[tuple[int, ...], Field(description="Places in a list that the file names once.")]
Texts = dict[str, Any]
"""A section of the interface texts."""


def section(name: str) -> WithJsonSchema:
    """Which section it is: `types.py` declares all that stands in it."""
    return WithJsonSchema({"section": name})


def optional(default: Any, description: str) -> Any:
    """A field that is left out of the file where it is empty."""
    return Field(default, description=description, exclude_if=lambda value: not value)


class Published(BaseModel):
    """A part of a file."""

    # What has a value of its own accord is in the file all the same, so it is required.
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


Profiled = Annotated[int, Field(description="So many of the occupations have a profile: the first ones.")]


class File(Published):
    """What every file begins with."""

    version: Annotated[int, Field(description="Of all the files.")] = VERSION


class Renaming(Published):
    """What readers keep follows a profile to its present name."""

    formerly: dict[str, str] = optional({}, "Old name -> present one; not there if none has moved.")
