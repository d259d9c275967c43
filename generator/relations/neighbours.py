"""Occupations that are alike: what the editors' own `related` does not name yet, found from ratings, skills and level.

Every link goes both ways, nobody has many, and together with the editors' links they leave no profile out of reach.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.occupation import SCALES, Occupation
from generator.relations.plane import locate
from generator.relations.traits import stands_out

MOST = 3
"""Links to have where that can be; what joins parts that would lie apart comes on top."""

WINDOW = 12
"""How many places to either side are looked at in each order: no profile is compared with all others."""

_SHARES = (0.6, 0.3, 0.1)
"""Of interests, skills and level in the likeness; our own judgement, as for the reader's results."""

_FLAT = (0.0,) * len(SCALES)
"""Of an occupation without ratings."""


@dataclass(frozen=True)
class Neighbour:
    """Another occupation and what the two share."""

    slug: str
    interests: tuple[str, ...]
    skills: tuple[str, ...]
    same_level: bool


@dataclass(frozen=True)
class _Traits:
    """What likeness is judged by; `pattern` has mean 0 and length 1, so that a product is a correlation."""

    pattern: tuple[float, ...]
    skills: frozenset[str]
    level: int | None
    place: tuple[float, float]


def find_neighbours(occupations: Mapping[str, Occupation]) -> dict[str, tuple[Neighbour, ...]]:
    """Slug -> its computed neighbours, most alike first; none that the editors have named there."""
    traits = {slug: _read(model) for slug, model in occupations.items()}
    named = {slug: {related.slug for related in model.related} for slug, model in occupations.items()}
    links: dict[str, dict[str, float]] = {slug: {} for slug in occupations}

    def join(a: str, b: str, likeness: float) -> None:
        for one, other in ((a, b), (b, a)):
            if other not in named[one]:
                links[one][other] = likeness
        parts.join(a, b)

    parts = _Parts(occupations)
    pairs = sorted(_pairs(traits), key=lambda pair: (-pair[0], pair[1:]))
    # What an editor has named one way only leads back, too.
    for slug in occupations:
        for other in sorted(named[slug] & occupations.keys()):
            join(slug, other, _likeness(traits[slug], traits[other]))
    for likeness, a, b in pairs:
        if b not in named[a] and a not in named[b] and len(links[a]) < MOST and len(links[b]) < MOST:
            join(a, b, likeness)
    for likeness, a, b in pairs:
        if parts.find(a) != parts.find(b):
            join(a, b, likeness)
    # Neighbours in one order are always compared, so all parts have been joined by now.
    return {
        slug: tuple(
            _describe(other, occupations[slug], occupations[other])
            for other, _ in sorted(links[slug].items(), key=lambda link: (-link[1], link[0]))
        )
        for slug in occupations
    }


def _read(model: Occupation) -> _Traits:
    ratings = model.ratings() or _FLAT
    middle = sum(ratings) / len(ratings)
    # A flat profile has no pattern, nor has one without ratings; it is like nothing in particular.
    length = math.dist(ratings, [middle] * len(ratings)) or 1
    pattern = tuple((rating - middle) / length for rating in ratings)
    return _Traits(pattern, frozenset(use.skill for use in model.skills), model.preparation, locate(ratings))


def _likeness(a: _Traits, b: _Traits) -> float:
    """From -0.6 to 1: correlation of interests, shared part of all skills (Jaccard), nearness of levels."""
    interests = sum(x * y for x, y in zip(a.pattern, b.pattern, strict=True))
    skills = len(a.skills & b.skills) / (len(a.skills | b.skills) or 1)
    level = 0 if a.level is None or b.level is None else 1 - abs(a.level - b.level) / 4
    return sum(share * part for share, part in zip(_SHARES, (interests, skills, level), strict=True))


def _pairs(traits: Mapping[str, _Traits]) -> Iterator[tuple[float, str, str]]:
    """(likeness, slug, slug) of the profiles that stand near each other in any of four orders, each pair once."""
    orders = [
        sorted(traits, key=lambda slug: (round(math.atan2(*traits[slug].place), 6), slug)),
        sorted(traits, key=lambda slug: (traits[slug].place[0], slug)),
        sorted(traits, key=lambda slug: (traits[slug].place[1], slug)),
        sorted(traits, key=lambda slug: (traits[slug].level or 0, math.atan2(*traits[slug].place), slug)),
    ]
    near = {
        (min(a, b), max(a, b))
        for order in orders
        for at, a in enumerate(order)
        for b in order[at + 1 : at + 1 + WINDOW]
    }
    for a, b in near:
        yield _likeness(traits[a], traits[b]), a, b


def _describe(slug: str, one: Occupation, other: Occupation) -> Neighbour:
    shared = [min(pair) for pair in zip(one.ratings() or _FLAT, other.ratings() or _FLAT, strict=True)]
    best = [at for at in heapq.nlargest(2, range(len(SCALES)), key=lambda at: shared[at]) if stands_out(shared[at])]
    theirs = {use.skill for use in other.skills}
    skills = [use.skill for use in one.skills if use.skill in theirs]
    return Neighbour(
        slug,
        tuple(SCALES[at] for at in best),
        tuple(skills[:2]),
        one.preparation is not None and one.preparation == other.preparation,
    )


class _Parts:
    """Which profiles hang together (union-find, halving the ways up)."""

    def __init__(self, slugs: Mapping[str, object]) -> None:
        self._above = {slug: slug for slug in slugs}

    def find(self, slug: str) -> str:
        """The name of the part that `slug` belongs to."""
        above = self._above
        while above[slug] != slug:
            above[slug] = above[above[slug]]
            slug = above[slug]
        return slug

    def join(self, a: str, b: str) -> None:
        """Make one part of two."""
        self._above[self.find(a)] = self.find(b)
