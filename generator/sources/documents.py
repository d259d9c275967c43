"""Node trees to models: pydantic decides what a scalar is, and each of its errors goes back to its line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.problems import Problem
from generator.sources.complaints import complain, follows
from generator.sources.files import Mark, Source
from generator.sources.nodes import Listing, Mapping, Node, Scalar, is_blank, locate

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Document(Generic[T_co]):
    """A model together with the file it was read from, so that later rules can point at a line."""

    source: Source
    model: T_co
    node: Mapping

    @property
    def path(self) -> str:
        """The file, as shown to people."""
        return self.source.path

    def mark(self, *loc: str | int) -> Mark:
        """Where the value at `loc` stands, or the nearest thing around it."""
        return locate(self.node, loc)[0]

    def problem(self, code: str, message: str, hint: str, *loc: str | int) -> Problem:
        """A problem with the value at `loc`."""
        mark = self.mark(*loc)
        return Problem(self.path, mark.line, mark.column, code, message, hint)

    def problem_in(self, code: str, message: str, hint: str, snippet: str, *loc: str | int) -> Problem:
        """A problem with `snippet` within the text at `loc`."""
        return Problem(self.path, *self.source.find(snippet, self.mark(*loc)), code, message, hint)


def read_document(source: Source, node: Mapping, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
    """The document in `node`, or None with every mistake reported in `source`."""
    adapter = schema if isinstance(schema, TypeAdapter) else TypeAdapter(schema)
    try:
        model = adapter.validate_python(_plain(node))
    except ValidationError as error:
        kind = schema if isinstance(schema, type) else None
        errors = error.errors(include_url=False)
        source.problems += [complain(source, node, details, kind) for details in errors if not follows(details)]
        return None
    return Document(source, model, node)


def _plain(node: Node) -> Any:
    """Dicts, lists and texts; None for a key without a value."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {key: None if is_blank(value) else _plain(value) for key, (_, value) in node.entries.items()}
