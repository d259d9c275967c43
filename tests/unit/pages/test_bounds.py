"""Pay of which nothing is known but that it is at least so much is never read as a figure."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re

import pytest

from generator import links
from generator.model.site import Site
from generator.pages.linked_data import describe
from generator.strings import Words, fill
from tests.conftest import REPOSITORY
from tests.making import render, render_api, render_data

SLUG = "judge"


@pytest.fixture(scope="module")
def site(small_site: Site) -> Site:
    """The small site, with pay that is bounded from the median on."""
    model = small_site.occupations[SLUG]
    points = {"median": 239200.0, "p75": 239200.0, "p90": 239200.0, "at_least": ("median", "p75", "p90")}
    pay = model.pay[0].model_copy(update=points)
    bounded = model.model_copy(update={"pay": (pay,)})
    return dataclasses.replace(small_site, occupations={**small_site.occupations, SLUG: bounded})


def test_pages_say_at_least(site: Site) -> None:
    pages = render(site, REPOSITORY)
    said = fill(Words(site.strings)["occupation"]["at_least"], amount="$239,200")
    page = re.sub("</?data[^>]*>", "", pages[f"occupations/{SLUG}.md"])
    # In short, as what half of them earn, in the words of the picture, three times in the table, and after the ways in.
    assert (page.count(said), page.count("$239,200") - page.count(said)) == (9, 0)
    assert said in pages[links.field(site.occupations[SLUG].field)]


def test_other_programs_are_told(site: Site) -> None:
    files = render_api(site)
    (pay,) = json.loads(files[f"api/v1/occupations/{SLUG}.json"])["occupation"]["pay"]
    assert (pay["median"], pay["at_least"]) == (239200, ["median", "p75", "p90"])
    listed = {row["slug"]: row["pay_at_least"] for row in json.loads(files["api/v1/occupations.json"])["occupations"]}
    assert [slug for slug, is_bound in listed.items() if is_bound] == [SLUG]
    table = {row["slug"]: row["pay_at_least"] for row in csv.DictReader(io.StringIO(files["api/v1/occupations.csv"]))}
    assert (table[SLUG], table["baker"]) == ("median; p75; p90", "")
    salary = json.loads(describe(site, SLUG, site.occupations[SLUG]))["@graph"][0]["estimatedSalary"]
    assert {"percentile10", "percentile25"} <= set(salary)
    assert not {"median", "percentile75", "percentile90"} & set(salary)


def test_search_engines_get_no_pay_where_all_of_it_is_a_bound(site: Site) -> None:
    pay = site.occupations[SLUG].pay[0].model_copy(update={"p10": None, "p25": None})
    model = site.occupations[SLUG].model_copy(update={"pay": (pay,)})
    assert "estimatedSalary" not in json.loads(describe(site, SLUG, model))["@graph"][0]


def test_our_scripts_are_told(site: Site) -> None:
    data = render_data(site)
    facets = json.loads(data["data/facets.json"])
    assert facets["figures"]["least"] == [[*site.occupations].index(SLUG)]
    assert json.loads(data[f"data/profiles/{SLUG}.json"])["pay"][0]["at_least"] == ["median", "p75", "p90"]
