"""The JSON files that the site publishes beside its pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from generator import links
from generator.model.base import Model
from generator.model.method import Strategy
from generator.model.occupation import SCALES, Values
from generator.model.quiz import Kind, Question, Quiz
from generator.model.site import Site
from generator.prose import writing
from generator.scripts import occupations

_ORDER: dict[Kind, Callable[[Site], Iterable[str]]] = {
    "interests": lambda _site: SCALES,
    "skills": lambda site: site.vocabulary.skills,
    "values": lambda _site: Values.model_fields,
    "environment": lambda _site: (),
    "methods": lambda site: site.vocabulary.methods,
}
"""The scales that a quiz of each kind may have."""


def render_data(site: Site) -> dict[str, str]:
    """Path below the site's root -> JSON text."""
    return {
        links.SCRIPT_ASSESSMENTS: _dump(_assessments(site), indent=None),
        links.SCRIPT_OCCUPATIONS: _dump(_columns(site), indent=None),
        links.SCRIPT_PLAN: _dump(_plan(site), indent=None),
        links.SCRIPT_ADDING: _dump(_adding(site), indent=None),
        links.SCRIPT_VERBS: _dump({"version": 1, "verbs": site.vocabulary.verbs}, indent=None),
        links.SCRIPT_NAMES: _dump(occupations.make_names(site), indent=None),
        links.SCRIPT_TASKS: _dump(occupations.make_tasks(site), indent=None),
        links.SCRIPT_FACETS: _dump(occupations.make_facets(site), indent=None),
        links.SCRIPT_COMPARING: _dump({"version": 1, "text": site.strings.get("comparing", {})}, indent=None),
        **{
            links.script_profile(slug): _dump(occupations.make_profile(site, slug), indent=None)
            for slug in site.occupations
        },
    }


def _assessments(site: Site) -> dict[str, Any]:
    """Every assessment with the words that scripts need to score and explain it."""
    vocabulary = site.vocabulary
    return {
        "version": 1,
        "text": site.strings.get("script", {}),
        "labels": {
            "interests": {key: term.label for key, term in vocabulary.interests.items()},
            "skills": {key: term.label for key, term in vocabulary.skills.items()},
            "values": {key: term.label for key, term in vocabulary.values.items()},
            "methods": {key: term.label for key, term in vocabulary.methods.items()},
        },
        "levels": {level: term.label for level, term in vocabulary.preparation.items()},
        "quizzes": [_quiz(site, key, quiz) for key, quiz in site.quizzes_in_order().items()],
    }


def _quiz(site: Site, key: str, quiz: Quiz) -> dict[str, Any]:
    used = {item.scale for item in quiz.items}
    # Interests and values in the order of the profiles' ratings, which are compared with them one by one.
    scales = [scale for scale in _ORDER[quiz.kind](site) if scale in used]
    return {
        "key": key,
        "kind": quiz.kind,
        "title": quiz.title,
        "url": links.address(links.quiz(key)),
        "stamp": quiz.stamp(),
        "steps": quiz.steps(),
        "options": [option.label for option in quiz.options],
        "scales": scales,
        "items": [_question(question, scales) for question in quiz.questions()],
    }


def _question(question: Question, scales: list[str]) -> dict[str, Any]:
    """A question; what its item does not have is left out."""
    item = question.items[0]
    found: dict[str, Any] = {"key": question.key, "text": item.text}
    if len(question.items) > 1:
        return found | {"pair": [scales.index(str(one.scale)) for one in question.items]}
    optional = {"scale": item.scale, "quick": item.quick, "terms": item.terms}
    return found | {name: value for name, value in optional.items() if value}


def _columns(site: Site) -> dict[str, Any]:
    """The columns that matching needs, as short as they can be: every reader of the results loads them."""
    models = list(site.occupations.values())
    skills = list(site.vocabulary.skills)
    terms = [f"{group}/{term}" for group, members in site.vocabulary.environments.items() for term in members.terms]
    fields = list(site.vocabulary.fields)
    skill_at = {key: place for place, key in enumerate(skills)}
    term_at = {key: place for place, key in enumerate(terms)}
    return {
        "version": 1,
        **site.renamed(),
        "skills": skills,
        "terms": terms,
        "fields": [term.label for term in site.vocabulary.fields.values()],
        "columns": {
            "slug": list(site.occupations),
            "title": [model.title for model in models],
            "url": [links.address(links.occupation(slug)) for slug in site.occupations],
            "preparation": [model.preparation for model in models],
            "field": [fields.index(model.field) for model in models],
            "interests": [model.interests.ratings() for model in models],
            "values": [list(model.values.model_dump().values()) if model.values else None for model in models],
            "skills": [[skill_at[skill.skill] for skill in model.skills] for model in models],
            "environment": [
                [term_at[f"{group}/{key}"] for group, _, key in model.environment.terms()] for model in models
            ],
        },
    }


def _plan(site: Site) -> dict[str, Any]:
    """The words of the plan and of the worksheets, and what each worksheet is made of."""
    script = site.strings.get("script")
    return {
        "version": 1,
        "text": site.strings.get("planning", {}),
        "locale": script.get("locale", "en") if isinstance(script, dict) else "en",
        "site": {"name": site.settings.site_name, "url": site.settings.site_url},
        "address": links.address(links.PLAN),
        "occupation": links.address(links.occupation("{slug}")),
        **site.renamed(),
        "methods": {
            key: {"label": term.label, "url": links.address(links.method(key)) if key in site.methods else None}
            for key, term in site.vocabulary.methods.items()
        },
        "sheets": [_sheet(key, strategy) for key, guide in site.methods.items() for strategy in guide.strategies],
    }


def _sheet(method: str, strategy: Strategy) -> dict[str, Any]:
    """A worksheet as scripts need it to name and to read what was written; what a field does not have is left out."""
    sheet = strategy.worksheet
    return {
        "key": strategy.key,
        "method": method,
        "title": strategy.title,
        "takes": strategy.takes,
        "url": links.address(links.worksheet(strategy.key)),
        "guide": links.address(links.strategy(method, strategy.key)),
        "entry": sheet.entry,
        "fields": [_present(field) | {"label": writing.write_plain(field.label)} for field in sheet.fields],
    }


def _present(model: Model) -> dict[str, Any]:
    """What scripts need of a field of a worksheet or of a column of its tables."""
    wanted = ("key", "kind", "label", "options", "low", "high", "columns", "rows", "reminder")
    values = {name: getattr(model, name) for name in wanted if getattr(model, name, None)}
    if "columns" in values:
        values["columns"] = [_present(column) for column in values["columns"]]
    return values


def _adding(site: Site) -> dict[str, Any]:
    """The few words on the pages of occupations and guides with which something is put into the plan."""
    text = site.strings.get("adding", {})
    pages = {"plan": links.address(links.PLAN), "compare": links.address(links.COMPARE)}
    return {"version": 1, "text": text, **pages, **site.renamed()}


def _dump(value: Any, indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n"
