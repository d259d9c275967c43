"""The lists in which pages show all occupations: by field, by corner of the map; and steps of their pay."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import limits
from generator.model.occupation import Occupation, main_currency
from generator.model.site import Site
from generator.pages import drawing
from generator.relations.clusters import Place


def by_field(site: Site) -> dict[str, list[str]]:
    """Field of work -> its occupations; a field may have none."""
    fields: dict[str, list[str]] = {key: [] for key in site.vocabulary.fields}
    for slug, model in site.occupations.items():
        fields[model.field].append(slug)
    return fields


def by_field_in_short(site: Site) -> dict[str, list[str]]:
    """The same as far as one page can show it: all of a small site, else the first few of each field."""
    fields = by_field(site)
    return (
        fields if len(site.occupations) <= limits.ALL else {key: slugs[: limits.FEW] for key, slugs in fields.items()}
    )


def by_corner(places: Mapping[str, Place]) -> dict[str, list[str]]:
    """The occupations in each corner of the map of work, those furthest from its middle first."""
    corners: dict[str, list[str]] = {f"{y}-{x}": [] for y in ("data", "ideas") for x in ("things", "people")}
    for slug in sorted(places, key=lambda slug: -math.hypot(*places[slug])):
        corners[name_corner(places[slug])].append(slug)
    return corners


def name_corner(place: Place) -> str:
    """The corner of the map in which a place lies."""
    x, y = place
    return f"{'data' if y <= 0 else 'ideas'}-{'things' if x >= 0 else 'people'}"


@dataclass(frozen=True)
class Steps:
    """Round amounts to choose among, least first."""

    currency: str
    amounts: tuple[int, ...]


def pay_steps(occupations: Mapping[str, Occupation]) -> Steps:
    """Steps over the pay of a year, in the currency of most; without any such pay there are none."""
    currency = main_currency(occupations.values())
    pays = [pay for model in occupations.values() if (pay := model.main_pay) and pay.per == "year"]
    medians = [pay.median for pay in pays if pay.median and pay.currency == currency]
    if not medians:
        return Steps("", ())
    return Steps(currency, tuple(int(step) for step in drawing.steps(min(medians), max(medians))))
