"""What we read of mkdocs.yml: the few settings that pages need, and the pages that the navigation names.

Everything else in it is MkDocs' own affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.model.site import Settings
from generator.sources import events, syntax
from generator.sources.comments import find_misplaced
from generator.sources.files import Source

_BLANK = ("", "~", "null")


@dataclass(frozen=True)
class Step:
    """A page that the navigation names, and where it does; line and column count from 1."""

    page: str
    line: int
    column: int


def read_settings(source: Source) -> tuple[Settings, tuple[Step, ...]]:
    """Settings and navigation in the text of mkdocs.yml, both empty where it cannot be read; `source` says why."""
    node = None if source.problems else _compose(source)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    values: dict[str, str] = {}
    steps: list[Step] = []
    ours: set[int] = set()
    """The lines of what we read."""
    for key, value in pairs:
        if key.value in (*Settings.__dataclass_fields__, "nav"):
            end = value.end_mark  # Of a block it is where the next key begins.
            ours |= set(range(key.start_mark.line + 1, end.line + 1 + (end.column > 0)))
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            if value.style or value.value not in _BLANK:
                values[key.value] = value.value
        elif isinstance(key, yaml.ScalarNode) and key.value == "nav":
            steps += _steps(value)
    for comment in find_misplaced(source.text, events.parse(source.text)[0]) if node else ():
        if comment.line in ours:
            source.report("SRC017", comment.message, comment.hint, comment.line, comment.column)
    return Settings(**{name: values.get(name, "") for name in Settings.__dataclass_fields__}), tuple(steps)


def _compose(source: Source) -> yaml.Node | None:
    try:
        # Not by `nodes`: the file may hold the tags that MkDocs knows.
        return yaml.compose(source.text, Loader=yaml.SafeLoader)
    except RecursionError:
        source.report("SRC007", "nested too deeply", "check the brackets")
    except yaml.MarkedYAMLError as error:
        message, hint, *place = syntax.explain(error, source.text, None)
        source.report("SRC006", f"YAML syntax: {message}", hint, *place)
    return None


def _steps(node: yaml.Node) -> Iterator[Step]:
    """The Markdown files that a part of the navigation names: a list of files, of title: file, and of title: list."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md") and "://" not in node.value:
            yield Step(node.value, node.start_mark.line + 1, node.start_mark.column + 1)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _steps(part)
    elif isinstance(node, yaml.MappingNode):
        for _, part in node.value:
            yield from _steps(part)
