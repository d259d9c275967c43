"""What search engines get of a profile: an occupation and the way to it in the words of schema.org, as JSON-LD.

It stands in the head of the page and repeats what the page says, in the same words: compressed, that costs little.
https://schema.org/Occupation
"""

from __future__ import annotations

import json
from typing import Any

from generator import links
from generator.model.figures import is_within
from generator.model.occupation import Occupation, Pay
from generator.model.site import Site
from generator.prose import writing
from generator.strings import Words

_TASKS = 3
"""As many as say what the work is about; the page has all of them."""
_DURATIONS = {"year": "P1Y", "month": "P1M", "hour": "PT1H"}
_POINTS = {
    "p10": "percentile10",
    "p25": "percentile25",
    "median": "median",
    "p75": "percentile75",
    "p90": "percentile90",
}


def describe(site: Site, slug: str, model: Occupation) -> str:
    """JSON-LD of a profile, as it may stand within a script element of HTML."""
    parts = [_occupation(site, slug, model)]
    if site.settings.site_url:  # The steps of a trail are addresses.
        parts.append(_breadcrumbs(site, model))
    return write({"@context": "https://schema.org", "@graph": parts})


def write(data: dict[str, Any]) -> str:
    """JSON in which no text can end the script element in which it stands, or begin a comment there."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _occupation(site: Site, slug: str, model: Occupation) -> dict[str, Any]:
    vocabulary = site.vocabulary
    education = vocabulary.education
    page = {"@type": "WebPage", "lastReviewed": model.reviewed.isoformat()}
    if site.settings.site_url:
        page["url"] = site.settings.absolute(links.address(links.occupation(slug)))
    found: dict[str, Any] = {
        "@type": "Occupation",
        "name": model.title,
        "alternateName": list(model.aliases),
        "description": model.summary,
        "mainEntityOfPage": page,
        "occupationalCategory": _finest(model),
        "estimatedSalary": _salary(site, model.main_pay) if model.main_pay else None,
        "occupationLocation": _place(model.main_pay.region) if model.main_pay else None,
        "skills": [vocabulary.skills[use.skill].label for use in model.skills],
        "responsibilities": [writing.write_plain(task) for task in model.tasks[:_TASKS]],
    }
    if asked := model.education:
        found["educationRequirements"] = education["entry"].terms[asked.entry].label
        found["experienceRequirements"] = education["experience"].terms[asked.experience].label
    return {name: value for name, value in found.items() if value}


def _finest(model: Occupation) -> list[str]:
    """The codes of all classifications, without those within which a finer one lies."""
    codes = [code for scheme in sorted(model.codes) for code in model.codes[scheme]]
    return [code for code in codes if not any(is_within(other, code) for other in codes)]


def _salary(site: Site, pay: Pay) -> dict[str, Any] | None:
    """The figures of the first region; their year and source are part of the name, else nobody could tell.

    Bounds are left out, since there is no word for "at least"; None if nothing else is known.
    """
    amounts = {_POINTS[name]: amount for name, amount in pay.points() if name not in pay.at_least}
    if not amounts:
        return None
    salary: dict[str, Any] = {
        "@type": "MonetaryAmountDistribution",
        "name": f"{pay.year}, {site.sources[pay.source].short}",
        "currency": pay.currency,
        "duration": _DURATIONS[pay.per],
    }
    if pay.covers:
        salary["description"] = pay.covers
    return salary | {name: int(amount) if amount.is_integer() else amount for name, amount in amounts.items()}


def _place(region: str) -> dict[str, str]:
    return {"@type": "AdministrativeArea" if "-" in region else "Country", "name": region}


def _breadcrumbs(site: Site, model: Occupation) -> dict[str, Any]:
    """The same way to the page as its breadcrumbs show; the last step is the page itself and needs no address."""
    words = Words(site.strings)
    steps = (
        (words["page"]["home"], links.HOME),
        (words["page"]["occupations"], links.OCCUPATIONS),
        (site.vocabulary.fields[model.field].label, links.field(model.field)),
    )
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": site.settings.absolute(links.address(page))}
        for at, (name, page) in enumerate(steps, 1)
    ]
    items.append({"@type": "ListItem", "position": len(steps) + 1, "name": model.title})
    return {"@type": "BreadcrumbList", "itemListElement": items}
