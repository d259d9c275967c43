"""What the API offers: `index.json`, and the one list of its files that its description uses too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator import links
from generator.exports.api.published.index import Counts, IndexFile, Resource
from generator.model.site import Site
from generator.strings import Words


@dataclass(frozen=True)
class Offer:
    """A file that can be fetched; `key` names its words in the interface texts."""

    key: str
    path: str
    type: str = "application/json"


PROFILE = Offer("profile", links.api_occupation("{slug}"))
_SCHEMA = "application/schema+json"
OFFERS = (
    Offer("index", links.API_INDEX),
    Offer("list", links.API_OCCUPATIONS),
    PROFILE,
    Offer("table", links.API_TABLE, "text/csv"),
    Offer("outlines", links.API_OUTLINES),
    Offer("vocabulary", links.API_VOCABULARY),
    Offer("profile_schema", links.API_SCHEMA, _SCHEMA),
    Offer("list_schema", links.API_LIST_SCHEMA, _SCHEMA),
    Offer("description", links.API_DESCRIPTION),
    Offer("feed", links.FEED, "application/atom+xml"),
    Offer("llms", links.LLMS, "text/plain"),
)


def offers(site: Site) -> tuple[Offer, ...]:
    """What this site offers: a feed needs its address."""
    return tuple(offer for offer in OFFERS if site.settings.site_url or offer.path != links.FEED)


def documentation(site: Site) -> str | None:
    """The address of the page about the data, if the publisher has one."""
    has_page = any(page.path == links.DATA for page in site.pages)
    return site.settings.absolute(links.address(links.DATA)) if has_page else None


def make_index(site: Site, head: dict[str, Any]) -> IndexFile:
    """The entrance to the API."""
    settings = site.settings
    words = Words(site.strings)["take_away"]["offers"]
    return IndexFile(
        **head,
        name=settings.site_name,
        about=settings.site_description,
        url=settings.absolute(""),
        documentation=documentation(site),
        reviewed=max((model.reviewed for model in site.occupations.values()), default=None),
        counts=Counts(
            occupations=len(site.occupations),
            outlines=len(site.outlines),
            fields=len(site.vocabulary.fields),
            skills=len(site.vocabulary.skills),
            methods=len(site.methods),
            assessments=len(site.quizzes),
        ),
        resources=tuple(
            Resource(path=offer.path, url=settings.absolute(offer.path), type=offer.type, about=words[offer.key])
            for offer in offers(site)
        ),
    )
