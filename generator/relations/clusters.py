"""Points of the map that would cover one another, gathered into one. `elements/map/clusters.js` does the same."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import limits
from generator.model.occupation import Listed
from generator.relations.plane import locate

SCALE = 10
"""Units of the picture for one of the plane."""

_NEAR = 5
_FAR = 22
"""How far apart points must be: dots of which half is seen at least, or numbers that say how many would lie here."""

_PULL = 10
"""Units of the hexagon, whose corners lie at 100, by which a rating of one pulls to its corner: two of the plane."""

_DOT = 5
"""How far apart dots in the hexagon are: so there are some hundreds at most."""

Place = tuple[float, float]


@dataclass(frozen=True)
class Cluster:
    """Occupations that are shown at one place, that of the first of them."""

    place: Place
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Dots:
    """The map within the hexagon of interests."""

    pull: int
    places: tuple[tuple[int, int], ...]


def find_reach(count: int) -> int:
    """How far apart points must be in a picture of so many occupations, in its units."""
    return _NEAR if count <= limits.ALL else _FAR


def find_places(occupations: Mapping[str, Listed]) -> dict[str, Place]:
    """Slug -> its place in the picture, things to the right, data up; y downwards. Without ratings there is none."""
    found = {slug: locate(ratings) for slug, model in occupations.items() if (ratings := model.ratings())}
    return {slug: (round(SCALE * things, 1), round(-SCALE * data, 1)) for slug, (things, data) in found.items()}


def find_dots(places: Mapping[str, Place]) -> Dots:
    """The map as the hexagon has it, turned as its corners are: things are above, ideas to the right."""
    small = {slug: (_PULL / 2 / SCALE * y, -_PULL / 2 / SCALE * x) for slug, (x, y) in places.items()}
    return Dots(_PULL, tuple((round(x), round(y)) for x, y in (cluster.place for cluster in gather(small, _DOT))))


def gather(places: Mapping[str, Place], reach: float) -> tuple[Cluster, ...]:
    """Each point joins the nearest one before it that lies within reach, or begins a cluster of its own."""
    found: list[tuple[Place, list[str]]] = []
    cells: dict[tuple[int, int], list[int]] = {}
    for slug, (x, y) in places.items():
        column, row = math.floor(x / reach), math.floor(y / reach)
        near = [
            at
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for at in cells.get((across, down), ())
        ]
        best = min(near, key=lambda at: (_square(found[at][0], (x, y)), at), default=None)
        if best is not None and _square(found[best][0], (x, y)) < reach * reach:
            found[best][1].append(slug)
            continue
        cells.setdefault((column, row), []).append(len(found))
        found.append(((x, y), [slug]))
    return tuple(Cluster(place, tuple(slugs)) for place, slugs in found)


def _square(one: Sequence[float], other: Sequence[float]) -> float:
    """The distance of two places, squared."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
