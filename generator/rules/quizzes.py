"""Rules about quizzes: equal scales, unique items."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.model.occupation import SCALES
from generator.model.quiz import Quiz
from generator.model.site import Site
from generator.problems import Problem, did_you_mean
from generator.reading import Document


def _scales(site: Site, document: Document[Quiz]) -> Collection[str]:
    """The scales of a quiz by its kind; empty if the vocabulary could not be read."""
    return SCALES if document.model.kind == "interests" else site.vocabulary.methods


def quiz_scales(site: Site) -> Iterator[Problem]:
    """QIZ001, QIZ003, QIZ005: each scale exists and has as many items as the others, in both forms."""
    for document in site.quizzes.values():
        scales = _scales(site, document)
        if not scales:
            continue
        for index, item in enumerate(document.model.items):
            if item.scale not in scales:
                message, hint = f"unknown scale {item.scale!r}", did_you_mean(item.scale, scales)
                yield document.problem("QIZ005", message, hint, "items", index, "scale")
        if any(item.scale not in scales for item in document.model.items):
            continue  # The counts would only say it again.
        for form, code in (("full", "QIZ001"), ("quick", "QIZ003")):
            counts = dict.fromkeys(scales, 0)
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
            if known and item.field and item.field not in known:
                message, hint = f"unknown field {item.field!r}", did_you_mean(item.field, known)
                yield document.problem("QIZ004", message, hint, "items", index, "field")
