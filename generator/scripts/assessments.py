"""The assessments as scripts get them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable

from generator import links
from generator.model import quiz
from generator.model.occupation import SCALES, VALUES
from generator.model.site import Site
from generator.scripts.published.assessments import AllLimits, AssessmentsFile, Norm, Norms, Question, Quiz

_ORDER: dict[quiz.Kind, Callable[[Site], Iterable[str]]] = {
    "interests": lambda _site: SCALES,
    "skills": lambda site: site.vocabulary.skills,
    "values": lambda _site: VALUES,
    "environment": lambda _site: (),
    "methods": lambda site: site.vocabulary.methods,
}
"""The scales that a quiz of each kind may have."""


def make_assessments(site: Site) -> AssessmentsFile:
    """Every assessment with the words that scripts need to score and explain it."""
    vocabulary = site.vocabulary
    return AssessmentsFile(
        text=site.strings.get("script", {}),
        labels={
            "interests": {key: term.short for key, term in vocabulary.interests.items()},
            "skills": {key: term.label for key, term in vocabulary.skills.items()},
            "values": {key: term.label for key, term in vocabulary.values.items()},
            "methods": {key: term.label for key, term in vocabulary.methods.items()},
        },
        quizzes=tuple(_quiz(site, key, model) for key, model in site.quizzes_in_order().items()),
    )


def _quiz(site: Site, key: str, model: quiz.Quiz) -> Quiz:
    asked = site.asked.get(key, model)
    stamps = {question.key: asked.stamp_question(question) for question in asked.questions()}
    used = {item.scale for item in model.items}
    # Interests and values in the order of the profiles' ratings, which are compared with them one by one.
    scales = tuple(scale for scale in _ORDER[model.kind](site) if scale in used)
    return Quiz(
        key=key,
        kind=model.kind,
        title=model.title,
        url=links.address(links.quiz(key)),
        stamp=asked.stamp(),
        steps=model.steps(),
        options=tuple(option.label for option in model.options),
        scales=scales,
        items=tuple(_question(stamps[one.key], one, scales) for one in model.questions()),
        norms=_norms(site) if model.kind == "interests" else None,
        limits=_limits(site) if model.kind == "interests" else None,
    )


def _norms(site: Site) -> Norms | None:
    """Of people and of work; None where either is unknown, and scores are compared as they are."""
    people, work = site.norms, site.work
    if not people or not work:
        return None
    known = Norm(
        mean=tuple(people.scales[scale].mean for scale in SCALES),
        deviation=tuple(people.scales[scale].deviation for scale in SCALES),
        correlations=tuple(tuple(people.correlate(first, second) for second in SCALES) for first in SCALES),
    )
    return Norms(people=known, work=Norm(**dataclasses.asdict(work)), weight=people.weight)


def _limits(site: Site) -> AllLimits | None:
    """As the simulation found them."""
    return AllLimits.model_validate(site.simulation.limits.model_dump()) if site.simulation else None


def _question(stamp: str, question: quiz.Question, scales: tuple[str, ...]) -> Question:
    key = question.key
    item, *others = question.items
    if others:
        (other,) = others
        pair = (scales.index(str(item.scale)), scales.index(str(other.scale)))
        return Question(key=key, stamp=stamp, text=item.text, pair=pair)
    return Question(key=key, stamp=stamp, text=item.text, scale=item.scale, quick=item.quick, terms=item.terms)
