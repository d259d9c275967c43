"""Conditions of the work by what was measured, where no editor has named them: those that most posts have."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.facts import NOTHING
from generator.model.site import Site
from generator.model.terms import ConditionGroup


def list_measured(environments: Mapping[str, ConditionGroup]) -> dict[str, tuple[str, ...]]:
    """Group -> those of its conditions of which a measure tells whether most posts have them."""
    return {
        group: tuple(key for key, term in about.terms.items() if term.measure and term.measure.common is not None)
        for group, about in environments.items()
    }


def find_common(site: Site, slug: str) -> dict[str, dict[str, float]] | None:
    """Group -> conditions that most posts have by what was measured, and the measures; None where nothing was."""
    facts = site.facts.get(slug, NOTHING)
    if not facts.conditions:
        return None
    environments = site.vocabulary.environments
    told = {group: facts.conditions[0].tell(about) for group, about in environments.items()}
    return {
        group: {
            key: told[group][key]
            for key in keys
            if (term := environments[group].terms[key].measure) and told[group].get(key, -1) >= (term.common or 0)
        }
        for group, keys in list_measured(environments).items()
    }
