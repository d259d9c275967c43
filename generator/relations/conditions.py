"""Conditions of the work by what was measured, where no editor has named them: those that most posts have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.facts import NOTHING
from generator.model.site import Site
from generator.model.terms import ConditionGroup, Measure


def list_measured(environments: Mapping[str, ConditionGroup]) -> dict[str, tuple[str, ...]]:
    """Group -> those of its conditions of which a measure tells whether most posts have them."""
    return {
        group: tuple(key for key, term in about.terms.items() if term.measure and term.measure.common is not None)
        for group, about in environments.items()
    }


def list_little(environments: Mapping[str, ConditionGroup]) -> dict[str, str]:
    """Condition -> what is said of work that has little of it, where a measure tells."""
    return {key: one.little for key, one in _list_rare(environments) if one.little}


def find_little(site: Site, slug: str) -> tuple[str, ...]:
    """Conditions that most posts have little of by what was measured."""
    told = site.facts.get(slug, NOTHING).conditions
    if not told:
        return ()
    rare = {key: (told[0].find(one.key), one.rare or 0) for key, one in _list_rare(site.vocabulary.environments)}
    return tuple(key for key, (percent, most) in rare.items() if percent is not None and percent <= most)


def _list_rare(environments: Mapping[str, ConditionGroup]) -> Iterator[tuple[str, Measure]]:
    for about in environments.values():
        for key, term in about.terms.items():
            if term.measure and term.measure.little and term.measure.rare is not None:
                yield key, term.measure


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
