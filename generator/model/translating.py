"""Which texts of a model are translated, and a translation laid over its original: both as dicts, lists and texts.

A translation has the shape of its original and holds texts alone. An entry of a list that has a `key` is found by that,
other entries by their place; a list of plain texts is translated whole.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel

from generator.model.base import KEPT, TEXT

Loc = tuple[str | int, ...]
_KEY = "key"
"""By what an entry of a list is found."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where in a type texts are that are translated: it is one, or has them in each of its parts, or in some fields."""

    is_text: bool = False
    each: Plan | None = None
    fields: tuple[tuple[str, Plan], ...] = ()

    def inner(self, key: str | int) -> Plan | None:
        """That of a part or a field as it is written; None if nothing in it is translated."""
        return self.each or dict(self.fields).get(str(key))


@functools.cache
def plan(schema: Any) -> Plan | None:
    """Where texts are in a type; None if there are none."""
    origin = typing.get_origin(schema)
    if origin is Annotated:
        inner, *notes = typing.get_args(schema)
        if KEPT in notes:
            return None
        return Plan(is_text=True) if TEXT in notes else plan(inner)
    if origin in (typing.Union, types.UnionType):
        return next((found for one in typing.get_args(schema) if (found := plan(one))), None)
    if origin in (tuple, dict):
        each = plan(typing.get_args(schema)[origin is dict])
        return Plan(each=each) if each else None
    if isinstance(schema, type) and issubclass(schema, BaseModel):
        hints = typing.get_type_hints(schema, include_extras=True)
        named = ((field.alias or name, plan(hints[name])) for name, field in schema.model_fields.items())
        fields = tuple((name, found) for name, found in named if found)
        return Plan(fields=fields) if fields else None
    return None


def list_texts(found: Plan | None, value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text that is translated, by its place; a list of plain texts is one, a line each."""
    if found is None or value is None:
        return
    if found.is_text and isinstance(value, str):
        yield loc, value
    elif isinstance(value, list) and found.each and found.each.is_text:
        if value:
            yield loc, "\n".join(map(str, value))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from list_texts(found.each, item, (*loc, _name(item, at)))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from list_texts(found.inner(key), item, (*loc, key))


@dataclass(frozen=True, slots=True)
class Odd:
    """What a translation holds and should not: something that is no text, or of which the original has nothing."""

    loc: Loc
    """In the translation."""
    is_gone: bool


def lay_over(found: Plan | None, original: Any, own: Any, odd: list[Odd], loc: Loc = ()) -> Any:
    """`original` with the texts of `own` in the place of its own; what is `odd` is left out and added there."""
    if own is None or str(own).casefold() == str(original).casefold():
        return original
    if found is None:
        odd.append(Odd(loc, is_gone=False))
        return original
    if original is None:
        odd.append(Odd(loc, is_gone=True))
        return None
    if found.is_text or (isinstance(own, list) and found.each and found.each.is_text):
        return own  # Of another kind, it is a mistake that the model reports.
    if isinstance(original, list) and isinstance(own, list):
        merged = list(original)
        places = {_name(item, at): at for at, item in enumerate(original)}
        for at, item in enumerate(own):
            place = places.get(_name(item, at))
            if place is None:
                odd.append(Odd((*loc, at), is_gone=True))
            else:
                merged[place] = lay_over(found.each, original[place], item, odd, (*loc, at))
        return merged
    if isinstance(original, Mapping) and isinstance(own, Mapping):
        laid = dict(original)
        for key, item in own.items():
            if item is None:
                continue
            is_known = key in original or (found.each is None and found.inner(key) is None)
            laid[key] = lay_over(found.inner(key), original.get(key), item, odd, (*loc, key)) if is_known else None
            if not is_known:
                odd.append(Odd((*loc, key), is_gone=True))
            if laid[key] is None:
                del laid[key]
        return laid
    odd.append(Odd(loc, is_gone=False))
    return original


def find_own(whole: Any, own: Any, loc: Loc) -> Loc | None:
    """Where a translation has the value that stands at `loc` of the `whole`; None if it has none there."""
    found: list[str | int] = []
    for step in loc:
        if isinstance(own, Mapping) and step in own and isinstance(whole, Mapping):
            found.append(step)
            own, whole = own[step], whole.get(step)
        elif isinstance(own, list) and isinstance(step, int) and isinstance(whole, list) and step < len(whole):
            name = _name(whole[step], step)
            place = next((at for at, item in enumerate(own) if _name(item, at) == name), None)
            if place is None:
                return None
            found.append(place)
            own, whole = own[place], whole[step]
        else:
            return None
    return tuple(found)


def _name(item: Any, at: int) -> str | int:
    """By what an entry of a list is found."""
    return str(item[_KEY]) if isinstance(item, Mapping) and isinstance(item.get(_KEY), str) else at
