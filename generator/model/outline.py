"""An occupation of which figures alone are known: nobody has written a profile of it yet."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Code, Key, Line, Slug
from generator.model.occupation import Listed


class Outline(Listed):
    """What tables say of one code; its title is that of the classification, in the plural as it is there."""

    code: Code
    one: Line | None = Field(None, description="What one person is called who does the work, where tables say so.")
    table: str = Field(description="The file that names the code.")
    part_of: Line | None = Field(
        None,
        description="The title of the broader code that it is a part of: jobs and education are known of all of it.",
    )
    whole: Slug | None = Field(None, description="Where that broader code has a page.")
    related: tuple[Slug, ...] = Field((), description="What is alike by the tables, most alike first.")
    profiled: tuple[Slug, ...] = Field((), description="Profiles near by: alike, or alike to what is alike.")
    named_by: tuple[Key, ...] = Field((), description="The sources of its level, of its names, and of what is alike.")

    def sources(self) -> frozenset[str]:
        """The keys of all sources that it is made of."""
        return super().sources() | {*self.named_by}
