"""Occupations, as scripts match, find, filter and compare them."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from generator.model.occupation import Direction, Point, Replacement, Told, Unit
from generator.scripts.published.parts import (
    Address,
    File,
    Places,
    Profiled,
    Published,
    Ratings,
    Renaming,
    Slug,
    Slugs,
    Texts,
    optional,
    section,
)


class MatchingColumns(Published):
    """A column for each fact, an entry for each occupation."""

    slug: Slugs
    title: tuple[str, ...]
    preparation: Annotated[tuple[int | None, ...], Field(description="null: it is not known.")]
    entry: Annotated[tuple[int | None, ...], Field(description="In `entries`; null: it is not known.")]
    field: Annotated[Places, Field(description="In `fields`.")]
    interests: Annotated[tuple[Ratings | None, ...], Field(description="null: there are none.")]
    values: Annotated[tuple[Ratings | None, ...], Field(description="null: there are none.")]
    skills: Annotated[tuple[Places, ...], Field(description="In `skills`.")]
    environment: Annotated[tuple[Places | None, ...], Field(description="In `terms`; null: they are not known.")]
    sometimes: Annotated[tuple[Places, ...], Field(description="Those of them that some posts alone have.")]


class OccupationsFile(Renaming, File):
    """What matching needs of every occupation; the other files about occupations keep this order."""

    profiled: Profiled
    address: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]
    skills: tuple[str, ...]
    terms: Annotated[tuple[str, ...], Field(description="Conditions of the work as group/term.")]
    fields: Annotated[tuple[str, ...], Field(description="Names of the fields of work.")]
    entries: Annotated[tuple[str, ...], Field(description="What education may be typical at entry.")]
    columns: MatchingColumns


class NamesFile(File):
    """What finds an occupation by name."""

    profiled: Profiled
    slug: Slugs
    title: tuple[str, ...]
    aliases: Annotated[
        tuple[tuple[str, ...], ...],
        Field(description="Other names; of a profile all of its codes, but for what another page is called."),
    ]
    field: Annotated[tuple[str, ...], Field(description="Keys of `fields`.")]
    fields: dict[str, str]
    address: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]


class TasksFile(File):
    """What finds an occupation with a profile by what people do in it; loaded after the names."""

    tasks: tuple[tuple[str, ...], ...]


class OtherPay(Published):
    """What an occupation pays in a currency that is not that of its first pay, in the words of `Figures`."""

    at: Annotated[int, Field(description="The occupation's place.")]
    pay: float | None
    yearly: float | None
    is_least: bool
    is_mean: bool
    per: Unit
    hours: int | None
    covers: str
    currency: str
    year: int
    change: Annotated[float | None, Field(description="In the number of jobs where that is paid; null: unknown.")]
    openings: Annotated[int | None, Field(description="In a year, there.")]


class Figures(Published):
    """Of each occupation's figures, the first."""

    pay: Annotated[tuple[float | None, ...], Field(description="What stands for all pay; null: none is published.")]
    yearly: Annotated[
        tuple[float | None, ...],
        Field(description="Medians of a year, by which pay is compared; null: nobody knows it."),
    ]
    least: Annotated[Places, Field(description="The occupations whose median is a bound: it is at least that.")]
    mean: Annotated[Places, Field(description="The occupations whose pay is a mean.")]
    per: tuple[Unit | None, ...]
    covers: Annotated[tuple[str, ...], Field(description="Whose pay it is, if not everybody's; else empty.")]
    hours: Annotated[
        tuple[int | None, ...],
        Field(description="By how many a year pay is told by the hour, or the reverse; null: not."),
    ]
    currency: Annotated[tuple[str | None, ...], Field(description="ISO 4217 codes.")]
    year: tuple[int | None, ...]
    years: Annotated[tuple[float | None, ...], Field(description="After school, to get in; null: unknown.")]
    others: Annotated[
        tuple[OtherPay, ...], Field(description="By which an occupation is found in its other currencies.")
    ]
    change: Annotated[tuple[float | None, ...], Field(description="In the number of jobs, in percent.")]
    openings: Annotated[tuple[int | None, ...], Field(description="In a year.")]


class FacetsFile(Renaming, File):
    """What occupations are filtered and sorted by, and their titles."""

    profiled: Profiled
    values: Annotated[dict[str, tuple[str, ...]], Field(description="The values of each facet.")]
    renamed: dict[str, dict[str, str]] = optional({}, "Facet -> old value -> present one.")
    slug: Slugs
    title: tuple[str, ...]
    address: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]
    columns: Annotated[
        dict[str, tuple[Places, ...]], Field(description="Places in the facet's values: none, one or several.")
    ]
    measured: Annotated[
        dict[str, Places],
        Field(description="Groups of conditions -> values that outlines have by a measure; their others are unknown."),
    ]
    unmeasured: Annotated[Places, Field(description="Outlines of whose conditions nothing is known.")]
    figures: Figures


class SummariesFile(File):
    """What stands on the cards of a list, loaded once such a list is shown."""

    summary: tuple[str, ...]


class PlacesFile(File):
    """Where occupations lie on the map of work, in units of its picture; loaded where dots would cover one another."""

    profiled: Profiled
    slug: Slugs
    title: tuple[str, ...]
    field: Annotated[Places, Field(description="In `fields`.")]
    fields: Annotated[tuple[str, ...], Field(description="Keys of the fields of work.")]
    x: tuple[float, ...]
    y: tuple[float, ...]
    address: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]


class Pay(Published):
    """What the occupation pays before tax, in one region and year."""

    country: Annotated[str, Field(description="Its code, by which a reader's choice is kept.")]
    region: Annotated[str, Field(description="Its name.")]
    year: int
    currency: str
    per: Unit
    hours: Annotated[
        int | None, Field(description="By how many a year it is told by the hour, or the reverse; null: not at all.")
    ]
    told: Annotated[Told | None, Field(description="Which amount stands for all pay.")]
    mean: float | None
    p10: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    beside: Annotated[
        tuple[float, float, float] | None,
        Field(description="p25, median and p75 of all employees of the region; null: unknown."),
    ]
    at_least: Annotated[tuple[Point, ...], Field(description="Those that are bounds: the pay is at least that.")]
    covers: Annotated[str | None, Field(description="Says it when the wage describes only part of the people.")]
    source: Annotated[str, Field(description="Its title in a few words.")]
    source_key: str


class Outlook(Published):
    """A projection of the number of jobs in one region."""

    model_config = ConfigDict(populate_by_name=True)

    region: Annotated[str, Field(description="Its name.")]
    from_: Annotated[int, Field(alias="from")]
    to: int
    jobs: int
    jobs_projected: int
    change_percent: float
    openings_per_year: int
    beside: Annotated[float | None, Field(description="How all jobs change, in percent; null: unknown.")]
    difference: Annotated[int, Field(description="How many more or fewer jobs.")]
    direction: Direction
    replacement: Annotated[Replacement, Field(description="How many of the openings come from people who leave.")]
    source: Annotated[str, Field(description="Its title in a few words.")]
    source_key: str


class Route(Published):
    """One way into the occupation."""

    name: str
    takes: str


class Named(Published):
    """What the occupation is called in another language."""

    language: Annotated[str, Field(description="Its tag.")]
    said: Annotated[str, Field(description="Whether they are its own titles or those of something close to it.")]
    titles: tuple[str, ...]
    source: Annotated[str, Field(description="Its title in a few words.")]
    url: Annotated[Address, Field(description="Of what is said about the source.")]


class ProfileFile(File):
    """One occupation in the words of the vocabularies, without markup: for comparing it and for a worksheet."""

    slug: Slug
    title: str
    is_outline: Annotated[bool, Field(description="Only figures are known: nobody has written a profile of it.")]
    field: str
    summary: str
    tasks: tuple[str, ...] = ()
    day: Annotated[tuple[str, ...], Field(description="A working day, by paragraphs.")] = ()
    environment: Annotated[dict[str, tuple[str, ...]], Field(description="Name of a group -> names of its terms.")]
    preparation: int | None
    years: Annotated[float | None, Field(description="It takes to get in after school, by and large; null: unknown.")]
    entry: Annotated[str | None, Field(description="Education that is typical at entry.")]
    training: Annotated[str | None, Field(description="On the job.")]
    licence: Annotated[str | None, Field(description="How far the law asks for one; null: of an outline.")] = None
    routes: tuple[Route, ...] = ()
    pay: tuple[Pay, ...]
    outlook: tuple[Outlook, ...]
    interests: Annotated[tuple[str, ...], Field(description="Names of those that stand out, the highest first.")]
    skills: tuple[str, ...] = ()
    good_sides: tuple[str, ...] = ()
    hard_sides: tuple[str, ...] = ()
    named: Annotated[tuple[Named, ...], Field(description="In other languages.")]


class ComparingFile(File):
    """The texts of the page that compares occupations."""

    text: Annotated[Texts, section("comparing")]
