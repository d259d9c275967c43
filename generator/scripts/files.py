"""The JSON files that the site publishes for its own scripts."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import partial

from generator import links
from generator.model.facts import NOTHING, Areas, Facts
from generator.model.occupation import Listed, Occupation
from generator.model.site import Site
from generator.register.jobs import Job, Stamps
from generator.register.withheld import withhold
from generator.scripts import assessments, contributing, finding, occupations, planning, profiles
from generator.scripts.areas import make_areas
from generator.scripts.published.parts import File

MAKERS: Mapping[str, Callable[[Site], File]] = {
    links.SCRIPT_ASSESSMENTS: assessments.make_assessments,
    links.SCRIPT_OCCUPATIONS: occupations.make_columns,
    links.SCRIPT_PLAN: planning.make_plan,
    links.SCRIPT_ADDING: planning.make_adding,
    links.SCRIPT_VERBS: planning.make_verbs,
    links.SCRIPT_NAMES: occupations.make_names,
    links.SCRIPT_TASKS: occupations.make_tasks,
    links.SCRIPT_FACETS: occupations.make_facets,
    links.SCRIPT_SUMMARIES: occupations.make_summaries,
    links.SCRIPT_PLACES: occupations.make_places,
    links.SCRIPT_COMPARING: occupations.make_comparing,
    links.SCRIPT_FORM: contributing.make_form,
    links.SCRIPT_BEGINNINGS: contributing.make_beginnings,
    links.SCRIPT_TITLES: finding.make_languages,
    links.SCRIPT_STARTS: finding.make_starts,
    links.SCRIPT_FINDING: finding.make_finding,
}
"""Path below the site's root -> what makes the file. There are two for each occupation, too, and one a language."""
_OF_FACTS = (links.SCRIPT_TITLES, links.SCRIPT_STARTS, links.SCRIPT_ADDING, links.SCRIPT_FACETS)
"""Those made of what tables tell, too."""


def list_jobs(site: Site, stamps: Stamps, short: Mapping[str, Occupation] | None = None) -> Iterator[Job]:
    """What is to be made for every file; pages of editors are in none. Lists are made of `short` profiles."""
    view = withhold(site)
    models = site.occupations if short is None else short
    listed = dataclasses.replace(site, occupations=models, originals=view.originals)
    bare = dataclasses.replace(listed, facts=view.facts)
    for path in MAKERS:
        yield stamps.job(path, _write_file, path, listed if path in _OF_FACTS else bare)
    for language, found in finding.sort_titles(site).items():
        yield stamps.job(
            links.script_titles(language), _write, finding.make_titles(found, finding.list_abroad(site, language))
        )
    for slug, model in site.listed.items():
        path = links.script_profile(slug)
        facts = site.facts.get(slug, NOTHING)
        traits = partial(_list_traits, stamps, model, facts)
        yield stamps.job(path, _write_profile, view, slug, model, facts, kind="data", traits=traits)
        if facts.areas:
            yield stamps.job(links.script_areas(slug), _write_areas, view, facts.areas, kind="areas")


def _write_file(path: str, site: Site) -> str:
    return _write(MAKERS[path](site))


def _list_traits(stamps: Stamps, model: Listed, facts: Facts) -> frozenset[Hashable]:
    return stamps.traits(model) | stamps.traits(facts)


def _write_profile(view: Site, slug: str, model: Listed, facts: Facts) -> str:
    return _write(profiles.make_profile(view, slug, model, facts))


def _write_areas(view: Site, areas: tuple[Areas, ...]) -> str:
    return _write(make_areas(view, areas))


def _write(file: File) -> str:
    return file.model_dump_json(by_alias=True) + "\n"
