from __future__ import annotations

import json

from generator import links
from generator.model.facts import NOTHING
from generator.model.site import Site
from generator.scripts.finding import name_elsewhere
from tests.making import render_data


def test_titles_stand_in_the_order_of_names_and_say_which_are_of_something_close(small_site: Site) -> None:
    data = render_data(small_site)
    assert json.loads(data[links.SCRIPT_TITLES])["files"] == {"de": "titles/de.json", "es": "titles/es.json"}
    assert json.loads(data[links.SCRIPT_ADDING])["languages"] == ["de", "es"]
    german = json.loads(data[links.script_titles("de")])
    names = [*small_site.listed]
    assert len(json.loads(data[links.SCRIPT_NAMES])["title"]) == len(names)
    assert len(german["titles"]) == len(names)
    assert {slug: titles for slug, titles in zip(names, german["titles"], strict=True) if titles} == {
        "baker": ["Bäcker/Bäckerin"],
        "cook": ["Koch"],
        "midwife": ["Hebamme/Geburtspfleger"],
        "potter": ["Glasbläser/Glasbläserin", "Ofenbauer/Ofenbauerin"],
    }
    assert [names[place] for place in german["close"]] == ["potter"]


def test_a_profile_names_its_titles_in_words_of_the_site(small_site: Site) -> None:
    said = [(one.language, one.said, one.titles) for one in name_elsewhere(small_site, small_site.facts["potter"])]
    assert said == [("de", "Close to it, in German:", ("Glasbläser/Glasbläserin", "Ofenbauer/Ofenbauerin"))]
    (one, other) = name_elsewhere(small_site, small_site.facts["midwife"])
    assert (one.said, other.titles, one.url) == ("In German:", ("matrona/matrón",), "about/sources/#titles-2022")
    assert [*name_elsewhere(small_site, NOTHING)] == []


def test_the_beginnings_of_words_say_which_languages_have_them(small_site: Site) -> None:
    file = json.loads(render_data(small_site)[links.SCRIPT_STARTS])
    assert file["letters"] == 4
    assert file["starts"] == {"de": ["back", "gebu", "glas", "heba", "koch", "ofen"], "es": ["matr"]}
