"""What scripts find, filter and compare occupations by: columns in the order of `data/occupations.json`."""

from __future__ import annotations

from typing import Any

from generator import links
from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.prose import writing
from generator.relations.ways import top_interests


def make_names(site: Site) -> dict[str, Any]:
    """Titles and aliases, for finding an occupation by name."""
    models = list(site.occupations.values())
    return {
        "version": 1,
        "slug": list(site.occupations),
        "title": [model.title for model in models],
        "aliases": [model.aliases for model in models],
        "field": [model.field for model in models],
        "fields": {key: term.label for key, term in site.vocabulary.fields.items()},
        "address": links.address(links.occupation("{slug}")),
    }


def make_tasks(site: Site) -> dict[str, Any]:
    """Tasks without markup, for finding an occupation by what people do in it; loaded after the names."""
    return {
        "version": 1,
        "tasks": [[writing.write_plain(task) for task in model.tasks] for model in site.occupations.values()],
    }


def make_facets(site: Site) -> dict[str, Any]:
    """What occupations are filtered and sorted by; of figures, the first of each list.

    `values` names the values of each facet, and the columns of that name hold the places in it: one, or several.
    """
    models = list(site.occupations.values())
    vocabulary = site.vocabulary
    values = {
        "field": list(vocabulary.fields),
        "interest": list(SCALES),
        "level": list(vocabulary.preparation),
        "education": list(vocabulary.education["entry"].terms) if vocabulary.education else [],
        "licence": ["no", "yes"],
        **{group: list(about.terms) for group, about in vocabulary.environments.items()},
    }
    at = {facet: {key: place for place, key in enumerate(keys)} for facet, keys in values.items()}
    return {
        "version": 1,
        "values": values,
        "slug": list(site.occupations),
        **site.renamed(),
        "columns": {
            "field": [[at["field"][model.field]] for model in models],
            "interest": [
                [at["interest"][scale] for scale in top_interests(model.interests.ratings())] for model in models
            ],
            "level": [[at["level"][str(model.preparation)]] for model in models],
            "education": [[at["education"][model.education.entry]] for model in models],
            "licence": [[int(model.needs_licence())] for model in models],
            **{
                group: [
                    [at[group][key] for name, _, key in model.environment.terms() if name == group] for model in models
                ]
                for group in vocabulary.environments
            },
        },
        "figures": {
            "pay": [model.pay[0].median for model in models],
            "per": [model.pay[0].per for model in models],
            "currency": [model.pay[0].currency for model in models],
            "year": [model.pay[0].year for model in models],
            "change": [model.outlook[0].change_percent for model in models],
            "openings": [model.outlook[0].openings_per_year for model in models],
        },
    }


def make_profile(site: Site, slug: str) -> dict[str, Any]:
    """One occupation in the words of the vocabularies, for a worksheet about it and for comparing it."""
    model = site.occupations[slug]
    vocabulary = site.vocabulary
    conditions: dict[str, list[str]] = {}
    for group, _, key in model.environment.terms():
        about = vocabulary.environments[group]
        conditions.setdefault(about.label, []).append(about.terms[key].label)
    return {
        "version": 1,
        "slug": slug,
        "title": model.title,
        "field": vocabulary.fields[model.field].label,
        "summary": model.summary,
        "tasks": [writing.write_plain(task) for task in model.tasks],
        "day": writing.write_plain_blocks(model.day),
        "environment": conditions,
        "preparation": model.preparation,
        "entry": vocabulary.education["entry"].terms[model.education.entry].label,
        "experience": vocabulary.education["experience"].terms[model.education.experience].label,
        "training": vocabulary.education["training"].terms[model.education.training].label,
        "licence": model.needs_licence(),
        "routes": [{"name": route.name, "takes": route.takes} for route in model.routes],
        "pay": [
            {**pay.model_dump(), "source": site.sources[pay.source].short, "source_key": pay.source}
            for pay in model.pay
        ],
        "outlook": [
            {**one.model_dump(by_alias=True), "source": site.sources[one.source].short, "source_key": one.source}
            for one in model.outlook
        ],
        "interests": model.interests.ratings(),
        "values": list(model.values.model_dump().values()) if model.values else None,
        "skills": [vocabulary.skills[use.skill].label for use in model.skills],
        "good_sides": [writing.write_plain(side) for side in model.good_sides],
        "hard_sides": [writing.write_plain(side) for side in model.hard_sides],
    }
