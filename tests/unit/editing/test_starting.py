from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from generator.editing.starting import TEMPLATE, StartingError, write_profile
from generator.model.occupation import Occupation
from tests.conftest import REPOSITORY, check

OPTIONAL = {
    *("preparation", "interests", "values", "education", "pay", "pay_covers", "outlook"),
    *("prospects", "added", "formerly"),
}
"""Fields of which the template only shows how they are written."""


@pytest.fixture
def started(project: Path) -> Path:
    """The small project with a new profile in it."""
    (project / "templates/new").mkdir(parents=True)
    shutil.copy(REPOSITORY / TEMPLATE, project / TEMPLATE)
    assert write_profile(project, "dental-hygienist") == project / "occupations/dental-hygienist.yml"
    shutil.rmtree(project / "templates/new")
    return project


def test_new_profile_lacks_exactly_what_is_to_be_filled_in(started: Path) -> None:
    problems = check(started)
    assert {(problem.path, problem.code) for problem in problems} == {("occupations/dental-hygienist.yml", "FLD002")}
    assert all(problem.message.startswith("empty field") for problem in problems)
    fields = {re.findall("'(.*)'", problem.message)[0] for problem in problems}
    assert fields >= {
        "summary",
        "field",
        "soc",
        "tasks",
        "hard_sides",
        "needed",
        "do",
    }
    lines = (started / "occupations/dental-hygienist.yml").read_text(encoding="utf-8").split("\n")
    assert all(re.match(r"\s*(- )?\w+:$", lines[problem.line - 1]) for problem in problems)


def test_new_profile_has_its_title_and_the_fields_in_their_order(started: Path) -> None:
    profile = yaml.safe_load((started / "occupations/dental-hygienist.yml").read_text(encoding="utf-8"))
    assert profile["title"] == "Dental hygienist"
    fields = [info.alias or name for name, info in Occupation.model_fields.items()]
    assert list(profile) == [name for name in fields if name not in OPTIONAL]


def test_every_field_of_the_new_profile_is_explained() -> None:
    lines = (REPOSITORY / TEMPLATE).read_text(encoding="utf-8").split("\n")
    explained = [
        line for number, line in enumerate(lines) if re.match(r"\w", line) and lines[number - 1].startswith("#")
    ]
    assert len(explained) == len(Occupation.model_fields) - len(OPTIONAL)
    assert all(f"\n# {name}: " in "\n".join(lines) for name in OPTIONAL)


def test_profile_is_never_overwritten(started: Path) -> None:
    (started / "occupations/dental-hygienist.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(StartingError, match="exists already"):
        write_profile(started, "dental-hygienist")
    assert (started / "occupations/dental-hygienist.yml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "slug", ["Dental Hygienist", "../cook", "a/b", "", "-a", "a--b", "ä", "a.yml", "index", "a-z", "a\n"]
)
def test_name_that_is_no_slug_is_refused(project: Path, slug: str) -> None:
    with pytest.raises(StartingError, match="no name for a profile"):
        write_profile(project, slug)


def test_folder_that_is_no_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StartingError, match="is missing"):
        write_profile(tmp_path, "cook")
    assert list(tmp_path.iterdir()) == []
