"""Countries, and figures of whole ones, beside which those of an occupation can be read.

They come from tables; `content/national.yml` has those of countries of which there are none.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import WHOLE, Currency, Line, Model
from generator.model.occupation import Outlook, Pay, Trend

Pace = Trend | Literal["faster", "average", "slower"]


class RegionTerm(Model):
    """A country, or a part of one, that figures are about."""

    name: Line
    within: Line = Field(description="Where something is, as a sentence goes on: `in the United States`.")
    currency: Currency | None = Field(None, description="In which pay is told there; tables need not name it then.")
    pay_steps: tuple[Annotated[int, Field(gt=0), WHOLE], ...] = Field(
        (), description="Amounts a year that readers can filter by, from the lowest; else round ones are found."
    )
    hours_a_year: Annotated[int, Field(ge=1, le=4000), WHOLE] | None = Field(
        None, description="Of a full working year, if hourly pay may be counted as pay of a year; else it is not."
    )
    full_time_hours: Annotated[int, Field(ge=1, le=4000), WHOLE] | None = Field(
        None,
        description="Of full-time work in a year, by which pay of a year is told by the hour; the reverse is not done.",
    )


class National(Model):
    """Pay over all occupations, an entry for each region, year and `per`; and how the number of all jobs changes."""

    pay: tuple[Pay, ...] = ()
    outlook: tuple[Outlook, ...] = ()

    def quartiles_beside(self, pay: Pay) -> tuple[float, float, float] | None:
        """p25, median and p75 of the same region, year, currency and unit of time as `pay`; None without all three."""
        wanted = (pay.region, pay.year, pay.currency, pay.per)
        found = next((one for one in self.pay if (one.region, one.year, one.currency, one.per) == wanted), None)
        if not found or found.at_least or not (found.p25 and found.median and found.p75):
            return None
        return found.p25, found.median, found.p75

    def outlook_beside(self, outlook: Outlook) -> Outlook | None:
        """The projection over all occupations for the same region and years as `outlook`."""
        wanted = (outlook.region, outlook.from_, outlook.to)
        return next((one for one in self.outlook if (one.region, one.from_, one.to) == wanted), None)

    def pace(self, outlook: Outlook) -> Pace:
        """Growth in a word beside that of all occupations together, if known: as fast within a point of percent.

        With all jobs growing by 3 %, these are the steps of the Occupational Outlook Handbook: 1 and 2 % are slower
        than average, 3 and 4 % about as fast, 5 % and more faster.
        """
        beside = self.outlook_beside(outlook)
        if outlook.trend != "growth" or beside is None:
            return outlook.trend
        ahead = outlook.change_percent - beside.change_percent
        return "average" if abs(ahead) <= 1 else "faster" if ahead > 0 else "slower"
