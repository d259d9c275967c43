"""Rules about quizzes: equal scales, unique items."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.problems import Problem, did_you_mean


def quiz_scales(site: Site) -> Iterator[Problem]:
    """QIZ001, QIZ003: every Holland scale has as many items as the others, in the full and in the quick form."""
    for document in site.quizzes.values():
        for form, code in (("full", "QIZ001"), ("quick", "QIZ003")):
            counts = dict.fromkeys(SCALES, 0)
            for item in document.model.items:
                if form == "full" or item.quick:
                    counts[item.scale] += 1
            if len(set(counts.values())) > 1 or not all(counts.values()):
                message = f"{form} form: " + ", ".join(f"{scale} {count}" for scale, count in counts.items())
                yield document.problem(code, message, "every scale needs the same number of items", "items")


def quiz_items(site: Site) -> Iterator[Problem]:
    """QIZ002, QIZ004: an item's key is unique in its quiz, and its field of work exists."""
    for document in site.quizzes.values():
        seen: set[str] = set()
        for index, item in enumerate(document.model.items):
            if item.key in seen:
                message = f"duplicate item key {item.key!r}"
                yield document.problem("QIZ002", message, "give it a key of its own", "items", index, "key")
            seen.add(item.key)
            known = site.vocabulary.fields
            if known and item.field not in known:
                message, hint = f"unknown field {item.field!r}", did_you_mean(item.field, known)
                yield document.problem("QIZ004", message, hint, "items", index, "field")
