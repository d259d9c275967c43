"""The fields of a YAML file in the order of its model, each with the comments above it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

from generator.sources import nodes
from generator.sources.nodes import Listing, Node

Schema = Mapping[str, Any]
_MODELINE = "# yaml-language-server:"


def sort_fields(text: str, top: nodes.Mapping, schema: Schema) -> str:
    """`text`, of which `top` is the node, with the fields of each block mapping in the order of the JSON Schema.

    Comments and blank lines go with the field below them. What stands in braces stays as it is.
    """
    lines = text.split("\n")
    return "\n".join(_Sorter(lines, schema.get("$defs", {})).sort(top, schema, 0, len(lines)))


class _Sorter:
    def __init__(self, lines: list[str], models: Schema) -> None:
        self._lines = lines
        self._models = models

    def sort(self, node: Node, schema: Schema, first: int, end: int) -> list[str]:
        """The lines from `first` to before `end`, in which `node` stands and nothing else, in their order."""
        schema = _resolve(schema, self._models)
        if isinstance(node, Listing) and node.items and self._is_block(node):
            return self._sort_list(node, schema, first, end)
        if isinstance(node, nodes.Mapping) and node.entries and self._is_block(node):
            return self._sort_mapping(node, schema, first, end)
        return self._lines[first:end]

    def _is_block(self, node: Node) -> bool:
        return self._lines[node.mark.line - 1][node.mark.column - 1] not in "{["

    def _sort_list(self, node: Listing, schema: Schema, first: int, end: int) -> list[str]:
        starts = [item.mark.line - 1 for item in node.items]
        made = self._lines[first : starts[0]]
        for item, start, stop in zip(node.items, starts, [*starts[1:], end], strict=True):
            made += self.sort(item, _find_inner(schema, None), start, stop)
        return made

    def _sort_mapping(self, node: nodes.Mapping, schema: Schema, first: int, end: int) -> list[str]:
        column = node.mark.column - 1
        rows = [mark.line - 1 for mark, _ in node.entries.values()]
        stop = self._climb(end, rows[-1], lambda line: not line.strip() or _is_comment(line, below=column + 1))
        starts = [self._climb(rows[0], first - 1, lambda line: _is_comment(line, column) and _MODELINE not in line)]
        for before, row in itertools.pairwise(rows):
            starts.append(self._climb(row, before, lambda line: not line.strip() or _is_comment(line, column)))
        # The dash of a list stands before whichever field is the first.
        head = self._lines[rows[0]][:column]
        chunks: dict[str, list[str]] = {}
        for (key, (_, value)), start, row, after in zip(
            node.entries.items(), starts, rows, [*starts[1:], stop], strict=True
        ):
            line = self._lines[row]
            own = [*self._lines[start:row], " " * column + line[column:]]
            chunks[key] = own + self.sort(value, _find_inner(schema, key), row + 1, after)
        order = [name for name in schema.get("properties", {}) if name in chunks]
        made = [line for key in dict.fromkeys([*order, *chunks]) for line in chunks[key]]
        if "-" in head:
            at = next(number for number, line in enumerate(made) if line.strip() and not _is_comment(line, column))
            made[at] = head + made[at][column:]
        while made and not made[0].strip():
            made.pop(0)
        return [*self._lines[first : starts[0]], *made, *self._lines[stop:end]]

    def _climb(self, row: int, last: int, belongs: Callable[[str], bool]) -> int:
        """The first row above `row`, and below `last`, from which on all lines belong to it."""
        while row - 1 > last and belongs(self._lines[row - 1]):
            row -= 1
        return row


def _is_comment(line: str, column: int = 0, *, below: int | None = None) -> bool:
    """Whether a line is a comment that begins at a column, or before the column `below`."""
    at = len(line) - len(line.lstrip(" "))
    return line[at:].startswith("#") and (at == column if below is None else at < below)


def _resolve(schema: Any, models: Schema) -> Any:
    """The schema behind a reference, or of what a field is where it is not left out."""
    for one in (schema, *schema.get("anyOf", ())):
        if "$ref" in one:
            return _resolve(models[one["$ref"].rpartition("/")[2]], models)
        if "properties" in one or "items" in one or "patternProperties" in one:
            return one
    return schema


def _find_inner(schema: Any, key: str | None) -> Any:
    """The schema of the value of a key, or of an entry of a list where `key` is None."""
    if key is None:
        return schema.get("items", {})
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    return next(iter(schema.get("patternProperties", {}).values()), {})
