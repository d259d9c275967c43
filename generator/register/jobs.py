"""Files to be made, and what each is made of: from that alone, and so it has a key before it is made."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from generator.cache import digest
from generator.model.site import Site

Pieces = str | Iterator[str]
"""A text; or, of one that all of the site is in, what it is made of, so that nobody holds the whole."""


@dataclass(frozen=True)
class Job:
    """A file below build/docs: how to make its text, and a digest of all that the text depends on."""

    path: str
    key: str
    make: Callable[[], Pieces]
    kind: str = ""
    """Of files that are made alike and fail alike: one with no trait of its own need not be made to be checked."""
    traits: Callable[[], Iterable[Hashable]] = tuple
    """What may make a difference to whether it can be made."""


class Parted:
    """A data class whose fields are known each by itself, since other things are made of them, too."""


class Unseen:
    """A value that refuses every question, so that nothing depends on it."""


class Stamps:
    """Digests of the values that jobs are made of; of a model or data class that many share, it is made once.

    A process that lives on has one for all its runs, so that what is the same in the next is known.
    """

    def __init__(self, *always: str | bytes) -> None:
        self._known: dict[int, tuple[object, str]] = {}
        self.begin(*always)

    def begin(self, *always: str | bytes) -> None:
        """A new run: what is known of the last one is known until the next, and `always` is in every key."""
        self._always = digest(*always)
        self._before, self._known = self._known, {}
        self._traits: dict[int, tuple[object, frozenset[Hashable]]] = {}

    def job(
        self,
        path: str,
        make: Callable[..., Pieces],
        *made_of: Any,
        holds: Any = None,
        kind: str = "",
        traits: Callable[[], Iterable[Hashable]] = tuple,
    ) -> Job:
        """The job whose text is what `make` returns for `made_of`: what is not in there, it does not depend on.

        `holds` is what `make` itself was made of, where that is more than code.
        """
        name = f"{make.__module__}.{make.__qualname__}"
        key = digest(self._always, path, name, *(self.of(value) for value in (holds, *made_of)))
        return Job(path, key, lambda: make(*made_of), kind, traits)

    def of(self, value: Any) -> str:
        """A digest of all that `value` says, whatever process it is in."""
        known = self._known.get(id(value)) or self._before.get(id(value))
        if known is None or known[0] is not value:  # The value is kept so that no other can have its identity.
            known = value, digest(self._write(value))
        self._known[id(value)] = known
        return known[1]

    def traits(self, model: BaseModel) -> frozenset[Hashable]:
        """What may make a difference to whether something can be made of a model."""
        known = self._traits.get(id(model))
        if known is None or known[0] is not model:
            known = self._traits[id(model)] = model, frozenset(list_traits(model))
        return known[1]

    def _write(self, value: Any) -> str | bytes:
        if isinstance(value, Unseen):
            return "unseen"
        if isinstance(value, frozenset):  # Else in the order of the process.
            return to_json(sorted(value))
        if isinstance(value, Site | Parted) and dataclasses.is_dataclass(value):
            return " ".join(self.of(getattr(value, field.name)) for field in dataclasses.fields(value))
        if isinstance(value, Mapping) and any(map(_is_shared, value.values())):
            return " ".join(f"{key} {self.of(part)}" for key, part in value.items())
        if isinstance(value, BaseModel) and (unseen := {name for name, part in value if isinstance(part, Unseen)}):
            return value.model_dump_json(exclude=unseen)
        return to_json(value)


def _is_shared(value: Any) -> bool:
    """Whether many pages are likely to be made of this very value."""
    return isinstance(value, BaseModel) or dataclasses.is_dataclass(value)


def list_traits(value: Any, way: tuple[str, ...] = ()) -> Iterable[Hashable]:
    """What templates may ask of a model: for each field whether it is empty, one, several, zero, or which choice."""
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            part = getattr(value, name)
            if typing.get_origin(info.annotation) is typing.Literal:
                yield (*way, name), part
            else:
                yield from list_traits(part, (*way, name))
    elif isinstance(value, tuple | Mapping):
        yield way, min(len(value), 2)
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from list_traits(part, way)
    elif isinstance(value, str):
        yield way, "\n" in value, not value, "](" in value
    elif isinstance(value, int | float):
        yield way, (value > 0) - (value < 0)
    else:
        yield way, value is None
