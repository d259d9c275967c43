"""The controlled vocabularies in `content/vocabulary/`: keys that profiles and guides use, with their labels."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model import limits
from generator.model.base import WHOLE, Code, Form, Key, Line, Plain, Region
from generator.model.grammar import Grammar
from generator.model.national import RegionTerm
from generator.model.occupation import Listed, Pay, Unit
from generator.model.terms import CategoryGroup, ConditionGroup, LevelTerm, Term
from generator.model.words import Offers

Formerly = Annotated[
    tuple[Key, ...], Field(max_length=10, description="Keys that it had; their addresses lead to its own.")
]


class SkillTerm(Term):
    """A skill."""

    formerly: Formerly = ()


class FieldTerm(Term):
    """A field of work."""

    hue: Annotated[int, Field(ge=0, le=359), WHOLE] | None = Field(
        None, description="Its color on the map of work, in degrees; by itself, as far from the others as can be."
    )
    codes: Annotated[dict[Key, tuple[Code, ...]], Offers("classifications")] = Field(
        default_factory=dict,
        description="Classification -> how codes of this field begin; of two fields, the longer beginning counts.",
    )
    formerly: Formerly = ()


class Interest(Term):
    """A Holland interest."""

    letter: Annotated[str, StringConstraints(pattern=r"^[RIASEC]$")]
    short: Plain = Field(max_length=24, description="What the interest is about in one or two words.")

    @property
    def both(self) -> str:
        """Everyday words before the term that tests and books use."""
        return f"{self.short} ({self.label})"


Label = Literal[
    "pay.median",
    "pay.percentiles",
    "outlook.change_percent",
    "outlook.jobs_projected",
    "outlook.openings_per_year",
    "preparation",
    "education.training",
    "licence",
    "interests",
    "values",
]
EXPLAINED: tuple[Label, ...] = typing.get_args(Label)
"""What a term of the glossary may explain: labels on pages, by the field of a profile that they stand for."""


class LicenceTerm(Term):
    """How far the law asks for a license."""

    denied_by: tuple[Line, ...] = Field(
        (), description="Phrases that say the opposite: the check warns of a profile in whose text one of them stands."
    )


class GlossaryTerm(Term):
    """A word that not everybody knows."""

    explains: tuple[Label, ...] = Field((), description="Which labels on pages lead to this term.")
    explains_training: tuple[Annotated[Key, Offers("education/training")], ...] = Field(
        (), description="Which kinds of training on the job lead to it, by their keys in the vocabulary of education."
    )


class SchoolingTerm(Term):
    """A level of education that people in the work were asked about."""

    category: Annotated[int, Field(ge=1, le=99), WHOLE] = Field(description="Its number in the publisher's files.")


class MethodTerm(Term):
    """One of the six methods and its strategies."""

    question: Line = Field(description="What the method asks about an occupation.")
    strategies: dict[Key, Term] = Field(min_length=1)
    planned: bool = Field(False, description="The guide is not written yet; the site says so.")


MONTHS = 12
"""In a year, for which pay by the month is told."""


class Classification(Term):
    """A classification of occupations."""

    forms: tuple[Form, ...] = Field((), description="How codes are written: 0 is any digit, A any capital letter.")


Verb = Annotated[str, StringConstraints(max_length=limits.SHORT, pattern=r"^[^\s!-`{-~]+$")]
"""In small letters of any language: no blanks, and of ASCII nothing else."""
Verbs = Annotated[tuple[Verb, ...], Field(min_length=1)]
"""Verbs in the form in which people tell what they did, such as `mended`."""


Variants = Annotated[tuple[Annotated[Line, Field(pattern=r"^[^\s*][^*]*\*?$")], ...], Field(min_length=1)]
"""Words that the collection does not use; one with `*` at its end stands for all that begin so."""


@dataclass(frozen=True)
class Vocabulary:
    """All vocabularies; each field is the file of that name."""

    fields: dict[Key, FieldTerm]
    interests: dict[Key, Interest]
    values: dict[Key, Term]
    skills: dict[Key, SkillTerm]
    environments: dict[Key, ConditionGroup]
    education: dict[Key, CategoryGroup]
    schooling: dict[Key, SchoolingTerm]
    subjects: dict[Key, Term]
    preparation: dict[Key, LevelTerm]
    licence: dict[Key, LicenceTerm]
    paid: dict[Key, Term]
    methods: dict[Key, MethodTerm]
    glossary: dict[Key, GlossaryTerm]
    verbs: dict[Key, Verbs]
    grammar: Grammar
    variants: dict[Line, Variants]
    wording: dict[Line, Variants]
    hype: dict[Line, Variants]
    classifications: dict[Key, Classification]
    regions: dict[Region, RegionTerm]

    def differs(self, model: Listed) -> bool:
        """Whether the two sources on preparation are more than a step apart: the level, and education at entry."""
        level = self.education["entry"].terms[model.education.entry].level if model.education else None
        return level is not None and model.preparation is not None and abs(level - model.preparation) > 1

    def years(self, model: Listed) -> float | None:
        """Study after school, then training; else what the level of preparation stands for; None where nobody knows."""
        if model.education:
            entry = self.education["entry"].terms[model.education.entry].years
            training = self.education["training"].terms[model.education.training].years
            if entry is not None and training is not None:
                return entry + training
        return self.preparation[str(model.preparation)].years if model.preparation else None

    def yearly(self, pay: Pay) -> float | None:
        """The median of a year, by which pay is compared; None where nobody knows it."""
        known = self.regions.get(pay.region)
        times = {"year": 1, "month": MONTHS, "hour": known.hours_a_year if known else None}[pay.per]
        return pay.median * times if pay.median and times else None

    def hours(self, pay: Pay, published: Sequence[Unit] = ()) -> int | None:
        """By how many hours a year pay is told by the hour, or by the year what is told by the hour.

        None where nobody knows them, or where it was `published` for one unit alone, since hours differ too much.
        """
        known = self.regions.get(pay.region)
        if known is None or pay.per == "hour":
            return known.hours_a_year if known else None
        return None if len(published) == 1 else known.full_time_hours or known.hours_a_year

    def renamed(self) -> dict[str, dict[Key, Key]]:
        """Facet that readers filter by -> old key -> present one; a key that is in use again does not count."""
        kinds: dict[str, Mapping[Key, FieldTerm | SkillTerm]] = {"field": self.fields, "skill": self.skills}
        return {
            facet: {old: key for key, term in terms.items() for old in term.formerly if old not in terms}
            for facet, terms in kinds.items()
        }

    def strategies(self) -> dict[Key, Key]:
        """Each strategy -> the method that it belongs to."""
        return {key: name for name, term in self.methods.items() for key in term.strategies}

    def measures(self) -> dict[Line, Key]:
        """What publishers call each measure of a condition -> its key."""
        terms = [term for about in self.environments.values() for term in about.terms.values()]
        return {name: term.measure.key for term in terms if term.measure for name in term.measure.published_as}

    def terms(self) -> dict[Label, Key | None]:
        """The glossary's term for each label in `EXPLAINED`; None where none explains it."""
        found = {name: key for key, term in self.glossary.items() for name in term.explains}
        return {name: found.get(name) for name in EXPLAINED}

    def trainings(self) -> dict[Key, Key | None]:
        """The glossary's term for each kind of training on the job; None where none explains it."""
        found = {name: key for key, term in self.glossary.items() for name in term.explains_training}
        return {name: found.get(name) for name in self.education["training"].terms}
