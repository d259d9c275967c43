"""One quiz: `content/quizzes/<key>.yml`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Day, Key, Line, Model, Plain, Prose
from generator.model.words import Offers

Kind = Literal["interests", "skills", "values", "environment", "methods"]
CORRELATED: tuple[Kind, ...] = ("interests", "skills", "values")
"""The kinds whose scores are compared with an occupation's by their shape: equal ones have none, and say nothing."""
MATCHING: tuple[Kind, ...] = (*CORRELATED, "environment")
"""The kinds that can speak for or against an occupation."""
AVERAGED: tuple[Kind, ...] = ("interests", "methods")
"""The kinds whose scales are means of several items; in the others an item stands for itself."""
KINDS: tuple[Kind, ...] = (*MATCHING, "methods")
"""In the order in which readers see them."""


class Minutes(Model):
    """How long each form takes, in minutes; `quick` only where there is a quick form."""

    quick: Annotated[int, Field(ge=1, le=60)] | None = None
    full: Annotated[int, Field(ge=1, le=60)]

    @property
    def least(self) -> int:
        """How long the shorter form takes."""
        return self.quick or self.full


class Option(Model):
    """One answer; its value is its place, from 1."""

    label: Line
    short: Plain = Field(max_length=12, description="For narrow columns and the paper form.")


Condition = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"), Offers("environments/conditions")
]
"""A term of `vocabulary/environments.yml` with its group: `hours/nights`."""


class Item(Model):
    """What a reader judges; which fields it has depends on the quiz's kind.

    In a quiz of interests it is an activity, in one of methods a statement, in one of skills a skill with three
    examples of what one can do, in one of values a value that meets each other one, in one of environment a condition
    of work, present in an occupation that names any of its terms.

    `preparation`, `field` and `appeal` are the editors' estimates for activities. They do not score: tests use them to
    keep the six interests alike in level, breadth and popularity.
    """

    key: Key
    scale: Annotated[Key, Offers("scales")] | None = Field(
        None, description="A Holland interest, method, skill or value, by the kind of the quiz."
    )
    text: Plain = Field(max_length=90, description="An activity has its verb first and no job title.")
    anchors: tuple[Annotated[Plain, Field(max_length=110)], ...] = Field((), description="Skills: from easy to hard.")
    terms: tuple[Condition, ...] = Field((), description="Environment: the conditions that this is about.")
    quick: bool = Field(False, description="Part of the quick form.")
    preparation: Annotated[int, Field(ge=1, le=5)] | None = None
    field: Annotated[Key, Offers("fields")] | None = None
    appeal: Annotated[int, Field(ge=1, le=3)] | None = None


@dataclass(frozen=True)
class Question:
    """One answer that is asked for: an item, or a pair of values of which one is to be chosen."""

    key: str
    number: int
    items: tuple[Item, ...]


class Quiz(Model):
    """An assessment; its kind says what is asked and what becomes of the answers.

    `interests` and `methods` have five options and the same number of items for each scale; `skills` and `environment`
    have four options and one item for each thing; `values` has no options: each pair of its items is one question.
    """

    title: Line
    summary: Plain = Field(max_length=200)
    kind: Kind
    minutes: Minutes
    introduction: Prose
    question: Line
    options: tuple[Option, ...] = Field((), max_length=5)
    items: tuple[Item, ...] = Field(min_length=6)
    formerly: dict[Key, Key] = Field(
        default_factory=dict,
        description="Scale -> what it was called when readers first answered: so that their results can still be read.",
    )
    reviewed: Day

    @property
    def matches(self) -> bool:
        """Whether its results can speak for or against an occupation."""
        return self.kind in MATCHING

    @property
    def averages(self) -> bool:
        """Whether its scales are means of several items."""
        return self.kind in AVERAGED

    def form(self, name: Literal["quick", "full"]) -> tuple[Item, ...]:
        """The items of one form, in order."""
        return self.items if name == "full" else tuple(item for item in self.items if item.quick)

    @property
    def has_quick(self) -> bool:
        """Whether there is a quick form besides the full one."""
        return 0 < len(self.form("quick")) < len(self.items)

    def questions(self) -> tuple[Question, ...]:
        """What is asked, in order."""
        if self.kind != "values":
            return tuple(Question(item.key, number, (item,)) for number, item in enumerate(self.items, 1))
        pairs = _round_robin(self.items)
        return tuple(Question(f"{a.key}.{b.key}", number, (a, b)) for number, (a, b) in enumerate(pairs, 1))

    def steps(self) -> int:
        """How many answers each question has."""
        return len(self.options) or 2

    def span(self) -> tuple[int, int]:
        """The lowest and the highest score: of a value, how often it was chosen."""
        return (0, len(self.items) - 1) if self.kind == "values" else (1, self.steps())

    def scoring_key(self) -> dict[str, tuple[Question, ...]]:
        """Scale -> the questions that count for it, for those who score on paper."""
        key: dict[str, list[Question]] = {}
        for question in self.questions():
            for item in question.items:
                key.setdefault(item.scale or "", []).append(question)
        return {scale: tuple(questions) for scale, questions in key.items()}

    def _first(self, item: Item) -> str | None:
        """What the scale of an item was called when readers first answered it."""
        return self.formerly.get(item.scale or "", item.scale)

    def stamp_question(self, question: Question) -> str:
        """Four hexadecimal digits that change with what a question asks, so that no answer stays with another one."""
        # Commas and capitals may be mended; an answer is given to words.
        known = [[self._first(item), item.terms, *map(_spell, (item.text, *item.anchors))] for item in question.items]
        options = [_spell(option.label) for option in self.options]
        return hashlib.sha256(repr((self.kind, options, known)).encode()).hexdigest()[:4]

    def stamp(self) -> str:
        """Six hexadecimal digits that change with the questions, so that a link never fills answers into others."""
        # Keys and scales, not texts: mending a comma must not spoil the links that people keep.
        known = [
            [question.key, [[self._first(item), item.quick, item.terms] for item in question.items]]
            for question in self.questions()
        ]
        return hashlib.sha256(repr((self.kind, self.steps(), known)).encode()).hexdigest()[:6]


def _spell(text: str) -> str:
    """The words of a text alone."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _round_robin(items: tuple[Item, ...]) -> list[tuple[Item, Item]]:
    """Each pair of an even number of items once, spread as in a tournament so that none comes twice in a row.

    The circle method: one stays, the rest go round. Whichever has stood first less often stands first.
    """
    first, *ring = items
    led = {item.key: 0 for item in items}
    pairs = []
    for turn in range(len(ring)):
        table = [first, *ring[len(ring) - turn :], *ring[: len(ring) - turn]]
        half = len(table) // 2
        for pair in zip(table[:half], reversed(table[half:]), strict=True):
            a, b = sorted(pair, key=lambda item: led[item.key])
            led[a.key] += 1
            pairs.append((a, b))
    return pairs
