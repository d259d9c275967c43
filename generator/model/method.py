"""One method guide with its strategies: `content/methods/<key>.yml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.base import Day, Https, Key, Line, Model, Plain, Prose, Sentence, Slug


class Evidence(Model):
    """What research found, where it is published and how far it carries."""

    finding: Sentence
    reference: Line = Field(description="Authors, year, title, journal or publisher.")
    url: Https | None = None
    strength: Literal["strong", "moderate", "limited"]


class Question(Model):
    """One question of a strategy's worksheet."""

    key: Key
    question: Sentence
    lines: int = Field(3, ge=1, le=20, description="Lines to write on when printed.")


class Strategy(Model):
    """One of the fourteen strategies."""

    key: Key
    title: Line
    summary: Plain = Field(max_length=200)
    what: Prose
    why: Prose
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    steps: tuple[Sentence, ...] = Field(min_length=2)
    example: Prose
    takes: Line
    pitfalls: tuple[Sentence, ...] = Field(min_length=1)
    worksheet: tuple[Question, ...] = Field(min_length=1)
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
