"""The Atom feed of new and changed profiles. RFC 4287; no clock: a profile is as new as its last review."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from generator import links
from generator.exports.api.texts import credit_of_texts
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.register.jobs import Job, Stamps
from generator.strings import Words, fill

_ATOM = "http://www.w3.org/2005/Atom"
MOST = 50
"""Entries, the latest first; a reader that looks in once a month misses nothing."""


def list_jobs(site: Site, stamps: Stamps) -> Iterator[Job]:
    """The feed; nothing where the site does not know its address, since entries are known by theirs."""
    if site.settings.site_url and site.occupations:
        yield stamps.job(links.FEED, _write, site)


def _write(site: Site) -> str:
    models = site.occupations
    latest = sorted(models, key=lambda slug: (-models[slug].reviewed.toordinal(), slug))[:MOST]
    settings, words = site.settings, Words(site.strings)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": words["script"]["locale"]})
    _add(feed, "id", settings.absolute(links.FEED))
    _add(feed, "title", fill(words["take_away"]["feed"], name=settings.site_name))
    _add(feed, "updated", _moment(models[latest[0]].reviewed))
    _add(feed, "link", rel="self", type="application/atom+xml", href=settings.absolute(links.FEED))
    _add(feed, "link", rel="alternate", type="text/html", href=settings.absolute(links.address(links.OCCUPATIONS)))
    _add(ET.SubElement(feed, "author"), "name", settings.site_name)
    _add(feed, "rights", credit_of_texts(site))
    for slug in latest:
        _add_entry(feed, site, slug, models[slug])
    ET.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _add_entry(feed: ET.Element, site: Site, slug: str, model: Occupation) -> None:
    def address(name: str) -> str:
        return site.settings.absolute(links.address(links.occupation(name)))

    is_new = model.added == model.reviewed
    title = fill(Words(site.strings)["take_away"]["new"], title=model.title) if is_new else model.title
    entry = ET.SubElement(feed, "entry")
    # Known for good by its first address, so that a profile does not seem new when it gets another name.
    _add(entry, "id", address((*model.formerly, slug)[0]))
    _add(entry, "title", title)
    _add(entry, "link", rel="alternate", type="text/html", href=address(slug))
    _add(entry, "updated", _moment(model.reviewed))
    if model.added:
        _add(entry, "published", _moment(model.added))
    _add(entry, "category", term=model.field, label=site.vocabulary.fields[model.field].label)
    _add(entry, "summary", model.summary)


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text or None


def _moment(day: datetime.date) -> str:
    """Profiles know days; a feed wants a moment."""
    return f"{day.isoformat()}T00:00:00Z"
