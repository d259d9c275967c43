"""Rules about the ways in: each has its introduction, and each introduction its way."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator

from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.problems import Problem, did_you_mean


def introductions_complete(site: Site) -> Iterator[Problem]:
    """WAY001, WAY002: every field, interest, pair, level, skill and condition is introduced, and nothing else is."""
    vocabulary = site.vocabulary
    conditions = [
        name
        for group, about in vocabulary.environments.items()
        for name in (group, *(f"{group}/{term}" for term in about.terms))
    ]
    wanted: dict[str, Collection[str]] = {
        "fields": vocabulary.fields,
        "interests": vocabulary.interests,
        "pairs": ["-".join(pair) for pair in itertools.combinations(SCALES, 2)] if vocabulary.interests else (),
        "preparation": vocabulary.preparation,
        "skills": vocabulary.skills,
        "environments": conditions,
    }
    for name, keys in wanted.items():
        document = site.introductions.get(name)
        if not keys or not document:
            continue  # Could not be read; that has been reported.
        for key in keys:
            if key not in document.model:
                yield document.problem("WAY001", f"no introduction for {key!r}", f'add `"{key}": ...`')
        for key in document.model:
            if key not in keys:
                yield document.problem("WAY002", f"introduction of an unknown {key!r}", did_you_mean(key, keys), key)
