"""Occupations as scripts match, find, filter and compare them: columns, all in the order of the site's occupations."""

from __future__ import annotations

from generator import links
from generator.model.facts import Facts
from generator.model.occupation import SCALES, Occupation
from generator.model.site import Site
from generator.prose import writing
from generator.relations.clusters import find_places
from generator.relations.traits import top_interests
from generator.scripts.published.occupations import (
    ComparingFile,
    FacetsFile,
    Figures,
    MatchingColumns,
    NamesFile,
    OccupationsFile,
    Outlook,
    Pay,
    PlacesFile,
    ProfileFile,
    Route,
    SummariesFile,
    TasksFile,
)
from generator.scripts.titles import name_elsewhere
from generator.strings import Words, fill

_PAY = set(Pay.model_fields) - {"source", "region"}
_OUTLOOK = set(Outlook.model_fields) - {"source", "region"}
"""What is taken over from a profile's figures as it is."""


def make_columns(site: Site) -> OccupationsFile:
    """The columns that matching needs, as short as they can be: every reader of the results loads them."""
    models = site.occupations.values()
    skills = tuple(site.vocabulary.skills)
    terms = tuple(f"{group}/{term}" for group, about in site.vocabulary.environments.items() for term in about.terms)
    fields = list(site.vocabulary.fields)
    education = site.vocabulary.education["entry"].terms
    entries = list(education)
    skill_at = {key: place for place, key in enumerate(skills)}
    term_at = {key: place for place, key in enumerate(terms)}
    return OccupationsFile(
        formerly=dict(site.moved()),
        skills=skills,
        terms=terms,
        fields=tuple(term.label for term in site.vocabulary.fields.values()),
        entries=tuple(term.label for term in education.values()),
        columns=MatchingColumns(
            slug=tuple(site.occupations),
            title=tuple(model.title for model in models),
            url=tuple(links.address(links.occupation(slug)) for slug in site.occupations),
            preparation=tuple(model.preparation for model in models),
            entry=tuple(entries.index(one.education.entry) if one.education else None for one in models),
            field=tuple(fields.index(model.field) for model in models),
            interests=tuple(model.ratings() for model in models),
            values=tuple(model.values.ratings() if model.values else None for model in models),
            skills=tuple(tuple(skill_at[use.skill] for use in model.skills) for model in models),
            sometimes=tuple(tuple(term_at[name] for name in model.environment.sometimes) for model in models),
            environment=tuple(
                tuple(term_at[f"{group}/{key}"] for group, _, key in model.environment.terms()) for model in models
            ),
        ),
    )


def make_names(site: Site) -> NamesFile:
    """Titles and aliases, for finding an occupation by name."""
    models = site.occupations.values()
    return NamesFile(
        slug=tuple(site.occupations),
        title=tuple(model.title for model in models),
        aliases=tuple(model.aliases for model in models),
        field=tuple(model.field for model in models),
        fields={key: term.label for key, term in site.vocabulary.fields.items()},
        address=links.address(links.occupation("{slug}")),
    )


def make_tasks(site: Site) -> TasksFile:
    """Tasks without markup, for finding an occupation by what people do in it."""
    return TasksFile(
        tasks=tuple(tuple(writing.write_plain(task) for task in model.tasks) for model in site.occupations.values())
    )


def make_facets(site: Site) -> FacetsFile:
    """What occupations are filtered and sorted by; of figures, the first of each list."""
    models = site.occupations.values()
    vocabulary = site.vocabulary
    values = {
        "field": tuple(vocabulary.fields),
        "interest": SCALES,
        "level": tuple(vocabulary.preparation),
        "skill": tuple(vocabulary.skills),
        "education": tuple(vocabulary.education["entry"].terms),
        "training": tuple(vocabulary.education["training"].terms),
        "licence": tuple(vocabulary.licence),
        **{group: tuple(about.terms) for group, about in vocabulary.environments.items()},
    }
    at = {facet: {key: place for place, key in enumerate(keys)} for facet, keys in values.items()}
    columns = {
        "field": tuple((at["field"][model.field],) for model in models),
        "interest": tuple(tuple(at["interest"][scale] for scale in _top(model)) for model in models),
        "level": tuple((at["level"][str(model.preparation)],) if model.preparation else () for model in models),
        "skill": tuple(tuple(at["skill"][use.skill] for use in model.skills) for model in models),
        "education": tuple((at["education"][one.education.entry],) if one.education else () for one in models),
        "training": tuple((at["training"][one.education.training],) if one.education else () for one in models),
        "licence": tuple((at["licence"][model.licence.needed],) for model in models),
    }
    for group in vocabulary.environments:
        columns[group] = tuple(
            tuple(at[group][key] for name, _, key in model.environment.terms() if name == group) for model in models
        )
    pays = [model.main_pay for model in models]
    outlooks = [model.main_outlook for model in models]
    return FacetsFile(
        values=values,
        slug=tuple(site.occupations),
        title=tuple(model.title for model in models),
        address=links.address(links.occupation("{slug}")),
        formerly=dict(site.moved()),
        columns=columns,
        figures=Figures(
            pay=tuple(pay.amount if pay else None for pay in pays),
            yearly=tuple(vocabulary.yearly(pay) if pay else None for pay in pays),
            mean=tuple(at for at, pay in enumerate(pays) if pay and pay.told == "mean"),
            least=tuple(at for at, pay in enumerate(pays) if pay and "median" in pay.at_least),
            per=tuple(pay.per if pay else None for pay in pays),
            covers=tuple((pay.covers or "") if pay else "" for pay in pays),
            currency=tuple(pay.currency if pay else None for pay in pays),
            year=tuple(pay.year if pay else None for pay in pays),
            change=tuple(one.change_percent if one else None for one in outlooks),
            openings=tuple(one.openings_per_year if one else None for one in outlooks),
        ),
    )


def _top(model: Occupation) -> tuple[str, ...]:
    """The interests that stand out; none without ratings."""
    ratings = model.ratings()
    return top_interests(ratings) if ratings else ()


def make_summaries(site: Site) -> SummariesFile:
    """What an occupation is, in a sentence or two."""
    return SummariesFile(summary=tuple(model.summary for model in site.occupations.values()))


def make_places(site: Site) -> PlacesFile:
    """The map of work, for scripts."""
    places = find_places(site.occupations)
    fields = tuple(site.vocabulary.fields)
    at = {key: place for place, key in enumerate(fields)}
    return PlacesFile(
        slug=tuple(places),
        title=tuple(site.occupations[slug].title for slug in places),
        field=tuple(at[site.occupations[slug].field] for slug in places),
        fields=fields,
        x=tuple(x for x, _ in places.values()),
        y=tuple(y for _, y in places.values()),
        address=links.address(links.occupation("{slug}")),
    )


def make_comparing(site: Site) -> ComparingFile:
    """The texts of the page that compares occupations."""
    return ComparingFile(text=site.strings.get("comparing", {}))


def make_profile(site: Site, slug: str, model: Occupation, facts: Facts) -> ProfileFile:
    """One occupation in the words of the vocabularies, for a worksheet about it and for comparing it."""
    vocabulary = site.vocabulary
    conditions: dict[str, tuple[str, ...]] = {}
    sometimes = Words(site.strings)["occupation"]["sometimes"]
    for group, _, key in model.environment.terms():
        about = vocabulary.environments[group]
        label = about.terms[key].label
        said = label if model.environment.is_often(group, key) else fill(sometimes, condition=label)
        conditions[about.label] = (*conditions.get(about.label, ()), said)
    return ProfileFile(
        slug=slug,
        title=model.title,
        field=vocabulary.fields[model.field].label,
        summary=model.summary,
        tasks=tuple(writing.write_plain(task) for task in model.tasks),
        day=tuple(writing.write_plain_blocks(model.day)),
        environment=conditions,
        preparation=model.preparation,
        entry=vocabulary.education["entry"].terms[model.education.entry].label if model.education else None,
        training=vocabulary.education["training"].terms[model.education.training].label if model.education else None,
        licence=vocabulary.licence[model.licence.needed].label,
        routes=tuple(Route(name=route.name, takes=route.takes) for route in model.routes),
        pay=tuple(
            Pay(
                **pay.model_dump(include=_PAY),
                told=pay.told,
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
                difference=abs(one.difference),
                direction=one.direction,
                replacement=one.replacement,
                source=site.sources[one.source].short,
                source_key=one.source,
            )
            for one in model.outlook
        ),
        interests=tuple(vocabulary.interests[scale].label for scale in _top(model)),
        skills=tuple(vocabulary.skills[use.skill].label for use in model.skills),
        good_sides=tuple(writing.write_plain(side) for side in model.good_sides),
        hard_sides=tuple(writing.write_plain(side) for side in model.hard_sides),
        named=tuple(name_elsewhere(site, facts)),
    )
