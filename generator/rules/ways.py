"""Rules about the ways in: each has its introduction, and each introduction its way."""

from __future__ import annotations

from collections.abc import Iterator

from generator.guesses import did_you_mean
from generator.problems import Problem
from generator.relations.ways import list_ways
from generator.rules.documents import Documents


def introductions_complete(documents: Documents) -> Iterator[Problem]:
    """WAY001, WAY002: every field, interest, pair, level, skill and condition is introduced, and nothing else is."""
    wanted = {"fields": list(documents.site.vocabulary.fields)}
    for kind, key in list_ways(documents.site.vocabulary):
        wanted.setdefault(kind, []).append(key)
    for name, keys in wanted.items():
        document = documents.introductions.get(name)
        if not keys or not document:
            continue  # Could not be read; that has been reported.
        for key in keys:
            if key not in document.model:
                yield document.problem("WAY001", f"no introduction for {key!r}", f'add `"{key}": ...`')
        for key in document.model:
            if key not in keys:
                yield document.problem("WAY002", f"introduction of an unknown {key!r}", did_you_mean(key, keys), key)
