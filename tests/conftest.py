"""What most tests start from: a small project in files, a copy to spoil, and golden files."""

from __future__ import annotations

import dataclasses
import datetime
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator import links
from generator import project as projects
from generator.cache import Cache
from generator.model.site import Site
from generator.problems import Problem, ProjectError
from generator.sources.reading import Derived, Memory, Reading
from tests.browser.chromium import launch
from tests.making import render

REPOSITORY = Path(__file__).parents[1]
CASES = REPOSITORY / "tests/cases"
PROJECT = REPOSITORY / "tests/project"
TODAY = datetime.date(2026, 11, 23)
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker: Playwright starts once in a process."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, without templates of pages; it has a few interface texts of its own."""
    return shutil.copytree(PROJECT, tmp_path / "project")


@pytest.fixture
def publishable(project: Path) -> Path:
    """A copy of the small project with the page templates and interface texts of this repository: it can be built."""
    return add_templates(project)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small project, read with the interface texts of this repository."""
    root = add_templates(shutil.copytree(PROJECT, tmp_path_factory.mktemp("small") / "project"))
    return projects.load(root, TODAY).site


def outline(root: Path) -> Path:
    """Have a copy of the small project make outlines, as its tables of figures allow."""
    edit(root / "content/figures/office.yml", "scheme: onet\n", "scheme: onet\noutlines: interests\ncapitals: []\n")
    return root


@pytest.fixture(scope="session")
def outlined_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small project with outlines: three that stand for themselves, and one that is a part of another."""
    root = add_templates(shutil.copytree(PROJECT, tmp_path_factory.mktemp("outlined") / "project"))
    return projects.load(outline(root), TODAY).site


@pytest.fixture(scope="session")
def many_site(small_site: Site) -> Site:
    """The small project with each of its occupations forty times: more of everything than one page shows."""
    occupations = dict(small_site.occupations)
    for slug, model in small_site.occupations.items():
        for number in range(2, 41):
            names = {"title": f"{model.title} {number}", "aliases": tuple(f"{name} {number}" for name in model.aliases)}
            occupations[f"{slug}-{number}"] = model.model_copy(update=names)
    return dataclasses.replace(small_site, occupations=occupations)


@pytest.fixture(scope="session")
def small_pages(small_site: Site) -> dict[str, str]:
    """Every file of build/docs for the small project, path -> text."""
    return render(small_site, REPOSITORY)


def add_templates(root: Path) -> Path:
    """Give a project the page templates and interface texts of this repository."""
    shutil.copytree(
        REPOSITORY / "templates", root / "templates", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.png")
    )
    cards = root / links.THEME / links.CARDS
    cards.mkdir(parents=True, exist_ok=True)
    (cards / "production.png").touch()  # The other fields of the small project have no picture for shared links.
    return root


@dataclass
class Known:
    """What has been read and made before, as a process knows it that lives on."""

    memory: Memory = field(default_factory=dict)
    derived: Derived = field(default_factory=Derived)


def check(root: Path, known: Known | None = None) -> tuple[Problem, ...]:
    """What `careers check` prints for a project; pages are rendered only where there are templates.

    Many tests that spoil one file of the same project share what is `known` of the others.
    """
    known = known or Known()
    try:
        loaded = projects.load(root, TODAY, Reading(root, Cache(None), known.memory, known.derived), prose=True)
        if (root / "templates/pages").is_dir():
            render(loaded.site, root)
    except ProjectError as error:
        return error.problems
    return loaded.warnings


def edit(path: Path, old: str, new: str) -> None:
    """Replace the one place in a file where `old` stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
