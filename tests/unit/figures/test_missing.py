"""An occupation of which nothing is published is found, shown and published all the same."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import Any

import jsonschema
import pytest

from generator.model.site import Site
from generator.pages.linked_data import describe
from generator.strings import Words, fill
from tests.conftest import REPOSITORY
from tests.making import render, render_api, render_data

SLUG = "potter"


@pytest.fixture(scope="module")
def site(small_site: Site) -> Site:
    """The small site, without codes and figures of one occupation."""
    nothing: dict[str, Any] = {
        **dict.fromkeys(("preparation", "interests", "values", "education")),
        "codes": {},
        "pay": (),
        "outlook": (),
    }
    bare = small_site.occupations[SLUG].model_copy(update=nothing)
    return dataclasses.replace(small_site, occupations={**small_site.occupations, SLUG: bare}, facts={})


def test_its_page_says_what_is_not_known(site: Site) -> None:
    pages = render(site, REPOSITORY)
    page = pages[f"occupations/{SLUG}.md"]
    words = Words(site.strings)["occupation"]
    for key in ("no_pay", "no_outlook", "no_interests"):
        assert words[key] in page
    assert "data-interests=" not in page
    assert ">None<" not in page
    assert f"/{SLUG}/" in pages["occupations/index.md"]
    assert f"/{SLUG}/" not in pages["quiz/codes.md"]
    assert f"/{SLUG}/" not in pages["occupations/map.md"]


def test_what_is_published_of_it_holds_to_the_schema(site: Site) -> None:
    files = render_api(site)
    profile = json.loads(files[f"api/v1/occupations/{SLUG}.json"])
    jsonschema.validate(profile, json.loads(files["api/v1/schema/occupation.json"]))
    listed = json.loads(files["api/v1/occupations.json"])
    jsonschema.validate(listed, json.loads(files["api/v1/schema/occupations.json"]))
    found = profile["occupation"]
    assert (found["codes"], found["interests"], found["preparation"], found["education"]) == ({}, None, None, None)
    assert (found["pay"], found["outlook"], found["education_source"]) == ([], [], None)
    # Nobody is credited with figures that are not there.
    assert len(profile["credit"]) == 1
    row = next(row for row in csv.DictReader(io.StringIO(files["api/v1/occupations.csv"])) if row["slug"] == SLUG)
    assert {row[name] for name in ("soc", "preparation", "education", "realistic", "pay_median", "pay_source")} == {""}


def test_scripts_get_null_for_what_is_not_known(site: Site) -> None:
    data = render_data(site)
    columns = json.loads(data["data/occupations.json"])["columns"]
    at = [*site.occupations].index(SLUG)
    assert (columns["preparation"][at], columns["interests"][at], columns["values"][at]) == (None, None, None)
    facets = json.loads(data["data/facets.json"])
    assert [facets["figures"][name][at] for name in ("pay", "per", "currency", "year", "change", "openings")] == [
        None
    ] * 6
    assert [facets["columns"][name][at] for name in ("level", "interest", "education")] == [[], [], []]
    places = json.loads(data["data/places.json"])
    assert site.occupations[SLUG].title not in places["title"]
    assert len({len(places[name]) for name in ("slug", "title", "field", "x", "y")}) == 1
    profile = json.loads(data[f"data/profiles/{SLUG}.json"])
    assert (profile["pay"], profile["outlook"], profile["interests"], profile["entry"]) == ([], [], [], None)


def test_search_engines_are_told_nothing_of_it(site: Site) -> None:
    found = json.loads(describe(site, SLUG, site.occupations[SLUG]))["@graph"][0]
    assert not {"occupationalCategory", "estimatedSalary", "occupationLocation", "educationRequirements"} & set(found)


def test_lists_name_the_regions_that_figures_are_about(site: Site) -> None:
    baker = site.occupations["baker"]
    pay = baker.pay[0].model_copy(update={"region": "DE", "currency": "EUR"})
    abroad = baker.model_copy(update={"pay": (pay,), "outlook": ()})
    found = dataclasses.replace(site, occupations={**site.occupations, "baker": abroad})
    pages = render(found, REPOSITORY)
    said = fill(Words(site.strings)["explorer"]["regions"], regions="United States, Germany, United Kingdom")
    assert said in pages["compare.md"]
    assert said in pages["occupations/index.md"]
