"""Keys' labels and meanings: what all vocabularies are made of, and the groups of them that answer one question."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import KEPT, NUMBER, WHOLE, Key, Line, Model, Sentence


class Term(Model):
    """A key's label and meaning."""

    label: Line
    description: Sentence

    def names(self) -> tuple[str, ...]:
        """What people call it, who may not know its key."""
        return (self.label,)


Years = Annotated[
    Annotated[float, Field(ge=0, le=20), NUMBER] | None,
    Field(
        description="How long that takes after school, by and large: by which occupations are set apart in a picture."
    ),
]


class Measure(Model):
    """A figure that is published of a condition: the share of the way from never to always, in percent."""

    key: Key = Field(description="A column of the table of conditions.")
    published_as: Annotated[tuple[Line, ...], KEPT] = Field((), description="What publishers call it, of any release.")
    common: Annotated[float, Field(ge=0, le=100), NUMBER] | None = Field(
        None, description="From here on a profile is expected to name the condition."
    )
    rare: Annotated[float, Field(ge=0, le=100), NUMBER] | None = Field(
        None, description="Below this a profile is expected not to say that most jobs have it."
    )
    little: Line | None = Field(
        None, description="What readers look for who wish for work that is `rare` in it; without it, they cannot."
    )


class ConditionTerm(Term):
    """A condition of the work."""

    measure: Measure | None = None

    def names(self) -> tuple[str, ...]:
        """Its label, and what publishers call what is measured of it."""
        return (self.label, *(self.measure.published_as if self.measure else ()))


class LevelTerm(Term):
    """A level of preparation."""

    years: Years = None


class CategoryTerm(Term):
    """A category of what is asked at entry."""

    published_as: Annotated[tuple[Line, ...], KEPT] = Field(
        (), description="What publishers of figures call it, word for word."
    )
    mixed: bool = Field(False, description="Stands for several occupations that ask for different things.")
    level: Annotated[int, Field(ge=1, le=5), WHOLE] | None = Field(
        None, description="Of education: the level of preparation that it stands for. Without one it stands for none."
    )
    years: Years = None

    def names(self) -> tuple[str, ...]:
        """Its label, and what publishers call it."""
        return (self.label, *self.published_as)


class Group(Model):
    """Terms that answer one question."""

    label: Line
    description: Sentence
    terms: dict[Key, Term] = Field(min_length=1)


class ConditionGroup(Group):
    """Conditions of one kind."""

    terms: dict[Key, ConditionTerm] = Field(min_length=1)  # type: ignore[assignment]


class CategoryGroup(Group):
    """Categories that answer one question."""

    terms: dict[Key, CategoryTerm] = Field(min_length=1)  # type: ignore[assignment]
