"""What the rows say about an occupation is what its page says."""

from __future__ import annotations

import json

from generator.model.site import Site
from generator.relations.traits import MOST, top_interests
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
        names = [small_site.vocabulary.interests[scale].label for scale in top]
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
