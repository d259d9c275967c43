"""One occupation in words, for scripts: for a worksheet about it and for comparing it."""

from __future__ import annotations

from typing import Any

from generator.model.facts import Facts
from generator.model.national import National
from generator.model.occupation import Listed, Occupation
from generator.model.site import Site
from generator.prose import writing
from generator.relations.traits import top_interests
from generator.scripts.finding import name_elsewhere
from generator.scripts.published.occupations import Outlook, Pay, ProfileFile, Route
from generator.strings import Words, fill

_PAY = set(Pay.model_fields) - {"source", "region", "beside", "hours"}
_OUTLOOK = set(Outlook.model_fields) - {"source", "region", "beside"}
"""What is taken over from a profile's figures as it is."""


def make_profile(site: Site, slug: str, model: Listed, facts: Facts) -> ProfileFile:
    """One occupation in the words of the vocabularies, for a worksheet about it and for comparing it."""
    vocabulary = site.vocabulary
    national = site.national or National()
    return ProfileFile(
        slug=slug,
        title=model.title,
        is_outline=not isinstance(model, Occupation),
        field=vocabulary.fields[model.field].label,
        summary=model.summary,
        preparation=model.preparation,
        years=vocabulary.years(model),
        entry=vocabulary.education["entry"].terms[model.education.entry].label if model.education else None,
        training=vocabulary.education["training"].terms[model.education.training].label if model.education else None,
        pay=tuple(
            Pay(
                **pay.model_dump(include=_PAY),
                hours=vocabulary.hours(pay, facts.published(pay.region)),
                told=pay.told,
                beside=national.quartiles_beside(pay),
                country=pay.region,
                region=vocabulary.regions[pay.region].name,
                source=site.sources[pay.source].short,
                source_key=pay.source,
            )
            for pay in model.pay
        ),
        outlook=tuple(
            Outlook(
                **one.model_dump(include=_OUTLOOK),
                region=vocabulary.regions[one.region].name,
                beside=of_all.change_percent if (of_all := national.outlook_beside(one)) else None,
                difference=abs(one.difference),
                direction=one.direction,
                replacement=one.replacement,
                source=site.sources[one.source].short,
                source_key=one.source,
            )
            for one in model.outlook
        ),
        interests=tuple(vocabulary.interests[scale].short for scale in list_top(model)),
        named=tuple(name_elsewhere(site, facts)),
        **(_write_prose(site, model) if isinstance(model, Occupation) else {"environment": {}}),
    )


def _write_prose(site: Site, model: Occupation) -> dict[str, Any]:
    """What a profile says and no table."""
    vocabulary = site.vocabulary
    conditions: dict[str, tuple[str, ...]] = {}
    sometimes = Words(site.strings)["occupation"]["sometimes"]
    for group, key in list_terms(model):
        about = vocabulary.environments[group]
        label = about.terms[key].label
        said = label if model.environment.is_often(group, key) else fill(sometimes, condition=label)
        conditions[about.label] = (*conditions.get(about.label, ()), said)
    return {
        "tasks": tuple(writing.write_plain(task) for task in model.tasks),
        "day": tuple(writing.write_plain_blocks(model.day)),
        "environment": conditions,
        "licence": vocabulary.licence[model.licence.needed].label,
        "routes": tuple(Route(name=route.name, takes=route.takes) for route in model.routes),
        "skills": tuple(vocabulary.skills[use.skill].label for use in model.skills),
        "good_sides": tuple(writing.write_plain(side) for side in model.good_sides),
        "hard_sides": tuple(writing.write_plain(side) for side in model.hard_sides),
    }


def list_terms(model: Listed) -> tuple[tuple[str, str], ...]:
    """The conditions that a profile names, as (group, key)."""
    if not isinstance(model, Occupation):
        return ()
    return tuple((group, key) for group, _, key in model.environment.terms())


def list_top(model: Listed) -> tuple[str, ...]:
    """The interests that stand out; none without ratings."""
    ratings = model.ratings()
    return top_interests(ratings) if ratings else ()
