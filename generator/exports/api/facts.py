"""From what tables tell of an occupation to what is published of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generator.exports.api.published import facts as out
from generator.exports.api.published.parts import OriginOfFigure
from generator.model.facts import Facts


def write_facts(facts: Facts, origins: Mapping[str, OriginOfFigure]) -> out.Facts:
    """Every part with its source in full."""
    return out.Facts.model_validate(
        {name: [_write(part) | {"source": origins[part.source]} for part in parts] for name, parts in facts}
    )


def _write(part: BaseModel) -> dict[str, Any]:
    return {name: value for name, value in part if name != "source"}
