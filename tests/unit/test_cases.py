"""Mistakes as files: each `*.case` spoils the small project and says what an editor is then told; see cases.py.

UPDATE_GOLDEN=1 writes what is printed into the cases.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.model.base import Place, texts
from generator.problems import CODES, format_github, format_text
from generator.rules import prose, reading
from generator.sources import documents
from tests.conftest import UPDATE, Known, check
from tests.unit.cases import apply, list_cases, read_case

READ = Known()
"""A case spoils one or two files; the others have been read."""


@pytest.fixture(scope="module", autouse=True)
def _look_once() -> Iterator[None]:
    """Look up which texts a file has, and what stands in one, once for all cases: most are the same in each."""
    finder = prose._Finder

    @functools.cache
    def know(words: tuple[tuple[str, tuple[str, ...]], ...]) -> Callable[[str], tuple[tuple[str, str, int], ...]]:
        find = finder(dict(words))
        return functools.cache(lambda text: tuple(find(text)))

    def keep(way: Callable[[str], Iterable[str]]) -> Callable[[str], tuple[str, ...]]:
        return functools.cache(lambda text: tuple(way(text)))

    listed: dict[int, tuple[object, list[tuple[Place, str]]]] = {}

    def list_once(model: object) -> list[tuple[Place, str]]:
        if id(model) not in listed:
            listed[id(model)] = model, texts(model)  # With the model, of which no other then has the number.
        return listed[id(model)][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "texts", list_once)
        patch.setattr(prose, "_Finder", lambda words: know(tuple((one, tuple(of)) for one, of in words.items())))
        for name in ("read_sentences", "split_sentences", "find_words"):
            patch.setattr(reading, name, keep(getattr(reading, name)))
        yield


_ANNOTATION = re.compile(r"::(error|warning) file=(.*),line=(\d+),col=(\d+),title=(\w+)::(.*)")


def _write_plainly(match: re.Match[str]) -> str:
    """An annotation as it would stand in a terminal."""
    kind, path, line, column, code, told = match.groups()
    warning = "warning: " if kind == "warning" else ""
    return unquote(f"{path}:{line}:{column}: {code} {warning}{told}")


def parameters(folder: str) -> list[object]:
    """The cases of one folder as parameters of a test."""
    return [pytest.param(path, id=path.stem) for path in list_cases(folder)]


@pytest.mark.parametrize("path", parameters("invalid"))
def test_mistake_is_reported_where_it_stands_and_can_be_mended(path: Path, restored: Path) -> None:
    case = read_case(path)
    apply(case.wrong, restored)
    problems = check(restored, READ)
    printed = format_text(problems)
    assert printed
    annotations = format_github(problems).split("\n")[: len(problems)]
    assert [_ANNOTATION.sub(_write_plainly, line) for line in annotations] == printed.split("\n")
    if UPDATE:
        text = path.read_text(encoding="utf-8")
        head, _, rest = text.partition("--- expect\n")
        mended = rest[rest.index("--- mended") :] if case.mended else ""
        path.write_text(f"{head}--- expect\n{printed}\n{mended}", encoding="utf-8")
    else:
        assert printed == case.expected
    if case.mended:
        apply(case.mended, restored)
        assert format_text(check(restored, READ)) == ""


@pytest.mark.parametrize("path", parameters("valid"))
def test_unusual_but_correct_input_passes(path: Path, restored: Path) -> None:
    apply(read_case(path).wrong, restored)
    assert format_text(check(restored, READ)) == ""


def test_the_small_project_itself_is_clean(restored: Path) -> None:
    assert check(restored, READ) == ()


def test_every_code_has_a_case_that_is_mended() -> None:
    cases = map(read_case, list_cases("invalid"))
    assert {code for case in cases if case.mended for code in case.codes} == set(CODES)
