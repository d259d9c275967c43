"""YAML to parser events, the same ones whether or not PyYAML was built with libyaml.

PyYAML's own parser says what a text means. libyaml's is eight times as fast and stands in for it where both are known
to agree: no error, and nothing of what they read differently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml
from yaml.composer import Composer
from yaml.resolver import Resolver

MAX_DEPTH = 20
"""Levels of lists and mappings within each other that are read."""
FAST: type | None = getattr(yaml, "CSafeLoader", None)
"""libyaml's parser, if PyYAML was built with it."""
READ_DIFFERENTLY = re.compile(r"\t|[|>][-+0-9]*#|^[ -]*\?(?:\s|$)", re.MULTILINE)
"""Tabs between tokens, a # right behind | or >, and keys that begin with a question mark."""


def parse(text: str) -> tuple[list[yaml.Event], yaml.YAMLError | None]:
    """All events of `text`, or those before the error that is the second value.

    They end with the first list or mapping that lies deeper than `MAX_DEPTH`, so nothing after it costs time.
    """
    if FAST is not None and not READ_DIFFERENTLY.search(text):
        events, error = _run(FAST, text)
        if error is None and not _differs(events):
            return events, None
    return _run(yaml.SafeLoader, text)


def compose(events: Sequence[yaml.Event]) -> yaml.Node | None:
    """PyYAML's own nodes of all events of a text; raises `yaml.MarkedYAMLError` where an alias means nothing."""
    return _Composer(events).get_single_node()


class _Composer(Composer, Resolver):
    """Takes events that have been parsed, in place of a parser."""

    def __init__(self, events: Sequence[yaml.Event]) -> None:
        Composer.__init__(self)
        Resolver.__init__(self)
        self._events = events
        self._at = 0

    def check_event(self, *kinds: type[yaml.Event]) -> bool:
        """Whether the next event is of one of these kinds."""
        return isinstance(self._events[self._at], kinds)

    def peek_event(self) -> yaml.Event:
        """The next event."""
        return self._events[self._at]

    def get_event(self) -> yaml.Event:
        """The next event, which has been taken then."""
        self._at += 1
        return self._events[self._at - 1]


def is_plain(event: yaml.ScalarEvent) -> bool:
    """Whether a scalar stands without quotes and is no block; the two parsers say so with "" and None."""
    return not event.style


def _run(parser: type, text: str) -> tuple[list[yaml.Event], yaml.YAMLError | None]:
    events: list[yaml.Event] = []
    loader, depth = None, 0
    try:
        loader = parser(text)
        while depth <= MAX_DEPTH and (event := loader.get_event()):
            events.append(event)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
    except yaml.YAMLError as error:
        return events, error
    except ValueError:  # An escape for a character that Unicode does not have.
        place = loader and loader.get_mark()
        return events, yaml.MarkedYAMLError(problem="found unknown escape character", problem_mark=place)
    finally:
        if loader is not None:
            loader.dispose()
    return events, None


def _differs(events: list[yaml.Event]) -> bool:
    """Whether there is a tag, an anchor, a question mark within [ ] or { }, or an empty text there or alone."""
    within: list[bool] = []
    """For each list and mapping around the event whether it stands in [ ] or { }."""
    for event in events:
        if getattr(event, "tag", None) or getattr(event, "anchor", None):
            return True
        if isinstance(event, yaml.CollectionStartEvent):
            within.append(bool(event.flow_style))
        elif isinstance(event, yaml.CollectionEndEvent):
            within.pop()
        elif isinstance(event, yaml.ScalarEvent) and is_plain(event):
            if not event.value and (not within or within[-1]):
                return True
            if "?" in event.value and within and within[-1]:
                return True
    return False
