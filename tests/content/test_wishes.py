"""Links of pages to a filtered list of occupations ask for what the explorer knows, and find some."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from generator.model.site import Site
from tests.making import render_data
from tests.scripts.node.running import Modules

ASK = """
  return given.asked.map((fragment) => {
    const { wish, unknown } = read(fragment, given.facets.values, given.facets.renamed) ?? { unknown: [fragment] };
    const isOffered = !wish?.pay || given.pays.includes(wish.pay);
    const found = wish ? finish(filtering(choosePay(given.facets, wish), wish, new Set())).places.length : 0;
    return { unknown: isOffered ? unknown : [...unknown, wish.pay], found };
  });
"""
MODULES = "elements/explorer/state elements/explorer/filtering data/slugs site/slices"


def test_filtered_lists_that_pages_lead_to_are_known_and_not_empty(
    own: Site, own_pages: dict[str, str], modules: Modules
) -> None:
    links = {
        unescape(found) for text in own_pages.values() for found in re.findall(r"#show1&[^\s\"')]+", unescape(text))
    }
    if not links:
        pytest.skip("No page here leads to a filtered list.")
    asked = sorted(links)
    facets = json.loads(render_data(own)["data/facets.json"])
    pays = [f"{one.currency}-{step}" for one in own.vocabulary.regions.values() for step in one.pay_steps]
    answers = modules.run(MODULES, ASK, asked=asked, facets=facets, pays=pays)
    told = dict(zip(asked, answers, strict=True))
    assert {link: one["unknown"] for link, one in told.items() if one["unknown"]} == {}
    assert [link for link, one in told.items() if not one["found"]] == []
