from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import links, workers
from generator import project as projects
from generator.cli import main
from generator.editing import schema
from generator.faults import CarefulGroup
from generator.publishing import building
from generator.register.entries import SLUGS_TAKEN
from generator.workers import WorkerError
from tests.conftest import REPOSITORY, edit, outline


def fail(error: BaseException) -> Callable[..., Any]:
    """A function that raises `error`, whatever it is asked."""

    def raise_it(*_: object, **__: object) -> None:
        raise error

    return raise_it


def careers(root: Path, *arguments: str) -> Result:
    """What `careers` prints and exits with in the repository `root`."""
    return CliRunner().invoke(main, ["--root", str(root), *arguments], catch_exceptions=False)


def test_check_reads_the_prose_when_it_is_asked_to(publishable: Path) -> None:
    page = publishable / "content/groups.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNo adverts.\n", encoding="utf-8")
    assert careers(publishable, "check").stdout == ""
    result = careers(publishable, "check", "--prose")
    assert result.stdout.endswith("PRO101 warning: 'adverts' in a text; here it is 'ad'\n")
    assert result.exit_code == 0


def test_what_docstrings_describe_is_not_made_without_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CarefulGroup, "__doc__", None)  # As `python -OO` has it.
    result = careers(tmp_path, "build")
    assert (result.exit_code, "without -OO" in result.output) == (1, True)
    assert not [*tmp_path.iterdir()]


def test_check_says_how_much_was_checked(publishable: Path) -> None:
    result = careers(publishable, "check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "7 profiles checked: 0 errors, 0 warnings\n"
    outline(publishable)
    assert careers(publishable, "check").stderr == "7 profiles and 4 outlines checked: 0 errors, 0 warnings\n"


def test_check_prints_every_problem_and_exits_with_1(project: Path) -> None:
    edit(project / "occupations/baker.yml", "preparation: 2", "preparation: two")
    edit(project / "occupations/cook.yml", "skill: coordination", "skill: co-ordination")
    result = careers(project, "check")
    assert result.exit_code == 1
    assert [line.split(" ")[1] for line in result.stdout.splitlines()] == ["FLD003", "OCC004"]
    assert result.stderr == "2 errors, 0 warnings\n"


def test_check_of_files_tells_of_these_alone_and_counts_the_others(publishable: Path) -> None:
    baker, cook = publishable / "occupations/baker.yml", publishable / "occupations/cook.yml"
    edit(baker, "preparation: 2", "preparation: two")
    result = careers(publishable, "check", str(cook))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 errors, 0 warnings; 1 error, 0 warnings in other files\n"
    result = careers(publishable, "check", str(baker), str(cook))
    assert result.exit_code == 1
    assert result.stdout.startswith("occupations/baker.yml:6:14: FLD003")
    assert result.stderr == "1 error, 0 warnings\n"
    assert careers(publishable, "check", str(publishable / "occupations")).exit_code == 1
    edit(baker, "preparation: two", "preparation: 2")
    edit(cook, "aliases: [", "aliases: [bread maker, ")
    both = [careers(publishable, "check", str(path)).stdout for path in (baker, cook)]
    assert "OCC002" in both[0]
    assert both[0] == both[1]
    result = careers(publishable, "check", str(publishable.parent))
    assert result.exit_code == 1
    assert "is none of what is checked: occupations, content, languages, templates, mkdocs.yml" in result.stderr


def test_check_of_files_tells_warnings_of_these_alone(publishable: Path) -> None:
    page = publishable / "content/groups.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNo adverts.\n", encoding="utf-8")
    for _ in ("read", "found unchanged"):
        result = careers(publishable, "check", "--prose", str(publishable / "occupations/cook.yml"))
        assert result.stdout == ""
        assert result.stderr == "7 profiles checked: 0 errors, 0 warnings; 0 errors, 1 warning in other files\n"


def test_every_mistake_of_the_templates_is_told_in_one_run(publishable: Path) -> None:
    edit(publishable / "templates/pages/occupation.md.j2", "{% for task in", "{{ t.nothing }}\n{% for task in")
    (publishable / "templates/pages/plan.md.j2").write_text("{{ 1/0 }}\n", encoding="utf-8")
    told = careers(publishable, "check").stdout.splitlines()
    names = [line.partition(":")[0] for line in told]
    assert names == ["templates/pages/occupation.md.j2", "templates/pages/plan.md.j2"]


def test_warnings_are_printed_but_do_not_fail(publishable: Path) -> None:
    edit(publishable / "occupations/cook.yml", 'related:\n  - {slug: baker, why: "Bakers work with food too, ', "")
    edit(publishable / "occupations/cook.yml", 'but alone with the oven."}\n', "")
    result = careers(publishable, "check", "--format", "github")
    assert result.exit_code == 0
    assert result.stdout.startswith("::warning file=occupations/baker.yml,line=73,col=12,title=OCC102::")
    assert result.stderr == "7 profiles checked: 0 errors, 1 warning\n"


def test_json_is_json_with_and_without_problems(publishable: Path) -> None:
    assert json.loads(careers(publishable, "check", "--format", "json").stdout) == []
    edit(publishable / "occupations/baker.yml", "title: Baker", "titel: Baker")
    result = careers(publishable, "check", "--format", "json")
    assert result.exit_code == 1
    assert [(problem["line"], problem["code"]) for problem in json.loads(result.stdout)] == [
        (1, "FLD001"),
    ]


@pytest.mark.parametrize(
    ("variable", "beginning"), [("true", "::error file=occupations"), ("", "occupations:1:1: SRC014")]
)
def test_annotations_come_by_themselves_in_github_actions(project: Path, variable: str, beginning: str) -> None:
    for path in (project / "occupations").iterdir():
        path.unlink()
    (project / "content/methods/know-yourself.yml").unlink()
    command = [sys.executable, "-m", "generator", "--root", str(project), "check"]
    environment = os.environ | {"GITHUB_ACTIONS": variable}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert any(line.startswith(beginning) for line in done.stdout.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="no process there can be sent what Ctrl-C sends")
def test_ctrl_c_while_a_command_is_being_loaded_leaves_no_trace(tmp_path: Path) -> None:
    waits = "import sys, time\nprint('loading', flush=True)\ntime.sleep(60)\n"
    (tmp_path / "click.py").write_text(waits, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "check"]
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{REPOSITORY}"}
    with subprocess.Popen(
        # What runs in the background of a script may have been told to heed no Ctrl-C, and so would be what it runs.
        command,
        env=environment,
        cwd=tmp_path,
        stdout=-1,
        stderr=-1,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"loading\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate() == (b"", b"")
    assert process.returncode == -signal.SIGINT


def test_empty_folder_gives_problems_and_no_traceback(tmp_path: Path) -> None:
    result = careers(tmp_path, "check")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert {line.split(" ")[1] for line in lines} == {"SRC001", "SRC014"}
    assert "occupations:1:1: SRC014 no profile found; run `careers new" in result.output
    assert "mkdocs.yml:1:1: SRC001 cannot be read: No such file or directory" in result.stdout


def test_new_writes_once(project: Path) -> None:
    (project / "templates/new").mkdir(parents=True)
    (project / "templates/new/occupation.yml").write_text("title: TITLE\n", encoding="utf-8")
    result = careers(project, "new", "dental-hygienist")
    assert (result.exit_code, (project / "occupations/dental-hygienist.yml").read_text(encoding="utf-8")) == (
        0,
        "title: Dental hygienist\n",
    )
    assert "occupations/dental-hygienist.yml is ready" in result.stdout
    again = careers(project, "new", "dental-hygienist")
    assert again.exit_code == 1
    assert "exists already" in again.stderr


def test_what_is_made_from_the_models_is_written_once_and_found_stale(project: Path) -> None:
    made = [*schema.made_schemas(project), *schema.made_files(project)]
    assert careers(project, "schema", "--check").exit_code == 1
    assert careers(project, "schema").stdout.splitlines() == [f"{path} written" for path in made]
    assert careers(project, "schema").stdout.splitlines() == [f"{path} was up to date" for path in made]
    assert careers(project, "schema", "--check").exit_code == 0


@pytest.mark.parametrize("path", schema.made_files(REPOSITORY))
def test_each_file_that_is_made_from_the_models_can_be_stale(project: Path, path: str) -> None:
    careers(project, "schema")
    (project / path).write_text("{}", encoding="utf-8")
    stale = careers(project, "schema", "--check")
    assert stale.exit_code == 1
    assert [line for line in stale.stdout.splitlines() if "up to date" not in line] == [
        f"{path} is stale: run `careers schema`"
    ]


def test_build_that_finds_mistakes_leaves_everything_as_it_was(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site/index.html").write_text("good", encoding="utf-8")
    edit(project / "occupations/baker.yml", "title: Baker", "titel: Baker")
    result = careers(project, "build")
    assert result.exit_code == 1
    assert "FLD001 unknown field 'titel'" in result.stdout
    assert "1 error, 0 warnings; site/ is unchanged\n" in result.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
    assert not (project / "build/docs").exists()


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_of_every_command_has_an_example(command: str) -> None:
    result = careers(REPOSITORY, *([command] if command else []), "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples:\n(?:    careers .*\n)*    careers .*{command}", result.stdout)


@pytest.mark.parametrize("command", main.commands)
def test_each_example_in_help_is_a_command_that_exists(command: str) -> None:
    for line in re.findall(r"^    careers (.*)$", careers(REPOSITORY, command, "--help").stdout, re.MULTILINE):
        words = re.sub(r"\s{2,}.*|>.*", "", line).split()
        assert careers(REPOSITORY, *words, "--help").exit_code == 0, line


def test_names_that_the_site_uses_cannot_be_begun(project: Path) -> None:
    for slug in SLUGS_TAKEN:
        assert careers(project, "new", slug).exit_code == 1


@pytest.mark.parametrize("command", ["check", "build", "schema"])
def test_fault_of_the_program_is_a_sentence_with_its_kind_and_place(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(projects, "_load", fail(KeyError("a key\nof two lines")))
    monkeypatch.setattr(schema, "made_files", lambda _root: projects.load(project))
    result = careers(project, command)
    assert (result.exit_code, result.stdout) == (2, "")
    said = r"Error: a fault of the program, not of your files: KeyError in generator/project\.py:\d+: .*two lines'\n"
    last = r"The file read last was content/\S+\.yml\. " if command == "schema" else ""  # The others read none before.
    assert re.fullmatch(said + last + "Please report it, with what CAREERS_TRACE=1 shows\n", result.stderr.lstrip())
    monkeypatch.setenv("CAREERS_TRACE", "1")
    with pytest.raises(KeyError):
        careers(project, command)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (PermissionError(13, "Permission denied", b"a\xe4"), "a\\xe4: Permission denied"),
        (MemoryError(), "there is no memory left"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_trouble_of_the_system_is_no_fault_of_the_program(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: str, error: Exception, told: str
) -> None:
    monkeypatch.setattr(projects, "_load", fail(error))
    result = careers(project, command)
    assert result.exit_code == 1
    assert told in result.stderr
    assert "fault" not in result.stderr


def test_fault_in_another_process_tells_its_place_there(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def share(*_: object, **__: object) -> None:
        list(workers.share(lambda _: links.published(None), [1, 2], 2))  # type: ignore[arg-type]

    monkeypatch.setattr(projects, "_load", share)
    result = careers(project, "check")
    assert "AttributeError in generator/links.py:" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("command", "step"), [("check", "check_docs"), ("build", "write_docs"), ("build", "build_site")]
)
def test_process_that_dies_is_no_fault_of_the_program(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: str, step: str
) -> None:
    if step == "build_site":
        monkeypatch.setattr(building, "write_docs", lambda *_: None)
    monkeypatch.setattr(building, step, fail(WorkerError("a process ended")))
    result = careers(project, command)
    assert result.exit_code == 1
    assert "a process ended\n" in result.stderr


def test_file_in_the_place_of_the_folder_build_is_told(publishable: Path) -> None:
    (publishable / "build").write_text("", encoding="utf-8")
    result = careers(publishable, "build")
    assert result.exit_code == 1
    assert f"{publishable}/build: File exists, where a folder belongs" in result.stderr.replace("\n", "")
    assert careers(publishable, "check").exit_code == 0


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ 1/0 }}", "division by zero"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "includes or calls itself without end"),
        ("{% include 'occupation.md.j2' %}", "includes or calls itself without end"),
    ],
)
def test_template_that_cannot_end_well_is_a_problem(publishable: Path, template: str, message: str) -> None:
    (publishable / "templates/pages/occupation.md.j2").write_text(f"\n{template}\n", encoding="utf-8")
    result = careers(publishable, "check")
    assert result.stdout == f"templates/pages/occupation.md.j2:2:1: TPL001 {message}\n"
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("gone", "named"),
    [("", ""), ("/assets/careers/styles/paper.css", "/assets/careers/styles/paper.css")],
)
def test_theme_that_is_missing_is_a_problem(publishable: Path, gone: str, named: str) -> None:
    path = publishable / f"templates/theme{gone}"
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    result = careers(publishable, "check")
    hint = "put back the folder, or what you have taken from it"
    assert result.stdout == f"templates/theme{named}:1:1: SRC014 not there; {hint}\n"
    assert result.exit_code == 1


def test_new_refuses_a_template_that_cannot_be_read(project: Path) -> None:
    (project / "templates/new").mkdir(parents=True)
    (project / "templates/new/occupation.yml").write_bytes(b"title: \xe4\n")
    result = careers(project, "new", "dental-hygienist")
    assert result.exit_code == 1
    assert "templates/new/occupation.yml:1:8: SRC002 byte 0xe4 is not UTF-8" in result.stderr
    assert not (project / "occupations/dental-hygienist.yml").exists()


def test_what_is_printed_is_utf8_whatever_the_locale(project: Path) -> None:
    profile = project / "occupations/baker.yml"
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("field: production", "field: пекарь"), encoding="utf-8"
    )
    command = [sys.executable, "-m", "generator", "--root", str(project), "check", "--format", "json"]
    done = subprocess.run(command, cwd=project, env=os.environ | {"PYTHONIOENCODING": "cp1252"}, capture_output=True)
    assert done.returncode == 1
    assert [one["message"] for one in json.loads(done.stdout.decode("utf-8"))] == ["unknown field 'пекарь'"]
