"""What is different between two values: of files as they are written, or of models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Plain = Any
"""Dicts, lists, texts and numbers."""
_AROUND = 30
"""Letters that are shown before what is different in two texts."""


@dataclass(frozen=True)
class Change:
    """What stands at `way`, such as `pay.0.median`, before and after; None where there was or is nothing."""

    way: str
    before: str | None
    after: str | None


def compare(before: Plain, after: Plain, way: str = "") -> Iterator[Change]:
    """Each change, as deep as it goes; a list's entries are told apart by what they say, not by their places."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in (*after, *(key for key in before if key not in after)):
            yield from compare(before.get(key), after.get(key), f"{way}.{key}".lstrip("."))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _compare_lists(before, after, way)
    elif before != after:
        yield Change(way, _line(before), _line(after))


def _compare_lists(before: list[Plain], after: list[Plain], way: str) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [*map(_key, before)], [*map(_key, after)], autojunk=False)
    for kind, first, end, other_first, other_end in matcher.get_opcodes():
        old, new = before[first:end], after[other_first:other_end]
        if kind == "replace" and len(old) == len(new):
            for at, pair in enumerate(zip(old, new, strict=True), other_first):
                yield from compare(*pair, f"{way}.{at}")
        elif kind != "equal":
            yield from (Change(f"{way}.{at}", _line(one), None) for at, one in enumerate(old, first))
            yield from (Change(f"{way}.{at}", None, _line(one)) for at, one in enumerate(new, other_first))


def _key(value: Plain) -> str:
    return json.dumps(value, sort_keys=True, default=str)


def _line(value: Plain) -> str | None:
    """A value on one line; None for nothing."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {told}" for key, one in value.items() if (told := _line(one)) is not None)
    if isinstance(value, list):
        return ", ".join(_line(one) or "" for one in value)
    if isinstance(value, int | float):
        return f"{int(value) if value == int(value) else value:,}"
    return None if value is None else " ".join(str(value).split())


def focus(before: str, after: str, most: int) -> tuple[str, str]:
    """Two texts cut to what is different in them, with a little before it; each has `most` letters and two dots."""
    start = next((at for at, pair in enumerate(zip(before, after, strict=False)) if len({*pair}) > 1), None)
    start = min(len(before), len(after)) if start is None else start
    start = start - _AROUND if start > most // 2 else 0

    def cut(text: str) -> str:
        end = start + most
        return ("…" if start else "") + text[start:end].strip() + ("…" if len(text) > end else "")

    return cut(before), cut(after)
