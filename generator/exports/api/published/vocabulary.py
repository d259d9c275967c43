"""What the keys mean that profiles use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.exports.api.published.parts import Address, Head, Published, Rich, Text


class Meaning(Published):
    """What a key means."""

    label: Text
    description: Rich


class Interest(Meaning):
    """A Holland interest."""

    letter: Annotated[str, Field(pattern="^[RIASEC]$")]
    short: Text


class Group(Meaning):
    """Terms that answer one question."""

    terms: dict[str, Meaning]


class Method(Meaning):
    """One of the six methods and its strategies."""

    question: Text
    strategies: dict[str, Meaning]
    url: Annotated[Address | None, Field(description="Its guide; null: it is not written yet.")]


class Region(Published):
    """A country, or a part of one, that figures are about."""

    name: Text
    currency: Annotated[str | None, Field(description="ISO 4217 code of that in which pay is told there.")]
    hours_a_year: Annotated[
        int | None, Field(description="Of a full working year; null: pay by the hour is not counted as pay of a year.")
    ]
    full_time_hours: Annotated[
        int | None, Field(description="Of full-time work in a year, by which pay of a year is told by the hour, too.")
    ]


class VocabularyFile(Head):
    """Every key that profiles use, with its label and meaning."""

    fields: Annotated[dict[str, Meaning], Field(description="Fields of work.")]
    interests: dict[str, Interest]
    values: dict[str, Meaning]
    skills: dict[str, Meaning]
    environments: Annotated[dict[str, Group], Field(description="Conditions of the work by group.")]
    education: Annotated[dict[str, Group], Field(description="Education, experience and training by group.")]
    schooling: Annotated[dict[str, Meaning], Field(description="Levels of education that people were asked about.")]
    subjects: Annotated[dict[str, Meaning], Field(description="Areas of knowledge.")]
    preparation: Annotated[dict[str, Meaning], Field(description="Levels of preparation.")]
    licences: Annotated[dict[str, Meaning], Field(description="How far the law asks for a license.")]
    paid: Annotated[dict[str, Meaning], Field(description="Whether one is paid while learning, on a way in.")]
    methods: dict[str, Method]
    glossary: dict[str, Meaning]
    regions: Annotated[dict[str, Region], Field(description="By ISO 3166 code.")]
    classifications: Annotated[dict[str, Meaning], Field(description="Of occupations, whose codes profiles name.")]
    verbs: Annotated[dict[str, tuple[str, ...]], Field(description="Verbs that tell of each interest.")]
