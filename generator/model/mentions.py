"""What the texts of a document refer to: pages by their id, and parts of the site by markers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.base import texts
from generator.prose import forbidden, nodes, parsing


@dataclass(frozen=True, slots=True)
class Mention:
    """What a text names, and the place of the text in its document."""

    loc: tuple[str | int, ...]
    name: str
    """`occupation:electrician`, or the name of a marker."""
    is_marker: bool = False


def find_mentions(model: object) -> Iterator[Mention]:
    """Everything that the texts of a model name; texts that are not prose name nothing."""
    for loc, text in texts(model):
        if "<!--" in text:
            for match in nodes.MARKER.finditer(text):
                yield Mention(loc, match[1], is_marker=True)
        if "](" in text:
            for target in _targets(text):
                if target.partition(":")[0] in forbidden.PAGE_KINDS:
                    yield Mention(loc, target)


def _targets(text: str) -> list[str]:
    try:
        return [link.target for link in nodes.links(parsing.parse(text))]
    except forbidden.ProseError:  # Plain text, in which brackets mean nothing.
        return []
