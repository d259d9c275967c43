"""The JSON files that the site publishes beside its pages."""

from __future__ import annotations

import json
from typing import Any

from generator import links
from generator.model.occupation import SCALES, Outlook, Pay
from generator.model.site import Site


def render_data(site: Site) -> dict[str, str]:
    """Path below the site's root -> JSON text."""
    return {
        links.API_OCCUPATIONS: _dump([_occupation(site, slug) for slug in site.occupations], indent=1),
        links.QUIZ_OCCUPATIONS: _dump(_quiz_occupations(site), indent=None),
    }


def _occupation(site: Site, slug: str) -> dict[str, Any]:
    """What other programs get of a profile; figures as lists by region, as in the profile."""
    model = site.occupations[slug].model
    return {
        "slug": slug,
        "title": model.title,
        "field": model.field,
        "preparation": model.preparation,
        "interests": dict(zip(SCALES, model.interests.ratings(), strict=True)),
        "values": model.values.model_dump() if model.values else None,
        "pay_median": model.pay[0].median,
        "pay_per": model.pay[0].per,
        "pay_currency": model.pay[0].currency,
        "pay": [_pay(pay) for pay in model.pay],
        "outlook": [_outlook(outlook) for outlook in model.outlook],
        "url": _url(site, slug),
    }


def _pay(pay: Pay) -> dict[str, Any]:
    return {
        "region": pay.region,
        "year": pay.year,
        "currency": pay.currency,
        "per": pay.per,
        "median": pay.median,
        "covers": pay.covers,
        "source": pay.source,
    }


def _outlook(outlook: Outlook) -> dict[str, Any]:
    return outlook.model_dump(by_alias=True)


def _url(site: Site, slug: str) -> str:
    """Absolute where the publisher has set `site_url`, else relative to the site's root."""
    address = links.address(links.occupation(slug))
    return f"{site.settings.site_url.rstrip('/')}/{address}" if site.settings.site_url else address


def _quiz_occupations(site: Site) -> dict[str, Any]:
    """The columns that matching needs, as short as they can be: every reader of the results loads them."""
    models = [document.model for document in site.occupations.values()]
    return {
        "version": 1,
        "slug": list(site.occupations),
        "title": [model.title for model in models],
        "url": [links.address(links.occupation(slug)) for slug in site.occupations],
        "preparation": [model.preparation for model in models],
        "interests": [model.interests.ratings() for model in models],
    }


def _dump(value: Any, indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n"
