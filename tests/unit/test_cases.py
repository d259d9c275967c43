"""Mistakes as files: each `*.case` spoils the small project and says what an editor is then told.

A case begins with `# what it shows`. Blocks follow:

    --- edit PATH      lines `- old` are replaced by the lines `+ new` that follow them; the old ones must be there once
    --- write PATH     the lines up to the next block are the whole file
    --- move PATH      the one line that follows is the new path
    --- delete PATH
    --- expect         what `careers check` prints

`<U+200B>` stands for a character that one could not see. UPDATE_GOLDEN=1 writes what is printed into the cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.problems import CODES, format_text
from generator.publishing.output import write_tree
from tests.conftest import CASES, PROJECT, UPDATE, check

_BLOCK = re.compile(r"^--- (edit|write|move|delete|expect)(?: (.+))?\n", re.MULTILINE)
_PRINTED = re.compile(r"\S+:\d+:\d+: ([A-Z]{3}\d{3}) ")


@pytest.fixture(scope="module")
def original() -> dict[str, str]:
    """The files of the small project, path -> text."""
    root = PROJECT
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def project(tmp_path_factory: pytest.TempPathFactory, original: dict[str, str]) -> Path:
    """One copy of the small project for all cases, put back as it was: much quicker than a copy for each."""
    root = tmp_path_factory.getbasetemp() / "cases"
    write_tree(root, original)
    return root


def list_cases(folder: str) -> list[object]:
    """The cases of one folder as parameters of a test."""
    return [pytest.param(path, id=path.stem) for path in sorted((CASES / folder).glob("*.case"))]


def read_case(path: Path) -> Iterator[tuple[str, str, str]]:
    """The blocks of a case as (what to do, path, body)."""
    text = re.sub(r"<U\+([0-9A-F]{4,5})>", lambda match: chr(int(match[1], 16)), path.read_text(encoding="utf-8"))
    title, *blocks = _BLOCK.split(text)
    assert re.fullmatch(r"# .+\n+", title), f"{path.name} does not begin with one line that says what it shows"
    return zip(blocks[0::3], blocks[1::3], blocks[2::3], strict=True)


def apply_case(path: Path, root: Path) -> str:
    """Change the project in `root` as the case says; returns what the case expects to be printed."""
    expected = ""
    for action, name, body in read_case(path):
        if action == "expect":
            expected = body.strip()
        elif action == "delete":
            (root / name).unlink()
        elif action == "move":
            (root / name).rename(root / body.strip())
        elif action == "write":
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(body, encoding="utf-8")
        else:
            (root / name).write_text(edit_lines((root / name).read_text(encoding="utf-8"), body), encoding="utf-8")
    return expected


def edit_lines(text: str, changes: str) -> str:
    """`text` with each run of `- ` lines in `changes` replaced by the `+ ` lines after it."""
    for change in re.findall(r"(?:^-.*\n)+(?:^\+.*\n)*", changes, re.MULTILINE):
        old, new = ("".join(re.findall(rf"^\{sign} ?(.*\n)", change, re.MULTILINE)) for sign in "-+")
        assert ("\n" + text).count("\n" + old) == 1, f"not there exactly once:\n{old}"
        text = ("\n" + text).replace("\n" + old, "\n" + new)[1:]
    return text


@pytest.mark.parametrize("case", list_cases("invalid"))
def test_mistake_is_reported_where_it_stands(case: Path, project: Path) -> None:
    expected = apply_case(case, project)
    printed = format_text(check(project))
    if UPDATE and printed:
        head = case.read_text(encoding="utf-8").partition("--- expect\n")[0]
        case.write_text(f"{head}--- expect\n{printed}\n", encoding="utf-8")
        expected = printed
    assert printed
    assert printed == expected


@pytest.mark.parametrize("case", list_cases("valid"))
def test_unusual_but_correct_input_passes(case: Path, project: Path) -> None:
    apply_case(case, project)
    assert format_text(check(project)) == ""


def test_the_small_project_itself_is_clean(project: Path) -> None:
    assert check(project) == ()


def test_every_code_is_shown_by_a_case_or_a_test() -> None:
    """What no text file can show, such as a file without permission, is asserted as printed in a test here."""
    shown = "".join(path.read_text(encoding="utf-8").partition("--- expect")[2] for path in CASES.glob("invalid/*"))
    for path in Path(__file__).parent.rglob("test_*.py"):
        shown += path.read_text(encoding="utf-8") if path != Path(__file__) else ""
    assert set(_PRINTED.findall(shown)) == set(CODES)
