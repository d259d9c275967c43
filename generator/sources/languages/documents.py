"""A document in another language: the original with the texts of its translation, and the places of both."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import JsonValue, TypeAdapter, ValidationError

from generator.guesses import did_you_mean
from generator.model.mentions import find_mentions
from generator.model.translating import Odd, find_own, lay_over, plan
from generator.problems import Problem
from generator.sources.complaints.sorting import sort_out
from generator.sources.complaints.wording import fields_of
from generator.sources.documents import Document, adapt
from generator.sources.files import Source
from generator.sources.nodes import Mapping, locate_key

T = TypeVar("T")
Texts = dict[str, JsonValue]
"""What a translation holds, whatever that is."""


@dataclass(frozen=True)
class Translated(Document[T]):
    """The document of a translation; what it does not hold is told of the original."""

    original: Document[T] = field(repr=False)
    own: Document[Texts] = field(repr=False)
    whole: Any = field(repr=False)
    """All that the model was made of."""

    def problem(self, code: str, message: str, hint: str, *loc: str | int) -> Problem:
        """A problem with the value at `loc`, in whichever file has it."""
        place = find_own(self.whole, self.own.model, loc)
        if place is None:
            return self.original.problem(code, message, hint, *loc)
        return self.own.problem(code, message, hint, *place)

    def problem_in(self, code: str, message: str, hint: str, snippet: str, *loc: str | int) -> Problem:
        """A problem with `snippet` within the text at `loc`, in whichever file has it."""
        place = find_own(self.whole, self.own.model, loc)
        if place is None:
            return self.original.problem_in(code, message, hint, snippet, *loc)
        return self.own.problem_in(code, message, hint, snippet, *place)


def translate(original: Document[T], own: Document[Texts], kind: Any) -> tuple[Document[T] | None, list[Problem]]:
    """The document of a translation of `original`, a model of this `kind`, and what is wrong with it.

    Without what is wrong it would be as the original is; None if it cannot be read.
    """
    adapter: TypeAdapter[T] = adapt(kind)
    before = adapter.dump_python(original.model, mode="json", by_alias=True, exclude_unset=True)
    odd: list[Odd] = []
    whole = lay_over(plan(kind), before, own.model, odd)
    problems = [_tell(own, one, kind) for one in odd]
    try:
        model = adapter.validate_python(whole)
    except ValidationError as error:
        found = Source(own.path, own.source.text)
        errors = error.errors(include_url=False)
        for one in errors:
            one["loc"] = find_own(whole, own.model, one["loc"]) or one["loc"]
        problems += sort_out(found, own.node, own.model, errors, kind)
        return None, problems
    compose = functools.partial(_compose, own)
    return Translated(own.path, model, tuple(find_mentions(model)), compose, original, own, whole), problems


def _compose(own: Document[Texts]) -> tuple[Source, Mapping]:
    return own.source, own.node


def _tell(own: Document[Texts], odd: Odd, kind: Any) -> Problem:
    mark = locate_key(own.node, odd.loc)
    value = functools.reduce(lambda part, step: part[step], odd.loc, own.model)  # type: ignore[index,arg-type,return-value]
    entry = value.get("key") if isinstance(value, dict) else None
    name = str(entry) if entry and isinstance(odd.loc[-1], int) else str(odd.loc[-1]) if odd.loc else ""
    if odd.is_gone:
        message, hint = f"{name!r} translates nothing", "the original has no such text any more; leave it out"
        return Problem(own.path, mark.line, mark.column, "LNG101", message, hint)
    fields = fields_of(kind, odd.loc[:-1])
    if fields and name not in fields:
        return Problem(
            own.path, mark.line, mark.column, "FLD001", f"unknown field {name!r}", did_you_mean(name, fields)
        )
    message, hint = f"{name!r} is no text to translate", "leave it out: the original says it for all languages"
    return Problem(own.path, mark.line, mark.column, "LNG001", message, hint)
