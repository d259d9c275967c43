"""Assessments, as scripts ask and score them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.quiz import Kind
from generator.scripts.published.parts import Address, File, Published, Ratings, Texts, optional, section


class Question(Published):
    """What is asked: an item, or a pair of values of which one is to be chosen."""

    key: str
    stamp: Annotated[str, Field(description="Four hexadecimal digits that change with what is asked.")]
    text: str
    pair: tuple[int, int] | None = optional(None, "Values: the places of the two in `scales`.")
    scale: str | None = optional(None, "The scale that an answer counts for.")
    quick: bool = optional(False, "Part of the quick form.")
    terms: tuple[str, ...] = optional((), "Environment: the terms, group/term, that mean its condition is present.")


class Norm(Published):
    """Means, standard deviations and correlations of the interests."""

    mean: Ratings
    deviation: Ratings
    correlations: Annotated[tuple[Ratings, ...], Field(description="Pearson's r, a row for each interest.")]


class Norms(Published):
    """How people answer, and how work is rated, so that one can be held against the other; see scoring/norms.js."""

    people: Annotated[Norm, Field(description="Of people's scores, 1 to 5.")]
    work: Annotated[Norm, Field(description="Of the ratings of occupations, 1 to 7.")]
    weight: Annotated[float, Field(description="How far the norms of people count, 0 to 1.")]


class Limits(Published):
    """From which share of the draws on an occupation is in a band."""

    strong: float
    possible: float


class FormLimits(Published):
    """With all levels of preparation ranked, and with some of them."""

    all: Limits
    level: Limits


class AllLimits(Published):
    """By the form that was taken."""

    quick: FormLimits
    full: FormLimits


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
    norms: Norms | None = optional(None, "Interests: where they are known.")
    limits: AllLimits | None = optional(None, "Interests: of the bands, where they have been measured.")


class AssessmentsFile(File):
    """Every assessment, and the texts of all that is made of the answers."""

    text: Annotated[Texts, section("script")]
    labels: Annotated[dict[str, dict[str, str]], Field(description="Kind -> scale -> its name.")]
    quizzes: tuple[Quiz, ...]
