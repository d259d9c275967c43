"""What `careers fmt` makes of files: one order and style, nothing lost, and the same when it is done again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editing.formatting import FormattingError, format_file
from generator.editing.rewriting import find_files, find_kind
from generator.model.occupation import Occupation
from generator.sources import files
from generator.sources.files import Source
from tests.conftest import CASES, PROJECT, REPOSITORY, UPDATE

pytestmark = pytest.mark.slow
BEFORE, AFTER = (CASES / f"formatted/{name}.yml" for name in ("before", "after"))


def fmt(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "fmt", *arguments])


def test_file_gets_its_order_and_style_with_all_comments() -> None:
    made = format_file(Source("tuner.yml", BEFORE.read_text(encoding="utf-8")), Occupation)
    if UPDATE:
        AFTER.write_text(made or "", encoding="utf-8")
    assert made == AFTER.read_text(encoding="utf-8")
    assert format_file(Source("tuner.yml", made), Occupation) == made


def test_order_in_which_fields_were_written_does_not_count() -> None:
    source = files.read(PROJECT / "occupations/midwife.yml", PROJECT)
    made = format_file(source, Occupation)
    assert made
    head, *blocks = re.split(r"^(?=\w)", made, flags=re.MULTILINE)
    shuffled = head + "".join(f"# Above number {at}.\n{block}" for at, block in reversed([*enumerate(blocks)]))
    again = format_file(Source("midwife.yml", shuffled), Occupation)
    assert again == head + "".join(f"# Above number {at}.\n{block}" for at, block in enumerate(blocks))


def test_all_that_is_shipped_to_begin_with_is_in_order() -> None:
    for path in (REPOSITORY / "templates/new").glob("*.yml"):
        source = files.read(path, REPOSITORY)
        assert format_file(source, find_kind(path.relative_to(REPOSITORY).as_posix())) == source.text


def test_a_translation_is_written_as_its_original(project: Path) -> None:
    path = project / "languages/es/occupations/baker.yml"
    path.parent.mkdir(parents=True)
    path.write_text("tasks: [ Amasar ]\ntitle:  Panadero\n", encoding="utf-8")
    for name, text in (("site.yml", "nav: {A: B}\n"), ("strings/any.yml", "page:  {home: Inicio}\n")):
        (path.parents[1] / name).parent.mkdir(exist_ok=True)
        (path.parents[1] / name).write_text(text, encoding="utf-8")
    assert fmt(project, str(path)).stdout == "languages/es/occupations/baker.yml written\n"
    assert path.read_text(encoding="utf-8") == "title: Panadero\ntasks: [Amasar]\n"
    assert {path, path.parents[1] / "site.yml", path.parents[1] / "strings/any.yml"} <= {*find_files(project)}
    assert find_kind("languages/es/methods/learn.yml") is find_kind("content/methods/learn.yml")


def test_every_file_of_a_project_is_written_once(project: Path) -> None:
    before = {path: path.read_bytes() for path in find_files(project)}
    (project / "occupations/baker.yml").write_text("title:  Baker\r\n", encoding="utf-8", newline="")
    told = fmt(project, "--check")
    assert told.exit_code == 1
    assert "occupations/baker.yml:1: not in the usual order and style; `careers fmt` mends it" in told.stdout
    assert (project / "occupations/baker.yml").read_bytes() == b"title:  Baker\r\n"
    written = fmt(project)
    assert written.exit_code == 0
    assert "occupations/baker.yml written" in written.stdout
    assert (project / "occupations/baker.yml").read_bytes() == b"title: Baker\n"
    assert (fmt(project).stdout, fmt(project, "--check").exit_code) == ("", 0)
    assert len(before) > 20


def test_file_with_a_mistake_is_left_as_it_is(project: Path) -> None:
    path = project / "occupations/baker.yml"
    path.write_text("title: [\n", encoding="utf-8")
    result = fmt(project, str(path))
    assert result.exit_code == 1
    assert "occupations/baker.yml:1:8: SRC006 YAML syntax" in result.stdout
    assert path.read_text(encoding="utf-8") == "title: [\n"


def test_nothing_is_lost_rather_than_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.editing.formatting._style", lambda text: text.replace("# One.\n", ""))
    with pytest.raises(FormattingError, match="without a loss"):
        format_file(Source("cook.yml", "# One.\ntitle: Cook\n"), Occupation)
    path = project / "occupations/baker.yml"
    path.write_text("# One.\ntitle: Baker\n", encoding="utf-8")
    result = fmt(project, str(path))
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (1, "# One.\ntitle: Baker\n")
    assert "left as it is" in result.stderr


def test_file_of_another_kind_is_refused(project: Path) -> None:
    result = fmt(project, str(project / "mkdocs.yml"))
    assert result.exit_code == 1
    assert "mkdocs.yml is no file of which the order and style are known" in result.stderr
