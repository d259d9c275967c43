"""What an index in `content/figures/` says of its tables: whose they are, of what time, in which files they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import KEPT, Code, Currency, Key, Language, Line, Model, Region, Template, Year
from generator.model.figures import Kind
from generator.model.occupation import Unit
from generator.model.words import GAPLESS, Offers


class Written(Model):
    """What an editor writes with all that it is to have: a name without a value has been forgotten, not left out."""

    model_config = ConfigDict(json_schema_extra={GAPLESS: True})

    @model_validator(mode="before")
    @classmethod
    def _leave_out_blanks(cls, data: Any) -> Any:
        """In place of that of `Model`, so that they are still there to be refused."""
        return data

    @field_validator("*", mode="before")
    @classmethod
    def _refuse_blanks(cls, value: Any) -> Any:
        if value is None:
            raise PydanticCustomError("missing", "empty")
        return value


class Entry(Written):
    """What a table is: whose figures, of what time, and how they are to be read."""

    kind: Kind
    source: Annotated[Key, Offers("sources")]
    year: Year | None = Field(None, description="The year that pay is about.")
    per: Unit = Field("year", description="The unit of time of pay whose columns do not name one.")
    from_: Year | None = Field(None, alias="from", description="The first year of a projection.")
    to: Year | None = None
    language: Language | None = Field(None, description="Of titles.")
    how: Annotated[Line, KEPT] = Field(
        description="How the figures came about and are to be read, for whoever edits them."
    )
    areas: dict[Region, Line] = Field(
        default_factory=dict, description="Code -> name of each area that has a table of its own, in a folder."
    )

    def files(self, key: str) -> tuple[str, ...]:
        """What holds the table called `key`: its file, without an ending, or that of each area."""
        return tuple(f"{key}/{area.lower()}" for area in self.areas) or (key,)


class LookUp(Written):
    """Where more is to be found of a code: a page of whoever publishes it, or another's."""

    label: Line
    address: Template = Field(
        description="With {code}, {title} (the official one) or {page} (that of the table of employers) filled in."
    )


class Index(Written):
    """The tables of one folder: `us.yml` speaks of `us/*.csv`, each by the name of its file."""

    scheme: Annotated[Key, Offers("classifications")] = Field(
        description="The classification whose codes the tables have, as profiles name it in `codes`."
    )
    region: Annotated[Region, Offers("regions")] | None = None
    currency: Currency | None = Field(None, description="If it is another than that of the region.")
    groups: bool = Field(
        False,
        description="Whether its codes stand for groups in which an occupation is one of several, so that figures say "
        "whose they are.",
    )
    everyone: Code | None = Field(
        None, description="The code of all occupations together, beside which the figures of one can be read."
    )
    outlines: Key | None = Field(
        None, description="The table of which each code without a profile gets a page of figures alone."
    )
    capitals: Annotated[tuple[Line, ...], KEPT] | None = Field(
        None,
        description="Where titles are Written So: the words that keep their capitals in sentence case. An empty list "
        "says that none does; without a list, titles stay as they are.",
    )
    look_up: tuple[LookUp, ...] = Field((), description="Where readers find more of a code, in their order.")
    tables: dict[Key, Entry] = Field(min_length=1)

    def files(self) -> Iterator[tuple[str, str, Entry]]:
        """(name of the file below the folder, key of the table, what it is) of all that there must be."""
        for key, entry in self.tables.items():
            for file in entry.files(key):
                yield file, key, entry

    def with_currency(self, currencies: Mapping[Region, Currency | None]) -> Index:
        """The same with the currency of its region, if it names none."""
        found = self.currency or currencies.get(self.region or "")
        return self.model_copy(update={"currency": found})
