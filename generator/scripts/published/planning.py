"""What the plan and the worksheets are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.method import CellKind, FieldKind
from generator.scripts.published.parts import Address, File, Published, Renaming, Texts, optional, section


class MadeForms(Published):
    """Forms made of a listed one."""

    sure: tuple[str, ...]
    doubtful: tuple[str, ...]


class VerbForms(Published):
    """How verbs are found in stories."""

    before_nouns: tuple[str, ...]
    never: tuple[str, ...]
    forms: Annotated[dict[str, MadeForms], Field(description="Pattern -> forms; the first that fits counts.")]


class VerbsFile(File):
    """Verbs that tell of each interest."""

    verbs: dict[str, tuple[str, ...]]
    grammar: VerbForms | None = optional(None, "How other forms are made of them; not there if nobody says it.")


class AddingFile(Renaming, File):
    """What pages of occupations and guides need at once: words for the plan, and languages."""

    text: Annotated[Texts, section("adding")]
    plan: Annotated[Address, Field(description="Of the plan.")]
    compare: Annotated[Address, Field(description="Of the page that compares occupations.")]
    languages: Annotated[tuple[str, ...], Field(description="In which there are titles of occupations.")]


class Column(Published):
    """A column of a table in a worksheet; what it does not have is left out."""

    key: str
    kind: CellKind
    label: str
    options: dict[str, str] = optional({}, "Choice: key -> words.")
    reminder: str | None = optional(None, "Date: what the reader is reminded of on that day.")


class WorksheetField(Published):
    """A field of a worksheet as scripts need it to name and to read what was written."""

    key: str
    kind: FieldKind
    label: str
    options: dict[str, str] = optional({}, "Choice: key -> words.")
    low: str | None = optional(None, "Rating: what 1 means.")
    high: str | None = optional(None, "Rating: what 5 means.")
    columns: tuple[Column, ...] = optional((), "Table: its columns.")
    rows: tuple[str, ...] = optional((), "Table: the names of its rows, if they are set.")
    reminder: str | None = optional(None, "Date: what the reader is reminded of on that day.")


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
    quizzes: tuple[str, ...] = optional((), "Assessments that count for it.")


class PlanFile(Renaming, File):
    """The texts of the plan and of the worksheets, and what each worksheet is made of."""

    text: Annotated[Texts, section("planning")]
    locale: Annotated[str, Field(description="Language tag for lists, dates and numbers.")]
    site: SiteName
    address: Annotated[Address, Field(description="Of the plan.")]
    occupation: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]
    methods: Annotated[dict[str, Method], Field(description="In the order of the six.")]
    sheets: tuple[Sheet, ...]
    several: bool = optional(default=False, description="The site is in several languages; titles may be kept in each.")
