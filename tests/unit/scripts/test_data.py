from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest

from generator import links
from generator.model.occupation import SCALES, VALUES
from generator.model.site import Site
from generator.pages.lists import pay_steps
from generator.scripts.files import MAKERS
from tests.making import render_data


def test_every_file_is_published_under_an_address_of_its_content() -> None:
    assert sorted(links.SCRIPTS) == sorted(MAKERS)


def test_scripts_get_one_column_for_each_fact(small_site: Site) -> None:
    text = render_data(small_site)["data/occupations.json"]
    assert json.loads(text) == {
        "version": 1,
        "profiled": 7,
        "address": "occupations/{slug}/",
        "skills": [
            *("coordination", "monitoring", "quality-control-analysis", "time-management", "repairing"),
            *("listening", "programming", "sorting", "speaking"),
        ],
        "terms": [
            *(f"setting/{key}" for key in ("kitchen", "workshop", "office", "homes")),
            *(f"body/{key}" for key in ("on-your-feet", "heavy-lifting", "sitting")),
            *(f"hours/{key}" for key in ("days", "nights", "evenings-and-weekends")),
            *("people/small-team", "people/strangers", "hazards/burns", "remote/never", "remote/often"),
        ],
        "fields": [
            "Care",
            "Computing",
            "Construction",
            "Food preparation and serving",
            "Healthcare",
            "Law",
            "Production",
        ],
        "entries": ["No formal credential", "Bachelor's degree"],
        "columns": {
            "slug": [None] * 7,
            "title": ["Baker", "Cook", "Judge", "Midwife", "Plumber", "Potter", "Programmer"],
            "preparation": [2, 2, 5, 4, 3, 1, 4],
            "entry": [0, 0, 1, 1, 0, 0, 1],
            "field": [6, 3, 5, 0, 2, 6, 1],
            "interests": [
                [5.5, 2.1, 3.4, 1.8, 2.6, 4.2],
                [5, 1.9, 3.8, 2.2, 3, 3.6],
                [1.2, 4.4, 2.6, 4.5, 5.9, 4.7],
                [3.4, 4.9, 1.6, 6.6, 2.3, 4.3],
                [6.4, 4, 1.5, 1.9, 2.4, 4.4],
                [5.2, 2.2, 6.3, 2, 2.7, 1.6],
                [2.5, 6.2, 3.1, 1.7, 2.3, 5.1],
            ],
            # In the order of the vocabulary, as in a quiz's scales: achievement, independence, ...
            "values": [
                [3, 3.5, 2, 4, 4.5, 3],
                None,
                [6, 6, 6, 4, 4, 6],
                [5, 4, 3.5, 6, 4.5, 4],
                [3.5, 4.5, 3, 3, 5, 4.5],
                [6, 5.5, 4, 2.5, 2, 3],
                None,
            ],
            "skills": [[1, 2, 3], [0, 1, 3], [5, 8, 3, 0], [5, 1, 8, 0], [4, 2, 3], [2, 1, 4], [6, 2, 1]],
            "sometimes": [[], [], [], [], [12], [], []],
            "environment": [
                [1, 4, 5, 8, 10, 12, 13],
                [0, 4, 9, 10, 13],
                [2, 6, 7, 11, 13],
                [3, 4, 5, 8, 9, 11, 12, 13],
                [3, 4, 5, 7, 11, 12, 13],
                [1, 4, 7, 9, 10, 12, 13],
                [2, 6, 7, 10, 14],
            ],
        },
    }
    assert ": " not in text


@pytest.fixture(scope="module")
def assessments(small_site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_data(small_site)["data/assessments.json"])
    return found


@pytest.fixture(scope="module")
def quizzes(assessments: dict[str, Any]) -> dict[str, Any]:
    return {quiz["key"]: quiz for quiz in assessments["quizzes"]}


def test_scripts_get_the_quizzes_in_the_order_in_which_readers_see_them(quizzes: dict[str, Any]) -> None:
    assert list(quizzes) == ["interests", "skills", "values", "environment", "start"]


def test_scripts_get_what_they_score_a_quiz_by(small_site: Site, quizzes: dict[str, Any]) -> None:
    quiz = quizzes["skills"]
    assert {name: value for name, value in quiz.items() if name != "items"} == {
        "key": "skills",
        "kind": "skills",
        "title": "What can you do?",
        "url": "quiz/skills/",
        "stamp": small_site.quizzes["skills"].stamp(),
        "steps": 4,
        "options": ["Not yet", "Basic", "Solid", "Advanced"],
        "scales": [
            "coordination",
            "monitoring",
            "quality-control-analysis",
            "time-management",
            "repairing",
            "listening",
            "programming",
            "speaking",
        ],
    }


@pytest.mark.parametrize(
    ("key", "count", "first"),
    [
        ("interests", 60, {"key": "r01", "text": "Knead dough", "scale": "realistic", "quick": True}),
        ("skills", 8, {"key": "coordination", "text": "Fitting in with others", "scale": "coordination"}),
        ("values", 15, {"key": "achievement.conditions", "text": "I use what I am best at.", "pair": [0, 5]}),
        ("environment", 6, {"key": "kitchen", "text": "Working in a kitchen", "terms": ["setting/kitchen"]}),
    ],
)
def test_scripts_get_of_a_question_what_its_kind_has(
    quizzes: dict[str, Any], key: str, count: int, first: dict[str, Any]
) -> None:
    found = quizzes[key]["items"][0]
    assert found == first | {"stamp": found["stamp"]}
    assert re.fullmatch("[0-9a-f]{4}", found["stamp"])
    assert len(quizzes[key]["items"]) == count


def test_interests_and_values_are_in_the_order_of_the_ratings(quizzes: dict[str, Any]) -> None:
    assert tuple(quizzes["interests"]["scales"]) == SCALES
    assert quizzes["values"]["scales"] == list(VALUES)


def test_pair_of_values_names_their_places(quizzes: dict[str, Any]) -> None:
    # Of the items' keys, one differs from its value's.
    names = ["achievement", "independence", "recognition", "relationships", "support", "conditions"]
    for item in quizzes["values"]["items"]:
        assert ".".join(names[place] for place in item["pair"]) == item["key"]


def test_scripts_get_the_words(assessments: dict[str, Any], small_site: Site) -> None:
    assert assessments["version"] == 1
    assert assessments["text"] == small_site.strings["script"]
    assert assessments["labels"]["values"]["working_conditions"] == "Working conditions"
    assert list(assessments["labels"]) == ["interests", "skills", "values", "methods"]
    # Everyday words: the terms stand on pages, behind these.
    assert assessments["labels"]["interests"]["social"] == "Helping"


def test_site_without_quizzes_has_none_to_score(small_site: Site) -> None:
    data = render_data(dataclasses.replace(small_site, quizzes={}))
    assert json.loads(data["data/assessments.json"])["quizzes"] == []


@pytest.fixture(scope="module")
def planning(small_site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_data(small_site)["data/plan.json"])
    return found


def test_plan_gets_its_words_and_the_methods(planning: dict[str, Any], small_site: Site) -> None:
    assert planning["text"] == small_site.strings["planning"]
    assert planning["locale"] == "en-US"
    assert planning["site"] == {"name": "Test guides", "url": "https://guides.example.org/"}
    assert (planning["address"], planning["occupation"]) == ("plan/", "occupations/{slug}/")
    assert list(planning["methods"]) == ["know-yourself", "explore", "network", "learn", "integrate", "create"]
    assert planning["methods"]["explore"] == {"label": "Explore and experience", "url": "methods/explore/"}
    assert planning["methods"]["know-yourself"]["quizzes"] == ["interests"]


def test_plan_gets_no_address_of_a_guide_that_is_not_written(small_site: Site) -> None:
    written = {key: guide for key, guide in small_site.methods.items() if key != "create"}
    found = json.loads(render_data(dataclasses.replace(small_site, methods=written))["data/plan.json"])
    assert found["methods"]["create"]["url"] is None


def test_plan_gets_every_worksheet_without_markup_and_without_what_a_field_lacks(planning: dict[str, Any]) -> None:
    first, second, *rest = planning["sheets"]
    assert len(rest) == 12
    assert {name: value for name, value in first.items() if name != "fields"} == {
        "key": "self-assessment",
        "method": "know-yourself",
        "title": "Assess yourself",
        "takes": "One evening",
        "url": "worksheets/self-assessment/",
        "guide": "methods/know-yourself/#self-assessment",
        "entry": "Picture",
    }
    assert second["entry"] is None
    fields = {field["key"]: field for field in first["fields"]}
    assert fields["interests"] == {"key": "interests", "kind": "long", "label": "What do you like?"}
    assert fields["where"]["options"] == {"inside": "Inside", "outside": "Outside"}
    assert (fields["sure"]["low"], fields["sure"]["high"]) == ("Not at all", "Very")
    assert fields["again"]["reminder"] == "Look at your picture again"
    assert fields["trials"]["rows"] == ["An hour", "A day"]
    assert fields["trials"]["columns"][1] == {"key": "when", "kind": "date", "label": "When", "reminder": "Try it"}
    assert fields["trials"]["columns"][4]["options"] == {"near": "Near", "far": "Far"}


def test_worksheet_on_an_occupation_is_filled_in_with_words(small_site: Site) -> None:
    cook = json.loads(render_data(small_site)["data/profiles/cook.json"])
    assert (cook["slug"], cook["title"], cook["field"]) == ("cook", "Cook", "Food preparation and serving")
    assert (cook["pay"][0]["median"], cook["pay"][0]["per"], cook["pay"][0]["source"]) == (17.25, "hour", "Wages 2025")
    assert cook["environment"]["Where you work"] == ["Kitchen"]
    assert len(cook["tasks"]) >= 5
    assert all("*" not in text and "](" not in text for text in (*cook["tasks"], *cook["hard_sides"]))


def test_verbs_come_in_the_order_of_the_scales(small_site: Site) -> None:
    assert tuple(json.loads(render_data(small_site)["data/verbs.json"])["verbs"]) == SCALES


def test_filter_of_licences_goes_by_how_far_one_is_needed(small_site: Site) -> None:
    facets = json.loads(render_data(small_site)["data/facets.json"])
    known = facets["values"]["licence"]
    assert known == list(small_site.vocabulary.licence)
    found = dict(zip(small_site.occupations, facets["columns"]["licence"], strict=True))
    assert [known[place] for place in found["cook"] + found["judge"]] == ["some-places", "most-places"]


def test_filters_know_education_and_training(small_site: Site) -> None:
    facets = json.loads(render_data(small_site)["data/facets.json"])
    at = [*small_site.occupations].index("cook")
    found = {name: facets["values"][name][facets["columns"][name][at][0]] for name in ("education", "training")}
    assert found == {"education": "no-credential", "training": "moderate-term"}


def test_time_to_get_in_is_study_and_training_or_else_the_level(small_site: Site) -> None:
    baker, judge = (small_site.occupations[name] for name in ("baker", "judge"))
    plain = baker.model_copy(update={"education": None})
    unknown = plain.model_copy(update={"preparation": None})
    years = small_site.vocabulary.years
    assert [years(one) for one in (baker, judge, plain, unknown)] == [2, 6, 0.6, None]
    education = {**small_site.vocabulary.education}
    education["training"] = education["training"].model_copy(
        update={
            "terms": {key: term.model_copy(update={"years": None}) for key, term in education["training"].terms.items()}
        }
    )
    bare = dataclasses.replace(small_site.vocabulary, education=education)
    # Of half of it nobody can tell the whole.
    assert bare.years(judge) == 6
    assert bare.years(baker) == 0.6
    facets = json.loads(render_data(small_site)["data/facets.json"])
    assert facets["figures"]["years"] == [years(one) for one in small_site.listed.values()]


def test_filters_know_pay_and_outlook_where_an_occupation_is_paid_in_other_currencies(small_site: Site) -> None:
    baker = small_site.occupations["baker"]
    (first,) = baker.pay
    more = [
        first.model_copy(update={"region": "GB", "currency": "GBP", "per": "hour", "median": 12.5}),
        first.model_copy(update={"region": "XK", "currency": "GBP", "median": 1}),
        first.model_copy(update={"covers": "Factories only."}),
    ]
    (outlook,) = baker.outlook
    there = outlook.model_copy(update={"region": "GB", "change_percent": -3, "openings_per_year": 800})
    changed = baker.model_copy(update={"pay": (first, *more), "outlook": (outlook, there)})
    site = dataclasses.replace(small_site, occupations={**small_site.occupations, "baker": changed})
    figures = json.loads(render_data(site)["data/facets.json"])["figures"]
    at = list(site.occupations).index("baker")
    assert (figures["currency"][at], figures["yearly"][at]) == ("USD", 36000)
    hours = small_site.vocabulary.regions["GB"].hours_a_year
    assert hours
    assert [one for one in figures["others"] if one["at"] == at] == [
        {
            "at": at, "pay": 12.5, "yearly": 12.5 * hours, "is_least": False, "is_mean": False,
            "per": "hour", "hours": hours,
            "covers": "Employees only.", "currency": "GBP", "year": 2025, "change": -3, "openings": 800,
        }
    ]  # fmt: skip
    assert [steps.currency for steps in pay_steps(site)] == ["USD", "GBP"]
