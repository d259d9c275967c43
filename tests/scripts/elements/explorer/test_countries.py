"""Profiles of other countries, with currencies and codes of their own or none, are checked, built and filtered."""

from __future__ import annotations

import json
import re
import shutil
from typing import Any

import pytest

from generator import project as projects
from generator.outlines.names import spell
from generator.strings import Words, fill
from tests.conftest import PROJECT, REPOSITORY, TODAY, add_templates
from tests.making import render, render_api, render_data
from tests.scripts.node.running import Modules, as_set

SOURCE = """
{key}:
  publisher: {publisher}
  title: Pay in {key}
  short: Pay {key}
  url: https://{key}.example.org/
  released: 2026-05-15
  licence: Open
  credit: "Source: {publisher}."
  used_for: What people are paid there.
  review_by: 2027-07-31
"""
PUBLISHERS = {"de-2025": "Amt für Zahlen", "in-2025": "Council of Labour", "gb-2025": "Office of Earnings"}
FIGURES = {
    "keramiker": (
        "Keramiker",
        "codes: {kldb: ['93122'], isco: [7314]}\n"
        "pay: [{region: DE, year: 2025, currency: EUR, per: month, p25: 2300, median: 2900, p75: 3400,"
        " source: de-2025}]\n",
    ),
    "kumhar": (
        "Kumhar",
        "pay: [{region: IN, year: 2025, currency: INR, per: year, median: 108000, p90: 400000, at_least: [p90],"
        " source: in-2025}]\n",
    ),
    "thrower": (
        "Thrower",
        "codes: {uk-soc: ['5441']}\n"
        "preparation: 2\n"
        "pay: [{region: GB, year: 2025, currency: GBP, per: hour, median: 14.2, source: gb-2025}]\n"
        "outlook: [{region: GB, from: 2024, to: 2034, jobs: 3000, jobs_projected: 2700, change_percent: -10,"
        " openings_per_year: 200, source: gb-2025}]\n",
    ),
}
"""Profile -> title and figures: no ratings of interests, one with an outlook, one without codes."""
OWN = {"keramiker": "de-2025", "kumhar": "in-2025", "thrower": "gb-2025"}
FILTERING = "elements/explorer/filtering"
EMPTY: dict[str, Any] = {"chosen": {}, "every": [], "pay": "", "change": None, "starred": False, "sort": "title"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> projects.Loaded:
    """The small project with the three."""
    root = add_templates(shutil.copytree(PROJECT, tmp_path_factory.mktemp("countries") / "project"))
    with (root / "content/sources.yml").open("a", encoding="utf-8") as sources:
        sources.writelines(SOURCE.format(key=key, publisher=name) for key, name in PUBLISHERS.items())
    with (root / "content/vocabulary/classifications.yml").open("a", encoding="utf-8") as known:
        known.write('uk-soc: {label: British codes, description: "Of one country."}\n')
    prose = (PROJECT / "occupations/potter.yml").read_text(encoding="utf-8")
    prose = "what_they_do:" + prose.split("what_they_do:")[1].split("related:")[0]
    for slug, (title, figures) in FIGURES.items():
        head = f"title: {title}\nsummary: They make pots of clay.\nfield: production\n{figures}"
        text = f"{head}{prose}related: []\nreviewed: 2026-11-01\n"
        (root / f"occupations/{slug}.yml").write_text(text, encoding="utf-8")
    return projects.load(root, TODAY)


@pytest.fixture(scope="module")
def pages(loaded: projects.Loaded) -> dict[str, str]:
    return render(loaded.site, REPOSITORY)


def read(page: str) -> str:
    """Its text without tags, and without other units of time that a reader could choose."""
    return re.sub("<select.*?</select>|<[^>]+>", "", page)


def choose(modules: Modules, facets: Any, pay: str) -> set[str]:
    """The occupations that a filter by pay leaves."""
    found = modules.call(FILTERING, "filtering", facets, {**EMPTY, "pay": pay}, as_set(()))
    return {facets["slug"][at] or spell(facets["title"][at]) for at in found["places"]}


@pytest.fixture(scope="module")
def facets(loaded: projects.Loaded) -> Any:
    return json.loads(render_data(loaded.site)["data/facets.json"])


def test_they_are_checked_without_a_word(loaded: projects.Loaded) -> None:
    assert loaded.warnings == ()


@pytest.mark.parametrize("slug", FIGURES)
def test_they_are_credited_to_those_who_published_them_alone(
    loaded: projects.Loaded, pages: dict[str, str], slug: str
) -> None:
    site = loaded.site
    page = pages[f"occupations/{slug}.md"]
    api = render_api(site)[f"api/v1/occupations/{slug}.json"]
    named = {key for key, one in site.sources.items() for name in (f"#{key}", one.publisher) if name in page + api}
    assert named == {OWN[slug]}


def test_their_pages_say_what_is_known(loaded: projects.Loaded, pages: dict[str, str]) -> None:
    words = Words(loaded.site.strings)["occupation"]
    german, indian, british = (read(pages[f"occupations/{slug}.md"]) for slug in FIGURES)
    assert f"€2,900 {words['per_month']}, Germany 2025." in german
    assert words["no_outlook"] in german
    assert words["no_interests"] in german
    assert fill(words["at_least"], amount="₹400,000") in indian
    assert f"£14.20 {words['per_hour']}, United Kingdom 2025." in british
    assert "United States" not in german + indian + british


def test_each_currency_has_its_own_steps(pages: dict[str, str]) -> None:
    page = pages["occupations/index.md"]
    assert '<optgroup label="Germany"><option value="EUR-30000">€30,000</option>' in page
    assert '<option value="GBP-20000">£20,000</option>' in page
    assert '<option value="INR-100000">₹100,000</option>' in page
    assert "1,950 times" in page


def test_filters_compare_within_a_currency_alone(modules: Modules, facets: Any) -> None:
    assert choose(modules, facets, "INR-100000") == {"kumhar"}
    # Twelve months, and the hours of a British working year.
    assert choose(modules, facets, "EUR-34800") == {"keramiker"}
    assert choose(modules, facets, "EUR-34801") == set()
    assert choose(modules, facets, "GBP-20000") == {"thrower"}
    assert not choose(modules, facets, "USD-1") & FIGURES.keys()


def test_those_of_other_currencies_stand_apart_when_sorted(modules: Modules, facets: Any) -> None:
    places = [*range(len(facets["slug"]))]
    order = modules.call(FILTERING, "sort", places, "pay", facets, None)
    figures = facets["figures"]
    told = [(figures["currency"][at], figures["yearly"][at] is not None) for at in order]
    runs = [one for at, one in enumerate(told) if at == 0 or told[at - 1] != one]
    assert len(runs) == len(set(runs))
    assert runs[0] == ("USD", True)
