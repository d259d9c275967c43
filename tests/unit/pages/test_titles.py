"""What the pages of the ways in are called."""

from __future__ import annotations

import pytest

from generator import links
from generator.model.site import Site
from generator.pages.titles import title_way
from generator.relations.ways import find_ways
from generator.strings import Words

NAMES = {"interests": "{label}", "pairs": "{label}", "preparation": "{key}: {label}", "skills": "{label}!"}
WORDS = Words({"ways": {"condition": "{group} ({label})", "name": NAMES | {"environments": "In general: {label}"}}})


@pytest.mark.parametrize(
    ("kind", "key", "title"),
    [
        ("environments", "hours/nights", "{hours} ({nights})"),
        ("environments", "hours", "In general: {hours}"),
        ("preparation", "2", "2: {level}"),
        ("skills", "speaking", "{speaking}!"),
    ],
)
def test_a_way_is_titled_by_its_kind_and_a_condition_by_its_group(
    small_site: Site, kind: str, key: str, title: str
) -> None:
    vocabulary = small_site.vocabulary
    hours = vocabulary.environments["hours"]
    labels = {
        "{hours}": hours.label,
        "{nights}": hours.terms["nights"].label,
        "{level}": vocabulary.preparation["2"].label,
        "{speaking}": vocabulary.skills["speaking"].label,
    }
    for place, label in labels.items():
        title = title.replace(place, label)
    assert title_way(find_ways(small_site)[links.way(kind, key)], vocabulary, WORDS) == title
