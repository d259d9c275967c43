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
from generator.model.occupation import SCALES
from generator.model.quiz import Quiz
from generator.model.site import Site
from generator.publishing import render
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
    return site.quizzes["interests"].model


def test_repository_has_no_problems_but_figures_that_have_aged() -> None:
    assert {problem.code for problem in project.load(REPOSITORY).warnings} <= {"OCC101"}


def test_rendering_twice_gives_the_same_bytes(site: Site, pages: dict[str, str]) -> None:
    assert render(site, REPOSITORY) == pages


def test_every_marker_is_filled(pages: dict[str, str]) -> None:
    assert [path for path, text in pages.items() if re.search(r"^\s*<!-- [a-z]", text, re.MULTILINE)] == []


def test_api_describes_every_profile(site: Site, pages: dict[str, str]) -> None:
    listed = json.loads(pages["api/v1/occupations.json"])
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
    assert 2.5 <= mean(item.preparation for item in items) <= 3.5
    assert len({item.field for item in items}) >= 8
    assert len({item.field for item in quick}) == 5
    assert 1.8 <= mean(item.appeal for item in items) <= 2.2
    assert 1.8 <= mean(item.appeal for item in quick) <= 2.2


def test_quiz_touches_every_field_of_work(site: Site, quiz: Quiz) -> None:
    assert {item.field for item in quiz.items} == set(site.vocabulary.fields)
    assert len(site.vocabulary.fields) == 24


def test_quiz_items_are_activities_and_not_titles(site: Site, quiz: Quiz) -> None:
    names = {document.model.title.casefold() for document in site.occupations.values()}
    for item in quiz.items:
        assert re.match(r"[A-Z][a-z]+ \S", item.text), item.text
        assert not any(re.search(rf"\b{re.escape(name)}\b", item.text.casefold()) for name in names), item.text
        assert len(item.text.split()) <= 12, item.text
    assert len({item.text.casefold() for item in quiz.items}) == 60


@pytest.mark.slow
@pytest.mark.parametrize("tool", ["audit_figures.py", "copied_prose.py"])
def test_facts_and_prose_pass_the_audit(tool: str) -> None:
    if not (SHARED / "facts").is_dir():
        pytest.skip("the facts files do not lie beside the repository")
    command = [sys.executable, str(SHARED / "tools" / tool), str(REPOSITORY)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
