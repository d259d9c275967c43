"""YAML to plain values at once, for the many files with nothing in them that needs a second look.

What `nodes` may have to say something about is left to it, so this never reports anything and never disagrees.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.prose.characters import HIDDEN
from generator.sources.nodes import LIST_ITEM
from generator.sources.yaml.events import FAST, MAX_DEPTH, READ_DIFFERENTLY, is_plain

Plain = str | list[Any] | dict[str, Any]
_SIGN = re.compile("#")
_HEAD = re.compile(r"(?:#.*\n)*")
"""Comments at the very top, where no text is that they could end."""


class _OddError(Exception):
    """Something that `nodes` reads with more care."""


def read_plain(text: str) -> dict[str, Any] | None:
    """Dicts, lists and texts, None for a key without a value; or None in place of it all where `nodes` has to read."""
    if FAST is None or _SIGN.search(text, _end_of_head(text)) or READ_DIFFERENTLY.search(text):
        return None
    loader = None
    try:
        loader = FAST(text)
        value = _Reader(text, loader).read()
    except (yaml.YAMLError, ValueError, _OddError):
        return None
    finally:
        if loader is not None:
            loader.dispose()
    return value if isinstance(value, dict) else None


def _end_of_head(text: str) -> int:
    head = _HEAD.match(text)
    return head.end() if head else 0


class _Reader:
    """Reads libyaml's events one by one; none is kept."""

    def __init__(self, text: str, loader: Any) -> None:
        self._text, self._next = text, loader.get_event
        self._lines: list[str] | None = None

    def read(self) -> Plain:
        self._expect(yaml.StreamStartEvent)
        self._expect(yaml.DocumentStartEvent)
        value = self._value(self._next(), 0, in_flow=True)
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        return value

    def _expect(self, kind: type[yaml.Event]) -> None:
        if not isinstance(self._next(), kind):
            raise _OddError

    def _value(self, event: Any, depth: int, *, in_flow: bool) -> Plain:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event, in_flow=in_flow)
        if kind is yaml.AliasEvent or event.anchor or event.tag or depth == MAX_DEPTH:
            raise _OddError
        in_flow = event.flow_style
        if kind is yaml.SequenceStartEvent:
            items = []
            while type(event := self._next()) is not yaml.SequenceEndEvent:
                items.append(self._value(event, depth + 1, in_flow=in_flow))
            return items
        entries: dict[str, Any] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                raise _OddError
            key = self._scalar(event, in_flow=in_flow)
            if key in entries:
                raise _OddError
            event = self._next()
            value = self._value(event, depth + 1, in_flow=in_flow)
            entries[key] = None if value in ("", "~") and is_plain(event) else value
        return entries

    def _scalar(self, event: yaml.ScalarEvent, *, in_flow: bool) -> str:
        if event.anchor or event.tag:
            raise _OddError
        text, style = event.value, event.style
        if style == "|":
            return text
        if not style:
            if in_flow and (not text or "?" in text):  # The two parsers read these differently.
                raise _OddError
            if self._holds_list(event):
                raise _OddError
        elif (style == ">" and self._holds_list(event)) or (style == '"' and HIDDEN.search(text)):
            raise _OddError
        return text.replace("\n", "\n\n")

    def _holds_list(self, event: Any) -> bool:
        if event.end_mark.line == event.start_mark.line:  # Most texts.
            return False
        if self._lines is None:
            self._lines = self._text.split("\n")
        lines = self._lines[event.start_mark.line + 1 : event.end_mark.line + (not event.style)]
        return any(LIST_ITEM.match(line) for line in lines)
