"""What the text of a field is made of, once it has been parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Literal characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Emphasised (`em`) or strongly emphasised (`strong`) text."""

    kind: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link whose `target` is an https or mailto address or a page id such as `occupation:electrician`."""

    target: str
    children: tuple[Inline, ...]


Inline = Text | Span | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, numbered if `ordered`; each item is a run of blocks."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Embed:
    """A marker on a line of its own, such as `<!-- quiz: interests -->`: the part of the site that belongs there."""

    marker: str


Block = Paragraph | Bullets | Embed
MARKER = re.compile(r"^[ \t]*<!-- ([a-z]+(?:: [a-z0-9-]+)?) -->[ \t]*$", re.MULTILINE)
"""A marker on a line of its own; its one group is the name, with a key where it takes one."""


def links(blocks: Iterable[Block | Inline]) -> Iterable[Link]:
    """Every link in `blocks`, in order."""
    for block in blocks:
        if isinstance(block, Link):
            yield block
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from links(item)
        elif not isinstance(block, (Text, Embed)):
            yield from links(block.children)
