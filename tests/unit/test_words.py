"""Browser tests take interface texts by key; here it shows in a second when one of the keys or placeholders is gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.strings import COUNT, NAME, Plural
from tests.browser.support.words import find_text, matching, words
from tests.conftest import REPOSITORY

FILES = sorted((REPOSITORY / "tests/browser").rglob("*.py"))


def list_calls(source: str) -> Iterator[tuple[int, str, set[str] | None, bool]]:
    """Line, key, names that are given (None where they are not written out), and whether all have to be."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("words", "matching"):
            key = node.args[0] if node.args else None
            if isinstance(key, ast.Constant):
                given = {word.arg for word in node.keywords}
                names = None if None in given else {str(name) for name in given}
                yield node.lineno, str(key.value), names, node.func.id == "words"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_that_a_browser_test_asks_for_is_there(path: Path) -> None:
    wrong = []
    for line, key, given, whole in list_calls(path.read_text(encoding="utf-8")):
        text = find_text(key)
        forms = " ".join(text.forms.values()) if isinstance(text, Plural) else text
        names = {*NAME.findall(forms), *((COUNT,) if isinstance(text, Plural) else ())}
        if given is not None and (given - names or (whole and given and names - given)):
            wrong.append(f"line {line}: {key} has the places {sorted(names)}, given are {sorted(given)}")
    assert wrong == []


def test_a_text_comes_with_its_places_filled() -> None:
    assert words("explorer.all", count=1) != words("explorer.all", count=2)
    assert matching("explorer.remove").search(f"{words('explorer.remove')} x")
    with pytest.raises(KeyError):
        words("explorer.all", counts=1)
