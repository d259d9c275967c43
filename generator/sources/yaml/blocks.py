"""A broken YAML file in pieces, so that one mistake in it does not hide the others: its top keys, and entries of lists.

Each piece keeps its place in the file: what stands above it is blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KEY = re.compile(r"[\"']?([A-Za-z_][\w/-]*)[\"']?\s*:(?=\s|$)")
_ENTRY = re.compile(r"( *)-(?=\s|$)")
_MOST = 300
"""Pieces of a file; more has none that an editor wrote, and each is read with all the lines above it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file that is YAML by itself; `key` is the top key that it belongs to."""

    key: str
    text: str


def split_keys(text: str) -> list[Piece]:
    """The top keys of a file, each with all lines below it; none where there are too many or none."""
    lines = text.split("\n")
    starts = [(number, match[1]) for number, line in enumerate(lines) if (match := _KEY.match(line))]
    if not starts or len(starts) > _MOST:
        return []
    ends = [number for number, _ in starts[1:]] + [len(lines)]
    pieces = [
        Piece(key, "\n" * start + "\n".join(lines[start:end]) + "\n")
        for (start, key), end in zip(starts, ends, strict=True)
    ]
    above = "\n".join(lines[: starts[0][0]])
    return [Piece("", above), *pieces] if above.strip() else pieces


def split_entries(piece: Piece) -> Iterator[Piece]:
    """The entries of the list that a piece is, each below its key; none if it is no list, or of too many."""
    lines = piece.text.split("\n")
    top = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _ENTRY.match(lines[top]) or not re.fullmatch(r"[^\s].*:\s*", lines[top]):
        return
    below = next((number for number in range(top + 1, len(lines)) if lines[number].strip()), len(lines))
    first = _ENTRY.match(lines[below]) if below < len(lines) else None
    if not first:
        return
    starts = [n for n in range(below, len(lines)) if (m := _ENTRY.match(lines[n])) and len(m[1]) <= len(first[1])]
    if len(starts) > _MOST:
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = "\n" * top + lines[top] + "\n" * (start - top)
        yield Piece(piece.key, head + "\n".join(lines[start:end]) + "\n")
