from __future__ import annotations

import dataclasses
import json

from generator.data import render_data
from generator.model.occupation import SCALES
from generator.model.site import Settings, Site


def test_api_lists_each_profile_with_what_programs_need(small_site: Site) -> None:
    baker, cook = json.loads(render_data(small_site)["api/v1/occupations.json"])
    assert (baker["slug"], baker["title"], baker["field"], baker["preparation"]) == ("baker", "Baker", "production", 2)
    assert tuple(baker["interests"]) == SCALES
    assert baker["interests"]["realistic"] == 5.5
    assert baker["values"]["working_conditions"] == 3
    assert cook["values"] is None
    assert (cook["pay"][0]["median"], cook["pay"][0]["per"], cook["pay"][0]["source"]) == (17.25, "hour", "wages-2025")
    assert (cook["outlook"][0]["from"], cook["outlook"][0]["change_percent"]) == (2024, -5)
    assert cook["url"] == "https://guides.example.org/occupations/cook/"


def test_address_is_relative_where_the_site_has_none(small_site: Site) -> None:
    nowhere = dataclasses.replace(small_site, settings=Settings())
    assert json.loads(render_data(nowhere)["api/v1/occupations.json"])[0]["url"] == "occupations/baker/"


def test_quiz_gets_one_column_for_each_fact(small_site: Site) -> None:
    text = render_data(small_site)["data/occupations.json"]
    assert json.loads(text) == {
        "version": 1,
        "slug": ["baker", "cook"],
        "title": ["Baker", "Cook"],
        "url": ["occupations/baker/", "occupations/cook/"],
        "preparation": [2, 2],
        "interests": [[5.5, 2.1, 3.4, 1.8, 2.6, 4.2], [5, 1.9, 3.8, 2.2, 3, 3.6]],
    }
    assert ": " not in text
