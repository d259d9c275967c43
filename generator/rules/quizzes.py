"""Rules about quizzes: what each kind is made of, equal scales, unique items, known scales and conditions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.guesses import did_you_mean
from generator.model.occupation import SCALES
from generator.model.quiz import Kind, Quiz
from generator.model.vocabulary import Vocabulary
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.sources.documents import Document

OPTIONS: dict[Kind, int] = {"interests": 5, "skills": 4, "values": 0, "environment": 4, "methods": 5}
"""How many answers a quiz of each kind offers; the two of a pair of values are the values themselves."""

ANCHORS = 3


def _scales(vocabulary: Vocabulary, kind: Kind) -> Collection[str]:
    """The scales that a quiz may measure; empty if the vocabulary could not be read."""
    known: dict[Kind, Collection[str]] = {
        "interests": SCALES,
        "skills": vocabulary.skills,
        "values": vocabulary.values,
        "methods": vocabulary.methods,
    }
    return known.get(kind, ())


def norms_complete(documents: Documents) -> Iterator[Problem]:
    """QIZ008: norms have each interest, and correlations between interests that can hold together."""
    if not documents.norms:
        return
    document, model = documents.norms, documents.norms.model
    for scale in SCALES:
        if scale not in model.scales:
            yield document.problem("QIZ008", f"no norm for {scale}", "add its mean and deviation", "scales")
    for name, keys in (("scales", model.scales), ("correlations", model.correlations)):
        for key in keys:
            if key not in SCALES:
                yield document.problem("QIZ008", f"unknown interest {key!r}", did_you_mean(key, SCALES), name, key)
    for first, others in model.correlations.items():
        for other in others:
            if other not in SCALES:
                place = ("correlations", first, other)
                yield document.problem("QIZ008", f"unknown interest {other!r}", did_you_mean(other, SCALES), *place)
    if not model.are_possible():
        message = "correlations that no group of people can have"
        yield document.problem("QIZ008", message, "check them with their source", "correlations")


def quiz_shape(documents: Documents) -> Iterator[Problem]:
    """QIZ006: options and items are those of the quiz's kind."""
    for document in documents.quizzes.values():
        quiz = document.model
        if len(quiz.options) != OPTIONS[quiz.kind]:
            message = f"{len(quiz.options)} options in a quiz of {quiz.kind}"
            wanted = OPTIONS[quiz.kind]
            hint = f"it has {wanted}" if wanted else "it has none: the answers are the two values of each pair"
            yield document.problem("QIZ006", message, hint, "options")
        if quiz.averages and quiz.minutes.quick is None:
            yield document.problem("QIZ006", "no time for the quick form", "add quick: 4, say, in minutes", "minutes")
        if not quiz.averages and quiz.minutes.quick is not None:
            message = f"a time for a quick form that a quiz of {quiz.kind} does not have"
            yield document.problem("QIZ006", message, "leave out quick", "minutes", "quick")
        for index, item in enumerate(quiz.items):
            if len(item.anchors) != (ANCHORS if quiz.kind == "skills" else 0):
                message = f"{len(item.anchors)} anchors in an item of {quiz.kind}"
                hint = f"write {ANCHORS}, from easy to hard" if quiz.kind == "skills" else "only skills have anchors"
                yield document.problem("QIZ006", message, hint, "items", index)
            if bool(item.terms) != (quiz.kind == "environment"):
                message = "terms in an item of " + quiz.kind if item.terms else "a condition without terms"
                hint = "only conditions of work have terms" if item.terms else "name at least one, such as hours/nights"
                yield document.problem("QIZ006", message, hint, "items", index)
            if (item.scale is None) != (quiz.kind == "environment"):
                message = "an item without scale" if item.scale is None else "a scale in an item of environment"
                hint = "name the scale that it counts for" if item.scale is None else "leave it out"
                yield document.problem("QIZ006", message, hint, "items", index)
            if item.quick and not quiz.averages:
                message = f"a quiz of {quiz.kind} has no quick form"
                yield document.problem("QIZ006", message, "leave out quick", "items", index, "quick")


def quiz_scales(documents: Documents) -> Iterator[Problem]:
    """QIZ001, QIZ003, QIZ005: each scale exists and has as many items as the others, in both forms."""
    for document in documents.quizzes.values():
        quiz = document.model
        scales = _scales(documents.site.vocabulary, quiz.kind)
        if not scales:
            continue
        unknown = [(index, item.scale) for index, item in enumerate(quiz.items) if item.scale not in (None, *scales)]
        for index, scale in unknown:
            hint = did_you_mean(str(scale), scales)
            yield document.problem("QIZ005", f"unknown scale {scale!r}", hint, "items", index, "scale")
        if unknown or any(item.scale is None for item in quiz.items):
            continue  # The counts would only say it again.
        yield from _counts(document, scales)


def _counts(document: Document[Quiz], scales: Collection[str]) -> Iterator[Problem]:
    quiz = document.model
    for form, code in (("full", "QIZ001"), ("quick", "QIZ003")) if quiz.averages else (("full", "QIZ001"),):
        counts = dict.fromkeys(scales, 0)
        for item in quiz.items:
            if item.scale and (form == "full" or item.quick):
                counts[item.scale] += 1
        if quiz.kind == "skills":
            counts = {scale: count for scale, count in counts.items() if count}  # A choice of them is enough.
        uneven = len(set(counts.values())) > 1 or not all(counts.values())
        if uneven or (not quiz.averages and max(counts.values(), default=1) > 1):
            message = f"{form} form: " + ", ".join(f"{scale} {count}" for scale, count in counts.items())
            hint = "every scale needs " + ("the same number of items" if quiz.averages else "one item")
            yield document.problem(code, message, hint, "items")


def quiz_items(documents: Documents) -> Iterator[Problem]:
    """QIZ002, QIZ004, QIZ007: an item's key is unique in its quiz; its field of work and its conditions exist."""
    conditions = {
        f"{group}/{term}" for group, terms in documents.site.vocabulary.environments.items() for term in terms.terms
    }
    for document in documents.quizzes.values():
        seen: set[str] = set()
        for index, item in enumerate(document.model.items):
            if item.key in seen:
                message = f"duplicate item key {item.key!r}"
                yield document.problem("QIZ002", message, "give it a key of its own", "items", index, "key")
            seen.add(item.key)
            known = documents.site.vocabulary.fields
            if known and item.field and item.field not in known:
                message, hint = f"unknown field {item.field!r}", did_you_mean(item.field, known)
                yield document.problem("QIZ004", message, hint, "items", index, "field")
            for place, term in enumerate(item.terms):
                if conditions and term not in conditions:
                    message, hint = f"unknown condition {term!r}", did_you_mean(term, conditions)
                    yield document.problem("QIZ007", message, hint, "items", index, "terms", place)
