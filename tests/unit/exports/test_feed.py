"""The feed, as a news reader takes it."""

from __future__ import annotations

import dataclasses
import datetime
import xml.etree.ElementTree as ET

import feedparser
import pytest

from generator.exports import feed
from generator.model.site import Settings, Site
from tests.making import render_feed
from tests.unit.exports.test_api import change


def read(site: Site) -> feedparser.FeedParserDict:
    """The feed; asserts that it is well-formed."""
    found = feedparser.parse(render_feed(site)["feed.xml"].encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_feed_has_what_the_standard_asks(small_site: Site) -> None:
    found = read(small_site)
    assert found.feed.title == "Test guides: new and changed occupations"
    assert found.feed.id == "https://guides.example.org/feed.xml"
    assert found.feed.updated == "2026-11-01T00:00:00Z"
    assert found.feed.author == "Test guides"
    assert found.feed.rights == "Test guides, by its contributors, CC BY 4.0"
    assert {(link.rel, link.href) for link in found.feed.links} == {
        ("self", "https://guides.example.org/feed.xml"),
        ("alternate", "https://guides.example.org/occupations/"),
    }


def test_entry_names_the_profile_and_when_it_was_reviewed(small_site: Site) -> None:
    baker, cook, *rest = read(small_site).entries
    assert [entry.title for entry in (baker, cook, *rest)] == sorted(
        profile.title for profile in small_site.occupations.values()
    )
    assert baker.id == baker.link == "https://guides.example.org/occupations/baker/"
    assert baker.updated_parsed[:3] == (2026, 11, 1)
    assert "published" not in baker
    assert baker.summary == "Bakers make bread, rolls and cakes, mostly while others sleep."
    assert [(tag.term, tag.label) for tag in baker.tags] == [("production", "Production")]


def test_latest_review_comes_first_and_dates_the_feed(small_site: Site) -> None:
    site = change(small_site, "cook", reviewed=datetime.date(2026, 11, 20), added=datetime.date(2026, 10, 1))
    found = read(site)
    assert [entry.title for entry in found.entries][:2] == ["Cook", "Baker"]
    assert found.feed.updated == "2026-11-20T00:00:00Z"
    assert found.entries[0].published == "2026-10-01T00:00:00Z"


def test_profile_that_was_not_changed_since_it_came_is_called_new(small_site: Site) -> None:
    day = datetime.date(2026, 11, 20)
    assert read(change(small_site, "cook", reviewed=day, added=day)).entries[0].title == "New: Cook"


def test_profile_that_was_renamed_keeps_its_identity(small_site: Site) -> None:
    baker = read(change(small_site, "baker", formerly=("bread-maker", "bakery-worker"))).entries[0]
    assert baker.id == "https://guides.example.org/occupations/bread-maker/"
    assert baker.link == "https://guides.example.org/occupations/baker/"


def test_texts_are_texts(small_site: Site) -> None:
    attack = "R&D <b>x</b> ]]> </summary>"
    site = change(small_site, "baker", summary=attack, title=attack)
    entry = ET.fromstring(render_feed(site)["feed.xml"]).find("{http://www.w3.org/2005/Atom}entry")  # noqa: S314
    assert entry is not None
    assert [entry.findtext("{http://www.w3.org/2005/Atom}" + tag) for tag in ("title", "summary")] == [attack, attack]


def test_long_feed_ends(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST", 1)
    assert [entry.title for entry in read(small_site).entries] == ["Baker"]


def test_site_without_an_address_has_no_feed(small_site: Site) -> None:
    assert render_feed(dataclasses.replace(small_site, settings=Settings(site_name="x"))) == {}
