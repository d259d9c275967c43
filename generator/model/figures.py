"""Tables of figures by official code: what a row of each kind holds.

An empty cell was not published; it is never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from generator.model.base import (
    NUMBER,
    WHOLE,
    Code,
    Count,
    Key,
    Line,
    Money,
)
from generator.model.occupation import InterestRatings, ValueRatings

SEPARATOR = "|"
"""Stands between the entries of a cell that holds a list."""


def split(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds a list."""
    return tuple(part.strip() for part in cell.split(SEPARATOR))


def is_within(code: str, broader: str) -> bool:
    """Whether a code is a finer one of another: 47-2111.00 is one of 47-2111."""
    return code.startswith(f"{broader}.")


def _split(value: Any) -> Any:
    return split(value) if isinstance(value, str) else value


Codes = Annotated[tuple[Code, ...], BeforeValidator(_split)]
Names = Annotated[tuple[Line, ...], BeforeValidator(_split)]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False), NUMBER]
Importance = Annotated[float, Field(ge=1, le=5, allow_inf_nan=False), NUMBER]
Share = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)? [^\W\d_].*$", max_length=200)]
Shares = Annotated[tuple[Share, ...], BeforeValidator(_split)]
"""Each a percentage and whose it is: 23 Finance and insurance."""
Amount = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?\+? [^\W\d_].*$", max_length=200)]
Amounts = Annotated[tuple[Amount, ...], BeforeValidator(_split)]
"""Each an amount and whose it is: 87980 Finance and insurance; 239200+ where it is at least that."""
POINTS = ("p10", "p25", "median", "p75", "p90")
Point = Literal["p10", "p25", "median", "p75", "p90", "mean"]


class Row(BaseModel):
    """One code. `title` is what its classification calls it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    columns: ClassVar[tuple[str, ...]] = ()
    """Columns that must be there, besides those of fields without which there is no row."""

    code: Code
    title: Line | None = None


class Whole(Row):
    """A row that may stand for several codes: published for all of them together, or their total."""

    parts: Codes = ()


class Pay(Whole):
    """Mean and percentiles a year and an hour, and how many people are employed."""

    columns = ("median",)
    employed: Count | None = None
    mean: Money | None = None
    p10: Money | None = None
    p25: Money | None = None
    median: Money | None = None
    p75: Money | None = None
    p90: Money | None = None
    hourly_mean: Money | None = None
    hourly_p10: Money | None = None
    hourly_p25: Money | None = None
    hourly_median: Money | None = None
    hourly_p75: Money | None = None
    hourly_p90: Money | None = None
    capped: Annotated[tuple[Point, ...], BeforeValidator(_split)] = ()
    """Of which nothing is known but that it is at least the amount given."""

    def points(self, prefix: str = "") -> tuple[tuple[str, float], ...]:
        """The published points as (name, amount), lowest first; of an hour with the prefix `hourly_`."""
        named = ((name, getattr(self, prefix + name)) for name in POINTS)
        return tuple((name, amount) for name, amount in named if amount is not None)


class LocalPay(Whole):
    """The median in one area, a year or an hour, and how many people are employed there."""

    columns = ("median",)
    employed: Count | None = None
    median: Money | None = None
    hourly_median: Money | None = None
    capped: Annotated[tuple[Literal["median"], ...], BeforeValidator(_split)] = ()
    """Whether nothing is known of the median but that it is at least that."""


class Outlook(Whole):
    """A projection: jobs, and what becomes of those who work in them, a year."""

    jobs: Count
    jobs_projected: Count
    change_percent: Annotated[float, Field(ge=-100, le=1000, allow_inf_nan=False), NUMBER] | None = None
    openings: Count
    exits: Count | None = None
    transfers: Count | None = None
    self_employed_percent: Percent | None = None


class Asked(Whole):
    """Education, experience and training that are typical at entry; keys of `vocabulary/education.yml`."""

    entry: Key
    experience: Key
    training: Key


class Employing(Whole):
    """The industries that employ most, with their shares of all jobs, and the median pay in them."""

    page: Line | None = None
    """What the publisher's page about it is called in addresses."""
    largest: Shares
    pay: Amounts = ()
    hourly_pay: Amounts = ()


class Rated(InterestRatings, Row):
    """How far the work feeds each interest."""


class Valued(ValueRatings, Row):
    """How far the work serves each value."""


class Prepared(Row):
    """How much preparation the work takes."""

    level: Annotated[int, Field(ge=1, le=5), WHOLE]


class Open(Row):
    """A row whose table names its columns itself, but for those of other fields."""

    cells: ClassVar[str]  # The field that holds a figure by the name of the column.


class Weighed(Open):
    """How important each of the things is that the columns name."""

    cells = "importance"
    importance: dict[Key, Importance]


class Schooled(Open):
    """What those who do the work say somebody new would need: shares of those `asked`, by level of education."""

    cells = "shares"
    asked: Count
    error: Percent | None = None
    """The largest standard error of the shares, where they come from a sample."""
    shares: dict[Key, Percent]


class Measured(Open):
    """How common each condition of the work is that the columns name: 0 is never, 100 always or every day."""

    cells = "measures"
    measures: dict[Key, Percent]


class Equipped(Row):
    """The software that is used most."""

    software: Names


class Named(Row):
    """What those are called who do the work: names to show first, others reported, and alternatives."""

    shown: Names = ()
    reported: Names = ()
    alternate: Names = ()


class Near(Row):
    """Codes that are alike, most alike first."""

    related: Codes


class Translated(Row):
    """Official titles in another language, each as published: of the same occupation, or of one close to it."""

    exact: Names = ()
    close: Names = ()


Kind = Literal[
    "pay", "local-pay", "outlook", "education", "employers", "interests", "values", "preparation", "skills",
    "knowledge", "names", "related", "titles", "schooling", "conditions", "software",
]  # fmt: skip
ROWS: Mapping[Kind, type[Row]] = {
    "pay": Pay,
    "local-pay": LocalPay,
    "outlook": Outlook,
    "education": Asked,
    "employers": Employing,
    "interests": Rated,
    "values": Valued,
    "preparation": Prepared,
    "skills": Weighed,
    "knowledge": Weighed,
    "names": Named,
    "related": Near,
    "titles": Translated,
    "schooling": Schooled,
    "conditions": Measured,
    "software": Equipped,
}
"""Kind of a table -> what a row of it holds."""
