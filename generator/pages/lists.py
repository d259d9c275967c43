"""The lists in which pages show all occupations: by field, by corner of the map; and steps of their pay."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import limits
from generator.model.site import Site
from generator.pages import drawing
from generator.relations.clusters import Place


def by_field(site: Site) -> dict[str, list[str]]:
    """Field of work -> its occupations; a field may have none."""
    fields: dict[str, list[str]] = {key: [] for key in site.vocabulary.fields}
    for slug, model in site.listed.items():
        fields[model.field].append(slug)
    return fields


def guides_by_field(site: Site) -> dict[str, list[str]]:
    """The same of those with a profile alone."""
    return {key: [slug for slug in slugs if slug in site.occupations] for key, slugs in by_field(site).items()}


@dataclass(frozen=True)
class Shelf:
    """What one page shows of a field: cards of some occupations, and the names of a few besides."""

    shown: tuple[str, ...]
    besides: tuple[str, ...] = ()


def by_field_in_short(site: Site) -> dict[str, Shelf]:
    """Field -> as much as one page can show of it: all of a small site, else the first few.

    These have a profile wherever one of the field has. The few besides are those that most jobs open up in, in the
    region that most is told of.
    """
    fields, guides = by_field(site), guides_by_field(site)
    if len(site.listed) <= limits.ALL:
        return {key: Shelf(tuple(slugs)) for key, slugs in fields.items()}
    regions = Counter(one.region for model in site.listed.values() for one in model.outlook)
    region = max(regions, key=regions.__getitem__, default=None)

    def count(slug: str) -> int:
        return sum(one.openings_per_year for one in site.listed[slug].outlook if one.region == region)

    shelves = {}
    for key, slugs in fields.items():
        shown = (guides[key] or slugs)[: limits.FEW]
        besides = sorted(
            {slug for slug in slugs if count(slug)}.difference(shown), key=lambda slug: (-count(slug), slug)
        )
        shelves[key] = Shelf(tuple(shown), tuple(besides[: limits.FEW]))
    return shelves


def by_corner(site: Site, places: Mapping[str, Place]) -> dict[str, list[str]]:
    """The occupations in each corner of the map of work, with a profile first, those furthest from its middle first."""
    corners: dict[str, list[str]] = {f"{y}-{x}": [] for y in ("data", "ideas") for x in ("things", "people")}
    for slug in sorted(places, key=lambda slug: (slug in site.outlines, -math.hypot(*places[slug]))):
        corners[name_corner(places[slug])].append(slug)
    return corners


def name_corner(place: Place) -> str:
    """The corner of the map in which a place lies."""
    x, y = place
    return f"{'data' if y <= 0 else 'ideas'}-{'things' if x >= 0 else 'people'}"


@dataclass(frozen=True)
class Steps:
    """Round amounts of a year to choose among, least first, and where pay is told in their currency."""

    currency: str
    regions: tuple[str, ...]
    amounts: tuple[int, ...]


def pay_steps(site: Site) -> tuple[Steps, ...]:
    """Steps over the pay of a year in each currency, that of most first: as its regions say, else what lies between."""
    regions = site.vocabulary.regions
    paid: dict[str, list[tuple[str, float]]] = {}
    for model in site.listed.values():
        for pay in model.pay:
            if amount := site.vocabulary.yearly(pay):
                paid.setdefault(pay.currency, []).append((pay.region, amount))
    found = []
    for currency, all_pay in sorted(paid.items(), key=lambda item: -len(item[1])):
        amounts = [amount for _, amount in all_pay]
        named = tuple(dict.fromkeys(region for region, _ in all_pay))
        own = {step for name in named if name in regions for step in regions[name].pay_steps if step <= max(amounts)}
        steps = sorted(own) or map(int, drawing.steps(min(amounts), max(amounts)))
        found.append(Steps(currency, named, tuple(steps)))
    return tuple(found)


@dataclass(frozen=True)
class Country:
    """How many occupations have figures about a country, and in how many places of it pay is known."""

    region: str
    pay: int
    outlook: int
    places: int


def find_countries(site: Site) -> tuple[Country, ...]:
    """Of each country that any figure is about what is known, in the order of the vocabulary."""
    pay = Counter(region for model in site.listed.values() for region in {one.region for one in model.pay})
    outlook = Counter(region for model in site.listed.values() for region in {one.region for one in model.outlook})
    places: dict[str, int] = {}
    for facts in site.facts.values():
        for areas in facts.areas:
            places[areas.region] = max(places.get(areas.region, 0), len(areas.codes))
    return tuple(
        Country(region, pay[region], outlook[region], places.get(region, 0))
        for region in site.vocabulary.regions
        if region in pay or region in outlook
    )
