"""Markers: a line such as `<!-- quiz: interests -->` in a page or guide stands for a part that the generator makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model.site import Site
from generator.prose.parsing import MARKER

PARTS = {
    "methods": "parts/methods.html",
    "fields": "parts/fields.html",
    "finder": "elements/finder.html",
    "loop": "parts/loop.html",
    "sources": "parts/sources.md",
    "accuracy": "data/accuracy.html",
    "curl": "data/curl.html",
    "python": "data/python.html",
    "formula": "data/formula.html",
    "news": "data/news.html",
}
"""Markers without a key; each is a template below `templates/pages/blocks/`, named here without its `.j2`."""


def known(site: Site) -> tuple[str, ...]:
    """The names of all markers that may stand in this site's pages."""
    return (*PARTS, *(f"quiz: {key}" for key in site.quizzes))


def find(text: str) -> Iterator[tuple[str, int]]:
    """Each marker's name in `text` and its line, from 1."""
    for match in MARKER.finditer(text):
        yield match.group(1), text.count("\n", 0, match.start(1)) + 1


def fill(text: str, make: Callable[[str], str]) -> str:
    """`text` with each marker replaced by what `make` returns for its name."""
    return MARKER.sub(lambda match: make(match.group(1)), text)
