"""Plain values and node trees to models: pydantic decides what a scalar is, and says where it is wrong."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.guesses import find_meant
from generator.model.base import Place, texts
from generator.model.mentions import Mention, find_mentions
from generator.model.words import Loose, find_words
from generator.problems import Problem
from generator.sources.complaints.sorting import sort_out
from generator.sources.complaints.wording import fields_of
from generator.sources.files import Mark, Source
from generator.sources.nodes import Listing, Mapping, Node, Scalar, is_blank, locate, locate_key

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_UNKNOWN = "FLD001"
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


@dataclass(frozen=True)
class Document(Generic[T_co]):
    """A model and what its texts mention, with the file it is from, so that later rules can point at a line.

    `compose` reads that file again, for its nodes: they are only needed where a rule finds something.
    """

    path: str
    """The file, as shown to people."""
    model: T_co
    mentions: tuple[Mention, ...] = field(repr=False)
    compose: Callable[[], tuple[Source, Mapping]] = field(repr=False, compare=False)

    @functools.cached_property
    def texts(self) -> list[tuple[Place, str]]:
        """Every text in the model with its place, for many rules."""
        return texts(self.model)

    @functools.cached_property
    def _written(self) -> tuple[Source, Mapping]:
        return self.compose()

    @property
    def source(self) -> Source:
        """The text of the file."""
        return self._written[0]

    @property
    def node(self) -> Mapping:
        """The nodes of the file."""
        return self._written[1]

    def mark(self, *loc: str | int) -> Mark:
        """Where the value at `loc` stands, or the nearest thing around it."""
        return locate(self.node, loc)[0]

    def mark_key(self, *loc: str | int) -> Mark:
        """Where the key of the value at `loc` stands, or the nearest thing around it."""
        return locate_key(self.node, loc)

    def problem(self, code: str, message: str, hint: str, *loc: str | int) -> Problem:
        """A problem with the value at `loc`."""
        mark = self.mark(*loc)
        return Problem(self.path, mark.line, mark.column, code, message, hint)

    def problem_in(self, code: str, message: str, hint: str, snippet: str, *loc: str | int) -> Problem:
        """A problem with `snippet` within the text at `loc`."""
        return Problem(self.path, *self.source.find(snippet, self.mark(*loc)), code, message, hint)


def adapt(schema: Any) -> TypeAdapter[Any]:
    """What reads a model or a type, made once: that costs more than reading a small file."""
    if isinstance(schema, TypeAdapter):
        return schema
    if schema not in _ADAPTERS:
        _ADAPTERS[schema] = TypeAdapter(schema)
    return _ADAPTERS[schema]


def kind_of(schema: Any) -> Any:
    """The type that an adapter of ours was made of."""
    return next((kind for kind, adapter in _ADAPTERS.items() if adapter is schema), schema)


def read_document(source: Source, node: Mapping, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
    """The document in `node`, or None with every mistake reported in `source`; none if that has problems already."""
    plain = to_plain(node)
    try:
        model = adapt(schema).validate_python(plain)
    except ValidationError as error:
        source.problems += sort_out(source, node, plain, error.errors(include_url=False), kind_of(schema))
        return None
    if source.problems:
        return None
    return Document(source.path, model, tuple(find_mentions(model)), lambda: (source, node))


def read_on(source: Source, node: Mapping, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
    """The document in `node` if no more is wrong with it than names of fields, which have been reported.

    Else what is wrong in fields of such names is added to the problems of `source`.
    """
    told = {(one.line, one.column, one.code) for one in source.problems}
    plain = to_plain(node)
    try:
        model = adapt(schema).validate_python(plain)
    except ValidationError as error:
        found = sort_out(source, node, plain, error.errors(include_url=False), kind_of(schema))
        source.problems += [one for one in found if (one.line, one.column, one.code) not in told]
        return None
    if any(one.code != _UNKNOWN for one in source.problems):
        return None
    return Document(source.path, model, tuple(find_mentions(model)), lambda: (source, node))


def mend_names(node: Mapping, schema: type[T] | TypeAdapter[T]) -> Mapping:
    """The node with fields called as was most likely meant, and without those of which nobody knows; itself if none is.

    In what is called right then there may be more.
    """
    try:
        adapt(schema).validate_python(to_plain(node))
    except ValidationError as error:
        unknown = [one["loc"] for one in error.errors(include_url=False) if one["type"] == "extra_forbidden"]
    else:
        return node
    mended, is_another = copy.deepcopy(node), False
    for *way, name in unknown:
        owner = locate(mended, tuple(way))[1]
        if isinstance(owner, Mapping) and (entry := owner.entries.pop(str(name), None)):
            is_another = True
            meant = find_meant(str(name), dict.fromkeys(fields_of(kind_of(schema), tuple(way)), ()))
            if meant and meant not in owner.entries:
                owner.entries[meant] = entry
    return mended if is_another else node


def find_loose(source: Source, node: Mapping, schema: type[T] | TypeAdapter[T]) -> tuple[Loose, ...]:
    """The words of lists elsewhere in what has no document."""
    found = []
    for word in find_words(schema, to_plain(node)):
        mark = locate(node, word.loc)[0]
        found.append(Loose(source.path, mark.line, mark.column, word.of, word.text))
    return tuple(found)


def to_plain(node: Node) -> Any:
    """Dicts, lists and texts; None for a key without a value."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [to_plain(item) for item in node.items]
    return {key: None if is_blank(value) else to_plain(value) for key, (_, value) in node.entries.items()}
