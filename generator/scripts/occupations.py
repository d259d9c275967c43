"""Occupations as scripts match, find, filter and compare them: columns, all in the order of the site's occupations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import links
from generator.model.facts import NOTHING
from generator.model.occupation import Listed, Occupation, Pay
from generator.model.site import Site
from generator.outlines.names import spell
from generator.prose import writing
from generator.relations.clusters import find_places
from generator.relations.conditions import find_common, find_little, list_measured
from generator.relations.ways import list_facets
from generator.scripts.finding import list_names
from generator.scripts.profiles import list_terms, list_top
from generator.scripts.published.occupations import (
    ComparingFile,
    FacetsFile,
    Figures,
    MatchingColumns,
    NamesFile,
    OccupationsFile,
    OtherPay,
    PlacesFile,
    SummariesFile,
    TasksFile,
)


def make_columns(site: Site) -> OccupationsFile:
    """The columns that matching needs, as short as they can be: every reader of the results loads them."""
    models = site.listed.values()
    skills = tuple(site.vocabulary.skills)
    terms = tuple(f"{group}/{term}" for group, about in site.vocabulary.environments.items() for term in about.terms)
    fields = list(site.vocabulary.fields)
    education = site.vocabulary.education["entry"].terms
    entries = list(education)
    skill_at = {key: place for place, key in enumerate(skills)}
    term_at = {key: place for place, key in enumerate(terms)}
    return OccupationsFile(
        formerly=dict(site.moved()),
        profiled=len(site.occupations),
        address=links.address(links.occupation("{slug}")),
        skills=skills,
        terms=terms,
        fields=tuple(term.label for term in site.vocabulary.fields.values()),
        entries=tuple(term.label for term in education.values()),
        columns=MatchingColumns(
            slug=_slugs(site, site.listed),
            title=tuple(model.title for model in models),
            preparation=tuple(model.preparation for model in models),
            entry=tuple(entries.index(one.education.entry) if one.education else None for one in models),
            field=tuple(fields.index(model.field) for model in models),
            interests=tuple(model.ratings() for model in models),
            values=tuple(model.values.ratings() if model.values else None for model in models),
            skills=tuple(tuple(skill_at[key] for key in _skills(model)) for model in models),
            sometimes=tuple(tuple(term_at[name] for name in _sometimes(model)) for model in models),
            environment=tuple(
                tuple(term_at[f"{group}/{key}"] for group, key in list_terms(model))
                if isinstance(model, Occupation)
                else None
                for model in models
            ),
        ),
    )


def make_names(site: Site) -> NamesFile:
    """Titles and aliases, for finding an occupation by name."""
    models = site.listed.values()
    return NamesFile(
        profiled=len(site.occupations),
        slug=_slugs(site, site.listed),
        title=tuple(model.title for model in models),
        aliases=tuple(list_names(site)),
        field=tuple(model.field for model in models),
        fields={key: term.label for key, term in site.vocabulary.fields.items()},
        address=links.address(links.occupation("{slug}")),
    )


def make_tasks(site: Site) -> TasksFile:
    """Tasks without markup, for finding an occupation by what people do in it."""
    return TasksFile(tasks=tuple(tuple(map(writing.write_plain, model.tasks)) for model in site.occupations.values()))


def make_facets(site: Site) -> FacetsFile:
    """What occupations are filtered and sorted by; of figures, the first of each list."""
    models = site.listed.values()
    vocabulary = site.vocabulary
    values = list_facets(vocabulary)
    at = {facet: {key: place for place, key in enumerate(keys)} for facet, keys in values.items()}
    columns = {
        "field": tuple((at["field"][model.field],) for model in models),
        "interest": tuple(tuple(at["interest"][scale] for scale in list_top(model)) for model in models),
        "level": tuple((at["level"][str(model.preparation)],) if model.preparation else () for model in models),
        "skill": tuple(tuple(at["skill"][key] for key in _skills(model)) for model in models),
        "education": tuple((at["education"][one.education.entry],) if one.education else () for one in models),
        "training": tuple((at["training"][one.education.training],) if one.education else () for one in models),
        "licence": tuple((at["licence"][one.licence.needed],) if isinstance(one, Occupation) else () for one in models),
    }
    common = {slug: find_common(site, slug) for slug in site.outlines}
    for group in vocabulary.environments:
        columns[group] = tuple(
            tuple(at[group][key] for key in (common[slug] or {}).get(group, ()))
            if slug in common
            else tuple(at[group][key] for name, key in list_terms(model) if name == group)
            for slug, model in site.listed.items()
        )
    # What an editor has said of a profile stands, whatever was measured of its code.
    said = {slug: {key for _, key in list_terms(model)} for slug, model in site.listed.items()}
    columns["little"] = tuple(
        tuple(at["little"][key] for key in find_little(site, slug) if key not in keys) for slug, keys in said.items()
    )
    pays = [model.main_pay for model in models]
    outlooks = [model.main_outlook for model in models]
    return FacetsFile(
        profiled=len(site.occupations),
        values=values,
        renamed={facet: renamed for facet, renamed in vocabulary.renamed().items() if renamed},
        slug=_slugs(site, site.listed),
        title=tuple(model.title for model in models),
        address=links.address(links.occupation("{slug}")),
        formerly=dict(site.moved()),
        columns=columns,
        measured={
            group: tuple(at[group][key] for key in keys)
            for group, keys in {**list_measured(vocabulary.environments), "little": values["little"]}.items()
        },
        unmeasured=tuple(place for place, slug in enumerate(site.listed) if slug in common and common[slug] is None),
        figures=Figures(
            pay=tuple(pay.amount if pay else None for pay in pays),
            yearly=tuple(vocabulary.yearly(pay) if pay else None for pay in pays),
            mean=tuple(at for at, pay in enumerate(pays) if pay and pay.told == "mean"),
            least=tuple(at for at, pay in enumerate(pays) if pay and "median" in pay.at_least),
            per=tuple(pay.per if pay else None for pay in pays),
            hours=tuple(
                find_hours(site, slug, pay) if pay else None for slug, pay in zip(site.listed, pays, strict=True)
            ),
            covers=tuple((pay.covers or "") if pay else "" for pay in pays),
            currency=tuple(pay.currency if pay else None for pay in pays),
            year=tuple(pay.year if pay else None for pay in pays),
            years=tuple(map(vocabulary.years, models)),
            others=tuple(_list_others(site)),
            change=tuple(one.change_percent if one else None for one in outlooks),
            openings=tuple(one.openings_per_year if one else None for one in outlooks),
        ),
    )


def find_hours(site: Site, slug: str, pay: Pay) -> int | None:
    """By how many hours a year the pay of an occupation is told by the hour, or the reverse."""
    return site.vocabulary.hours(pay, site.facts.get(slug, NOTHING).published(pay.region))


def _list_others(site: Site) -> Iterator[OtherPay]:
    """The first pay of each occupation in each currency but that of its first, and the outlook of the same country."""
    for at, (slug, model) in enumerate(site.listed.items()):
        first = {pay.currency: pay for pay in reversed(model.pay)}
        for pay in (pay for pay in model.pay[1:] if first[pay.currency] is pay):
            outlook = next((one for one in model.outlook if one.region == pay.region), None)
            yield OtherPay(
                at=at,
                pay=pay.amount,
                yearly=site.vocabulary.yearly(pay),
                is_least="median" in pay.at_least,
                is_mean=pay.told == "mean",
                per=pay.per,
                hours=find_hours(site, slug, pay),
                covers=pay.covers or "",
                currency=pay.currency,
                year=pay.year,
                change=outlook.change_percent if outlook else None,
                openings=outlook.openings_per_year if outlook else None,
            )


def _slugs(site: Site, slugs: Iterable[str]) -> tuple[str | None, ...]:
    """Those that nobody can tell from the title: a list of thousands is a third shorter without the others."""
    return tuple(None if spell(site.listed[slug].title) == slug else slug for slug in slugs)


def _skills(model: Listed) -> tuple[str, ...]:
    """The skills that a profile names."""
    return tuple(use.skill for use in model.skills) if isinstance(model, Occupation) else ()


def _sometimes(model: Listed) -> tuple[str, ...]:
    return model.environment.sometimes if isinstance(model, Occupation) else ()


def make_summaries(site: Site) -> SummariesFile:
    """What an occupation is, in a sentence or two."""
    return SummariesFile(summary=tuple(model.summary for model in site.listed.values()))


def make_places(site: Site) -> PlacesFile:
    """The map of work, for scripts."""
    places = find_places(site.listed)
    fields = tuple(site.vocabulary.fields)
    at = {key: place for place, key in enumerate(fields)}
    return PlacesFile(
        profiled=sum(slug in site.occupations for slug in places),
        slug=_slugs(site, places),
        title=tuple(site.listed[slug].title for slug in places),
        field=tuple(at[site.listed[slug].field] for slug in places),
        fields=fields,
        x=tuple(x for x, _ in places.values()),
        y=tuple(y for _, y in places.values()),
        address=links.address(links.occupation("{slug}")),
    )


def make_comparing(site: Site) -> ComparingFile:
    """The texts of the page that compares occupations."""
    return ComparingFile(text=site.strings.get("comparing", {}))
