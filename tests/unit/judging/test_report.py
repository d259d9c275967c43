"""A change that has been prepared, and all that the report tells of it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cache import Cache
from generator.cli import main
from generator.judging import readers
from generator.judging.readers import NodeError
from generator.judging.report import write_report
from generator.model.site import Site
from tests.conftest import CASES, TODAY, UPDATE, add_templates, edit
from tests.unit.cases import apply, read_case

REPORTS = CASES / "reports"
NOBODY = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ALONE = {**os.environ, **NOBODY, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
NAMES = {"baker": "Baker", "cook": "Cook", "midwife": "Midwife", "plumber": "Plumber", "potter": "Potter"}


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, env=ALONE, check=True, capture_output=True)


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project in a repository, with enough occupations for bands."""
    for slug, title in NAMES.items():
        for number in (2, 3):
            text = (project / f"occupations/{slug}.yml").read_text(encoding="utf-8")
            head, _, rest = text.replace(f"title: {title}", f"title: {title} {number}").partition("\naliases: ")
            (project / f"occupations/{slug}-{number}.yml").write_text(
                f"{head}\n" + rest.partition("\n")[2], encoding="utf-8"
            )
    (project / "occupations/midwife-3.yml").rename(project / "midwife-3.yml")
    monkeypatch.chdir(project)
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "add", "occupations", "content", "mkdocs.yml")
    git(project, "commit", "--quiet", "--message", "before")
    (project / "midwife-3.yml").rename(project / "occupations/midwife-3.yml")
    return add_templates(project)


def compare(text: str, golden: Path) -> None:
    if UPDATE:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_report_of_a_prepared_change_is_as_it_was(repository: Path) -> None:
    apply(read_case(REPORTS / "change.case").wrong, repository)
    compare(write_report(repository, "main", Cache(None), TODAY), REPORTS / "change.md")


def test_bands_are_not_told_without_node_or_where_it_fails(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NodeError, match=r"Cannot find module '.*/nowhere/"):
        readers.find_bands(small_site, [], Path("/nowhere"))
    monkeypatch.setattr(readers, "find_node", lambda: None)
    with pytest.raises(NodeError, match="there is no node"):
        readers.find_bands(small_site, [], Path())


def test_what_cannot_be_told_of_a_broken_base_is_said(repository: Path) -> None:
    cook = repository / "occupations/cook.yml"
    right = cook.read_text(encoding="utf-8")
    edit(cook, "field: food-preparation-and-serving\n", "field: [food\n")
    ways = (repository / "content/ways").rename(repository / "ways")
    git(repository, "add", "occupations", "content")
    git(repository, "commit", "--quiet", "--message", "broken")
    cook.write_text(right, encoding="utf-8")
    ways.rename(repository / "content/ways")
    out = repository / "build/report.md"
    command = ["--root", str(repository), "report", "--out", str(out), "--base"]
    assert CliRunner().invoke(main, [*command, "HEAD"]).exit_code == 0
    compare(out.read_text(encoding="utf-8"), REPORTS / "broken.md")
    result = CliRunner().invoke(main, [*command, "--output=x"])
    assert (result.exit_code, result.stderr) == (1, "Error: git knows no commit '--output=x'\n")
