"""Holland codes: the letters of an occupation's three highest interests, for those who score on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.relations.traits import MOST, rank_interests

Codes = Mapping[str, Mapping[tuple[str, ...], Sequence[str]]]
"""First interest -> the scales of a code -> slugs."""


def find_code(ratings: Sequence[float]) -> tuple[str, ...]:
    """The scales of the three highest ratings, highest first; equal ratings keep the order around the hexagon."""
    return rank_interests(ratings)[:MOST]


def group_by_code(site: Site) -> Codes:
    """Every rated occupation once, under first interest and code in the order around the hexagon, then by title.

    Those with a profile stand before the others.
    """
    found: dict[tuple[str, ...], list[str]] = {}
    for slug, model in site.listed.items():
        if ratings := model.ratings():
            found.setdefault(find_code(ratings), []).append(slug)
    groups: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for code in sorted(found, key=lambda scales: [SCALES.index(scale) for scale in scales]):
        by_title = sorted(
            found[code], key=lambda slug: (slug in site.outlines, site.listed[slug].title.casefold(), slug)
        )
        groups.setdefault(code[0], {})[code] = by_title
    return groups
