"""What the rows say about an occupation is what its page says."""

from __future__ import annotations

import json
from typing import Any

from generator.model.site import Site
from generator.relations.traits import MOST, top_interests
from generator.strings import fill
from tests.making import render_data
from tests.scripts.node.running import Modules


def test_interests_are_those_that_stand_out(modules: Modules, small_site: Site) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    counts = set()
    for slug, model in small_site.occupations.items():
        profile = json.loads(data[f"data/profiles/{slug}.json"])
        body = 'setLocale("en"); return [describe(given.profile, given.text, "en").interests, list(given.names)];'
        top = top_interests(model.ratings() or ())
        names = [small_site.vocabulary.interests[scale].short for scale in top]
        given = {"profile": profile, "text": text, "names": names}
        said, expected = modules.run("elements/compare/rows language/words", body, **given)
        assert said == expected
        counts.add(len(names))
    # Some have fewer than the most, so that cutting alone would not do.
    assert counts > {MOST}


def test_what_is_not_published_is_said_so(modules: Modules, small_site: Site) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    profile = json.loads(data["data/profiles/baker.json"])
    profile |= {"pay": [], "outlook": [], "interests": [], "preparation": None, "entry": None, "training": None}
    said = modules.call("elements/compare/rows", "describe", profile, text, "en")
    rows = ("pay", "range", "change", "openings", "level", "entry", "training", "interests")
    assert {said[row] for row in rows} == {text["unknown"]}


def test_a_bound_is_said_to_be_one(modules: Modules, small_site: Site) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    profile = json.loads(data["data/profiles/baker.json"])
    profile["pay"][0]["at_least"] = ["median", "p90"]
    said = modules.call("elements/compare/rows", "describe", profile, text, "en")
    assert said["pay"][0] == "at least $36,000 a year (United States, 2025)"
    assert said["range"] == "$27,000 to at least $48,000"


def test_a_mean_is_said_to_be_one(modules: Modules, small_site: Site) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    profile = json.loads(data["data/profiles/baker.json"])
    profile["pay"][0] |= {"told": "mean", "mean": 45_000, "median": None, "p10": None}
    said = modules.call("elements/compare/rows", "describe", profile, text, "en")
    assert (said["pay"][0].split(" a year")[0], said["range"]) == ("$45,000 on average", text["unknown"])
    profile["pay"][0] |= {"told": None, "mean": None}
    assert modules.call("elements/compare/rows", "describe", profile, text, "en")["pay"] == text["unknown"]


def test_way_in_and_all_jobs_stand_beside_the_own(modules: Modules, small_site: Site) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    profile = json.loads(data["data/profiles/baker.json"])
    profile["outlook"][0]["beside"] = 3.1
    said = modules.call("elements/compare/rows", "describe", profile, text, "en")
    [first, *_] = profile["routes"]
    assert said["time"] == f"{first['takes']}: {first['name']}"
    assert said["change"][1:] == [fill(text["all_jobs"], percent="+3.1")]
    profile["outlook"][0]["beside"] = None
    assert len(modules.call("elements/compare/rows", "describe", profile, text, "en")["change"]) == 1


def test_region_and_years_that_all_have_are_said_once(modules: Modules, small_site: Site) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    profile = json.loads(data["data/profiles/baker.json"])
    profile["outlook"][0]["beside"] = 3.1
    body = """const shared = findShared(given.profiles, given.text);
    return [[...shared], given.profiles.map((one) => describe(one, given.text, "en", new Set(shared.keys())))];"""

    def find(*profiles: dict[str, Any]) -> Any:
        return modules.run("elements/compare/rows", body, profiles=profiles, text=text)

    shared, [said, _] = find(profile, profile)
    assert shared == [["pay", "United States, 2025."], ["change", "United States, 2024 to 2034. All jobs: +3.1%."]]
    assert said["pay"][0] == "$36,000 a year"
    assert "All jobs" not in said["change"]
    assert "2034" not in said["change"]
    other = json.loads(json.dumps(profile))
    other["pay"][0]["year"] = 2019
    other["outlook"][0]["beside"] = None
    assert find(profile, other)[0] == []
    assert find(profile)[0] == []
    assert find(profile, {**profile, "pay": [], "outlook": []})[0] == []


def test_time_of_an_outline_is_by_study_and_training(modules: Modules, small_site: Site) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    profile = json.loads(data["data/profiles/baker.json"]) | {"is_outline": True}
    assert profile["years"] == 2
    said = [
        modules.call("elements/compare/rows", "describe", profile | {"years": years}, text, "en")["time"]
        for years in (4.5, 1, 0.1, None)
    ]
    assert said == [
        fill(text["years"]["other"], count=5),
        text["years"]["one"],
        text["under_a_year"],
        text["unwritten"],
    ]


PAY = {
    "region": "Here",
    "currency": "USD",
    "per": "year",
    "p10": 20_000,
    "p25": 30_000,
    "median": 40_000,
    "p75": 50_000,
    "p90": 61_000,
}


def scale(modules: Modules, *pays: dict[str, Any]) -> Any:
    """That of profiles with such pay."""
    return modules.call(
        "elements/compare/bars", "findScale", [{"pay": [{**PAY, "beside": None, **pay}]} for pay in pays]
    )


def test_pay_stands_on_one_scale_with_that_of_all(modules: Modules) -> None:
    beside = [37_000, 50_000, 80_500]
    found = scale(modules, {"beside": beside}, {"p90": 75_000, "beside": beside})
    assert (found["top"], found["beside"]) == (100_000, beside)
    assert found["own"] == [[20_000, 30_000, 40_000, 50_000, 61_000], [20_000, 30_000, 40_000, 50_000, 75_000]]
    # Of other years, all employees have other pay: then there is no one bar of theirs.
    assert scale(modules, {"beside": beside}, {"beside": [1, 2, 3]})["beside"] is None


def test_what_cannot_be_compared_has_no_bar(modules: Modules) -> None:
    hourly = {"per": "hour", "p10": 10, "p25": 11, "median": 12, "p75": 13, "p90": 14}
    assert scale(modules, {}, hourly, {})["own"][1] is None
    assert scale(modules, {}, hourly) is None
    assert scale(modules, {}, {"currency": "EUR"}) is None
    assert scale(modules, {}, {"p90": None}) is None


def test_pay_is_told_in_the_country_that_the_reader_has_chosen_where_there_is_any(
    modules: Modules, small_site: Site
) -> None:
    data = render_data(small_site)
    text = json.loads(data["data/comparing.json"])["text"]
    both, one = (json.loads(data[f"data/profiles/{slug}.json"]) for slug in ("programmer", "baker"))
    countries = modules.run("elements/compare/rows", "return [...listCountries(given.some)];", some=[one, both])
    assert countries == [["US", "United States"], ["GB", "United Kingdom"]]
    body = (
        "const told = given.some.map((one) => tellIn(one, given.country));"
        "return [told.map((one) => describe(one, given.text, 'en').pay), [...findShared(told, given.text).keys()]];"
    )
    pay, shared = modules.run("elements/compare/rows", body, some=[both, one], country="GB", text=text)
    assert (pay[0][0][:6], pay[1][0][:7]) == ("£4,500", "$36,000")
    # Each says whose it is, since that is not the same for all.
    assert "United Kingdom" in pay[0][0]
    assert "United States" in pay[1][0]
    assert "pay" not in shared
    pay, _ = modules.run("elements/compare/rows", body, some=[both, one], country="XX", text=text)
    assert pay[0][0].startswith("$")
