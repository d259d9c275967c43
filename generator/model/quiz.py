"""One quiz: `content/quizzes/<key>.yml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Day, Key, Line, Model, Plain, Prose


class Minutes(Model):
    """How long each form takes, in minutes."""

    quick: Annotated[int, Field(ge=1, le=60)]
    full: Annotated[int, Field(ge=1, le=60)]


class Option(Model):
    """One answer; its value is its place, from 1."""

    label: Line
    short: Plain = Field(max_length=12, description="For narrow columns and the paper form.")


class Item(Model):
    """One line to rate: an activity in a quiz of interests, a statement about oneself in one of methods.

    `preparation`, `field` and `appeal` are the editors' estimates for activities. They do not score: tests use them to
    keep the six interests alike in level, breadth and popularity.
    """

    key: Key
    scale: Key = Field(description="A Holland interest, or a method, by the kind of the quiz.")
    text: Plain = Field(max_length=90, description="An activity has its verb first and no job title.")
    quick: bool = Field(False, description="Part of the quick form.")
    preparation: Annotated[int, Field(ge=1, le=5)] | None = None
    field: Key | None = None
    appeal: Annotated[int, Field(ge=1, le=3)] | None = None


class Quiz(Model):
    """A quiz of items on a scale of five answers, the same number for each of its six scales.

    The scales are the Holland interests (`interests`, which ends in occupations) or the six methods (`methods`, which
    ends in where to begin).
    """

    title: Line
    summary: Plain = Field(max_length=200)
    kind: Literal["interests", "methods"]
    minutes: Minutes
    introduction: Prose
    question: Line
    options: tuple[Option, ...] = Field(min_length=5, max_length=5)
    items: tuple[Item, ...] = Field(min_length=6)
    reviewed: Day

    def form(self, name: Literal["quick", "full"]) -> tuple[Item, ...]:
        """The items of one form, in order."""
        return self.items if name == "full" else tuple(item for item in self.items if item.quick)
