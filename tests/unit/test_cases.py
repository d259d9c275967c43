"""Mistakes as files: each `*.case` spoils the small project and says what an editor is then told; see cases.py.

UPDATE_GOLDEN=1 writes what is printed into the cases.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import CODES, format_text
from tests.conftest import PROJECT, UPDATE, check
from tests.unit.cases import apply, list_cases, read_case


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
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.is_symlink() or path.relative_to(root).as_posix() not in original:
            path.unlink()
    for name, text in original.items():
        path = root / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return root


def parameters(folder: str) -> list[object]:
    """The cases of one folder as parameters of a test."""
    return [pytest.param(path, id=path.stem) for path in list_cases(folder)]


@pytest.mark.parametrize("path", parameters("invalid"))
def test_mistake_is_reported_where_it_stands_and_can_be_mended(path: Path, project: Path) -> None:
    case = read_case(path)
    apply(case.wrong, project)
    printed = format_text(check(project))
    assert printed
    if UPDATE:
        text = path.read_text(encoding="utf-8")
        head, _, rest = text.partition("--- expect\n")
        mended = rest[rest.index("--- mended") :] if case.mended else ""
        path.write_text(f"{head}--- expect\n{printed}\n{mended}", encoding="utf-8")
    else:
        assert printed == case.expected
    if case.mended:
        apply(case.mended, project)
        assert format_text(check(project)) == ""


@pytest.mark.parametrize("path", parameters("valid"))
def test_unusual_but_correct_input_passes(path: Path, project: Path) -> None:
    apply(read_case(path).wrong, project)
    assert format_text(check(project)) == ""


def test_the_small_project_itself_is_clean(project: Path) -> None:
    assert check(project) == ()


def test_every_code_has_a_case_that_is_mended() -> None:
    cases = map(read_case, list_cases("invalid"))
    assert {code for case in cases if case.mended for code in case.codes} == set(CODES)
