"""The JSON files that the site publishes for its own scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator import links
from generator.model.site import Site
from generator.scripts import assessments, occupations, planning
from generator.scripts.published import File

MAKERS: Mapping[str, Callable[[Site], File]] = {
    links.SCRIPT_ASSESSMENTS: assessments.make_assessments,
    links.SCRIPT_OCCUPATIONS: occupations.make_columns,
    links.SCRIPT_PLAN: planning.make_plan,
    links.SCRIPT_ADDING: planning.make_adding,
    links.SCRIPT_VERBS: planning.make_verbs,
    links.SCRIPT_NAMES: occupations.make_names,
    links.SCRIPT_TASKS: occupations.make_tasks,
    links.SCRIPT_FACETS: occupations.make_facets,
    links.SCRIPT_COMPARING: occupations.make_comparing,
}
"""Path below the site's root -> what makes the file. Of profiles, there is one for each occupation besides."""


def render_data(site: Site) -> dict[str, str]:
    """Path below the site's root -> JSON text."""
    files = {path: make(site) for path, make in MAKERS.items()}
    files |= {links.script_profile(slug): occupations.make_profile(site, slug) for slug in site.occupations}
    return {path: file.model_dump_json(by_alias=True) + "\n" for path, file in files.items()}
