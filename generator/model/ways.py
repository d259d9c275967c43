"""The introductions of the ways in: pages that list the occupations which share something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Key, Prose

Condition = Annotated[str, StringConstraints(pattern=r"^[a-z]+(/[a-z0-9]+(-[a-z0-9]+)*)?$")]
"""A group of `vocabulary/environments.yml`, or a term with its group: `hours`, `hours/nights`."""


@dataclass(frozen=True)
class Introductions:
    """A text for each way in, by the key of what is shared; each field is the file of that name in `content/ways/`."""

    fields: dict[Key, Prose]
    interests: dict[Key, Prose]
    pairs: dict[Key, Prose]
    preparation: dict[Key, Prose]
    skills: dict[Key, Prose]
    environments: dict[Condition, Prose]
