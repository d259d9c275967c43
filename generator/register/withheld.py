"""A `Site` without what hardly any file is made of, so that a profile that changes makes none of the others due."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.register.jobs import Unseen


class Withheld(Unseen, Mapping[str, Any]):
    """In the place of all profiles: they are not for templates, which get what they may show of them."""

    def _refuse(self) -> NoReturn:
        raise TypeError("no template sees all profiles; pages/collection.py says what it gets of them")

    def __getitem__(self, key: str) -> NoReturn:
        self._refuse()

    def __iter__(self) -> Iterator[str]:
        self._refuse()

    def __len__(self) -> int:
        self._refuse()


class _Gone(Unseen):
    """In the place of a text that only the profile's own files show."""

    def _refuse(self, *_: object) -> NoReturn:
        raise TypeError("no list sees this text of a profile; `_OWN` of register/withheld.py names those")

    __str__ = __iter__ = __len__ = __bool__ = __getitem__ = __contains__ = __add__ = _refuse


_OWN = ("what_they_do", "day", "good_sides", "routes", "progression", "explore")
"""Fields of a profile that stand in no list."""
_GONE = _Gone()


def shorten(model: Occupation) -> Occupation:
    """A profile as lists see it, so that none is made again for a word in a text that stands in none."""
    return model.model_copy(update=dict.fromkeys(_OWN, _GONE))


def withhold(site: Site) -> Site:
    """The site without its profiles and the pages of editors, and on a day that changes only when something is due."""
    return dataclasses.replace(
        site,
        occupations=Withheld(),
        outlines=Withheld(),
        beside=Withheld(),
        facts=Withheld(),
        taken_over={},
        pages=(),
        originals=tuple(dataclasses.replace(one, texts=()) for one in site.originals),
        today=_day_that_counts(site),
    )


def _day_that_counts(site: Site) -> datetime.date:
    """The first day on which the same sources were stale in the same year; without any, no day at all."""
    due = [source.review_by for source in site.sources.values() if source.review_by < site.today]
    if not due:
        return datetime.date.min
    return max(max(due) + datetime.timedelta(days=1), datetime.date(site.today.year, 1, 1))
