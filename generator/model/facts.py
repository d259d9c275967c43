"""What tables tell of an occupation beyond the fields of a profile: one part for each kind of thing, each optional."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, Field

from generator.model.base import Code, Count, Currency, Https, Key, Language, Line, Model, Money, Region, Year
from generator.model.figures import Percent
from generator.model.occupation import Education, Outlook, Pay, Unit
from generator.model.terms import ConditionGroup


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


class Employees(Model):
    """How many were employed when their pay was asked for, and for which units of time a median of it is published."""

    region: Region
    year: Year
    employed: Count | None = None
    per: tuple[Unit, ...] = ()
    source: Key


class Areas(Model):
    """The median in each area of a region where it is known, the highest first: columns in one order."""

    region: Region
    year: Year
    currency: Currency
    per: Unit
    covers: Line | None = None
    """Which of several codes it is about, if not all."""
    codes: tuple[Region, ...]
    names: tuple[Line, ...]
    medians: tuple[Money, ...]
    least: tuple[int, ...] = ()
    """The places of those that are bounds."""
    employed: tuple[Count | None, ...]
    source: Key


class Employer(Model):
    """An industry, and how much of all that work it has: of those who work for themselves, too."""

    industry: Line
    percent: Percent
    pay: Money | None = None
    """The median in it."""
    at_least: bool = False
    """Whether that is a bound."""


class Employers(Model):
    """The industries that employ most, the largest first."""

    region: Region
    year: Year
    currency: Currency | None = None
    per: Unit | None = None
    """Of the pay; None where there is none."""
    covers: Line | None = None
    """Which of several codes it is about, if not all."""
    largest: tuple[Employer, ...]
    source: Key


class Part(Model):
    """One of the occupations that a profile of several codes covers; it has several only where none is known alone."""

    codes: tuple[Code, ...]
    title: Line
    pay: Pay | None = None
    outlook: Outlook | None = None
    education: Education | None = None


class Parts(Model):
    """All of them as one region has them, and how many jobs they have together."""

    region: Region
    rows: tuple[Part, ...]
    jobs: Count | None = None


class Rated(Model):
    """Whose the ratings are: those of the first code."""

    code: Code
    title: Line
    source: Key


class Titles(Model):
    """Official titles in another language, as published: of the occupation itself, else of close ones."""

    language: Language
    exact: tuple[Line, ...] = ()
    close: tuple[Line, ...] = ()
    source: Key


class Page(Model):
    """A page elsewhere about the occupation."""

    label: Line
    address: Https


class Share(Model):
    """A level of education and how many of a hundred name it."""

    level: Key
    percent: Percent


class Schooling(Model):
    """What those in the work say that somebody new would need, the most named first."""

    asked: Count
    shares: tuple[Share, ...]
    error: Percent | None = None
    """The largest standard error of the shares."""
    source: Key


class Subjects(Model):
    """Areas of knowledge that matter in the work, the most important first."""

    subjects: tuple[Key, ...]
    source: Key


class Software(Model):
    """Programs that are often asked for."""

    names: tuple[Line, ...]
    source: Key


class Measure(Model):
    """How common a condition is: 0 is never, 100 always or every day."""

    key: Key
    percent: Percent


class Conditions(Model):
    """What has been measured of the conditions."""

    measures: tuple[Measure, ...]
    source: Key

    def find(self, key: str) -> float | None:
        """The measure of that name."""
        return next((one.percent for one in self.measures if one.key == key), None)

    def tell(self, group: ConditionGroup) -> dict[str, float]:
        """The measure of each condition of a group that was asked for, by key."""
        measured = {key: self.find(term.measure.key) for key, term in group.terms.items() if term.measure}
        return {key: percent for key, percent in measured.items() if percent is not None}


class Facts(Model):
    """All that tables tell of one occupation by its codes."""

    workforce: tuple[Workforce, ...] = ()
    employees: tuple[Employees, ...] = ()
    areas: tuple[Areas, ...] = ()
    employers: tuple[Employers, ...] = ()
    parts: tuple[Parts, ...] = ()
    """Nothing where there is one code alone; nor is `rated`."""
    rated: tuple[Rated, ...] = ()
    titles: tuple[Titles, ...] = ()
    look_up: tuple[Page, ...] = ()
    schooling: tuple[Schooling, ...] = ()
    subjects: tuple[Subjects, ...] = ()
    software: tuple[Software, ...] = ()
    conditions: tuple[Conditions, ...] = ()
    """Of several codes, these four are those of the first that is known."""

    def workforce_beside(self, outlook: Outlook) -> Workforce | None:
        """What is told of the same region and years, which may be by another source."""
        wanted = (outlook.region, outlook.from_, outlook.to)
        return next((one for one in self.workforce if (one.region, one.from_, one.to) == wanted), None)

    def employees_beside(self, pay: Pay) -> Employees | None:
        """What the source of `pay` tells of the same region and year."""
        wanted = (pay.region, pay.year, pay.source)
        return next((one for one in self.employees if (one.region, one.year, one.source) == wanted), None)

    def published(self, region: Region) -> tuple[Unit, ...]:
        """The units of time for which a median is published in a region; none where nobody knows."""
        return next((one.per for one in self.employees if one.region == region), ())

    def sources(self) -> frozenset[str]:
        """The keys of all sources that its figures name."""
        return frozenset(_list_sources(self))


def _list_sources(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name, part in value:
            if name == "source":
                yield part
            else:
                yield from _list_sources(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _list_sources(part)


NOTHING = Facts()
"""Of an occupation without codes that a table knows."""
