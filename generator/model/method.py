"""One method guide with its strategies: `content/methods/<key>.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import KEPT, Day, Https, Key, Line, Model, Plain, Prose, Sentence, Slug
from generator.model.words import Offers


class Evidence(Model):
    """What research found, where it is published and how far it carries."""

    finding: Sentence
    reference: Annotated[Line, KEPT] = Field(description="Authors, year, title, journal or publisher.")
    url: Https | None = None
    strength: Literal["strong", "moderate", "limited"]


CellKind = Literal["short", "long", "choice", "rating", "date"]
FieldKind = Literal["short", "long", "choice", "rating", "date", "before_after", "list", "table", "if_then"]
Fill = Literal["results", "stories", "profile", "skill-gaps", "roles"]
"""What can be put into a worksheet from elsewhere; each is a module in assets/careers/elements/sheet/fills/."""


class Column(Model):
    """One column of a table in a worksheet."""

    key: Key = Field(description="Under which the device keeps what a reader wrote.")
    kind: CellKind = Field("short", description="What is written in it.")
    label: Plain = Field(max_length=60, description="The head of the column.")
    options: dict[Key, Plain] = Field({}, description="Choice: what can be chosen.")
    reminder: Plain | None = Field(None, max_length=80, description="Date: what the reader is reminded of on that day.")


class WorksheetField(Model):
    """Something to write, choose or rate; which fields it has depends on its kind.

    `short` and `long` are text, `date` is a day, `choice` one of some options, `rating` a step from 1 to 5,
    `before_after` two of them, `list` lines that grow in number, `table` rows that do so or are named by `rows`, and
    `if_then` pairs of a trouble and what one will do then.
    """

    key: Key
    kind: FieldKind
    label: Sentence = Field(description="The question.")
    help: Sentence | None = None
    lines: Annotated[int, Field(ge=1, le=20)] = Field(3, description="Lines or rows to write on when printed.")
    options: dict[Key, Plain] = Field({}, description="Choice: what can be chosen.")
    low: Plain | None = Field(None, max_length=30, description="Rating: what 1 means.")
    high: Plain | None = Field(None, max_length=30, description="Rating: what 5 means.")
    columns: tuple[Column, ...] = Field((), max_length=6, description="Table: its columns.")
    rows: tuple[Plain, ...] = Field((), max_length=12, description="Table: the names of its rows, if they are set.")
    reminder: Plain | None = Field(None, max_length=80, description="Date: what the reader is reminded of on that day.")


class Worksheet(Model):
    """What a strategy is done with: on paper, or on the page, where it is kept on the reader's device."""

    introduction: Sentence | None = None
    entry: Plain | None = Field(
        None, max_length=40, description="What one sheet is called where several are kept, such as `Visit`."
    )
    fill: Fill | None = None
    fields: tuple[WorksheetField, ...] = Field(min_length=1)


class Strategy(Model):
    """One of the strategies of a method."""

    key: Annotated[Key, Offers("strategies")]
    title: Line
    summary: Plain = Field(max_length=200)
    what: Prose
    why: Prose
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    steps: tuple[Sentence, ...] = Field(min_length=2)
    example: Prose
    takes: Line
    pitfalls: tuple[Sentence, ...] = Field(min_length=1)
    worksheet: Worksheet
    next: Prose
    occupations: tuple[Slug, ...] = ()
    quizzes: tuple[Key, ...] = ()


class Method(Model):
    """One of the six methods."""

    title: Line
    summary: Plain = Field(max_length=200)
    introduction: Prose
    strategies: tuple[Strategy, ...] = Field(min_length=1)
    keep_going: Prose = Field(description="How to come back to this method: attitude, flexibility, review.")
    reviewed: Day
