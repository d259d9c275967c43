"""Figures of whole countries, beside which those of an occupation can be read.

They come from tables; `content/national.yml` has those of countries of which there are none.
"""

from __future__ import annotations

from generator.model.base import Model
from generator.model.occupation import Outlook, Pay


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
