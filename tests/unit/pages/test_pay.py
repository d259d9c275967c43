"""Pay is told as far as it is published: a median, a mean or percentiles alone."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest

from generator.model.occupation import Pay
from generator.model.site import Site
from generator.pages.filters import price
from generator.pages.linked_data import describe
from generator.strings import Words, fill
from tests.conftest import REPOSITORY
from tests.making import render

TOLD: dict[str, dict[str, Any]] = {
    "cook": {"mean": 45_000},
    "judge": {"p25": 30_000, "p75": 50_000},
    "plumber": {"median": 40_000},
}
"""Profile -> amounts of its pay."""


@pytest.fixture(scope="module")
def site(small_site: Site) -> Site:
    """The small site, with such pay."""
    about: dict[str, Any] = {"region": "US", "year": 2025, "currency": "USD", "per": "year", "source": "wages-2025"}
    told = {slug: {"pay": (Pay(**about, **amounts),)} for slug, amounts in TOLD.items()}
    occupations = {
        slug: model.model_copy(update=told.get(slug, {"pay": ()})) for slug, model in small_site.occupations.items()
    }
    return dataclasses.replace(small_site, occupations=occupations)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return render(site, REPOSITORY)


def read(page: str) -> str:
    """Its text without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_mean_is_not_called_a_median(site: Site, pages: dict[str, str]) -> None:
    words = Words(site.strings)["occupation"]
    page = read(pages["occupations/cook.md"])
    assert words["median"] not in page
    assert words["median_pay"] not in page
    assert words["mean_pay"] in page
    assert f"{words['mean']} $45,000" in page
    assert fill(words["on_average"], amount="$45,000") in read(pages["occupations/index.md"])


def test_percentiles_alone_stand_in_the_table(site: Site, pages: dict[str, str]) -> None:
    words = Words(site.strings)["occupation"]
    page = read(pages["occupations/judge.md"])
    assert f"{words['p75']} $50,000" in page
    low, high = (price(amount, "USD", tag="en") for amount in (30_000, 50_000))
    assert fill(Words(site.strings)["glance"]["span"], low=low, high=high) in pages["occupations/judge.md"]
    assert words["median_pay"] not in page
    assert words["median"] not in page


def test_a_picture_is_spoken_of_only_where_there_is_one(site: Site, pages: dict[str, str]) -> None:
    begin = Words(site.strings)["occupation"]["pay_national"].split("{")[0]
    assert begin in pages["occupations/judge.md"]
    assert begin not in pages["occupations/plumber.md"]


def test_what_is_published_by_the_hour_alone_is_told_so(small_site: Site) -> None:
    pages = render(small_site, REPOSITORY)
    words = Words(small_site.strings)["occupation"]
    assert 'data-pay="USD year 2080"' in pages["occupations/baker.md"]
    assert f'<option value="hour">{words["per_hour"]}</option>' in pages["occupations/baker.md"]
    assert fill(words["hours"], count=2080) in pages["occupations/baker.md"]
    assert 'data-pay="USD hour "' in pages["occupations/cook.md"]
    assert "<career-pay>" not in pages["occupations/cook.md"]


def test_hours_of_a_year_are_known_for_what_is_published_by_both(small_site: Site) -> None:
    hours = small_site.vocabulary.hours
    about: dict[str, Any] = {"year": 2025, "currency": "USD", "median": 1, "source": "wages-2025"}
    by_year, by_hour = Pay(region="US", per="year", **about), Pay(region="US", per="hour", **about)
    assert hours(by_year) == hours(by_year, ("year", "hour")) == 2080
    assert hours(by_year, ("year",)) is None
    assert hours(by_hour) is None
    assert hours(Pay(region="GB", per="hour", **about)) == hours(Pay(region="GB", per="month", **about)) == 1950
    assert hours(Pay(region="DE", per="year", **about)) is None


def test_search_engines_get_known_amounts_alone(site: Site) -> None:
    def salary(slug: str) -> Any:
        return json.loads(describe(site, slug, site.occupations[slug]))["@graph"][0].get("estimatedSalary")

    assert {"percentile25", "percentile75"} <= salary("judge").keys()
    assert "median" not in salary("judge")
    assert salary("cook") is None
