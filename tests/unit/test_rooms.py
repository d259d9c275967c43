"""The house: no room is crowded or needs what stands above it, no module is long, and HACKING shows all of it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import REPOSITORY

GENERATOR = REPOSITORY / "generator"
SCRIPTS = REPOSITORY / "templates/theme/assets/careers"
ROOM = 10
"""About nine files a room."""
ROWS = {
    "generator/model": "one kind of content each",
    "generator/rules": "one kind of content each",
    "templates/pages": "one kind of page each",
    "templates/pages/blocks/elements": "one element each",
    "templates/pages/blocks/occupation": "one part of an occupation's page each",
    "templates/pages/blocks/parts": "one part each",
    "templates/theme/assets/careers/elements/sheet": "one matter of a worksheet each",
    "templates/theme/assets/careers/pictures/cards": "one field of work each",
    "templates/theme/assets/careers/scoring": "one formula each",
    "tests/cases/invalid": "one mistake each",
    "tests/cases/valid": "one thing each that is no mistake",
    "tests/content": "one matter of the content each",
    "tests/project/content/figures/office": "one table each",
    "tests/project/content/vocabulary": "one vocabulary each",
    "tests/unit/pages": "one matter of the pages each",
    "tests/unit": "one module of the generator's ground each",
}
"""Rows of like things, which may be longer, and what their files have in common."""
LINES = 250
"""Of a module at most."""
LONG = {
    "generator/cli.py": "one command after the other, and all that is printed",
    "generator/links.py": "where each thing stands, which nothing else knows",
    "generator/problems.py": "every code, a line each, and how problems are printed",
    "generator/model/occupation.py": "the format of a profile, which editors of it find in one place",
}
"""Modules that may be longer, and what holds them together."""
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


def test_no_module_is_long_but_those_that_are_one_thing() -> None:
    paths = [*GENERATOR.rglob("*.py"), *(REPOSITORY / "tools").rglob("*.py"), *SCRIPTS.rglob("*.js")]
    lengths = {path.relative_to(REPOSITORY).as_posix(): len(path.read_bytes().splitlines()) for path in paths}
    assert len(lengths) > 200
    assert {path: lines for path, lines in lengths.items() if lines > LINES and path not in LONG} == {}
    assert [path for path in LONG if lengths.get(path, 0) <= LINES] == []


def read_house() -> str:
    """The part of HACKING that lists all rooms."""
    text = (REPOSITORY / "HACKING.md").read_text(encoding="utf-8")
    return text[text.index("## The house") : text.index("## Working on it")]


def list_shown(begin: str, end: str) -> list[str]:
    """The rooms between two lines of the list, in their order."""
    shown = read_house()
    part = shown[shown.index(f"\n{begin}") : shown.index(f"\n{end}")]
    return re.findall(r"^  (\w+)/ ", part, re.MULTILINE)


def find_needs(path: Path) -> Iterator[str]:
    """The rooms of the generator that a module needs, and the modules beside them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from re.findall(r"^generator\.(\w+)", node.module)
        elif isinstance(node, ast.Import):
            yield from (name for alias in node.names for name in re.findall(r"^generator\.(\w+)", alias.name))


def find_upward(rooms: list[str], needs: dict[str, set[str]]) -> dict[str, set[str]]:
    """What each room needs of those that stand behind it."""
    behind = {room: set(rooms[at + 1 :]) for at, room in enumerate(rooms)}
    return {room: found for room in rooms if (found := needs[room] & behind[room])}


def test_no_room_of_the_generator_needs_one_that_is_listed_below_it() -> None:
    rooms = list_shown("generator/", "content/")
    assert set(rooms) == {path.name for path in GENERATOR.iterdir() if (path / "__init__.py").is_file()}
    needs = {room: {need for path in (GENERATOR / room).rglob("*.py") for need in find_needs(path)} for room in rooms}
    assert "prose" in needs["model"]
    assert find_upward(rooms, needs) == {}
    # What brings rooms together stands above those that it needs, and so does whoever needs it.
    orchestrated = set(find_needs(GENERATOR / "project.py")) & set(rooms)
    last = max(map(rooms.index, orchestrated))
    assert [room for room in rooms[: last + 1] if "project" in needs[room]] == []
    ground = {path.stem for path in GENERATOR.glob("*.py")} - {"__init__", "__main__", "cli", "project"}
    assert {name: found for name in ground if (found := {*find_needs(GENERATOR / f"{name}.py")} - ground)} == {}


def find_imports(path: Path) -> Iterator[Path]:
    """The modules that a script needs when it runs, which those of types are not."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"""(?:\bfrom |\bimport |\bimport\()["'](\.[^"']+)["']""", text):
        yield (path.parent / target).resolve()


def test_no_room_of_the_scripts_needs_one_that_is_listed_below_it() -> None:
    rooms = list_shown("templates/theme/", "templates/new/")
    assert {path.name for path in SCRIPTS.iterdir() if path.is_dir()} == set(rooms)
    needs = {
        room: {target.relative_to(SCRIPTS).parts[0] for path in files for target in find_imports(path)} - {room}
        for room in rooms
        if (files := [*(SCRIPTS / room).rglob("*.js")]) or not files
    }
    assert "kept" in needs["reader"]
    assert find_upward(rooms, needs) == {}


def test_need_of_a_room_behind_is_found() -> None:
    assert find_upward(["a", "b", "c"], {"a": {"b"}, "b": {"a"}, "c": {"a", "b"}}) == {"a": {"b"}}


def test_hacking_names_every_room_and_what_stands_in_it() -> None:
    shown = read_house()
    # Rooms that are alike are named together: one for each element, and what mirrors other rooms.
    alike = (
        "tests/browser/",
        "tests/cases/",
        "tests/project/",
        "tests/unit/",
        "tests/scripts/",
        "templates/theme/assets/careers/elements/",
        "templates/new/",
    )
    rooms = {room for room in list_rooms() if not room.startswith(alike)}
    assert [room for room in rooms if f"{room.rsplit('/', 1)[-1]}/" not in shown] == []
    modules = {path.name for path in (REPOSITORY / "generator").rglob("*.py")} - {"__init__.py", "__main__.py"}
    rows = {
        path.name
        for room in ("model", "rules", "exports/api", "exports/api/published", "scripts/published")
        for path in (REPOSITORY / "generator" / room).glob("*")
    }
    assert {name for name in modules - rows if name not in shown} == set()
    scripts = REPOSITORY / "templates/theme/assets/careers"
    rooms = {"site", "language", "actions", "kept", "data", "reader"}
    names = {path.stem for room in rooms for path in (scripts / room).glob("*.js")}
    assert {name for name in names if not re.search(rf"\b{name}\b", shown)} == set()
