"""The ways in: an interest, pair, level, skill or condition of work with the occupations that have it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import links
from generator.model.facts import NOTHING
from generator.model.occupation import SCALES, Listed, Occupation
from generator.model.site import Site
from generator.model.terms import Term
from generator.model.vocabulary import Vocabulary
from generator.relations.conditions import find_common, list_little
from generator.relations.traits import top_interests

KINDS = ("interests", "pairs", "preparation", "skills", "subjects", "environments")
"""In the order in which readers see them."""

WHOLE_FACETS = ("interest", "skill", "little")
"""Filters of which an occupation may be asked to have all values chosen: the list has a box for that in these alone."""

_NEIGHBOURS = 6
"""How many that often go together are named."""


@dataclass(frozen=True)
class Way:
    """One way in; `near` are the pages of ways that lie next to it, nearest first."""

    kind: str
    key: str
    page: str
    label: str
    description: str
    introduction: str
    slugs: tuple[str, ...]
    near: tuple[str, ...]

    @property
    def group(self) -> str:
        """The group of conditions that it is a term of, "" for all others."""
        group, term = self.key.partition("/")[::2]
        return group if self.kind == "environments" and term else ""

    @property
    def interest(self) -> str:
        """The interest that it is about, of a pair the first; "" for all others."""
        return self.key.partition("-")[0] if self.kind in ("interests", "pairs") else ""

    @property
    def rest(self) -> str:
        """The list of occupations filtered to this; "" where it has no filter for it."""
        if self.group:
            return links.shown({self.group: [self.key.partition("/")[2]]})
        if self.kind == "pairs":
            return links.shown({"interest": self.key.split("-")}, every="interest")
        if self.kind == "subjects":
            return ""
        facet = {"interests": "interest", "preparation": "level", "skills": "skill"}[self.kind]
        return links.shown({facet: [self.key]})


def list_ways(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """(kind, key) of every way in, in the order in which readers see them."""
    pairs = itertools.combinations(SCALES, 2)
    keys: dict[str, Iterable[str]] = {
        "interests": SCALES if vocabulary.interests else (),
        "pairs": map("-".join, pairs) if vocabulary.interests else (),
        "preparation": vocabulary.preparation,
        "skills": vocabulary.skills,
        "subjects": vocabulary.subjects,
        "environments": _conditions(vocabulary),
    }
    return ((kind, key) for kind in KINDS for key in keys[kind])


def _conditions(vocabulary: Vocabulary) -> Iterator[str]:
    """Each group of conditions, then its terms as group/term."""
    for group, about in vocabulary.environments.items():
        yield group
        yield from (f"{group}/{term}" for term in about.terms)


def find_ways(site: Site) -> dict[str, Way]:
    """Page -> way in, in the order in which readers see them."""
    rated, profiles = site.listed, site.occupations
    skills, subjects = _skills(site, profiles), _subjects(site, rated)
    found = (*_interests(site, rated), *_levels(site, rated), *skills, *subjects)
    return {way.page: way for way in (*found, *_environments(site))}


def _interests(site: Site, occupations: Mapping[str, Listed]) -> Iterator[Way]:
    terms = site.vocabulary.interests
    if not terms:
        return
    ratings = {slug: rated for slug, model in occupations.items() if (rated := model.ratings())}
    top = {slug: top_interests(rated) for slug, rated in ratings.items()}
    pairs = list(itertools.combinations(SCALES, 2))
    for at, scale in enumerate(SCALES):
        slugs = sorted(
            (slug for slug in top if scale in top[slug]),
            key=lambda slug: (slug in site.outlines, -ratings[slug][at]),
        )
        beside = [links.way("interests", SCALES[(at + step) % 6]) for step in (1, -1)]
        within = [links.way("pairs", "-".join(pair)) for pair in pairs if scale in pair]
        yield _way(site, "interests", scale, terms[scale].both, terms[scale].description, slugs, (*beside, *within))
    for pair in pairs:
        names = [terms[scale].short for scale in pair]
        slugs = [slug for slug in top if set(pair) <= set(top[slug])]
        # The more of both, the earlier: the lower of the two ratings decides.
        places = [SCALES.index(scale) for scale in pair]
        slugs.sort(key=lambda slug: (slug in site.outlines, -min(ratings[slug][at] for at in places)))
        near = [links.way("interests", scale) for scale in pair]
        near += [links.way("pairs", "-".join(other)) for other in pairs if len(set(other) & set(pair)) == 1]
        yield _way(site, "pairs", "-".join(pair), " + ".join(names), "", slugs, near)


def _levels(site: Site, occupations: Mapping[str, Listed]) -> Iterator[Way]:
    for level, term in site.vocabulary.preparation.items():
        slugs = [slug for slug, model in occupations.items() if str(model.preparation) == level]
        near = [str(int(level) + step) for step in (-1, 1)]
        pages = [links.way("preparation", other) for other in near if other in site.vocabulary.preparation]
        yield _way(site, "preparation", level, term.label, term.description, slugs, pages)


def _skills(site: Site, occupations: Mapping[str, Occupation]) -> Iterator[Way]:
    uses = {slug: tuple(use.skill for use in model.skills) for slug, model in occupations.items()}
    yield from _ranked(site, "skills", site.vocabulary.skills, uses)


def _subjects(site: Site, occupations: Mapping[str, Listed]) -> Iterator[Way]:
    told = {slug: site.facts.get(slug, NOTHING).subjects for slug in occupations}
    uses = {slug: tuple(key for one in some[:1] for key in one.subjects) for slug, some in told.items()}
    yield from _ranked(site, "subjects", site.vocabulary.subjects, uses)


def _ranked(site: Site, kind: str, terms: Mapping[str, Term], uses: Mapping[str, tuple[str, ...]]) -> Iterator[Way]:
    """Ways of which an occupation has several, in an order: what comes first matters most in it."""
    together: dict[str, Counter[str]] = {key: Counter() for key in terms}
    members: dict[str, list[str]] = {key: [] for key in terms}
    for slug, keys in uses.items():
        for key in keys:
            members[key].append(slug)
            together[key].update(other for other in keys if other != key)
    for key, term in terms.items():
        ranked = sorted(together[key].items(), key=lambda pair: (-pair[1], pair[0]))[:_NEIGHBOURS]
        slugs = sorted(members[key], key=lambda slug: uses[slug].index(key))
        near = [links.way(kind, other) for other, _ in ranked]
        yield _way(site, kind, key, term.label, term.description, slugs, near)


def _environments(site: Site) -> Iterator[Way]:
    """Those that profiles name come first, then what measures tell of outlines, the highest first."""
    members: dict[str, list[str]] = {}
    for slug, model in site.occupations.items():
        for group, _, key in model.environment.terms():
            members.setdefault(f"{group}/{key}", []).append(slug)
    measures: dict[str, dict[str, float]] = {}
    for slug in site.outlines:
        for group, told in (find_common(site, slug) or {}).items():
            for key, percent in told.items():
                measures.setdefault(f"{group}/{key}", {})[slug] = percent
    for name, told in measures.items():
        members.setdefault(name, []).extend(sorted(told, key=lambda slug: -told[slug]))
    for group, about in site.vocabulary.environments.items():
        terms = [f"{group}/{key}" for key in about.terms]
        pages = [links.way("environments", term) for term in terms]
        yield _way(site, "environments", group, about.label, about.description, (), pages)
        for term, (_, meaning) in zip(terms, about.terms.items(), strict=True):
            near = [links.way("environments", group)]
            near += [links.way("environments", other) for other in terms if other != term]
            yield _way(site, "environments", term, meaning.label, meaning.description, members.get(term, ()), near)


def _way(
    site: Site,
    kind: str,
    key: str,
    label: str,
    description: str,
    slugs: tuple[str, ...] | list[str],
    near: tuple[str, ...] | list[str],
) -> Way:
    introduction = site.introductions.get(kind, {}).get(key, "")
    return Way(kind, key, links.way(kind, key), label, description, introduction, tuple(slugs), tuple(near))


def list_facets(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """What readers filter by -> its values, in their order; none of what could not be read."""
    asked = {"education": "entry", "training": "training"}
    return {
        "field": tuple(vocabulary.fields),
        "interest": SCALES,
        "level": tuple(vocabulary.preparation),
        "skill": tuple(vocabulary.skills),
        **{
            facet: tuple(vocabulary.education[key].terms) for facet, key in asked.items() if key in vocabulary.education
        },
        "licence": tuple(vocabulary.licence),
        **{group: tuple(about.terms) for group, about in vocabulary.environments.items()},
        "little": tuple(list_little(vocabulary.environments)),
    }
