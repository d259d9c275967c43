"""Rules about how texts are written, for `careers check --prose`: they read every word, so they run only when asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from generator import links
from generator.model.base import texts
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.sources.documents import Document

_NOT_OURS = {"aliases", "reference", "credit", "publisher"}
"""Fields whose words are those of others: what readers type, and what is quoted."""
_KEY = re.compile(r"[a-z0-9]+([/._-][a-z0-9]+)*")
_TARGET = re.compile(r"\]\([^)]*\)|`[^`]*`")
"""Where links lead, and code: no prose."""
_MORE = r"\w*"


def one_spelling(documents: Documents) -> Iterator[Problem]:
    """PRO101: of words that are written in several ways, texts have the one that `vocabulary/variants.yml` names.

    A warning, given by `careers check --prose` alone.
    """
    variants = documents.site.vocabulary.variants
    if not variants:
        return
    find = _Finder(variants)
    for document in _written(documents):
        for loc, text in texts(document.model):
            if not _NOT_OURS & set(map(str, loc)) and not _KEY.fullmatch(text):
                for message, hint, _ in find(text):
                    yield document.problem("PRO101", message, hint, *loc)
    for page in documents.site.pages:
        for number, line in enumerate(page.text.split("\n"), 1):
            for message, hint, start in find(line):
                yield Problem(f"{links.TEXTS}/{page.path}", number, start + 1, "PRO101", message, hint)


class _Finder:
    """Finds variants in a text, each with what to say of it and its place, counted from 0."""

    def __init__(self, variants: Mapping[str, Sequence[str]]) -> None:
        every = ((variant, word) for word, some in variants.items() for variant in some)
        longest = sorted(every, key=lambda one: len(one[0]), reverse=True)
        self._ours = [word for _, word in longest]
        # A group each: by its letters alone a word cannot be told from one that another variant means.
        groups = (f"({re.escape(one.rstrip('*'))}{_MORE if one.endswith('*') else ''})" for one, _ in longest)
        self._pattern = re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)

    def __call__(self, text: str) -> Iterator[tuple[str, str, int]]:
        plain = _TARGET.sub(lambda match: " " * len(match[0]), text)
        for match in self._pattern.finditer(plain):
            ours = self._ours[(match.lastindex or 1) - 1]
            yield f"{match[0]!r} in a text", f"here it is {ours!r}", match.start()


def _written(documents: Documents) -> Iterator[Document[Any]]:
    """Every document of texts."""
    vocabularies = (one for name, one in documents.vocabularies.items() if name not in ("variants", "verbs"))
    return chain(
        documents.occupations.values(),
        documents.methods.values(),
        documents.quizzes.values(),
        documents.introductions.values(),
        vocabularies,
        documents.strings.overrides,
    )
