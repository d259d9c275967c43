"""What the documents say is so: paths, commands, targets and dependencies exist."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.editing import schema
from generator.scripts import constants, types

REPOSITORY = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "HACKING.md")
MADE = {"site", "build", ".venv"}


def read(name: str) -> str:
    """The text of a file of the repository."""
    return (REPOSITORY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_in_a_document_exist(name: str) -> None:
    paths = re.findall(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:md|yml|toml|css|svg|txt|json))`", read(name))
    missing = []
    for path in paths:
        # An occupation is an example of its kind: whether it is there is for the tests of content.
        if path.split("/")[0] in MADE or path.startswith(("api/", "occupations/")):
            continue
        beside = [
            REPOSITORY / folder / path
            for folder in ("", "generator", "content", "templates/theme", "templates/theme/assets/careers")
        ]
        if not any(candidate.exists() for candidate in beside):
            missing.append(path)
    assert missing == []
    assert paths


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_in_a_document_exist(name: str) -> None:
    text = read(name)
    targets = set(re.findall(r"^([a-z]+):.*##", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^    |`)make ([a-z]+)", text, re.MULTILINE)) <= targets
    assert set(re.findall(r"\bcareers ([a-z]+)\b(?=[`|\s])", text)) - {"service"} <= set(main.commands)


def test_hacking_names_every_module_and_dependency() -> None:
    text = read("HACKING.md")
    modules = {path.name for path in (REPOSITORY / "generator").glob("*.py")} - {"__init__.py", "__main__.py"}
    assert {name for name in modules if name not in text} == set()
    settings = tomllib.loads(read("pyproject.toml"))["project"]
    packages = [*settings["dependencies"], *(p for group in settings["optional-dependencies"].values() for p in group)]
    names = {re.split(r"[<>=]", package)[0].lower() for package in packages}
    assert {name for name in names if name not in text.lower() and not name.startswith("types-")} == set()


def test_locks_have_hashes_and_no_index() -> None:
    for name in ("requirements/site.txt", "requirements/test.txt"):
        text = read(name)
        pins = re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE | re.IGNORECASE)
        assert len(pins) > 10
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text


def test_hooks_run_what_lint_runs() -> None:
    lint = re.search(r"^lint:.*\n((?:\t.*\n)+)", read("Makefile"), re.MULTILINE)
    assert lint
    commands = re.findall(r"(?:\$\(BIN\)|node_modules/\.bin)/(.+)", lint[1])
    hooks = [hook for repo in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"] for hook in repo["hooks"]]
    entries = " ".join(hook["entry"] for hook in hooks)
    # Hooks name the files themselves.
    assert [command for command in commands if command.removesuffix(" .") not in entries] == []
    assert len(commands) > 5


def test_hooks_of_careers_run_for_what_it_reads_and_makes() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"][0]["hooks"]}
    made = (schema.PATH, types.PATH, constants.PATH)
    code = ("generator/model/quiz.py", "templates/strings/en.yml")
    for name, paths in {
        "careers-check": (*code, "content/index.md", "occupations/x.yml", "mkdocs.yml", "templates/pages/way.md.j2"),
        "careers-schema": (*code, *made),
    }.items():
        assert [path for path in paths if not re.search(hooks[name]["files"], path)] == []
        assert not re.search(hooks[name]["files"], "tests/unit/test_documents.py")
    assert hooks["careers-schema"]["entry"].endswith("careers schema --check")


ROOM = 10
"""About nine files a room."""
ROWS = {
    "generator/model": "one kind of content each",
    "templates/pages": "one kind of page each",
    "templates/pages/blocks/elements": "one element each",
    "templates/pages/blocks/parts": "one part each",
    "templates/theme/assets/careers/elements/sheet": "one matter of a worksheet each",
    "templates/theme/assets/careers/pictures/cards": "one field of work each",
    "templates/theme/assets/careers/scoring": "one formula each",
    "tests/cases/invalid": "one mistake each",
    "tests/cases/valid": "one thing each that is no mistake",
    "tests/project/content/vocabulary": "one vocabulary each",
    "tests/unit": "one module of the generator's ground each",
}
"""Rows of like things, which may be longer, and what their files have in common."""
TOPS = ("generator", "templates", "tests", "tools")


def list_rooms() -> dict[str, int]:
    """Folder -> how many files stand in it, of what Git would keep."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *TOPS]
    names = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.splitlines()
    rooms: dict[str, int] = {}
    for path in (Path(name) for name in names if (REPOSITORY / name).is_file()):
        rooms[path.parent.as_posix()] = rooms.get(path.parent.as_posix(), 0) + (path.name != "__init__.py")
    return rooms


def test_a_room_has_about_nine_files() -> None:
    assert {room: count for room, count in list_rooms().items() if count > ROOM and room not in ROWS} == {}


def test_every_long_row_is_there_and_long() -> None:
    rooms = list_rooms()
    assert [room for room in ROWS if rooms.get(room, 0) <= ROOM] == []


def test_no_two_rooms_of_the_generator_need_each_other() -> None:
    package = REPOSITORY / "generator"
    needs: dict[str, set[str]] = {path.name: set() for path in package.iterdir() if (path / "__init__.py").is_file()}
    for room in needs:
        for path in (package / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            names = re.findall(r"^\s*from generator\.(\w+)", text, re.MULTILINE)
            for line in re.findall(r"^\s*from generator import (.+)", text, re.MULTILINE):
                names += re.findall(r"\w+", line)
            needs[room] |= needs.keys() & {*names} - {room}
    assert "prose" in needs["model"]
    # Rooms that need none but those that have been taken away go, until none are left but circles.
    while free := [room for room, others in needs.items() if not others & needs.keys()]:
        needs = {room: others for room, others in needs.items() if room not in free}
    assert needs == {}


def test_hacking_names_every_room_and_what_stands_in_it() -> None:
    text = read("HACKING.md")
    shown = text[text.index("## The house") : text.index("## Working on it")]
    # Rooms that are alike are named together: one for each element, and what mirrors other rooms.
    alike = (
        "tests/browser/",
        "tests/cases/",
        "tests/project/",
        "tests/unit/",
        "tests/scripts/",
        "templates/theme/assets/careers/elements/",
    )
    rooms = {room for room in list_rooms() if not room.startswith(alike)}
    assert [room for room in rooms if f"{room.rsplit('/', 1)[-1]}/" not in shown] == []
    modules = {path.name for path in (REPOSITORY / "generator").rglob("*.py")} - {"__init__.py", "__main__.py"}
    rows = {
        path.name for room in ("model", "rules", "exports/api") for path in (REPOSITORY / "generator" / room).glob("*")
    }
    assert {name for name in modules - rows if name not in shown} == set()
    scripts = REPOSITORY / "templates/theme/assets/careers"
    rooms = {"site", "language", "actions", "kept", "data", "reader"}
    names = {path.stem for room in rooms for path in (scripts / room).glob("*.js")}
    assert {name for name in names if not re.search(rf"\b{name}\b", shown)} == set()
