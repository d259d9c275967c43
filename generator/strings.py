"""The texts of the interface as templates and generators see them: a text that is missing is an error, not a gap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class MissingTextError(ValueError):
    """A template asks for a text that templates/strings/ does not have. No LookupError: Jinja would swallow it."""


def merge(texts: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
    """All of `texts`, with those of `others` in their place, section by section."""
    merged = dict(texts)
    for key, other in others.items():
        mine = merged.get(key)
        merged[key] = merge(mine, other) if isinstance(mine, Mapping) and isinstance(other, Mapping) else other
    return merged


class Words:
    """A section of the interface texts. Unlike a dict it has no attribute but its texts, so `t.quiz.items` is one."""

    def __init__(self, texts: Mapping[str, Any], name: str = "t") -> None:
        self._texts, self._name = texts, name

    def __getitem__(self, key: str) -> Any:
        name = f"{self._name}.{key}"
        if key not in self._texts:
            raise MissingTextError(f"no text {name}")
        text = self._texts[key]
        return Words(text, name) if isinstance(text, Mapping) else text

    def __str__(self) -> str:
        raise TypeError(f"{self._name} is a section of texts, not a text")

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __json__(self) -> Mapping[str, Any]:
        return self._texts
