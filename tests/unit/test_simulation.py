"""The simulated accuracy: the committed file, the page that shows it, and the script that makes it."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import project as projects
from generator.model.simulation import Form, Places, Simulation
from generator.model.site import Site, TextPage
from generator.problems import ProjectError
from generator.sources.documents import read_document
from generator.sources.files import read
from generator.sources.nodes import compose
from tests.browser import chromium
from tests.conftest import PROJECT, REPOSITORY, TODAY, edit
from tests.making import render_pages
from tests.unit.prose.markdown import publish

FACTS = REPOSITORY / "tests/cases/onet"
PAGE = "about/technical.md"


def read_simulation(path: Path) -> Simulation:
    source = read(path, path.parent)
    node = compose(source)
    document = node and read_document(source, node, Simulation)
    assert source.problems == []
    assert document
    return document.model


@pytest.fixture(scope="module")
def made() -> Simulation:
    return read_simulation(PROJECT / "content/simulation.yml")


def show(site: Site, made: Simulation | None) -> str:
    """The text of a page with the marker."""
    text = "# Technical page\n\n<!-- accuracy -->\n"
    changed = dataclasses.replace(site, pages=(TextPage(PAGE, text),), simulation=made)
    page = next(page for page in render_pages(changed, REPOSITORY / "templates/pages") if page.path == PAGE)
    return " ".join(publish(page.markdown).text.split())


def copy_with(model: Any, way: str, value: Any) -> Any:
    """A copy of a model with another value at the end of `way`, such as `forms.full.alpha`."""
    name, _, rest = way.partition(".")
    return model.model_copy(update={name: copy_with(getattr(model, name), rest, value) if rest else value})


def test_the_whole_site_has_been_simulated(made: Simulation) -> None:
    assert made.respondents == made.parameters.people * made.occupations
    assert made.occupations == 923
    assert (made.forms.quick.items, made.forms.full.items) == (5, 10)


def test_results_are_as_the_assumptions_want_them(made: Simulation) -> None:
    """Noise was set for an alpha of .85 to .9, the F test for one false list in 20; chance is a matter of counting."""
    assert 0.85 <= made.forms.full.alpha <= 0.9
    for form in (made.forms.quick, made.forms.full):
        assert form.retest_r == pytest.approx(form.alpha, abs=0.02)
        assert form.false_lists == pytest.approx(0.05, abs=3 * (0.05 * 0.95 / made.parameters.flat_people) ** 0.5)
    assert made.chance.all_10 == pytest.approx(10 / made.occupations, abs=0.0001)
    assert made.chance.all_25 == pytest.approx(25 / made.occupations, abs=0.0001)


def test_what_the_page_says_of_the_numbers_is_so(made: Simulation) -> None:
    quick, full = made.forms.quick, made.forms.full
    for places in Places.model_fields:
        found = [
            getattr(method, places) for method in (full.found.correlation, full.found.distance, full.found.letters)
        ]
        assert found == sorted(found, reverse=True)
        assert getattr(full.other_found, places) < getattr(full.found.correlation, places)
        assert getattr(made.chance, places) < getattr(quick.other_found, places)
    assert full.found.correlation.level_10 / full.found.correlation.all_10 > 1.8
    assert full.bands.level.strong_again > full.bands.all.strong_again > quick.bands.all.strong_again
    assert quick.bands.level.strong_again < 0.8
    assert quick.told_flat > full.told_flat


def percent(share: float) -> str:
    return f"{round(100 * share)} %"


def test_the_page_shows_the_numbers_of_the_file(small_site: Site, made: Simulation) -> None:
    text = show(small_site, made)
    names = ("Own occupation found", "Measure", "Quick form", "Full form", "By chance", "First 10, all levels")
    shown = r" ?".join([*names, *[r"(\d+ %)"] * 3])
    found = re.search(shown, text)
    assert found
    forms = made.forms
    expected = (forms.quick.found.correlation.all_10, forms.full.found.correlation.all_10, made.chance.all_10)
    assert found.groups() == tuple(map(percent, expected))
    assert f"{made.respondents:,} simulated people" in text


NUMBERS = {
    "forms.full.alpha": (0.123, "0.12"),
    "forms.quick.false_lists": (0.773, "77 %"),
    "forms.quick.told_flat": (0.003, "under 1 %"),
    "forms.full.found.letters.level_25": (0.999, "over 99 %"),
    "forms.full.bands.all.strong": (98.76, "98.8"),
    "forms.quick.bands.level.jaccard": (0.774, "77 %"),
    "forms.full.retest.all_25": (0.774, "77 %"),
    "forms.quick.other_found.all_10": (0.774, "77 %"),
    "chance.level_25": (0.774, "77 %"),
    "most_lists": (7654, "7,654"),
    "likeness": (0.119, "0.12"),
    "occupations": (7654, "7,654"),
}


@pytest.mark.parametrize("way", NUMBERS)
def test_another_number_in_the_file_is_another_on_the_page(small_site: Site, made: Simulation, way: str) -> None:
    value, shown = NUMBERS[way]
    before, after = show(small_site, made), show(small_site, copy_with(made, way, value))
    assert after.count(shown) > before.count(shown)


def test_occupations_that_never_come_up_are_named(small_site: Site, made: Simulation) -> None:
    missed = {"count": 12, "named": [{"code": "11-1011.00", "title": "Chiefs & others"}]}
    changed = copy_with(made, "missed.never_first_all", type(made.missed.never_first_all).model_validate(missed))
    assert "Some of them: Chiefs & others (11-1011.00)12" in show(small_site, changed)


def test_a_site_without_simulation_says_so(small_site: Site) -> None:
    assert "No simulation has been made" in show(small_site, None)


def test_a_mistake_in_the_file_is_reported_where_it_stands(project: Path) -> None:
    text = (PROJECT / "content/simulation.yml").read_text(encoding="utf-8")
    path = project / "content/simulation.yml"
    path.write_text(text, encoding="utf-8")
    assert load(project) == []
    edit(path, "fewest_lists:", "fewest_list:")
    found = load(project)
    assert found
    assert {place.partition(":")[0] for place in found} == {"content/simulation.yml"}


def load(root: Path) -> list[str]:
    """What is wrong with the project, as path:line."""
    try:
        projects.load(root, TODAY)
    except ProjectError as error:
        return [f"{problem.path}:{problem.line}" for problem in error.problems]
    return []


@pytest.mark.slow
def test_the_script_writes_what_the_site_reads(tmp_path: Path) -> None:
    if not chromium.version():
        pytest.skip("no Chromium starts here")
    runs = []
    for name in ("one.yml", "two.yml"):
        command = [sys.executable, "-m", "tools.benchmarks.accuracy", "--out", str(tmp_path / name)]
        small = [
            "--facts",
            str(FACTS),
            "--people",
            "1",
            "--limit",
            "40",
            "--flat-people",
            "100",
            "--banded",
            "10",
            "--made",
            "2026-11-24",
        ]
        done = subprocess.run([*command, *small], cwd=REPOSITORY, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        runs.append((tmp_path / name).read_text(encoding="utf-8"))
    assert runs[0] == runs[1]
    made = read_simulation(tmp_path / "one.yml")
    assert (made.occupations, made.respondents, made.made.isoformat()) == (40, 40, "2026-11-24")
    assert made.chance.all_10 == 0.25
    for form in (made.forms.quick, made.forms.full):
        assert isinstance(form, Form)
        assert form.found.correlation.all_25 > made.chance.all_25
