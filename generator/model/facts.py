"""What tables tell of an occupation beyond the fields of a profile: one part for each kind of thing, each optional."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Count, Key, Model, Region, Year
from generator.model.figures import Percent
from generator.model.occupation import Outlook


class Workforce(Model):
    """What becomes, in an average year of a projection, of those who do the work, and how many work for themselves."""

    region: Region
    from_: Year = Field(alias="from")
    to: Year
    exits: Count | None = None
    """People a year who stop working, or leave the country: most of them retire."""
    transfers: Count | None = None
    """People a year who change to another occupation."""
    leaving_percent: Percent | None = None
    """Both together, of a hundred jobs in the middle of the projection."""
    self_employed_percent: Percent | None = None
    source: Key


class Facts(Model):
    """All that tables tell of one occupation by its codes."""

    workforce: tuple[Workforce, ...] = ()

    def workforce_beside(self, outlook: Outlook) -> Workforce | None:
        """What the source of `outlook` tells of the same region and years."""
        wanted = (outlook.region, outlook.from_, outlook.to, outlook.source)
        return next((one for one in self.workforce if (one.region, one.from_, one.to, one.source) == wanted), None)

    def sources(self) -> frozenset[str]:
        """The keys of all sources that its figures name."""
        return frozenset(part.source for _, parts in self for part in parts)


NOTHING = Facts()
"""Of an occupation without codes that a table knows."""
