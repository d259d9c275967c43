"""The introductions of the ways in: pages that list the occupations which share something."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StringConstraints

from generator.model.base import Key, Prose

Condition = Annotated[str, StringConstraints(pattern=r"^[a-z]+(/[a-z0-9]+(-[a-z0-9]+)*)?$")]
"""A group of `vocabulary/environments.yml`, or a term with its group: `hours`, `hours/nights`."""

_BY_KEY = dict[Key, Prose]

INTRODUCTIONS: dict[str, Any] = {
    "fields": _BY_KEY,
    "interests": _BY_KEY,
    "pairs": _BY_KEY,
    "preparation": _BY_KEY,
    "skills": _BY_KEY,
    "environments": dict[Condition, Prose],
}
"""The files in `content/ways/`: a text for each way in, by the key of what is shared."""
