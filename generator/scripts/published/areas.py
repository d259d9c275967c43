"""What an occupation pays from place to place, as scripts draw it once a reader asks for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.occupation import Unit
from generator.scripts.published.parts import File, Places, Published, Texts, section


class Areas(Published):
    """The median in each area of a region, the highest first: columns in one order."""

    region: str
    year: int
    currency: str
    per: Unit
    names: tuple[str, ...]
    medians: tuple[float, ...]
    least: Annotated[Places, Field(description="Those that are bounds: the median is at least that.")]
    covers: Annotated[str | None, Field(description="Which of several occupations it is about, if not all.")]
    employed: Annotated[tuple[int | None, ...], Field(description="null: it is not published.")]


class AreasFile(File):
    """One occupation, by region, and the words to tell it."""

    locale: Annotated[str, Field(description="Of the words; a language tag.")]
    regions: tuple[Areas, ...]
    text: Annotated[Texts, section("areas")]
