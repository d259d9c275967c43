"""Figures of whole countries, beside which those of an occupation can be read: `content/national.yml`."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Model
from generator.model.occupation import Pay


class National(Model):
    """Pay over all occupations, an entry for each region, year and `per`."""

    pay: tuple[Pay, ...] = Field(min_length=1)

    def beside(self, pay: Pay) -> Pay | None:
        """The figures that `pay` can be compared with: same region, year, currency and unit of time."""
        wanted = (pay.region, pay.year, pay.currency, pay.per)
        return next((one for one in self.pay if (one.region, one.year, one.currency, one.per) == wanted), None)
