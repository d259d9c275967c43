"""What tables tell of an occupation beyond its profile: a list for each kind of thing, empty where nothing is told.

A `source` is a key of the file's `sources`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from generator.exports.api.published.figures import OutlookFromKey, PayFromKey
from generator.exports.api.published.parts import Published, Text
from generator.model.occupation import Unit

Region = Annotated[str, Field(description="ISO 3166 code.")]
Source = Annotated[str, Field(description="A key of `sources`.")]
Codes = Annotated[tuple[str, ...], Field(description="Official codes.")]


class Workforce(Published):
    """What becomes of those who do the work in an average year, and how many work for themselves."""

    model_config = ConfigDict(populate_by_name=True)

    region: Region
    from_: Annotated[int, Field(alias="from")]
    to: int
    exits: Annotated[int | None, Field(description="People a year who stop working; most of them retire.")]
    transfers: Annotated[int | None, Field(description="People a year who change to another occupation.")]
    leaving_percent: Annotated[float | None, Field(description="Both together, as a share of the jobs.")]
    self_employed_percent: float | None
    source: Source


class Employees(Published):
    """How many were employed when their pay was asked for."""

    region: Region
    year: int
    employed: int | None
    per: Annotated[tuple[Unit, ...], Field(description="Units of time for which a median is published.")]
    source: Source


class Areas(Published):
    """The median in each area of a region, the highest first: columns in one order."""

    region: Region
    year: int
    currency: str
    per: Unit
    covers: Annotated[str | None, Field(description="Which of several codes it is about, if not all.")]
    codes: Annotated[tuple[str, ...], Field(description="Of the areas, after ISO 3166.")]
    names: tuple[Text, ...]
    medians: tuple[float, ...]
    least: Annotated[tuple[int, ...], Field(description="Places, from 0, of medians that are bounds: at least that.")]
    employed: tuple[int | None, ...]
    source: Source


class Employer(Published):
    """An industry."""

    industry: Text
    percent: Annotated[float, Field(description="Of all who do this work.")]
    pay: Annotated[float | None, Field(description="The median in it.")]
    at_least: Annotated[bool, Field(description="Whether that is a bound: the median is at least that.")]


class Employers(Published):
    """The industries that employ most, the largest first."""

    region: Region
    year: int
    currency: str | None
    per: Annotated[Unit | None, Field(description="Of the pay.")]
    covers: Annotated[str | None, Field(description="Which of several codes it is about, if not all.")]
    largest: tuple[Employer, ...]
    source: Source


class AskedFromKey(Published):
    """What is typical at entry: keys of `education` in the vocabulary."""

    entry: str
    experience: str
    training: str
    source: Source


class Part(Published):
    """One of the occupations that a profile of several codes covers."""

    codes: Codes
    title: Text
    pay: PayFromKey | None
    outlook: OutlookFromKey | None
    education: AskedFromKey | None


class Parts(Published):
    """All of them in one region, and their jobs together."""

    region: Region
    rows: tuple[Part, ...]
    jobs: int | None


class Rated(Published):
    """Whose the ratings are where there are several codes."""

    code: str
    title: Text
    source: Source


class Titles(Published):
    """Official titles in another language, as published."""

    language: Annotated[str, Field(description="Its tag, such as de.")]
    exact: Annotated[tuple[Text, ...], Field(description="Of the occupation itself.")]
    close: Annotated[tuple[Text, ...], Field(description="Of close ones, where there are no others.")]
    source: Source


class Page(Published):
    """A page elsewhere about the occupation."""

    label: Text
    address: Annotated[str, Field(description="https", json_schema_extra={"format": "uri"})]


class Share(Published):
    """A level of education: a key of `schooling` in the vocabulary."""

    level: str
    percent: float


class Schooling(Published):
    """What those in the work say that somebody new would need, the most named first; not what they have."""

    asked: Annotated[int, Field(description="How many answered.")]
    shares: tuple[Share, ...]
    error: Annotated[float | None, Field(description="The largest standard error of the shares.")]
    source: Source


class Subjects(Published):
    """Areas of knowledge that matter in the work."""

    subjects: Annotated[
        tuple[str, ...], Field(description="Keys of `subjects` in the vocabulary, most important first.")
    ]
    source: Source


class Software(Published):
    """Programs that job ads often name."""

    names: tuple[Text, ...]
    source: Source


class Measure(Published):
    """How common a condition is: 0 is never, 100 always or every day."""

    key: str
    percent: float


class Conditions(Published):
    """What has been measured of the conditions."""

    measures: tuple[Measure, ...]
    source: Source


class Facts(Published):
    """What tables tell."""

    workforce: tuple[Workforce, ...]
    employees: tuple[Employees, ...]
    areas: tuple[Areas, ...]
    employers: tuple[Employers, ...]
    parts: Annotated[tuple[Parts, ...], Field(description="Empty where there is one code alone.")]
    rated: tuple[Rated, ...]
    titles: tuple[Titles, ...]
    look_up: tuple[Page, ...]
    schooling: tuple[Schooling, ...]
    subjects: tuple[Subjects, ...]
    software: tuple[Software, ...]
    conditions: tuple[Conditions, ...]
