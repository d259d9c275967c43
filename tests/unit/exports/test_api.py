"""What other programs get: read with the libraries that they would use, and held against its own schemas."""

from __future__ import annotations

import ast
import csv
import dataclasses
import io
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.exports import api
from generator.exports.api.published.occupation import ListFile
from generator.exports.api.published.outline import OutlinesFile
from generator.exports.api.texts import Texts
from generator.model.facts import NOTHING, Facts
from generator.model.occupation import CONDITIONS, SCALES, Explore, Occupation
from generator.model.site import Settings, Site
from generator.publishing import making
from generator.register.jobs import Stamps
from tests.conftest import CASES, REPOSITORY, UPDATE
from tests.making import render, render_api

Json = dict[str, Any]
GOLDEN = [
    "api/v1/index.json",
    "api/v1/occupations.csv",
    "api/v1/occupations/baker.json",
    "api/v1/openapi.json",
    "feed.xml",
    "llms.txt",
    "robots.txt",
]
PROFILE = "api/v1/schema/occupation.json"
LIST = "api/v1/schema/occupations.json"


@pytest.fixture(scope="module")
def files(small_site: Site) -> dict[str, str]:
    """The API of the small project."""
    return render_api(small_site)


def change(site: Site, slug: str, **fields: Any) -> Site:
    """The site with other values in one profile."""
    changed = site.occupations[slug].model_copy(update=fields)
    return dataclasses.replace(site, occupations={**site.occupations, slug: changed})


@pytest.mark.parametrize("path", GOLDEN)
def test_file_is_as_agreed(small_pages: dict[str, str], path: str) -> None:
    golden = CASES / "pages" / path
    if UPDATE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(small_pages[path].encode())
    assert small_pages[path].encode() == golden.read_bytes()


def test_list_has_each_profile_with_what_programs_need(files: dict[str, str]) -> None:
    listed = json.loads(files["api/v1/occupations.json"])
    assert list(listed) == ["version", "licence", "sources", "occupations"]
    assert listed["version"] == 1
    assert listed["licence"]["credit"] == "Test guides, by its contributors, CC BY 4.0"
    baker, cook, *_ = listed["occupations"]
    assert (baker["slug"], baker["title"], baker["field"], baker["preparation"]) == ("baker", "Baker", "production", 2)
    assert tuple(baker["interests"]) == SCALES
    assert baker["interests"]["realistic"] == 5.5
    assert baker["values"]["working_conditions"] == 3
    assert cook["values"] is None
    assert (cook["pay"][0]["median"], cook["pay"][0]["per"], cook["pay"][0]["source"]) == (17.25, "hour", "wages-2025")
    assert (cook["pay_median"], cook["pay_per"], cook["pay_currency"]) == (17.25, "hour", "USD")
    assert (cook["outlook"][0]["from"], cook["outlook"][0]["change_percent"]) == (2024, -5)
    assert cook["url"] == "https://guides.example.org/occupations/cook/"
    assert cook["profile"] == "https://guides.example.org/api/v1/occupations/cook.json"
    assert {row[part][0]["source"] for row in (baker, cook) for part in ("pay", "outlook")} <= set(listed["sources"])


@pytest.mark.parametrize("path", ["api/v1/occupations.json", "api/v1/occupations.csv", "api/v1/outlines.json"])
def test_lists_are_made_row_by_row(outlined_site: Site, path: str) -> None:
    """So that nobody holds the text of ten thousand; as JSON they are what the format says of the whole."""
    job = next(job for job in api.list_jobs(outlined_site, Stamps()) if job.path == path)
    pieces = list(making.make_pieces(job))
    rows = outlined_site.outlines if "outlines" in path else outlined_site.occupations
    assert len(pieces) >= len(rows) + 1
    assert max(map(len, pieces)) < len("".join(pieces)) / 2
    if path.endswith(".json"):
        form = ListFile if "occupations" in path else OutlinesFile
        whole = form.model_validate_json("".join(pieces))
        assert api.write_json(whole) == "".join(pieces)


def test_profile_names_the_sources_of_its_figures_and_no_other(files: dict[str, str], small_site: Site) -> None:
    for slug, model in small_site.occupations.items():
        found = json.loads(files[f"api/v1/occupations/{slug}.json"])
        assert found["sources"].keys() == model.sources() | small_site.facts.get(slug, NOTHING).sources()
    assert len({model.sources() for model in small_site.occupations.values()}) > 1


def test_profile_has_every_field_and_the_words_for_its_keys(files: dict[str, str]) -> None:
    found = json.loads(files["api/v1/occupations/cook.json"])
    cook = found["occupation"]
    assert {*Facts.model_fields} == {*cook["facts"]}
    # What only an editor knows of the pay in tables stands with the pay.
    assert {info.alias or name for name, info in Occupation.model_fields.items()} - {"pay_covers"} <= set(cook)
    assert cook["field"] == {"key": "food-preparation-and-serving", "label": "Food preparation and serving"}
    assert cook["education"]["training"] == {"key": "moderate-term", "label": "One month to a year"}
    assert cook["environment"]["hours"] == [
        {"key": "evenings-and-weekends", "label": "Evenings and weekends", "often": True}
    ]
    assert cook["environment"]["hazards"] == []
    assert cook["skills"][1] == {"key": "monitoring", "label": "Keeping track", "why": "Six pans want an eye each."}
    assert cook["pay"][0]["source"]["publisher"] == "Bureau of Figures"
    assert cook["outlook"][0]["source"]["credit"] == "Source: Bureau of Figures, jobs from 2024 to 2034."
    assert cook["licence"] == {
        "needed": {"key": "some-places", "label": "In some places"},
        "text": "Some cities ask for a *food handler* card.",
    }
    assert cook["licence_needed"] == "some-places"
    assert found["credit"] == [
        "Test guides, by its contributors, CC BY 4.0",
        "Source: Bureau of Figures, wages of May 2025.",
        "Source: Bureau of Figures, jobs from 2024 to 2034.",
        "Source: Employment Office.",
    ]


def test_conditions_of_some_posts_are_marked(files: dict[str, str]) -> None:
    plumber = json.loads(files["api/v1/occupations/plumber.json"])["occupation"]["environment"]
    assert [one["often"] for one in (*plumber["hazards"], *plumber["body"])] == [False, True, True]
    rows = {row["slug"]: row["sometimes"] for row in json.loads(files["api/v1/occupations.json"])["occupations"]}
    assert (rows["plumber"], rows["baker"]) == (["hazards/burns"], [])


def test_no_group_of_conditions_or_method_is_named_where_profiles_are_published() -> None:
    """A group that is new in the model is published without another change; the format says so, in published/."""
    tree = ast.parse((REPOSITORY / "generator/exports/api/profiles.py").read_text(encoding="utf-8"))
    literals = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert not literals & {*CONDITIONS, *Explore.model_fields}


def test_addresses_are_relative_where_the_site_has_none(small_site: Site) -> None:
    found = render_api(dataclasses.replace(small_site, settings=Settings()))
    assert json.loads(found["api/v1/occupations.json"])["occupations"][0]["url"] == "occupations/baker/"
    assert "$id" not in json.loads(found[PROFILE])
    assert json.loads(found["api/v1/openapi.json"])["servers"] == [{"url": "../.."}]
    paths = [one["path"] for one in json.loads(found["api/v1/index.json"])["resources"]]
    assert "llms.txt" in paths
    assert "feed.xml" not in paths


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("See [a *baker*](occupation:baker).", "See [a *baker*](https://guides.example.org/occupations/baker/)."),
        ("[x](<field:healthcare>)", "[x](<https://guides.example.org/fields/healthcare/>)"),
        ("[x]( quiz:interests )", "[x]( https://guides.example.org/quiz/interests/ )"),
        ("[x](page:about/sources)", "[x](https://guides.example.org/about/sources/)"),
        (
            "[x](strategy:self-assessment)",
            "[x](https://guides.example.org/methods/know-yourself/#self-assessment)",
        ),
        ("[x](https://example.org/occupation:baker)", "[x](https://example.org/occupation:baker)"),
        ("A list:\n\n- *One* & two\n", "A list:\n\n- *One* & two\n"),
        ("Before.\n\n<!-- quiz: interests -->\n\nAfter.", "Before.\n\n\nAfter."),
    ],
)
def test_text_is_as_written_and_its_links_lead_somewhere_from_anywhere(
    small_site: Site, text: str, published: str
) -> None:
    assert Texts(small_site).commonmark(text) == published


def test_no_published_text_holds_an_id_of_a_page(files: dict[str, str]) -> None:
    for path, text in files.items():
        assert not re.search(r"\]\((occupation|method|strategy|field|quiz|page):", text), path


def test_every_key_of_a_profile_is_explained_by_the_vocabulary(files: dict[str, str]) -> None:
    known = json.loads(files["api/v1/vocabulary.json"])
    for row in json.loads(files["api/v1/occupations.json"])["occupations"]:
        assert row["field"] in known["fields"]
        assert str(row["preparation"]) in known["preparation"]
        assert set(row["skills"]) <= set(known["skills"])
        assert set(row["interests"]) == set(known["interests"])
        for term in row["environment"]:
            group, _, key = term.partition("/")
            assert key in known["environments"][group]["terms"]
        for group, name in (("entry", "education"), ("experience", "experience"), ("training", "training")):
            assert row[name] in known["education"][group]["terms"]
        assert row["licence_needed"] in known["licences"]
    assert known["methods"]["learn"]["url"].endswith("/methods/learn/")
    for path in (path for path in files if path.startswith("api/v1/occupations/")):
        profile = json.loads(files[path])["occupation"]
        figures = [figure for name in ("pay", "outlook") for figure in profile[name]]
        assert {figure["region"] for figure in figures} <= set(known["regions"])
        assert set(profile["codes"]) <= set(known["classifications"])


def test_regions_say_in_which_currency_they_pay_and_for_how_many_hours(files: dict[str, str], small_site: Site) -> None:
    regions = json.loads(files["api/v1/vocabulary.json"])["regions"]
    assert list(regions) == list(small_site.vocabulary.regions)
    assert regions["GB"] == {"name": "United Kingdom", "currency": "GBP", "hours_a_year": 1950, "full_time_hours": None}
    assert regions["XK"] == {"name": "Kosovo", "currency": None, "hours_a_year": None, "full_time_hours": None}


def test_index_counts_what_there_is(files: dict[str, str], small_site: Site) -> None:
    index = json.loads(files["api/v1/index.json"])
    site = small_site
    assert index["counts"] == {
        "occupations": len(site.occupations),
        "outlines": 0,
        "fields": len(site.vocabulary.fields),
        "skills": len(site.vocabulary.skills),
        "methods": 6,
        "assessments": len(site.quizzes),
    }
    assert index["reviewed"] == max(model.reviewed for model in site.occupations.values()).isoformat()


def test_index_has_no_day_in_a_language_without_a_profile(small_site: Site) -> None:
    index = json.loads(render_api(dataclasses.replace(small_site, occupations={}))["api/v1/index.json"])
    assert (index["reviewed"], index["counts"]["occupations"]) == (None, 0)


def test_index_names_every_file(small_site: Site, small_pages: dict[str, str]) -> None:
    paths = {one["path"] for one in json.loads(small_pages["api/v1/index.json"])["resources"]}
    profiles = {f"api/v1/occupations/{slug}.json" for slug in small_site.occupations}
    assert paths - {"api/v1/occupations/{slug}.json"} <= set(small_pages)
    assert {path for path in small_pages if path.startswith("api/")} <= paths | profiles


# Schemas


def check(files: dict[str, str]) -> None:
    """Validate every profile and the list against the published schemas."""
    schemas = {path: json.loads(files[path]) for path in (PROFILE, LIST)}
    for schema in schemas.values():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)
    profile, listed = (Draft202012Validator(schemas[path], format_checker=FormatChecker()) for path in (PROFILE, LIST))
    listed.validate(json.loads(files["api/v1/occupations.json"]))
    for path, text in files.items():
        if path.startswith("api/v1/occupations/") and "moved" not in (found := json.loads(text)):
            profile.validate(found)


def test_small_project_is_as_its_schemas_say(files: dict[str, str]) -> None:
    check(files)
    assert json.loads(files[PROFILE])["$id"] == "https://guides.example.org/api/v1/schema/occupation.json"


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda found: found["occupation"].pop("hard_sides"), "'hard_sides' is a required property"),
        (lambda found: found["occupation"]["pay"][0].update(median=0), "0 is not valid under any of the given schemas"),
        (lambda found: found["occupation"].update(reviewed="yesterday"), "'yesterday' is not a 'date'"),
        (lambda found: found["occupation"]["pay"][0].pop("source"), "'source' is a required property"),
        (
            lambda found: found["occupation"]["pay"][0].update(median="17.25"),
            "'17.25' is not valid under any of the given schemas",
        ),
        (lambda found: found.update(version=2), "1 was expected"),
    ],
)
def test_schema_tells_what_is_wrong(files: dict[str, str], spoil: Any, message: str) -> None:
    found = json.loads(files["api/v1/occupations/cook.json"])
    spoil(found)
    validator = Draft202012Validator(json.loads(files[PROFILE]), format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(found)] == [message]


def test_schema_lets_fields_of_a_later_day_pass(files: dict[str, str]) -> None:
    found = json.loads(files["api/v1/occupations/cook.json"])
    found["occupation"]["pay"][0]["mean"] = 18
    Draft202012Validator(json.loads(files[PROFILE])).validate(found)
    assert "additionalProperties" not in re.sub(r'"additionalProperties": \{', "", files[PROFILE])


# OpenAPI


def test_description_is_openapi(files: dict[str, str]) -> None:
    spec = json.loads(files["api/v1/openapi.json"])
    assert spec["openapi"].startswith("3.1.")
    assert list(OpenAPIV31SpecValidator(spec).iter_errors()) == []


def test_description_of_a_broken_kind_is_told_apart(files: dict[str, str]) -> None:
    spec = json.loads(files["api/v1/openapi.json"])
    del spec["info"]["title"]
    assert list(OpenAPIV31SpecValidator(spec).iter_errors())


def test_every_path_that_is_described_is_there_and_as_described(small_site: Site) -> None:
    site = change(small_site, "baker", formerly=("bread-maker",))
    files = render(site, REPOSITORY)
    spec = json.loads(files["api/v1/openapi.json"])
    checked = 0
    for path, operations in spec["paths"].items():
        assert list(operations) == ["get"]
        content = operations["get"]["responses"]["200"]["content"]
        [(kind, about)] = content.items()
        for slug in ("baker", "cook", "bread-maker") if "{slug}" in path else ("",):
            text = files[path.removeprefix("/").format(slug=slug)]
            if kind == "application/json":
                schema = about["schema"] | {"components": spec["components"]}
                Draft202012Validator(schema, format_checker=FormatChecker()).validate(json.loads(text))
                checked += 1
    assert checked >= 6


# The table


def read_table(files: dict[str, str]) -> list[dict[str, str]]:
    """The rows as Python reads them."""
    return list(csv.DictReader(io.StringIO(files["api/v1/occupations.csv"], newline=""), strict=True))


def test_table_has_a_row_for_each_profile(files: dict[str, str]) -> None:
    baker, cook, *_ = read_table(files)
    assert (baker["title"], baker["aliases"]) == ("Baker", "bread maker; bakery worker")
    assert baker["summary"] == "Bakers make bread, rolls and cakes, mostly while others sleep."
    assert (baker["realistic"], baker["pay_median"], baker["pay_source"]) == ("5.5", "36000", "Wages 2025")
    assert (cook["achievement"], cook["pay_p10"], cook["pay_median"], cook["pay_per"]) == ("", "", "17.25", "hour")
    assert (cook["licence_needed"], baker["licence_needed_label"]) == ("some-places", "None by law")
    assert cook["url"] == "https://guides.example.org/occupations/cook/"


def test_table_is_as_the_standard_says(files: dict[str, str]) -> None:
    """RFC 4180: lines end in CRLF, each has the same number of cells, the first has the names."""
    text = files["api/v1/occupations.csv"]
    assert text.count("\n") == text.count("\r\n") == 1 + 7
    assert text.endswith("\r\n")
    assert not text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}")
    widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
    assert len(widths) == 1


@pytest.mark.parametrize("sign", list("=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH COMMERCIAL AT}"))
def test_text_becomes_no_formula_in_a_spreadsheet(small_site: Site, sign: str) -> None:
    attack = f'{sign}HYPERLINK("https://example.org","x")'
    site = change(small_site, "baker", title=attack, summary=f"  {attack}", aliases=(attack,))
    baker, *_ = read_table(render_api(site))
    assert baker["title"] == baker["summary"] == baker["aliases"] == f"'{attack}"


def test_numbers_stay_numbers_and_what_is_harmless_stays_as_it_is(small_site: Site) -> None:
    site = change(small_site, "cook", title='Cook = chef, "de partie"\nor -not')
    _, cook, *_ = read_table(render_api(site))
    assert cook["title"] == 'Cook = chef, "de partie" or -not'
    assert cook["outlook_change_percent"] == "-5"
    numbers = ["preparation", *SCALES, "pay_year", "pay_median", "outlook_jobs", "outlook_change_percent"]
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", cook[name]) for name in numbers)


def test_classification_that_is_called_as_a_column_leaves_that_to_the_profile(small_site: Site) -> None:
    site = change(small_site, "baker", codes={"title": ("99",), "url": ("98",), "esco": ("97", "96")})
    baker, cook, *_ = read_table(render_api(site))
    assert baker["title"] == "Baker"
    assert baker["url"].endswith("/occupations/baker/")
    assert [baker[name] for name in ("codes_title", "codes_url", "esco")] == ["99", "98", "97; 96"]
    assert (cook["title"], cook["codes_title"], cook["isco"]) == ("Cook", "", "5120")


# Old names


def test_old_name_says_where_the_profile_went(small_site: Site) -> None:
    files = render_api(change(small_site, "baker", formerly=("bread-maker", "bakery-worker")))
    for old in ("bread-maker", "bakery-worker"):
        assert json.loads(files[f"api/v1/occupations/{old}.json"]) == {
            "version": 1,
            "moved": {
                "slug": "baker",
                "title": "Baker",
                "url": "https://guides.example.org/occupations/baker/",
                "profile": "https://guides.example.org/api/v1/occupations/baker.json",
            },
        }
    assert json.loads(files["api/v1/occupations/baker.json"])["occupation"]["formerly"] == [
        "bread-maker",
        "bakery-worker",
    ]
    assert len(json.loads(files["api/v1/occupations.json"])["occupations"]) == 7
