"""What the site's own scripts get, as models: the JSON files and the scripts' types are both made from them.

Nobody else reads these files, so they may change with the scripts; what is kept short is loaded by every reader.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from generator.model import plan
from generator.model.method import CellKind, FieldKind
from generator.model.occupation import Direction, Replacement
from generator.model.quiz import Kind

VERSION = 1

Address = Annotated[str, Field(description="An address, relative to the site's root.")]
Slug = Annotated[str, Field(description="The name of an occupation's profile.")]
Ratings = Annotated[tuple[float, ...], Field(description="One a scale, in the order of the scales.")]
Point = tuple[float, float]
Places = Annotated[tuple[int, ...], Field(description="Places in a list that the file names once.")]
Texts = dict[str, Any]
"""A section of the interface texts."""


def _section(name: str) -> WithJsonSchema:
    """Which section it is: `types.py` declares all that stands in it."""
    return WithJsonSchema({"section": name})


def _optional(default: Any, description: str) -> Any:
    """A field that is left out of the file where it is empty."""
    return Field(default, description=description, exclude_if=lambda value: not value)


class Published(BaseModel):
    """A part of a file."""

    # What has a value of its own accord is in the file all the same, so it is required.
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class File(Published):
    """What every file begins with."""

    version: Annotated[int, Field(description="Of all the files.")] = VERSION


class Constants(Published):
    """What the generator and the scripts both go by, whatever the content."""

    data_version: Annotated[int, Field(description="The version of the JSON files.")]
    matching: Annotated[
        tuple[Kind, ...], Field(description="The kinds of assessment that can speak for or against an occupation.")
    ]
    correlated: Annotated[
        tuple[Kind, ...], Field(description="Those whose scores have a shape to compare: equal scores say nothing.")
    ]
    averaged: Annotated[
        tuple[Kind, ...], Field(description="The kinds of assessment whose scales are means of several items.")
    ]
    item_kinds: Annotated[tuple[plan.Kind, ...], Field(description="The kinds of things in a plan.")]
    item_fields: Annotated[
        dict[str, plan.Value],
        Field(description="What each field of a thing in a plan holds: a step is 1 to 5, a short text one line."),
    ]
    most_short: Annotated[int, Field(description="Letters that a text on one line may have.")]
    most_letters: Annotated[int, Field(description="Letters that a long text may have.")]
    most_cards: Annotated[int, Field(description="Occupations that a list shows at a time.")]
    amounts: Annotated[
        tuple[str, ...], Field(description="Names in texts whose numbers say how many, so that they are grouped.")
    ]
    corners: Annotated[
        tuple[Point, ...],
        Field(description="Corners of a hexagon of radius 1, the first straight up, then clockwise; y downwards."),
    ]
    rim: Annotated[
        tuple[Point, ...],
        Field(description="Corners of a hexagon whose sides lie at distance 1; the upper one ends in the first two."),
    ]
    things: Annotated[
        Ratings, Field(description="Where the corners lie between people and things; Prediger (1982), see plane.js.")
    ]
    data: Annotated[Ratings, Field(description="The same between ideas and data.")]


class Renaming(Published):
    """What readers keep follows a profile to its present name."""

    formerly: dict[str, str] = _optional({}, "Old name -> present one; not there if none has moved.")


class Question(Published):
    """What is asked: an item, or a pair of values of which one is to be chosen."""

    key: str
    text: str
    pair: tuple[int, int] | None = _optional(None, "Values: the places of the two in `scales`.")
    scale: str | None = _optional(None, "The scale that an answer counts for.")
    quick: bool = _optional(False, "Part of the quick form.")
    terms: tuple[str, ...] = _optional((), "Environment: the terms, group/term, that mean its condition is present.")


class Quiz(Published):
    """An assessment with the words that scripts need to score and explain it."""

    key: str
    kind: Kind
    title: str
    url: Address
    stamp: Annotated[str, Field(description="Six hexadecimal digits that change with the questions.")]
    steps: Annotated[int, Field(description="Answers go from 1 to this.")]
    options: Annotated[tuple[str, ...], Field(description="The words of each answer.")]
    scales: Annotated[tuple[str, ...], Field(description="What is scored, in the order of the profiles' ratings.")]
    items: Annotated[tuple[Question, ...], Field(description="In the order in which they are asked.")]


class AssessmentsFile(File):
    """Every assessment, and the texts of all that is made of the answers."""

    text: Annotated[Texts, _section("script")]
    labels: Annotated[dict[str, dict[str, str]], Field(description="Kind -> scale -> its name.")]
    levels: Annotated[dict[str, str], Field(description="Level of preparation -> its name.")]
    quizzes: tuple[Quiz, ...]


class MatchingColumns(Published):
    """A column for each fact, an entry for each occupation."""

    slug: tuple[Slug, ...]
    title: tuple[str, ...]
    url: tuple[Address, ...]
    preparation: tuple[int, ...]
    field: Annotated[Places, Field(description="In `fields`.")]
    interests: tuple[Ratings, ...]
    values: Annotated[tuple[Ratings | None, ...], Field(description="null: there are none.")]
    skills: Annotated[tuple[Places, ...], Field(description="In `skills`.")]
    environment: Annotated[tuple[Places, ...], Field(description="In `terms`.")]


class OccupationsFile(Renaming, File):
    """What matching needs of every occupation; the other files about occupations keep this order."""

    skills: tuple[str, ...]
    terms: Annotated[tuple[str, ...], Field(description="Conditions of the work as group/term.")]
    fields: Annotated[tuple[str, ...], Field(description="Names of the fields of work.")]
    columns: MatchingColumns


class NamesFile(File):
    """What finds an occupation by name."""

    slug: tuple[Slug, ...]
    title: tuple[str, ...]
    aliases: tuple[tuple[str, ...], ...]
    field: Annotated[tuple[str, ...], Field(description="Keys of `fields`.")]
    fields: dict[str, str]
    address: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]


class TasksFile(File):
    """What finds an occupation by what people do in it; loaded after the names."""

    tasks: tuple[tuple[str, ...], ...]


class Figures(Published):
    """Of each occupation's figures, the first."""

    pay: Annotated[tuple[float, ...], Field(description="Medians.")]
    per: tuple[Literal["year", "hour"], ...]
    covers: Annotated[tuple[str, ...], Field(description="Whose pay it is, if not everybody's; else empty.")]
    currency: Annotated[tuple[str, ...], Field(description="ISO 4217 codes.")]
    year: tuple[int, ...]
    change: Annotated[tuple[float, ...], Field(description="In the number of jobs, in percent.")]
    openings: Annotated[tuple[int, ...], Field(description="In a year.")]


class FacetsFile(Renaming, File):
    """What occupations are filtered and sorted by, and their titles."""

    values: Annotated[dict[str, tuple[str, ...]], Field(description="The values of each facet.")]
    slug: tuple[Slug, ...]
    title: tuple[str, ...]
    address: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]
    columns: Annotated[
        dict[str, tuple[Places, ...]], Field(description="Places in the facet's values, one or several.")
    ]
    figures: Figures


class SummariesFile(File):
    """What stands on the cards of a list, loaded once such a list is shown."""

    summary: tuple[str, ...]


class PlacesFile(File):
    """Where occupations lie on the map of work, in units of its picture; loaded where dots would cover one another."""

    slug: tuple[Slug, ...]
    title: tuple[str, ...]
    field: Annotated[Places, Field(description="In `fields`.")]
    fields: Annotated[tuple[str, ...], Field(description="Keys of the fields of work.")]
    x: tuple[float, ...]
    y: tuple[float, ...]
    address: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]


class Pay(Published):
    """What the occupation pays before tax, in one region and year."""

    region: str
    year: int
    currency: str
    per: Literal["year", "hour"]
    p10: float | None
    p25: float | None
    median: float
    p75: float | None
    p90: float | None
    covers: Annotated[str | None, Field(description="Says it when the wage describes only part of the people.")]
    source: Annotated[str, Field(description="Its title in a few words.")]
    source_key: str


class Outlook(Published):
    """A projection of the number of jobs in one region."""

    model_config = ConfigDict(populate_by_name=True)

    region: str
    from_: Annotated[int, Field(alias="from")]
    to: int
    jobs: int
    jobs_projected: int
    change_percent: float
    openings_per_year: int
    difference: Annotated[int, Field(description="How many more or fewer jobs.")]
    direction: Direction
    replacement: Annotated[Replacement, Field(description="How many of the openings come from people who leave.")]
    source: Annotated[str, Field(description="Its title in a few words.")]
    source_key: str


class Route(Published):
    """One way into the occupation."""

    name: str
    takes: str


class ProfileFile(File):
    """One occupation in the words of the vocabularies, without markup: for comparing it and for a worksheet."""

    slug: Slug
    title: str
    field: str
    summary: str
    tasks: tuple[str, ...]
    day: Annotated[tuple[str, ...], Field(description="A working day, by paragraphs.")]
    environment: Annotated[dict[str, tuple[str, ...]], Field(description="Name of a group -> names of its terms.")]
    preparation: int
    entry: Annotated[str, Field(description="Education that is typical at entry.")]
    training: Annotated[str, Field(description="On the job.")]
    licence: Annotated[str, Field(description="How far the law asks for one.")]
    routes: tuple[Route, ...]
    pay: tuple[Pay, ...]
    outlook: tuple[Outlook, ...]
    interests: Annotated[tuple[str, ...], Field(description="Names of those that stand out, the highest first.")]
    skills: tuple[str, ...]
    good_sides: tuple[str, ...]
    hard_sides: tuple[str, ...]


class ComparingFile(File):
    """The texts of the page that compares occupations."""

    text: Annotated[Texts, _section("comparing")]


class VerbsFile(File):
    """Verbs that tell of each interest."""

    verbs: dict[str, tuple[str, ...]]


class AddingFile(Renaming, File):
    """What pages of occupations and guides need to put something into the plan."""

    text: Annotated[Texts, _section("adding")]
    plan: Annotated[Address, Field(description="Of the plan.")]
    compare: Annotated[Address, Field(description="Of the page that compares occupations.")]


class Column(Published):
    """A column of a table in a worksheet; what it does not have is left out."""

    key: str
    kind: CellKind
    label: str
    options: dict[str, str] = _optional({}, "Choice: key -> words.")
    reminder: str | None = _optional(None, "Date: what the reader is reminded of on that day.")


class WorksheetField(Published):
    """A field of a worksheet as scripts need it to name and to read what was written."""

    key: str
    kind: FieldKind
    label: str
    options: dict[str, str] = _optional({}, "Choice: key -> words.")
    low: str | None = _optional(None, "Rating: what 1 means.")
    high: str | None = _optional(None, "Rating: what 5 means.")
    columns: tuple[Column, ...] = _optional((), "Table: its columns.")
    rows: tuple[str, ...] = _optional((), "Table: the names of its rows, if they are set.")
    reminder: str | None = _optional(None, "Date: what the reader is reminded of on that day.")


class Sheet(Published):
    """A strategy's worksheet."""

    key: Annotated[str, Field(description="Of the strategy.")]
    method: str
    title: str
    takes: str
    url: Address
    guide: Annotated[Address, Field(description="Of the strategy's part of its guide.")]
    entry: Annotated[str | None, Field(description="What one sheet is called where several are kept.")]
    fields: tuple[WorksheetField, ...]


class SiteName(Published):
    """The site as calendars and files name it."""

    name: str
    url: Annotated[str, Field(description="Empty where the site does not know its own address.")]


class Method(Published):
    """One of the six methods."""

    label: str
    url: Annotated[Address | None, Field(description="Of its guide; null: it is not written yet.")]


class PlanFile(Renaming, File):
    """The texts of the plan and of the worksheets, and what each worksheet is made of."""

    text: Annotated[Texts, _section("planning")]
    locale: Annotated[str, Field(description="Language tag for lists, dates and numbers.")]
    site: SiteName
    address: Annotated[Address, Field(description="Of the plan.")]
    occupation: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]
    methods: Annotated[dict[str, Method], Field(description="In the order of the six.")]
    sheets: tuple[Sheet, ...]
