"""Markers: a line such as `<!-- quiz: interests -->` in a page or guide stands for a part that the generator makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.model.site import Site
from generator.prose.nodes import MARKER

PARTS = {
    "methods": "parts/methods.html",
    "fields": "parts/fields.html",
    "first": "elements/first.html",
    "finder": "elements/finder.html",
    "loop": "parts/loop.html",
    "sources": "parts/sources.md",
    "countries": "data/countries.html",
    "accuracy": "data/accuracy.html",
    "norms": "data/norms.html",
    "curl": "data/curl.html",
    "python": "data/python.html",
    "formula": "data/formula.html",
    "news": "data/news.html",
    "quiz": "elements/quiz.html",
}
"""Each is a template below `templates/pages/blocks/`, named here without its `.j2`."""

_KEYS: dict[str, Callable[[Site], Iterable[str]]] = {"quiz": lambda site: site.quizzes}
"""What those markers may name that stand for one thing of several, as in `<!-- quiz: interests -->`."""


def known(site: Site) -> tuple[str, ...]:
    """The names of all markers that may stand in this site's pages."""
    keyed = {part: [f"{part}: {key}" for key in keys(site)] for part, keys in _KEYS.items()}
    return tuple(name for part in PARTS for name in keyed.get(part, [part]))


def find(text: str) -> Iterator[tuple[str, int]]:
    """Each marker's name in `text` and its line, from 1."""
    for match in MARKER.finditer(text):
        yield match.group(1), text.count("\n", 0, match.start(1)) + 1


def fill(text: str, make: Callable[[str], str]) -> str:
    """`text` with each marker replaced by what `make` returns for its name."""
    return MARKER.sub(lambda match: make(match.group(1)), text)
