"""What the comments of `templates/new/` say of each field, and the examples in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

_LINE = re.compile(r"(?P<blanks> *)(?:(?P<dash>- )?(?P<key>[a-z0-9_-]+):|# ?(?P<comment>.*))?")
_EXAMPLE = re.compile(r"(?P<key>[a-z_]+):(?: .*)?$")
_GAP = re.compile(r": (?=[,}])")


@dataclass(frozen=True)
class Comment:
    """What stands above a field."""

    text: str
    """Prose on one line; what is listed below it keeps its lines."""
    example: Any = None
    """A value as an editor may write it, scalars as texts; gaps to fill in are empty."""


def read_comments(text: str, fields: Collection[str]) -> dict[tuple[str, ...], Comment]:
    """Path of each field of a commented template, lists passed over, such as (explore, network) -> its comment.

    A line `# field: ...` begins an example, of the field below or of one that may be left out; `fields` are the names
    of all there are, since other words may stand before a colon, too.
    """
    found: dict[tuple[str, ...], Comment] = {}
    outer: list[tuple[int, str]] = []
    block: list[str] = []
    block_depth = 0

    def close(depth: int, key: str = "") -> None:
        """Take the block as what stands above `key`, or behind all other fields of its mapping."""
        nonlocal outer
        outer = [one for one in outer if one[0] < depth]
        above = tuple(name for _, name in outer)
        for name, comment in _read_block(block, key, fields):
            found.setdefault((*above, name), comment)
        block.clear()

    for line in text.split("\n"):
        match = _LINE.match(line)
        blanks, dash, key, comment = match.groups(default=None) if match else ("", None, None, None)
        depth = len(blanks or "") + len(dash or "")
        # What stands above the dash of an entry is about its first field.
        if block and block_depth not in (depth, len(blanks or "") if dash else depth):
            close(block_depth)
        if comment is not None:
            block.append(comment)
            block_depth = depth
        elif key:
            close(depth, key)
            outer.append((depth, key))
        else:
            close(depth if line.strip() else block_depth)
    close(0)
    return found


def _read_block(lines: list[str], key: str, fields: Collection[str]) -> Iterator[tuple[str, Comment]]:
    """The comments of a block above `key`: its own comes last, those of fields that may be left out before it."""
    prose: list[str] = []
    at = 0
    while at < len(lines):
        match = _EXAMPLE.match(lines[at])
        if not match or match["key"] not in fields:
            prose = [] if not lines[at] else [*prose, lines[at]]
            at += 1
            continue
        end = at + 1
        while end < len(lines) and (lines[end].startswith(" ") or not lines[end]):
            end += 1
        example = yaml.load(_GAP.sub(": ''", "\n".join(lines[at:end])), Loader=yaml.BaseLoader)  # noqa: S506
        yield match["key"], Comment(" ".join(prose), example[match["key"]])
        prose = []
        at = end
    if key and prose:
        yield key, Comment(" ".join(prose))
