"""The simulated accuracy: the committed file, the page that shows it, and the script that makes it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator import project as projects
from generator.model.occupation import SCALES
from generator.model.simulation import Simulation
from generator.model.site import Site, TextPage
from generator.problems import ProjectError
from generator.sources.documents import read_document
from generator.sources.files import read
from generator.sources.nodes import compose
from tests.browser import chromium
from tests.conftest import PROJECT, REPOSITORY, TODAY, edit
from tests.making import render_pages
from tests.unit.prose.markdown import publish
from tools.benchmarks.fairness import __main__ as fairness
from tools.benchmarks.fairness.bars import find_broken

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


def replace(data: Any, way: tuple[str, ...], value: Any) -> Any:
    """A copy of nested data with another value at the end of `way`."""
    if not way:
        return value
    first, *rest = way
    if isinstance(data, (list, tuple)):
        return [replace(one, tuple(rest), value) if str(at) == first else one for at, one in enumerate(data)]
    return data | {first: replace(data[first], tuple(rest), value)}


def test_chance_is_a_matter_of_counting(made: Simulation) -> None:
    assert made.respondents == made.parameters.people * made.occupations
    assert made.chance.all_10 == pytest.approx(10 / made.occupations, abs=0.0001)
    assert made.chance.all_25 == pytest.approx(25 / made.occupations, abs=0.0001)


def percent(share: float) -> str:
    return f"{round(100 * share)}%"


def test_the_page_shows_the_numbers_of_the_file(small_site: Site, made: Simulation) -> None:
    text = show(small_site, made)
    for world in made.worlds:
        site = world.methods["site"]
        shown = (percent(site.found.all_10), f"{round(site.median):,}", percent(site.most))
        found = re.search(rf"This site ?{shown[0]} ?{shown[1]} ?.*?{shown[2]}", text)
        assert found, shown
    assert f"{made.respondents:,} simulated people" in text


def test_the_page_names_the_releases_that_were_read(small_site: Site, made: Simulation) -> None:
    shorts = [small_site.sources[key].short for key in made.sources]
    assert shorts
    assert f"are from: {'; '.join(shorts)}." in show(small_site, made)
    # One that is no longer a source of this site is passed over.
    assert "are from:" not in show(small_site, made.model_copy(update={"sources": ("gone",)}))


def test_the_page_tells_levels_apart_by_the_world_that_shows_least(small_site: Site, made: Simulation) -> None:
    worlds = list(made.worlds)
    levels = sorted(worlds[0].sees_by_level)
    shares = {level: (0.123, 0.234, 0.345, 0.456, 0.567)[at] for at, level in enumerate(levels)}
    for at, world in enumerate(worlds):
        # The last world shows least of one letter.
        seen = {
            level: own | {"artistic": shares[level] + (len(worlds) - 1 - at) / 10}
            for level, own in world.sees_by_level.items()
        }
        worlds[at] = world.model_copy(update={"sees_by_level": seen})
    text = show(small_site, made.model_copy(update={"worlds": tuple(worlds)}))
    table = text.partition("in the world where fewest")[2]
    row = re.search(rf"Artistic((?: ?\d+%){{{len(levels)}}})", table)
    assert row
    assert re.findall(r"\d+%", row[1]) == [percent(share) for share in shares.values()]


WORLD: tuple[str, ...] = ("worlds", "0")
NUMBERS: dict[tuple[str, ...], tuple[Any, str]] = {
    (*WORLD, "forms", "full", "alpha"): (0.123, "0.12"),
    (*WORLD, "forms", "quick", "told_flat"): (0.003, "under 1%"),
    (*WORLD, "forms", "full", "bands", "all", "strong"): (98.76, "98.8"),
    (*WORLD, "forms", "quick", "bands", "level", "possible_again"): (0.774, "77%"),
    (*WORLD, "forms", "full", "retest", "all_10"): (0.774, "77%"),
    (*WORLD, "methods", "letters", "never"): (0.999, "over 99%"),
    (*WORLD, "methods", "raw", "median"): (7653.6, "7,654"),
    (*WORLD, "other_found", "all_10"): (0.774, "77%"),
    (*WORLD, "sees_by_jobs", "realistic"): (0.774, "77%"),
    ("false_lists", "quick"): (0.773, "77%"),
    ("chance", "level_25"): (0.774, "77%"),
    ("limits", "full", "level", "strong"): (1.05, "none can be"),
    ("promises", "strong"): (0.874, "87%"),
    ("parameters", "likeness"): (0.119, "0.12"),
    ("occupations",): (7654, "7,654"),
}


@pytest.mark.parametrize("way", NUMBERS, ids=".".join)
def test_another_number_in_the_file_is_another_on_the_page(
    small_site: Site, made: Simulation, way: tuple[str, ...]
) -> None:
    value, shown = NUMBERS[way]
    changed = Simulation.model_validate(replace(made.model_dump(), way, value))
    assert show(small_site, changed).count(shown) > show(small_site, made).count(shown)


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        ((*WORLD, "methods", "site", "never"), 0.011, "world 0: never shown 0.01 at most: 0.011"),
        ((*WORLD, "methods", "site", "most"), 0.151, "world 0: shown most 0.15 at most: 0.151"),
        ((*WORLD, "methods", "site", "sees", "realistic"), 0.449, "world 0: realistic seen by 0.45 at least: 0.449"),
        ((*WORLD, "methods", "site", "found", "all_10"), 0.01, "world 0: finds 0.6 of the best, "),
        (("worlds", "2", "methods", "site", "found", "all_10"), 0.0, "finds 1.4 times raw's worst, "),
        ((*WORLD, "forms", "full", "bands", "level", "strong_again"), 0.1, "world 0: strong of full, level, again "),
    ],
)
def test_a_bar_that_does_not_hold_is_named(made: Simulation, way: tuple[str, ...], value: float, said: str) -> None:
    changed = Simulation.model_validate(replace(made.model_dump(), way, value))
    new = set(find_broken(changed)) - set(find_broken(made))
    assert [line for line in new if line.startswith(said)]


def test_the_picture_pools_all_worlds(made: Simulation) -> None:
    points = made.pool("full", "level")
    assert points
    assert all(0 < x < 1 and 0 <= y <= 1 for x, y in points)
    tenths = [world.forms.full.bands.level.calibration[-1] for world in made.worlds]
    count = sum(tenth.count for tenth in tenths)
    assert points[-1] == pytest.approx((0.95, sum(tenth.count * tenth.again for tenth in tenths) / count))


def test_a_site_without_simulation_says_so(small_site: Site) -> None:
    assert "No simulation has been made" in show(small_site, None)


def test_a_mistake_in_the_file_is_reported_where_it_stands(project: Path) -> None:
    text = (PROJECT / "content/simulation.yml").read_text(encoding="utf-8")
    path = project / "content/simulation.yml"
    path.write_text(text, encoding="utf-8")
    assert load(project) == []
    edit(path, "respondents:", "respondent:")
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


def add_rated(root: Path, count: int) -> None:
    """Give the tables of a project more occupations, of all kinds."""
    made = Random(1)  # noqa: S311
    tables = root / "content/figures/office"
    with (tables / "interests.csv").open("a") as interests, (tables / "preparation.csv").open("a") as preparation:
        for number in range(count):
            ratings = ",".join(f"{made.uniform(1, 7):.2f}" for _ in SCALES)
            interests.write(f"99-{number:04}.00,Workers of kind {number},{ratings}\n")
            preparation.write(f"99-{number:04}.00,{1 + number % 5}\n")


@pytest.mark.slow
def test_the_script_writes_what_the_site_reads(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not chromium.version():
        pytest.skip("no Chromium starts here")
    add_rated(project, 60)
    small = ["--people", "1", "--limit", "40", "--flat-people", "100", "--banded", "10", "--made", "2026-11-24"]
    runs = []
    for name in ("one.yml", "two.yml"):
        out = project.parent / name
        monkeypatch.setattr("sys.argv", ["fairness", "--project", str(project), "--out", str(out), *small])
        fairness.main()
        runs.append(out.read_text(encoding="utf-8"))
    assert runs[0] == runs[1]
    made = read_simulation(project.parent / "one.yml")
    assert (made.occupations, made.respondents, made.made.isoformat()) == (40, 40, "2026-11-24")
    assert made.chance.all_10 == 0.25
    assert [world.world for world in made.worlds] == [0, 0.5, 1]
    for world in made.worlds:
        assert world.methods["site"].found.all_25 > made.chance.all_25
        assert world.forms.full.alpha > world.forms.quick.alpha
