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
    """One activity to rate.

    `preparation`, `field` and `appeal` are the editors' estimates. They do not score: tests use them to keep the six
    scales alike in level, breadth and popularity.
    """

    key: Key
    scale: Literal["realistic", "investigative", "artistic", "social", "enterprising", "conventional"]
    text: Plain = Field(max_length=90, description="Verb first, no job title.")
    quick: bool = Field(False, description="Part of the quick form.")
    preparation: Annotated[int, Field(ge=1, le=5)]
    field: Key
    appeal: Annotated[int, Field(ge=1, le=3)]


class Quiz(Model):
    """A quiz of Likert items, the same number for each Holland scale."""

    title: Line
    summary: Plain = Field(max_length=200)
    kind: Literal["likert"]
    minutes: Minutes
    introduction: Prose
    question: Line
    options: tuple[Option, ...] = Field(min_length=5, max_length=5)
    items: tuple[Item, ...] = Field(min_length=6)
    reviewed: Day

    def form(self, name: Literal["quick", "full"]) -> tuple[Item, ...]:
        """The items of one form, in order."""
        return self.items if name == "full" else tuple(item for item in self.items if item.quick)
