"""The content of this repository itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from generator import project
from generator.model.occupation import SCALES, VALUES
from generator.model.quiz import Quiz
from generator.model.site import Site
from generator.publishing.building import render
from tests.conftest import REPOSITORY

SHARED = REPOSITORY.parent / "shared"


@pytest.fixture(scope="module")
def site() -> Site:
    return project.load(REPOSITORY).site


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    return render(site, REPOSITORY)


@pytest.fixture(scope="module")
def quiz(site: Site) -> Quiz:
    return site.quizzes["interests"]


def test_repository_has_no_problems_but_figures_that_have_aged() -> None:
    assert {problem.code for problem in project.load(REPOSITORY).warnings} <= {"OCC101"}


def test_rendering_twice_gives_the_same_bytes(site: Site, pages: dict[str, str]) -> None:
    assert render(site, REPOSITORY) == pages


def test_every_marker_is_filled(pages: dict[str, str]) -> None:
    assert [path for path, text in pages.items() if re.search(r"^\s*<!-- [a-z]", text, re.MULTILINE)] == []


def test_api_describes_every_profile(site: Site, pages: dict[str, str]) -> None:
    listed = json.loads(pages["api/v1/occupations.json"])["occupations"]
    assert [entry["slug"] for entry in listed] == list(site.occupations)
    for entry in listed:
        assert {"title", "field", "preparation", "interests", "values", "pay", "outlook", "url"} <= set(entry)
        assert tuple(entry["interests"]) == SCALES
        assert all(pay["median"] > 0 and pay["year"] and pay["source"] for pay in entry["pay"])
        assert all(outlook["openings_per_year"] >= 0 for outlook in entry["outlook"])
        assert entry["url"].endswith(f"/occupations/{entry['slug']}/")


def test_every_link_within_the_pages_leads_to_a_page(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        for target in re.findall(r"\]\(<?([^)>\s#]+\.md)", text):
            found = (Path("/") / Path(path).parent / target).as_posix()
            while re.search(r"/[^/]+/\.\./|/\./", found):
                found = re.sub(r"/[^/]+/\.\./|/\./", "/", found, count=1)
            assert found.lstrip("/") in pages, f"{path} links to {target}"


def test_quiz_has_ten_items_a_scale_and_five_in_the_quick_form(quiz: Quiz) -> None:
    assert Counter(item.scale for item in quiz.form("full")) == dict.fromkeys(SCALES, 10)
    assert Counter(item.scale for item in quiz.form("quick")) == dict.fromkeys(SCALES, 5)


def test_quiz_items_come_in_rounds_of_six_the_quick_ones_first(quiz: Quiz) -> None:
    assert [item.scale for item in quiz.items] == [*SCALES] * 10
    assert [item.quick for item in quiz.items] == [True] * 30 + [False] * 30


@pytest.mark.parametrize("scale", SCALES)
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


def test_quiz_touches_every_field_of_work(site: Site, quiz: Quiz) -> None:
    assert {item.field for item in quiz.items} == set(site.vocabulary.fields)
    assert len(site.vocabulary.fields) == 24


def test_quiz_items_are_activities_and_not_titles(site: Site, quiz: Quiz) -> None:
    names = {model.title.casefold() for model in site.occupations.values()}
    for item in quiz.items:
        assert re.match(r"[A-Z][a-z]+ \S", item.text), item.text
        assert not any(re.search(rf"\b{re.escape(name)}\b", item.text.casefold()) for name in names), item.text
        assert len(item.text.split()) <= 12, item.text
    assert len({item.text.casefold() for item in quiz.items}) == 60


def test_values_are_one_item_each(site: Site) -> None:
    quiz = site.quizzes["values"]
    assert Counter(item.scale for item in quiz.items) == dict.fromkeys(VALUES, 1)


def test_values_are_alike_in_length(site: Site) -> None:
    lengths = [len(item.text) for item in site.quizzes["values"].items]
    assert max(lengths) - min(lengths) <= 15


def test_skills_are_24_with_three_anchors(site: Site) -> None:
    items = site.quizzes["skills"].items
    assert len(items) == len({item.scale for item in items}) == 24
    assert {len(item.anchors) for item in items} == {3}
    assert len({anchor for item in items for anchor in item.anchors}) == 72


def test_skills_are_named_as_in_the_vocabulary(site: Site) -> None:
    labels = {key: term.label for key, term in site.vocabulary.skills.items()}
    items = site.quizzes["skills"].items
    assert {item.scale: item.text for item in items} == {item.scale: labels[str(item.scale)] for item in items}


def test_every_profile_has_at_least_four_of_the_skills_asked(site: Site) -> None:
    asked = {item.scale for item in site.quizzes["skills"].items}
    counts = {slug: len(asked & {skill.skill for skill in model.skills}) for slug, model in site.occupations.items()}
    assert {slug: count for slug, count in counts.items() if count < 4} == {}


@pytest.fixture(scope="module")
def conditions(site: Site) -> dict[str, set[str]]:
    """Of each profile, its conditions as group/term."""
    return {
        slug: {f"{group}/{key}" for group, _, key in model.environment.terms()}
        for slug, model in site.occupations.items()
    }


def test_environment_asks_for_what_some_profiles_have_and_others_lack(
    site: Site, conditions: dict[str, set[str]]
) -> None:
    items = site.quizzes["environment"].items
    assert len(items) >= 12
    present = {item.key: sum(not terms.isdisjoint(item.terms) for terms in conditions.values()) for item in items}
    assert {key: count for key, count in present.items() if not 0 < count < len(conditions)} == {}


def test_environment_touches_every_group_of_conditions(site: Site) -> None:
    terms = [term for item in site.quizzes["environment"].items for term in item.terms]
    assert {term.partition("/")[0] for term in terms} == set(site.vocabulary.environments)


def test_no_condition_is_asked_for_twice(site: Site) -> None:
    terms = Counter(term for item in site.quizzes["environment"].items for term in item.terms)
    assert {term: count for term, count in terms.items() if count > 1} == {}


@pytest.mark.slow
@pytest.mark.parametrize("tool", ["audit_figures.py", "copied_prose.py"])
def test_facts_and_prose_pass_the_audit(tool: str) -> None:
    if not (SHARED / "facts").is_dir():
        pytest.skip("the facts files do not lie beside the repository")
    command = [sys.executable, str(SHARED / "tools" / tool), str(REPOSITORY)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
