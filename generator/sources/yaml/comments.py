"""Comments where they end a text unseen: YAML drops what follows ` #`, and nobody is told.

So a comment has a line of its own, in the column of what it stands above, and none stands within [ ] or { }.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.sources.yaml.events import is_plain

Place = tuple[int, int]
"""Line and column, both from 0, as PyYAML counts them."""
_SIGN = re.compile("#")
_BLOCKS = ("|", ">")
_SHOWN = 40
BEHIND = "put the whole text in double quotes, or the comment on a line of its own"
"""What would be right instead of a comment behind something."""
_BEGUN = re.compile(r"\s*(?:- )*(?:[\w-]+:)?\s*#{1,6}\s")
"""A text that begins with the sign of a heading, which no text may hold, in quotes either."""
_LEADING = "leave out the # that the text begins with, or put the comment on a line of its own"


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A comment that may be meant as text: line and column from 1, what to say about it."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Text:
    """A scalar: where it begins and ends, and the column beyond which a line below would carry it on, or -1."""

    start: Place
    end: Place
    style: str
    beyond: int


@dataclass(slots=True)
class _Collection:
    """A list or mapping whose end has not come yet; keys and values of a mapping both count as children."""

    start: Place
    is_flow: bool
    is_mapping: bool
    children: int = 0


def describe(comment: str) -> str:
    """What is wrong with a misplaced comment."""
    return f"{comment if len(comment) <= _SHOWN else comment[:_SHOWN] + '...'!r} is taken for a comment"


def find_misplaced(text: str, events: Sequence[yaml.Event]) -> Iterator[Misplaced]:
    """The comments in `text` that stand behind something, carry a text on, or stand within [ ] or { }."""
    if not _SIGN.search(text):  # Most texts.
        return
    texts, brackets = _survey(events)
    starts = [one.start for one in texts]
    lines = text.split("\n")
    seen = -1
    for number, line in enumerate(lines):
        for match in _SIGN.finditer(line):
            place = (number, match.start())
            at = bisect_right(starts, place) - 1
            before = texts[at] if at >= 0 else None
            if before and place < before.end and not (before.style in _BLOCKS and number == before.start[0]):
                continue  # Text: in quotes, in a block, or a # within a word.
            if hint := _judge(lines, place, before, brackets, follows=seen == number - 1):
                yield Misplaced(number + 1, place[1] + 1, describe(line[place[1] :]), hint)
            seen = number
            break  # What follows belongs to the same comment.


def _judge(
    lines: list[str], place: Place, before: _Text | None, brackets: list[tuple[Place, Place]], *, follows: bool
) -> str:
    """What would be right instead of the comment at `place`, or "" if it may stand there."""
    number, column = place
    if lines[number][:column].strip():
        return _LEADING if _BEGUN.match(lines[number]) else BEHIND
    if any(start < place < end for start, end in brackets):
        return "put the whole text in double quotes, or the comment above the brackets"
    if before is None or follows or not 0 <= before.beyond < column:
        return ""
    last = before.end[0] - (before.end[1] == 0)  # A block ends where the next line begins.
    if any(lines[between].strip() for between in range(last + 1, number)):
        return ""
    return "put the whole text in double quotes, or begin the comment in the column of the key or list sign above"


def _survey(events: Sequence[yaml.Event]) -> tuple[list[_Text], list[tuple[Place, Place]]]:
    """All scalars, and from where to where each [ ] and { } that stands in no other goes."""
    texts: list[_Text] = []
    brackets: list[tuple[Place, Place]] = []
    around: list[_Collection] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            ended = around.pop()
            if ended.is_flow and not (around and around[-1].is_flow):
                brackets.append((ended.start, _place(event.end_mark)))
        elif isinstance(event, yaml.NodeEvent):
            parent = around[-1] if around else None
            if parent:
                parent.children += 1
            if isinstance(event, yaml.CollectionStartEvent):
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                around.append(_Collection(_place(event.start_mark), bool(event.flow_style), is_mapping))
            elif isinstance(event, yaml.ScalarEvent):
                is_key = parent is not None and parent.is_mapping and parent.children % 2 == 1
                goes_on = event.value and (is_plain(event) or event.style in _BLOCKS)
                beyond = parent.start[1] if parent and goes_on and not is_key and not parent.is_flow else -1
                texts.append(_Text(_place(event.start_mark), _place(event.end_mark), event.style or "", beyond))
    return texts, brackets


def _place(mark: Any) -> Place:
    """Where a mark of either parser is."""
    return mark.line, mark.column
