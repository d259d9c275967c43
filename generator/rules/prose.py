"""Rules about how texts are written, for `careers check --prose`: they read every word, so they run only when asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from generator.problems import Problem
from generator.rules.documents import Documents
from generator.sources.documents import Document

_NOT_OURS = {"aliases", "reference", "credit", "publisher"}
"""Fields whose words are those of others: what readers type, and what is quoted."""
_KEY = re.compile(r"[a-z0-9]+([/._-][a-z0-9]+)*")
_TARGET = re.compile(r"\]\([^)]*\)|`[^`]*`")
"""Where links lead, and code: no prose."""
_MORE = r"\w*"
_LISTS = ("variants", "wording", "hype", "verbs", "grammar")
"""Vocabularies that are lists of words, not texts."""


def one_spelling(documents: Documents) -> Iterator[Problem]:
    """PRO101: of words that are written in several ways, texts have the one that `vocabulary/variants.yml` names.

    A warning, given by `careers check --prose` alone, as are all of these.
    """
    yield from _find_all(documents, documents.site.vocabulary.variants, "PRO101", "here it is {ours!r}")


def fair_wording(documents: Documents) -> Iterator[Problem]:
    """PRO103: texts have no word that leaves people out or judges them, where `vocabulary/wording.yml` has another."""
    yield from _find_all(documents, documents.site.vocabulary.wording, "PRO103", "better: {ours!r}")


def no_hype(documents: Documents) -> Iterator[Problem]:
    """PRO104: texts do not praise: `vocabulary/hype.yml` has words that do, and what to write in their place."""
    yield from _find_all(documents, documents.site.vocabulary.hype, "PRO104", "{ours}")


def _find_all(documents: Documents, words: Mapping[str, Sequence[str]], code: str, hint: str) -> Iterator[Problem]:
    """A problem for each of the words in any text; `hint` is told with `ours`, what they stand below."""
    if not words:
        return
    find = _Finder(words)
    for document in _written(documents):
        for loc, text in document.texts:
            if _NOT_OURS.isdisjoint(loc) and not _KEY.fullmatch(text):
                for found, ours, _ in find(text):
                    told = hint.format(ours=ours)
                    yield document.problem_in(code, f"{found!r} in a text", told, found, *loc)
    for page in documents.site.pages:
        for number, line in enumerate(page.text.split("\n"), 1):
            for found, ours, start in find(line):
                place = page.source, number, start + 1
                yield Problem(*place, code, f"{found!r} in a text", hint.format(ours=ours))


class _Finder:
    """Finds words in a text: each as it stands there, what it is listed below, and its place, counted from 0."""

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
            yield match[0], ours, match.start()


def _written(documents: Documents) -> Iterator[Document[Any]]:
    """Every document of texts."""
    vocabularies = (one for name, one in documents.vocabularies.items() if name not in _LISTS)
    return chain(
        documents.occupations.values(),
        documents.methods.values(),
        documents.quizzes.values(),
        documents.introductions.values(),
        vocabularies,
        documents.strings.overrides,
    )
