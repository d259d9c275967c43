"""The assessments of this repository: what each kind promises, and how this collection keeps it."""

from __future__ import annotations

import re
from collections import Counter
from statistics import mean

import pytest

from generator.model.occupation import SCALES, VALUES
from generator.model.quiz import Quiz
from generator.model.site import Site


@pytest.fixture(scope="module")
def site(own: Site) -> Site:
    return own


def find(site: Site, kind: str) -> Quiz:
    """The quiz of a kind, whatever its key is."""
    found = next((quiz for quiz in site.quizzes.values() if quiz.kind == kind), None)
    return found or pytest.skip(f"No quiz here asks for {kind}.")


@pytest.fixture(scope="module")
def quiz(site: Site) -> Quiz:
    return find(site, "interests")


@pytest.mark.ours
def test_quiz_has_ten_items_a_scale_and_five_in_the_quick_form(quiz: Quiz) -> None:
    assert Counter(item.scale for item in quiz.form("full")) == dict.fromkeys(SCALES, 10)
    assert Counter(item.scale for item in quiz.form("quick")) == dict.fromkeys(SCALES, 5)


@pytest.mark.ours
def test_quiz_items_come_in_rounds_of_six_the_quick_ones_first(quiz: Quiz) -> None:
    assert [item.scale for item in quiz.items] == [*SCALES] * 10
    assert [item.quick for item in quiz.items] == [True] * 30 + [False] * 30


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.ours
def test_each_scale_is_as_broad_and_as_popular_as_the_others(quiz: Quiz, scale: str) -> None:
    items = [item for item in quiz.items if item.scale == scale]
    quick = [item for item in items if item.quick]
    assert len({item.preparation for item in items}) >= 4
    assert len({item.preparation for item in quick}) >= 3
    assert 2.5 <= mean(item.preparation or 0 for item in items) <= 3.5
    assert len({item.field for item in items}) >= 8
    assert len({item.field for item in quick}) == 5
    assert 1.8 <= mean(item.appeal or 0 for item in items) <= 2.2
    assert 1.8 <= mean(item.appeal or 0 for item in quick) <= 2.2


@pytest.mark.ours
def test_quiz_touches_every_field_of_work(site: Site, quiz: Quiz) -> None:
    assert {item.field for item in quiz.items} == set(site.vocabulary.fields)
    assert len(site.vocabulary.fields) == 24


@pytest.mark.ours
def test_quiz_items_are_activities_and_not_titles(site: Site, quiz: Quiz) -> None:
    names = {model.title.casefold() for model in site.occupations.values()}
    for item in quiz.items:
        assert re.match(r"[A-Z][a-z]+ \S", item.text), item.text
        assert not any(re.search(rf"\b{re.escape(name)}\b", item.text.casefold()) for name in names), item.text
        assert len(item.text.split()) <= 12, item.text
    assert len({item.text.casefold() for item in quiz.items}) == 60


def test_values_are_one_item_each(site: Site) -> None:
    quiz = find(site, "values")
    assert Counter(item.scale for item in quiz.items) == dict.fromkeys(VALUES, 1)


@pytest.mark.ours
def test_values_are_alike_in_length(site: Site) -> None:
    lengths = [len(item.text) for item in find(site, "values").items]
    assert max(lengths) - min(lengths) <= 15


@pytest.mark.ours
def test_skills_are_24_with_three_anchors(site: Site) -> None:
    items = find(site, "skills").items
    assert len(items) == len({item.scale for item in items}) == 24
    assert {len(item.anchors) for item in items} == {3}
    assert len({anchor for item in items for anchor in item.anchors}) == 72


def test_skills_are_named_as_in_the_vocabulary(site: Site) -> None:
    labels = {key: term.label for key, term in site.vocabulary.skills.items()}
    items = find(site, "skills").items
    assert {item.scale: item.text for item in items} == {item.scale: labels[str(item.scale)] for item in items}


@pytest.fixture(scope="module")
def conditions(site: Site) -> dict[str, set[str]]:
    """Of each profile, its conditions as group/term."""
    return {
        slug: {f"{group}/{key}" for group, _, key in model.environment.terms()}
        for slug, model in site.occupations.items()
    }


@pytest.mark.ours
def test_environment_asks_for_what_some_profiles_have_and_others_lack(
    site: Site, conditions: dict[str, set[str]]
) -> None:
    items = find(site, "environment").items
    assert len(items) >= 12
    present = {item.key: sum(not terms.isdisjoint(item.terms) for terms in conditions.values()) for item in items}
    assert {key: count for key, count in present.items() if not 0 < count < len(conditions)} == {}


def test_environment_touches_every_group_of_conditions(site: Site) -> None:
    terms = [term for item in find(site, "environment").items for term in item.terms]
    assert {term.partition("/")[0] for term in terms} == set(site.vocabulary.environments)


def test_no_condition_is_asked_for_twice(site: Site) -> None:
    terms = Counter(term for item in find(site, "environment").items for term in item.terms)
    assert {term: count for term, count in terms.items() if count > 1} == {}
