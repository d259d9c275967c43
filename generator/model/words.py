"""Which texts of a model are words of a list elsewhere, such as a vocabulary, found in whatever was written."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

Loc = tuple[str | int, ...]


LIST = "x-list"
"""In a JSON Schema: the list of which a text is a word, or the keys of a mapping are; a text editor offers them."""


GAPLESS = "x-gapless"
"""In the JSON Schema of a model whose fields may be left out, but not stand there without a value."""


@dataclass(frozen=True)
class Offers:
    """Says in an `Annotated` of which list a text editor offers the words."""

    name: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        return handler(core) | {LIST: self.list}

    @property
    def list(self) -> str:
        """The name of the list."""
        return self.name


@dataclass(frozen=True)
class Of(Offers):
    """Says in an `Annotated` which list a text is a word of: a vocabulary, `sources` or `occupations`.

    A rule looks for such words, also in a file that has no model.
    """

    group: str = ""
    """Of a vocabulary in groups."""

    @property
    def list(self) -> str:
        """The name of the list, of a group `environments/setting`."""
        return f"{self.name}/{self.group}" if self.group else self.name


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was written, its place in the document, and the list that it should stand in."""

    loc: Loc
    of: Of
    text: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A word of a file that has no model, since other things are wrong in it."""

    path: str
    line: int
    column: int
    of: Of
    text: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where in a type such words are; `fields` by name as written and name of the attribute."""

    of: Of | None = None
    each: _Plan | None = None
    fields: tuple[tuple[str, str, _Plan], ...] = ()


def find_words(schema: Any, value: object) -> list[Word]:
    """Every word of a list in `value`, a model or what is to become one: dicts, lists and texts, right or not."""
    plan = _plan(schema)
    found: list[Word] = []
    if plan is not None:
        _collect(plan, value, (), found)
    return found


def _collect(plan: _Plan, value: object, loc: Loc, found: list[Word]) -> None:
    if plan.of is not None:
        if isinstance(value, str) and value.strip():
            found.append(Word(loc, plan.of, value.strip()))
    elif plan.each is not None:
        if isinstance(value, (tuple, list)):
            for index, item in enumerate(value):
                _collect(plan.each, item, (*loc, index), found)
    elif isinstance(value, Mapping):
        for name, _, inner in plan.fields:
            if name in value:
                _collect(inner, value[name], (*loc, name), found)
    elif isinstance(value, BaseModel):
        for name, attribute, inner in plan.fields:
            _collect(inner, getattr(value, attribute), (*loc, name), found)


@functools.cache
def _plan(schema: Any) -> _Plan | None:
    """Where words are in a type; None if there are none."""
    origin = typing.get_origin(schema)
    if origin is typing.Annotated:
        inner, *notes = typing.get_args(schema)
        own = next((note for note in notes if isinstance(note, Of)), None)
        return _Plan(own) if own else _plan(inner)
    if origin in (typing.Union, types.UnionType):
        return next((plan for one in typing.get_args(schema) if (plan := _plan(one))), None)
    if origin is tuple:
        each = _plan(typing.get_args(schema)[0])
        return _Plan(each=each) if each else None
    if isinstance(schema, type) and issubclass(schema, BaseModel):
        hints = typing.get_type_hints(schema, include_extras=True)
        found = ((name, field.alias or name, _plan(hints[name])) for name, field in schema.model_fields.items())
        fields = tuple((written, name, plan) for name, written, plan in found if plan)
        return _Plan(fields=fields) if fields else None
    return None
