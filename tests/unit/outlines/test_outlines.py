"""Outlines: which codes get one, what it says, where it stands, and how it gives way to a profile."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import project as projects
from generator.model.site import Site
from generator.model.tables import Entry
from generator.outlines.names import find_one, make_slug, write_in_sentence_case
from generator.pages.lists import by_corner, by_field, guides_by_field
from generator.relations.clusters import find_places
from generator.relations.ways import find_ways
from generator.scripts.finding import make_finding
from generator.scripts.occupations import make_facets, make_names
from generator.sources.tables import Table
from generator.strings import Words, fill
from tests.conftest import REPOSITORY, TODAY, edit, outline
from tests.making import render

PROFILE = "occupations/cook.yml"
TABLE = "content/figures/office/interests.csv"


@pytest.fixture(scope="module")
def pages(outlined_site: Site) -> Mapping[str, str]:
    """Every file of build/docs for the small project with outlines."""
    return render(outlined_site, REPOSITORY)


def load(root: Path) -> Site:
    return projects.load(outline(root), TODAY).site


def test_every_code_without_a_profile_has_one(outlined_site: Site) -> None:
    # Plumbers and bakers have profiles of these very codes.
    assert list(outlined_site.outlines) == [
        *("baristas", "cooks-of-canteens", "cooks-of-restaurants", "counter-and-tea-room-attendants"),
    ]
    assert list(outlined_site.listed)[: len(outlined_site.occupations)] == list(outlined_site.occupations)


def test_without_the_switch_there_are_none(small_site: Site) -> None:
    assert (small_site.outlines, small_site.taken_over, small_site.beside) == ({}, {}, {})
    assert small_site.listed == small_site.occupations


def test_it_says_what_all_tables_do(outlined_site: Site) -> None:
    cook = outlined_site.outlines["cooks-of-canteens"]
    assert (cook.title, cook.field, cook.code) == ("Cooks of canteens", "food-preparation-and-serving", "35-2012.00")
    assert cook.aliases == ("School cook", "Kitchen hand")  # "Cook" is the name of a profile.
    assert cook.codes == {"onet": ("35-2012.00",), "soc": ("35-2012",)}
    assert cook.pay[0].median == 36000
    assert cook.pay[0].covers is None
    assert cook.outlook[0].jobs == 300000
    assert (cook.preparation, cook.education and cook.education.training) == (2, "long-term")
    assert cook.related == ("cooks-of-restaurants",)
    assert cook.part_of is None
    assert cook.sources() == {"interests-2026", "values-2025", "wages-2025", "jobs-2024"}


def test_part_of_a_broader_code_says_whose_pay_it_is_and_has_nothing_else_of_it(outlined_site: Site) -> None:
    barista = outlined_site.outlines["baristas"]
    assert (barista.part_of, barista.whole) == ("Counter and Tea Room Attendants", "counter-and-tea-room-attendants")
    assert barista.pay[0].covers == "The figures are for “Counter and Tea Room Attendants”."
    assert (barista.outlook, barista.education) == ((), None)
    assert barista.codes == {"onet": ("35-3023.01",)}
    whole = outlined_site.outlines["counter-and-tea-room-attendants"]
    assert (whole.part_of, whole.pay[0].covers) == (None, None)
    assert whole.education


def test_profiles_near_by_come_first(outlined_site: Site) -> None:
    # Bakers, who have a profile, are alike to cooks of restaurants; those to the attendants.
    assert outlined_site.beside == {"baker": ("cooks-of-restaurants",)}
    attendants = outlined_site.outlines["counter-and-tea-room-attendants"]
    assert (attendants.profiled, attendants.related) == ((), ("baristas", "cooks-of-restaurants"))


def test_profile_of_the_code_takes_its_place_and_address(project: Path) -> None:
    edit(project / PROFILE, "codes: {isco: [5120]}", "codes: {onet: [35-2014.00]}")
    site = load(project)
    assert "cooks-of-restaurants" not in site.outlines
    assert site.taken_over["cooks-of-restaurants"] == "cook"
    assert site.moved()["cooks-of-restaurants"] == "cook"
    assert site.outlines["cooks-of-canteens"].profiled == ("cook",)


def test_profile_of_a_broader_code_covers_what_is_all_of_it(project: Path) -> None:
    edit(project / PROFILE, "codes: {isco: [5120]}", "codes: {soc: [35-3023], onet: [35-3023.00]}")
    site = load(project)
    assert site.taken_over["counter-and-tea-room-attendants"] == "cook"
    assert site.outlines["baristas"].whole == "cook"


def test_profile_without_a_code_of_the_classification_covers_every_part_of_its_own(project: Path) -> None:
    edit(project / PROFILE, "codes: {isco: [5120]}", "codes: {soc: [35-3023]}")
    site = load(project)
    assert {site.taken_over[name] for name in ("counter-and-tea-room-attendants", "baristas")} == {"cook"}


@pytest.mark.parametrize("title", ["Cook", "Map", "Bread maker", "Cooks of restaurants"])
def test_name_of_another_page_is_not_taken(project: Path, title: str) -> None:
    edit(project / TABLE, "Cooks of canteens", title)
    edit(project / "occupations/baker.yml", "\nreviewed:", "\nformerly: [bread-maker]\nreviewed:")
    outlines = load(project).outlines
    # Of two codes that are called alike, the first one has the plain name.
    code = "35-2014-00" if title == "Cooks of restaurants" else "35-2012-00"
    assert f"{title.lower().replace(' ', '-')}-{code}" in outlines


@pytest.mark.parametrize(
    ("title", "capitals", "expected"),
    [
        ("Computer Numerically Controlled Tool Operators", (), "Computer numerically controlled tool operators"),
        ("English Language and GIS Teachers", ("English",), "English language and GIS teachers"),
        ("Teachers of English, First-Line", ("English",), "Teachers of English, first-line"),
        ("Fachkraft für Lagerlogistik", None, "Fachkraft für Lagerlogistik"),
        ("2D Artists", (), "2D artists"),
    ],
)
def test_titles_are_written_in_sentence_case(title: str, capitals: tuple[str, ...] | None, expected: str) -> None:
    assert write_in_sentence_case(title, capitals) == expected


def test_slug_is_the_title_or_says_the_code() -> None:
    assert make_slug("Bartenders' Helpers, Café", "1-2") == "bartenders-helpers-cafe"
    assert make_slug("Cooks", "35-2012.00", {"cooks"}) == "cooks-35-2012-00"
    assert make_slug("面包师", "35-2012.00") == "35-2012-00"


def test_lists_have_profiles_first(outlined_site: Site) -> None:
    assert by_field(outlined_site)["food-preparation-and-serving"] == ["cook", *outlined_site.outlines]
    assert guides_by_field(outlined_site)["food-preparation-and-serving"] == ["cook"]
    corners = by_corner(outlined_site, find_places(outlined_site.listed))
    for slugs in (*corners.values(), *(way.slugs for way in find_ways(outlined_site).values())):
        assert [slug in outlined_site.outlines for slug in slugs] == sorted(
            slug in outlined_site.outlines for slug in slugs
        )


def test_page_is_as_agreed(pages: Mapping[str, str]) -> None:
    page = pages["occupations/baristas.md"]
    assert "robots: noindex" in page
    assert "careers new 35-3023.01" in page
    # No heading stands over nothing.
    assert not re.search(r"^#+ [^\n]+\n+(?=#|\Z)", page, re.MULTILINE)
    assert "#outlook" not in page
    assert "[See “Counter and tea room attendants”](counter-and-tea-room-attendants.md)" in page


def test_lists_mark_it_in_words(pages: Mapping[str, str]) -> None:
    assert "-   [Baristas](baristas.md) (outline)" in pages["occupations/a-z.md"]
    assert "-   Coffee maker: see [Baristas](baristas.md) (outline)" in pages["occupations/a-z.md"]
    assert "<summary>4 outlines in this field" in pages["fields/food-preparation-and-serving.md"]
    assert "Outline: figures only, no guide yet. Also called Coffee maker" in pages["ways/interests/social.md"]
    assert "[Cooks of restaurants](cooks-of-restaurants.md)" in pages["occupations/baker.md"]
    for path in ("index.md", "quiz/results.md", "quiz/interests.md"):
        assert "7 of them have a guide here" in pages[path]


def test_it_is_neither_news_nor_told_to_language_models(pages: Mapping[str, str]) -> None:
    assert "baristas" not in pages["feed.xml"]
    assert "baristas" not in pages["llms.txt"]


def test_address_leads_on_where_a_profile_has_taken_over(pages: Mapping[str, str]) -> None:
    assert 'url=../../occupations/plumber/"' in pages["occupations/plumbers/index.html"]


def test_other_programs_get_them_apart_from_the_profiles(pages: Mapping[str, str], outlined_site: Site) -> None:
    found = json.loads(pages["api/v1/outlines.json"])
    assert [(one["slug"], one["kind"]) for one in found["outlines"]] == [
        (slug, "outline") for slug in outlined_site.outlines
    ]
    barista = found["outlines"][0]
    assert (barista["part_of"], barista["outlook"], barista["pay"][0]["median"]) == (
        "Counter and Tea Room Attendants", [], 29000
    )  # fmt: skip
    assert {barista["interests_source"], *barista["named_by"]} <= found["sources"].keys()
    listed = json.loads(pages["api/v1/occupations.json"])["occupations"]
    assert [one["slug"] for one in listed] == list(outlined_site.occupations)
    moved = json.loads(pages["api/v1/occupations/plumbers.json"])["moved"]
    assert moved["slug"] == "plumber"


@pytest.mark.parametrize(
    ("title", "names", "one"),
    [
        ("Loan officers", "Banker|Loan Officer", "Loan officer"),
        ("Nannies", "Nanny", "Nanny"),
        ("Firemen", "Fire Fighter|Fireman", "Fireman"),
        ("Tool and die makers", "Die Maker|Tool and Die Maker", "Tool and die maker"),
        ("NMR physicists", "NMR Physicist", "NMR physicist"),
        ("Loan officers", "Senior Loan Officer", "Loan officer"),
        ("Dental assistants", "Dental Assistant (DA)", "Dental assistant"),
        # Two words differ, the beginning does, or there are more words behind: another occupation.
        ("Pharmacy technicians", "Pharmacist Technician", None),
        ("Cooks", "Cooking Teacher|Books", None),
        ("Loan officers", "Loan Officer Trainee|Loan Officers", None),
        ("Loan officers", "", None),
    ],
)
def test_one_person_is_called_as_names_say(title: str, names: str, one: str | None) -> None:
    entry = Entry.model_validate({"kind": "names", "source": "x", "how": "x"})
    table = Table("names.csv", entry, f"code,shown,alternate\n1-1,,{names}\n")
    assert find_one([table], "1-1", title) == one


def test_a_guide_is_found_by_all_names_that_tables_have_for_its_codes(project: Path) -> None:
    rows = "23-1023.00,Magistrate,,\n35-2012.00,School cook,,\n51-3011.00,Bread baker,Dough Maker|Baker,Barista|Judge\n"
    names = project / "content/figures/office/names.csv"
    names.write_text(f"code,shown,reported,alternate\n{rows}", encoding="utf-8")
    site = load(project)
    found = dict(zip(site.listed, make_names(site).aliases, strict=True))
    # "Baker" is its own title and "Judge" another guide's; an outline is called "Baristas", which is not the same.
    assert found["baker"] == ("bread maker", "bakery worker", "Bakers", "Bread baker", "Dough Maker", "Barista")
    assert found["programmer"] == ("developer", "coder", "Programmers")
    assert found["cook"] == ("line cook",)  # Its code stands in no table.
    assert found["cooks-of-canteens"] == ("School cook",)


def test_page_shows_the_conditions_that_were_measured_and_how_it_fits(
    publishable: Path, pages: Mapping[str, str]
) -> None:
    assert 'id="environment"' not in pages["occupations/cooks-of-canteens.md"]
    table = publishable / "content/figures/office/conditions.csv"
    edit(table, "51-3011.00,Bakers,71,8\n", "35-2012.00,Cooks of canteens,55,\n51-3011.00,Bakers,71,8\n")
    page = render(load(publishable), publishable)["occupations/cooks-of-canteens.md"]
    part = page[page.index("{ #environment ") : page.index("{ #ways-in ")]
    assert re.sub(r"<[^>]+>", "", part).count("Measured: ") == 1
    assert '<a href="../' in part
    assert "Burns and cuts</a>. Measured: 55." in part
    assert re.search(r'<career-fit data-slug="cooks-of-canteens" data-interests="5.1 1.7 ', page)
    assert "small step" not in page  # It has none to propose.


def test_measures_tell_which_conditions_it_has(publishable: Path) -> None:
    table = publishable / "content/figures/office/conditions.csv"
    rows = "35-2012.00,Cooks of canteens,75,79\n35-3023.01,Baristas,60,80\n"
    edit(table, "51-3011.00,Bakers,71,8\n", rows + "51-3011.00,Bakers,71,8\n")
    site = load(publishable)
    ways = {way.key: way.slugs for way in find_ways(site).values() if way.kind == "environments"}
    # What editors say comes first, then the highest measure.
    burned = [slug for slug, one in site.occupations.items() if "burns" in one.environment.hazards]
    assert ways["hazards/burns"] == (*burned, "cooks-of-canteens", "baristas")
    assert "cooks-of-canteens" not in ways["body/sitting"]
    assert ways["body/sitting"][-1] == "baristas"
    facets = make_facets(site)
    at = list(site.listed).index("cooks-of-canteens")
    value = facets.values["hazards"].index("burns")
    assert (facets.columns["hazards"][at], facets.columns["body"][at]) == ((value,), ())
    assert facets.measured["hazards"] == (value,)
    assert facets.measured["remote"] == ()
    # Of the two others nothing was measured.
    assert [list(site.listed)[place] for place in facets.unmeasured] == [
        *("cooks-of-restaurants", "counter-and-tea-room-attendants"),
    ]


def test_a_guide_is_called_what_the_outline_was_that_it_took_over(publishable: Path) -> None:
    words = publishable / "content/finding.yml"
    edit(words, "  baker: [roll maker]\n", "  baker: [roll maker]\n  bakers: [oven hand]\n")
    site = load(publishable)
    at = list(site.listed).index("baker")
    assert make_finding(site).called[str(at)] == ("roll maker", "oven hand")


def test_what_is_rare_by_measures_can_be_looked_for(publishable: Path) -> None:
    table = publishable / "content/figures/office/conditions.csv"
    rows = "35-2012.00,Cooks of canteens,75,20\n35-3023.01,Baristas,60,21\n"
    edit(table, "51-3011.00,Bakers,71,8\n", rows + "51-3011.00,Bakers,71,8\n")
    terms = publishable / "content/vocabulary/environments.yml"
    edit(terms, "common: 80, rare: 20}", "common: 80, rare: 20, little: Little sitting}")
    site = load(publishable)
    facets = make_facets(site)
    assert facets.values["little"] == ("sitting",)
    found = [slug for slug, places in zip(site.listed, facets.columns["little"], strict=True) if places]
    assert found == ["baker", "cooks-of-canteens"]
    assert "Little sitting" in render(site, publishable)["occupations/index.md"]


def test_what_says_how_many_there_are_says_how_many_have_a_guide(
    outlined_site: Site, pages: Mapping[str, str], small_pages: Mapping[str, str]
) -> None:
    texts = Words(outlined_site.strings)
    total, guides = len(outlined_site.listed), len(outlined_site.occupations)
    for path, section in (("index.md", "finder"), ("quiz/interests.md", "quiz"), ("quiz/results.md", "results")):
        whole = fill(texts[section]["holds"], count=total)
        assert f"{whole} {fill(texts['outline']['of_these'], count=guides)}" in pages[path], path
        assert fill(texts[section]["holds"], count=guides) in small_pages[path]
        assert fill(texts["outline"]["of_these"], count=guides) not in small_pages[path]
